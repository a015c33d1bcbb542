import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { nameClashes } from '../../shared/units/edit-units.js';
import { countByUnit, listUnits, noCount, type UnitCount } from '../../shared/units/list-units.js';
import { reportsOn, type Unit } from '../../shared/units/unit.js';
import { useSubmissionRows } from '../state/submission-rows.js';
import { localDay } from '../../shared/document/local-day.js';
import { isReadOnly } from '../state/read-only.js';
import { useUnitFinder, useUnits } from '../state/units.js';
import { RowList } from '../ui/row-list.js';
import { UnitClasses } from './unit-classes.js';
import { UnitForm } from './unit-form.js';
import { dropUnit, showUnit, startUnit, unitsView, useUnitsView } from './units-state.js';

const rowHeightPx = 30;

/** 报送单位: the list · the form of one. */
export function UnitsView() {
  const list = useUnits();
  const { words, unitClass, current, isAdding } = useUnitsView((state) => state);
  const shown = useMemo(() => listUnits(list, { words, unitClass }), [list, words, unitClass]);
  const unit = isAdding ? undefined : shown.find(({ id }) => id === current);
  const form = useRef<HTMLElement>(null);
  const first = shown[0]?.id;
  useEffect(() => {
    if (unit === undefined && !isAdding && first !== undefined) showUnit(first);
  }, [unit, isAdding, first]);
  const press = (event: KeyboardEvent): boolean => pressInList(event, unit, shown, form.current);
  return (
    <div className="units">
      <section className="list-side" aria-label="报送单位名录">
        <Filters />
        <UnitRows shown={shown} onKey={press} />
        {list.units.length === 0 && (
          <p className="library-empty">
            名录还是空的。按“新增单位”逐个录入，或用“导入名录…”读入 Excel
            表（.xlsx、.csv），第一行写列名：单位名称、简称和别名、类别、联系人、电话。
          </p>
        )}
        {list.units.length > 0 && shown.length === 0 && <p className="library-empty">没有符合条件的单位。</p>}
      </section>
      <section className="units-form" aria-label="单位" data-pane="unit-form" ref={form} onKeyDown={leaveForm} inert={isReadOnly()}>
        <UnitForm key={unit?.id ?? 'new'} unit={unit} isAdding={isAdding} onDrop={() => unit && dropUnit(unit, nextOf(shown, unit))} />
      </section>
    </div>
  );
}

function nextOf(shown: readonly Unit[], unit: Unit): string | undefined {
  const at = shown.indexOf(unit);
  return (shown[at + 1] ?? shown[at - 1])?.id;
}

function pressInList({ key, ctrlKey }: KeyboardEvent, unit: Unit | undefined, shown: readonly Unit[], form: HTMLElement | null): boolean {
  if (ctrlKey || isReadOnly()) return false;
  if (key === 'Insert') startUnit();
  else if (key === 'Delete' && unit) dropUnit(unit, nextOf(shown, unit));
  else if (key === 'Enter') form?.querySelector('input')?.focus();
  else return false;
  return true;
}

/** Esc goes back to the list; a field that holds something not taken yet keeps it to itself. */
function leaveForm({ key, nativeEvent }: KeyboardEvent): void {
  if (key !== 'Escape' || nativeEvent.isComposing) return;
  unitsView.setState({ isAdding: false });
  document.querySelector<HTMLElement>('[data-pane="units"]')?.focus();
}

function Filters() {
  const { classes, units } = useUnits();
  const { words, unitClass } = useUnitsView((state) => state);
  const [isEditing, setIsEditing] = useState(false);
  const count = (name: string): number => units.filter((unit) => unit.unitClass === name).length;
  return (
    <div className="units-filters">
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder="按名称、简称、联系人筛选"
        aria-label="筛选"
        value={words}
        onChange={({ target }) => unitsView.setState({ words: target.value })}
      />
      <Select
        aria-label="类别"
        value={unitClass}
        options={[
          { value: '', label: `全部类别 ${units.length}` },
          ...classes.map((value) => ({ value, label: `${value} ${count(value)}` })),
        ]}
        onChange={(value) => unitsView.setState({ unitClass: value })}
      />
      <button type="button" className="row-action" onClick={() => setIsEditing(true)}>
        类别…
      </button>
      {isEditing && <UnitClasses onClose={() => setIsEditing(false)} />}
    </div>
  );
}

interface UnitRowsProps {
  readonly shown: readonly Unit[];
  readonly onKey: (event: KeyboardEvent) => boolean;
}

function UnitRows({ shown, onKey }: UnitRowsProps) {
  const list = useUnits();
  const current = useUnitsView((state) => state.current);
  const rows = useSubmissionRows();
  const finder = useUnitFinder();
  const counts = useMemo(() => countByUnit(rows, finder), [rows, finder]);
  const clashes = useMemo(() => nameClashes(list), [list]);
  const today = localDay(new Date());
  return (
    <>
      {clashes.slice(0, 3).map(({ name, units: [one, other] }) => (
        <p key={`${one.id} ${other.id} ${name}`} className="units-clash">
          “{name}”同时指“{one.name}”和“{other.name}”，现按前者算。请改其中一个。
        </p>
      ))}
      <div className="unit-row unit-heading" aria-hidden>
        <span>单位名称</span>
        <span>简称和别名</span>
        <span>类别</span>
        <span>联系人</span>
        <span className="unit-count">来稿/采用</span>
      </div>
      <RowList
        rows={shown}
        idOf={({ id }) => id}
        rowHeightPx={rowHeightPx}
        label="报送单位"
        pane="units"
        current={current}
        onCurrent={showUnit}
        onKey={onKey}
        rowClass="unit-row"
      >
        {(unit) => <UnitCells unit={unit} count={counts.get(unit.id) ?? noCount} isPast={!reportsOn(unit, today)} />}
      </RowList>
    </>
  );
}

function UnitCells({ unit, count, isPast }: { readonly unit: Unit; readonly count: UnitCount; readonly isPast: boolean }) {
  return (
    <>
      <span title={unit.name} className={isPast ? 'faint' : ''}>
        {unit.name}
        {isPast && ' · 已停报'}
      </span>
      <span className="soft" title={unit.aliases.join('、')}>
        {unit.aliases.join('、')}
      </span>
      <span className="soft">{unit.unitClass}</span>
      <span className="soft">{unit.contact}</span>
      <span className="num soft unit-count">
        {count.sent}/{count.adopted}
      </span>
    </>
  );
}
