import { describe, expect, it } from 'vitest';
import { moveItem, removeItem, setInstruction, updateItem, updateMasthead } from '../../../shared/document/edit-issue.js';
import type { Issue } from '../../../shared/document/issue.js';
import { restoreIssue, restoreItem } from '../../../shared/document/restore-issue.js';
import { article, brief, column, issue, p } from '../../helpers/build-issue.js';

const earlier = issue(
  column('经验交流', article('甲', p('甲一')), article('乙', p('乙一'), p('乙二'))),
  column('简讯', brief('丙', '丙一')),
);
const titles = ({ columns }: Issue) => columns.map(({ items }) => items.map(({ title }) => title));
const retitled = (value: Issue, id: string, title: string): Issue => updateItem(value, id, (item) => ({ ...item, title }));

describe('an earlier state brought back', () => {
  it('gives its words back, but neither number nor date nor state', () => {
    const now: Issue = {
      ...updateMasthead(retitled(setInstruction(earlier, '请阅'), 'a1', '甲改'), { number: 9, date: '2023-09-01', organ: '别的单位' }),
      state: 'reviewing',
    };
    const restored = restoreIssue(now, earlier);
    expect(titles(restored)).toEqual([['甲', '乙'], ['丙']]);
    expect(restored.instruction).toBe('');
    expect(restored.masthead).toEqual({ ...earlier.masthead, number: 9, date: '2023-09-01' });
    expect(restored.state).toBe('reviewing');
  });

  it('of one article leaves all others, and its place, as they are', () => {
    const now = moveItem(retitled(retitled(earlier, 'a1', '甲改'), 'a2', '乙改'), 'a2', 'c1', 0);
    expect(titles(restoreItem(now, earlier, 'a2'))).toEqual([['乙', '甲改'], ['丙']]);
  });

  it('of an article that is gone puts it where it was, with its column if need be', () => {
    expect(titles(restoreItem(removeItem(earlier, 'a2'), earlier, 'a2'))).toEqual([['甲', '乙'], ['丙']]);
    const gone = { ...earlier, columns: earlier.columns.slice(0, 1) };
    expect(restoreItem(gone, earlier, 'a3').columns).toEqual(earlier.columns);
  });

  it('keeps ids unique when a paragraph of it stands elsewhere by now, and the form of the column it is in', () => {
    const [first, second] = earlier.columns[0]?.items ?? [];
    if (!first || !second) throw new Error('two articles');
    const now = updateItem(
      updateItem(earlier, 'a2', (item) => ({ ...item, paragraphs: second.paragraphs.slice(0, 1) })),
      'a1',
      (item) => ({ ...item, paragraphs: [...first.paragraphs, ...second.paragraphs.slice(1)] }),
    );
    const ids = restoreItem(now, earlier, 'a2').columns.flatMap(({ items }) =>
      items.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const asBrief = moveItem(earlier, 'a1', 'c2', 0);
    expect(restoreItem(asBrief, earlier, 'a1').columns[1]?.items[0]?.type).toBe('brief');
  });

  it('of an article it never had changes nothing', () => expect(restoreItem(earlier, earlier, 'x')).toBe(earlier));
});
