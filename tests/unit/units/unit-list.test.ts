import { describe, expect, it } from 'vitest';
import { addAlias, addUnit, changeUnit, nameClashes, removeUnit } from '../../../shared/units/edit-units.js';
import { UnitFinder } from '../../../shared/units/match-unit.js';
import { unitsFromRows, unitsToRows } from '../../../shared/units/unit-table.js';
import { unitListSchema } from '../../../shared/units/unit-schema.js';
import { emptyUnitList, type Unit, type UnitList } from '../../../shared/units/unit.js';

const today = '2026-11-24';
const port: Unit = {
  id: 'port',
  name: '示例港区委宣传部',
  aliases: ['示例港区'],
  formerNames: [],
  unitClass: '区市',
  contact: '示例甲',
  phone: '0000-1',
};
const list: UnitList = addUnit(emptyUnitList, port);

function counter(): () => string {
  let count = 0;
  return () => `n${(count += 1)}`;
}

describe('changes of the list', () => {
  it('keeps the old name when a unit is renamed, so that its history stays', () => {
    const renamed = changeUnit(list, 'port', { name: '示例新区工委宣传部' }, today);
    expect(renamed.units[0]?.formerNames).toEqual([{ name: '示例港区委宣传部', until: today }]);
    expect(new UnitFinder(renamed).named('示例港区委宣传部')?.id).toBe('port');
    const back = changeUnit(renamed, 'port', { name: '示例港区委宣传部' }, today);
    expect(back.units[0]?.formerNames.map(({ name }) => name)).toEqual(['示例新区工委宣传部']);
  });

  it('learns an alias once', () => {
    const taught = addAlias(addAlias(list, 'port', '港区'), 'port', '港区');
    expect(taught.units[0]?.aliases).toEqual(['示例港区', '港区']);
  });

  it('adds a class with the first unit of it', () => {
    expect(changeUnit(list, 'port', { unitClass: '功能区' }, today).classes).toContain('功能区');
    expect(emptyUnitList.classes).not.toContain('功能区');
  });

  it('names what two units are called by', () => {
    const both = addUnit(list, { ...port, id: 'other', name: '示例港区 委宣传部', aliases: [] });
    expect(nameClashes(both).map(({ name, units }) => [name, units[0].id, units[1].id])).toEqual([['示例港区委宣传部', 'port', 'other']]);
    expect(nameClashes(removeUnit(both, 'other'))).toEqual([]);
  });
});

describe('the list as a sheet', () => {
  it('comes back the same', () => {
    const rows = unitsToRows(changeUnit(list, 'port', { since: '2020-01-01' }, today));
    const read = unitsFromRows(emptyUnitList, rows, counter(), today);
    expect(read.list.units).toEqual([{ ...port, id: 'n1', since: '2020-01-01' }]);
    expect(read).toMatchObject({ added: 1, changed: 0, unchanged: 0, troubles: [] });
    expect(unitsFromRows(read.list, rows, counter(), today)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it('knows a unit by an alias, brings it up to date and takes nothing away', () => {
    const rows = [
      ['单位', '联系电话', '类别'],
      ['示例港区', '0000-2', ''],
      ['示例厂', '', '企业'],
    ];
    const read = unitsFromRows(list, rows, counter(), today);
    expect(read).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
    expect(read.list.units[0]).toEqual({ ...port, phone: '0000-2' });
    expect(read.list.units[1]).toEqual({ id: 'n1', name: '示例厂', aliases: [], formerNames: [], unitClass: '企业' });
    expect(unitListSchema.safeParse(read.list).success).toBe(true);
  });

  it('passes over headings above the table and blank rows', () => {
    const rows = [['2026年报送单位'], ['序号', '单位名称'], ['', ''], ['1', '示例厂']];
    expect(unitsFromRows(list, rows, counter(), today).list.units.at(-1)?.name).toBe('示例厂');
  });

  it('says which row could not be read, and why', () => {
    const rows = [
      ['单位名称', '起始日期'],
      ['', '2026-01-01'],
      ['示例厂', '去年'],
      ['示例校', '2026年3月1日'],
    ];
    const read = unitsFromRows(list, rows, counter(), today);
    expect(read.troubles.map(({ row }) => row)).toEqual([2, 3]);
    expect(read.troubles[1]?.message).toContain('去年');
    expect(read.list.units.at(-1)).toMatchObject({ name: '示例校', since: '2026-03-01' });
  });

  it('asks for the heading it needs', () => {
    expect(
      unitsFromRows(
        list,
        [
          ['甲', '乙'],
          ['丙', '丁'],
        ],
        counter(),
        today,
      ).troubles[0]?.message,
    ).toContain('单位名称');
  });
});
