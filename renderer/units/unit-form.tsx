import { Button } from 'antd';
import { useUnits } from '../state/units.js';
import { readDay } from '../../shared/units/read-day.js';
import type { Unit } from '../../shared/units/unit.js';
import { CommitField } from '../ui/commit-field.js';
import { clearFact, editUnit, enterUnit } from './units-state.js';

interface UnitFormProps {
  readonly unit: Unit | undefined;
  readonly isAdding: boolean;
  readonly onDrop: () => void;
}

/** All that is known of one unit. A field counts once it is left. */
export function UnitForm({ unit, isAdding, onDrop }: UnitFormProps) {
  if (isAdding) return <NewUnit />;
  if (unit === undefined) return <p className="library-empty">在左边选一个单位，或按 Insert 新增。</p>;
  return (
    <>
      <h2 className="unit-title">{unit.name}</h2>
      <Names unit={unit} />
      <Facts unit={unit} />
      <Former unit={unit} />
      <div className="unit-foot">
        <Button onClick={onDrop}>从名录移除</Button>
        <span className="soft">不再报送的单位填“停止日期”即可，历年统计仍算在它名下；录错的才移除。</span>
      </div>
    </>
  );
}

function NewUnit() {
  const { units } = useUnits();
  const check = (name: string): string | undefined => (units.some((unit) => unit.name === name) ? '名录里已有这个单位' : undefined);
  return (
    <div ref={(box) => box?.querySelector('input')?.focus()}>
      <h2 className="unit-title">新增单位</h2>
      <CommitField
        label="单位名称"
        value=""
        placeholder="来源单位一行里印的名称，如 示例区委宣传部"
        check={check}
        onCommit={enterUnit}
        note="填好按回车"
      />
    </div>
  );
}

function Names({ unit }: { readonly unit: Unit }) {
  const { units } = useUnits();
  const check = (name: string): string | undefined =>
    name === '' ? '单位名称不能为空' : units.some((other) => other !== unit && other.name === name) ? '名录里已有这个单位' : undefined;
  const split = (text: string): readonly string[] => [...new Set(text.split(/[、，,；;]/u).map((each) => each.trim()))].filter(Boolean);
  return (
    <>
      <CommitField
        label="单位名称"
        value={unit.name}
        check={check}
        note="改名后旧名记为曾用名，以前的来稿和刊发仍算在这个单位名下"
        onCommit={(name) => editUnit(unit.id, { name })}
      />
      <CommitField
        label="简称和别名"
        value={unit.aliases.join('、')}
        maxLength={800}
        placeholder="用、分开，如 示例区、示例新区"
        check={(text) =>
          split(text).some(({ length }) => length > 80) || split(text).length > 40 ? '最多 40 个，每个不超过 80 字' : undefined
        }
        onCommit={(text) => editUnit(unit.id, { aliases: split(text) })}
      />
    </>
  );
}

function Facts({ unit }: { readonly unit: Unit }) {
  const { classes } = useUnits();
  const set = (name: 'contact' | 'phone' | 'since' | 'until') => (value: string) =>
    value === ''
      ? clearFact(unit.id, name)
      : editUnit(unit.id, { [name]: name === 'since' || name === 'until' ? (readDay(value) ?? value) : value });
  const checkDay = (text: string): string | undefined => (text === '' || readDay(text) !== undefined ? undefined : '写成 2026-03-01');
  return (
    <>
      <CommitField
        label="类别"
        value={unit.unitClass}
        complete={(typed) => classes.filter((each) => typed === unit.unitClass || each.includes(typed))}
        check={(text) => (text === '' ? '类别不能为空' : undefined)}
        note="可以写新的类别"
        onCommit={(unitClass) => editUnit(unit.id, { unitClass })}
      />
      <div className="unit-pair">
        <CommitField label="联系人" value={unit.contact ?? ''} onCommit={set('contact')} />
        <CommitField label="电话" value={unit.phone ?? ''} onCommit={set('phone')} />
      </div>
      <div className="unit-pair">
        <CommitField label="起始日期" value={unit.since ?? ''} placeholder="2026-03-01" check={checkDay} onCommit={set('since')} />
        <CommitField label="停止日期" value={unit.until ?? ''} placeholder="仍在报送就不填" check={checkDay} onCommit={set('until')} />
      </div>
    </>
  );
}

function Former({ unit: { formerNames } }: { readonly unit: Unit }) {
  if (formerNames.length === 0) return null;
  return <p className="unit-former">曾用名：{formerNames.map(({ name, until }) => `${name}（至 ${until}）`).join('、')}</p>;
}
