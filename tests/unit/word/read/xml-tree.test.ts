import { expect, it } from 'vitest';
import { elements, parseXml } from '../../../../shared/word/read/xml-tree.js';

it('elements that say the same share what they say, so that large files stay small in memory', () => {
  const [one, same, other, more] = elements(parseXml('<a><b w:x="1" y="2"/><c w:x="1" y="2"/><b w:x="1" y="3"/><b w:x="1"/></a>'));
  expect(one?.attributes).toBe(same?.attributes);
  expect([one, other, more].map((each) => [...(each?.attributes ?? [])])).toEqual([
    [
      ['x', '1'],
      ['y', '2'],
    ],
    [
      ['x', '1'],
      ['y', '3'],
    ],
    [['x', '1']],
  ]);
});

it('elements whose attributes have the same values under other names keep their own', () => {
  const [one, two, none] = elements(parseXml('<r><a x="1"/><a y="1"/><a/></r>'));
  expect([one, two, none].map((element) => [...(element?.attributes ?? [])])).toEqual([[['x', '1']], [['y', '1']], []]);
});
