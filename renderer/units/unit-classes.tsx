import { Button, Modal } from 'antd';
import { removeClass, renameClass, shiftClass } from '../../shared/units/edit-units.js';
import type { UnitList } from '../../shared/units/unit.js';
import { tellFailure } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import { changeUnits, useUnits } from '../state/units.js';
import { CommitField } from '../ui/commit-field.js';

const change = (edit: (list: UnitList) => UnitList): void => void changeUnits(edit).catch(tellFailure);

/** The classes (区市, 市直 …): their names and order, which lists and tables follow. */
export function UnitClasses({ onClose }: { readonly onClose: () => void }) {
  const { classes, units } = useUnits();
  return (
    <Modal
      open
      title="单位类别"
      width={460}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          完成
        </Button>
      }
    >
      <p className="soft">名录和统计按这里的次序排。改名时，该类的单位一起改。</p>
      <ol className="unit-classes" inert={isReadOnly()}>
        {classes.map((name, index) => {
          const count = units.filter(({ unitClass }) => unitClass === name).length;
          return (
            <li key={name}>
              <CommitField
                label={`第${index + 1}类`}
                value={name}
                check={(text) => (text === '' ? '不能为空' : undefined)}
                onCommit={(to) => change((list) => renameClass(list, name, to))}
              />
              <span className="num soft">{count} 个</span>
              <Button type="text" disabled={index === 0} onClick={() => change((list) => shiftClass(list, name, -1))}>
                上移
              </Button>
              <Button type="text" disabled={index === classes.length - 1} onClick={() => change((list) => shiftClass(list, name, 1))}>
                下移
              </Button>
              <Button
                type="text"
                disabled={count > 0}
                title={count > 0 ? '还有单位属于这一类' : ''}
                onClick={() => change((list) => removeClass(list, name))}
              >
                删除
              </Button>
            </li>
          );
        })}
      </ol>
      <Button disabled={isReadOnly() || classes.length >= 40} onClick={() => change(addClass)}>
        添加类别
      </Button>
    </Modal>
  );
}

function addClass(list: UnitList): UnitList {
  const free = ['新类别', ...Array.from({ length: 40 }, (_, index) => `新类别${index + 2}`)].find((name) => !list.classes.includes(name));
  return free === undefined ? list : { ...list, classes: [...list.classes, free] };
}
