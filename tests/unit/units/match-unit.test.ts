import { describe, expect, it } from 'vitest';
import { completeUnit, guessUnit, UnitFinder } from '../../../shared/units/match-unit.js';
import { emptyUnitList, reportsOn, type Unit, type UnitList } from '../../../shared/units/unit.js';

export function unit(name: string, facts: Partial<Unit> = {}): Unit {
  return { id: `u-${name.length}-${name.codePointAt(0) ?? 0}`, name, aliases: [], formerNames: [], unitClass: '区市', ...facts };
}

const port = unit('示例港区委宣传部', {
  id: 'port',
  aliases: ['示例海岸新区'],
  formerNames: [{ name: '示例湾区委宣传部', until: '2020-01-01' }],
});
const city = unit('示例市文明办', { id: 'city', unitClass: '市直' });
const east = unit('东示例区委宣传部', { id: 'east' });
const list: UnitList = { ...emptyUnitList, units: [port, city, east] };
const finder = new UnitFinder(list);

describe('UnitFinder', () => {
  it.each([
    ['示例港区委宣传部', port],
    ['（示例港区委宣传部）', port],
    ['示例 港区委 宣传部', port],
    ['示例海岸新区', port],
    ['示例海岸新区党委宣传部', port],
    ['示例港区', port],
    ['中共示例港区委宣传部', port],
    ['示例湾区委宣传部', port],
    ['示例市文明办', city],
  ])('knows %s', (name, expected) => expect(finder.named(name)).toBe(expected));

  it.each(['示例山区委宣传部', '宣传部', '示例', ''])('does not guess what %s means', (name) => expect(finder.named(name)).toBeUndefined());

  it('takes the longest name that stands in a text', () => {
    expect(finder.within('1.东示例区委宣传部关于基层宣讲的报告')).toBe(east);
    expect(finder.within('示例海岸新区+经验交流')).toBe(port);
    expect(finder.within('关于基层宣讲的报告')).toBeUndefined();
  });

  it('takes a place that two units share for neither', () => {
    const both = new UnitFinder({
      ...list,
      units: [unit('示例港区委宣传部', { id: 'a' }), unit('示例港区宣传部', { id: 'b', aliases: ['中共示例港区委宣传部'] })],
    });
    expect(both.within('示例港区材料')).toBeUndefined();
  });
});

describe('guessUnit', () => {
  const hints = { sources: ['示例市文明办'], file: '示例海岸新区 经验.docx', folders: ['东示例区', '来稿'] };

  it('believes the source line first, then the file name, then the folder', () => {
    expect(guessUnit(finder, hints)).toEqual({ unit: city, from: 'source' });
    expect(guessUnit(finder, { ...hints, sources: ['某单位'] })).toEqual({ unit: port, from: 'file' });
    expect(guessUnit(finder, { ...hints, sources: [], file: '经验.docx' })).toEqual({ unit: east, from: 'folder' });
    expect(guessUnit(finder, { sources: [], file: 'x.docx', folders: [] })).toBeUndefined();
  });
});

describe('completeUnit', () => {
  it('lists present names first, then aliases, then names that hold what was typed', () => {
    expect(completeUnit(list, '示例').map(({ id }) => id)).toEqual(['port', 'city', 'east']);
    expect(completeUnit(list, '示例海').map(({ id }) => id)).toEqual(['port']);
    expect(completeUnit(list, '没有')).toEqual([]);
  });
});

describe('reportsOn', () => {
  it('holds from the first day to the last', () => {
    const closed = unit('示例厂', { since: '2020-01-01', until: '2022-12-31' });
    expect(['2019-12-31', '2020-01-01', '2022-12-31', '2023-01-01'].map((day) => reportsOn(closed, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
