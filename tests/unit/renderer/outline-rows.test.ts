import { describe, expect, it } from 'vitest';
import { dropTarget, flatIds, itemReadiness, pageNumbers, partReadiness } from '../../../renderer/issue/outline-rows.js';
import { placeSelection } from '../../../renderer/state/selection.js';
import { moveItem, newIssue, updateImprint } from '../../../shared/document/edit-issue.js';
import type { Article, Brief, Issue } from '../../../shared/document/issue.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import type { Page, PageLine } from '../../../shared/layout/page.js';

const ids = ['work', 'share', 'brief'];
const article = (id: string): Article => ({
  type: 'article',
  id,
  title: `示例区经验${id}`,
  paragraphs: [{ id: `${id}-p`, text: '正文。' }],
  sources: ['示例区'],
});
const brief = (id: string): Brief => ({
  type: 'brief',
  id,
  title: `甲县简讯${id}`,
  paragraphs: [{ id: `${id}-p`, text: '正文。' }],
  sources: ['甲县'],
});

function sample(): Issue {
  let count = 0;
  const empty = newIssue(defaultPublication, 1, '2024-01-05', () => ids[count++] ?? `id${count}`);
  const items = [[article('a')], [article('b'), article('c')], [brief('d')]];
  return { ...empty, columns: empty.columns.map((column, index) => ({ ...column, items: items[index] ?? [] })) };
}

/** The order of rows once an item is dropped on another row. */
function dropped(itemId: string, overId: string): string {
  const issue = sample();
  const target = dropTarget(issue, itemId, overId);
  return flatIds(target ? moveItem(issue, itemId, target.columnId, target.index) : issue).join(' ');
}

describe('dropping a row', () => {
  it('puts the item where the other row stood', () => {
    expect(dropped('b', 'c')).toBe('work a share c b brief d');
    expect(dropped('c', 'b')).toBe('work a share c b brief d');
  });

  it('takes it into another column, before or after its heading', () => {
    expect(dropped('c', 'a')).toBe('work c a share b brief d');
    expect(dropped('a', 'share')).toBe('work share a b c brief d');
    expect(dropped('b', 'share')).toBe('work a b share c brief d');
  });

  it('keeps an item inside the first column when it is dropped above its heading', () => {
    expect(dropped('c', 'work')).toBe('work c a share b brief d');
  });

  it('moves nothing when dropped on itself or on an unknown row', () => {
    expect(dropTarget(sample(), 'b', 'b')).toBeUndefined();
    expect(dropTarget(sample(), 'b', 'gone')).toBeUndefined();
  });

  it('lands exactly where the flat list shows it, for every pair of rows', () => {
    const rows = flatIds(sample());
    for (const itemId of ['a', 'b', 'c', 'd']) {
      for (const overId of rows.slice(1).filter((id) => id !== itemId)) {
        const moved = rows.toSpliced(rows.indexOf(itemId), 1).toSpliced(rows.indexOf(overId), 0, itemId);
        expect(dropped(itemId, overId)).toBe(moved.join(' '));
      }
    }
  });
});

describe('pages of rows', () => {
  const line = (place: PageLine['place'], furniture = false): PageLine => ({
    kind: 'line',
    xPt: 0,
    topPt: 0,
    heightPt: 0,
    widthPt: 0,
    runs: [],
    text: '',
    place,
    startOffset: 0,
    first: true,
    tag: 'p',
    furniture,
  });

  it('gives each row the first page one of its lines stands on, contents entries and furniture aside', () => {
    const pages: Page[] = [
      {
        number: 1,
        rules: [],
        lines: [line({ part: 'masthead' }), line({ part: 'contents', itemId: 'a' }), line({ part: 'imprint' }, true)],
      },
      { number: 2, rules: [], lines: [line({ part: 'title', itemId: 'a' }), line({ part: 'paragraph', itemId: 'a' })] },
      { number: 3, rules: [], lines: [line({ part: 'paragraph', itemId: 'a' }), line({ part: 'imprint' })] },
    ];
    expect([...pageNumbers(pages)]).toEqual([
      ['masthead', 1],
      ['contents', 1],
      ['item:a', 2],
      ['imprint', 3],
    ]);
  });

  it('finds the row of a printed place', () => {
    expect(placeSelection({ part: 'source', itemId: 'a' })).toEqual({ kind: 'item', itemId: 'a' });
    expect(placeSelection({ part: 'column', columnId: 'share' })).toEqual({ kind: 'column', columnId: 'share' });
    expect(placeSelection({ part: 'contents', itemId: 'a' })).toEqual({ kind: 'contents' });
  });
});

describe('readiness', () => {
  it('names what an item lacks, the gravest first', () => {
    expect(itemReadiness(article('a')).tone).toBe('ready');
    expect(itemReadiness({ ...article('a'), title: ' ' }).words).toBe('没有标题');
    expect(itemReadiness({ ...article('a'), paragraphs: [] }).words).toBe('没有正文');
    expect(itemReadiness({ ...article('a'), sources: [] })).toEqual({ tone: 'check', words: '没有来源单位' });
    expect(itemReadiness({ ...brief('a'), leadInferred: true }).words).toBe('1 处段首句待确认');
  });

  it('names the empty fields of the imprint', () => {
    const issue = updateImprint(sample(), { organizer: '示例科', reviewer: '', editor: '乙', phone: '' });
    expect(partReadiness(issue, 'imprint').words).toBe('审核、电话未填');
  });
});
