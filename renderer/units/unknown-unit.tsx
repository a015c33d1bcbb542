import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { addAlias, addUnit } from '../../shared/units/edit-units.js';
import { namesOf } from '../../shared/units/match-unit.js';
import type { Unit } from '../../shared/units/unit.js';
import { newId } from '../state/new-id.js';
import { isReadOnly } from '../state/read-only.js';
import { changeUnitsTold, unitsNow, useUnits } from '../state/units.js';
import { useFirstField } from '../ui/first-field.js';

interface UnknownUnitProps {
  readonly name: string;
  /** Told which unit the name means from now on. */
  readonly onKnown?: (unitId: string) => void;
}

/** A name that no unit bears: a new unit, or one more way to write one that is there. */
export function UnknownUnit({ name, onKnown }: UnknownUnitProps) {
  const [isAsking, setIsAsking] = useState(false);
  if (name.length > 80 || isReadOnly()) return null;
  const add = (): void => {
    const unit: Unit = { id: newId(), name, aliases: [], formerNames: [], unitClass: unitsNow().classes[0] ?? '其他' };
    changeUnitsTold((list) => addUnit(list, unit), `“${name}”已加入报送单位名录，类别暂记为${unit.unitClass}。`);
    onKnown?.(unit.id);
  };
  return (
    <span className="unknown-unit" onMouseDown={(event) => event.preventDefault()}>
      <span>“{name}”不在报送单位名录里</span>
      <Button size="small" onClick={add}>
        新增为单位
      </Button>
      <Button size="small" disabled={unitsNow().units.length === 0} onClick={() => setIsAsking(true)}>
        是已有单位的别名…
      </Button>
      {isAsking && <AliasDialog name={name} onClose={() => setIsAsking(false)} onKnown={onKnown} />}
    </span>
  );
}

interface AliasDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onKnown: UnknownUnitProps['onKnown'] | undefined;
}

function AliasDialog({ name, onClose, onKnown }: AliasDialogProps) {
  const { units } = useUnits();
  const [id, setId] = useState<string>();
  const first = useFirstField();
  const take = (): void => {
    const unit = units.find((each) => each.id === id);
    onClose();
    if (unit === undefined) return;
    changeUnitsTold((list) => addAlias(list, unit.id, name), `“${name}”已记为“${unit.name}”的别名。`);
    onKnown?.(unit.id);
  };
  return (
    <Modal
      open
      title={`“${name}”是哪个单位`}
      okText="记为别名"
      cancelText="取消"
      width={460}
      okButtonProps={{ disabled: id === undefined }}
      onOk={take}
      onCancel={onClose}
    >
      <Select
        ref={first}
        showSearch
        aria-label="单位"
        className="reason-field"
        placeholder="输入名称或简称查找"
        value={id}
        onChange={setId}
        options={units.map((unit) => ({ value: unit.id, label: unit.name, names: namesOf(unit).join(' ') }))}
        optionFilterProp="names"
      />
    </Modal>
  );
}
