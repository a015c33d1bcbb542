import { describe, expect, it } from 'vitest';
import type { SubmissionRow } from '../../../shared/submissions/list-submissions.js';
import { removeClass, renameClass, shiftClass } from '../../../shared/units/edit-units.js';
import { countByUnit, listUnits } from '../../../shared/units/list-units.js';
import { UnitFinder } from '../../../shared/units/match-unit.js';
import { readDay } from '../../../shared/units/read-day.js';
import { emptyUnitList, type Unit, type UnitList } from '../../../shared/units/unit.js';

const unit = (id: string, name: string, unitClass: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name,
  unitClass,
  aliases: [],
  formerNames: [],
  ...more,
});
const list: UnitList = {
  ...emptyUnitList,
  units: [
    unit('school', '示例大学', '高校', { contact: '示例甲' }),
    unit('port', '示例港区委宣传部', '区市', { aliases: ['新港'], formerNames: [{ name: '旧港区委宣传部', until: '2020-01-01' }] }),
    unit('paper', '示例日报社', '市直'),
  ],
};
const names = (words: string, unitClass = ''): readonly string[] => listUnits(list, { words, unitClass }).map(({ id }) => id);

describe('the list of units in the window', () => {
  it('stands by class, in the order of the classes', () => {
    expect(names('')).toEqual(['port', 'paper', 'school']);
    expect(listUnits(shiftClass(list, '高校', -1), { words: '', unitClass: '' }).map(({ id }) => id)).toEqual(['port', 'school', 'paper']);
  });

  it('is narrowed by any name, present or former, by contact and by class', () => {
    expect(names('新港')).toEqual(['port']);
    expect(names('旧港')).toEqual(['port']);
    expect(names('示例 甲')).toEqual(['school']);
    expect(names('', '市直')).toEqual(['paper']);
    expect(names('没有')).toEqual([]);
  });

  it('counts what a unit sent and what was printed of it, by id or by any of its names', () => {
    const row = (id: string, facts: Partial<SubmissionRow>): SubmissionRow => ({
      id,
      title: id,
      unitName: '',
      thread: id,
      receivedAt: '2026-11-24T00:00:00.000Z',
      arrival: 'file',
      kind: 'news',
      decision: 'new',
      round: 1,
      characters: 1,
      files: 1,
      uses: [],
      standing: 'new',
      ...facts,
    });
    const rows = [
      row('1', { unitId: 'port', unitName: '别的写法', standing: 'adopted' }),
      row('2', { unitName: '新港' }),
      row('3', { unitName: '没有的单位' }),
    ];
    expect([...countByUnit(rows, new UnitFinder(list))]).toEqual([['port', { sent: 2, adopted: 1 }]]);
  });
});

describe('classes', () => {
  it('are renamed for all units, or joined with one that is there', () => {
    const renamed = renameClass(list, '市直', '市直单位');
    expect(renamed.classes).toContain('市直单位');
    expect(renamed.units.find(({ id }) => id === 'paper')?.unitClass).toBe('市直单位');
    expect(renameClass(list, '市直', '高校').classes.filter((name) => name === '高校')).toHaveLength(1);
    expect(renameClass(list, '市直', '')).toBe(list);
  });

  it('go only when no unit is of them', () => {
    expect(removeClass(list, '高校')).toBe(list);
    expect(removeClass(list, '企业').classes).not.toContain('企业');
    expect(shiftClass(list, '区市', -1)).toBe(list);
  });
});

describe('a day as people write it', () => {
  it.each([
    ['2026-3-1', '2026-03-01'],
    ['2026/12/31', '2026-12-31'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026-02-30', undefined],
    ['三月一日', undefined],
    ['', undefined],
  ])('%j is %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
