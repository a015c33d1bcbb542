import { describe, expect, it } from 'vitest';
import { textPlaceAt, findPart, findPrintedLine, nthOfLine, printedPlace } from '../../../shared/layout/printed-place.js';
import { caretSentence } from '../../../renderer/state/use-caret-position.js';
import type { TextPlace } from '../../../shared/document/text-place.js';
import type { Item } from '../../../shared/document/issue.js';
import { issueItems } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../../helpers/build-issue.js';

const long = '整合农家书屋、村史馆等场所，建成实践站九十八个，实现街道全覆盖，群众线上选单、站点按单配送，累计完成订单。';
const opened = issue(
  column(
    '经验交流',
    from(
      ['甲县', '乙局'],
      withChanges(article('甲县推动\n工作开新局', p(`${long}${long}`), p(lead('聚焦机制。'), long)), {
        subtitle: '——甲县做法',
        editorNote: ['现予刊发。', '供各单位参考。'],
      }),
    ),
  ),
  column('简 讯', from(['丙区'], brief('丙区启动宣讲', long, '活动持续。'))),
);
const pages = layoutIssue(composeIssue(opened), defaultPageStyle);
const [first, second] = issueItems(opened).map(({ item }) => item) as [Item, Item];

function printedText(caret: TextPlace): string | undefined {
  const place = printedPlace(opened, caret);
  return place && findPrintedLine(pages, place)?.line.text;
}

function fieldLength(item: Item, field: TextPlace['field'], paragraphId?: string): number {
  const found = item.paragraphs.find(({ id }) => id === paragraphId);
  if (field === 'text') return `${found?.lead ?? ''}${found?.text ?? ''}`.length;
  if (field === 'source') return item.sources.join('、').length;
  if (field === 'title') return item.title.length;
  if (item.type === 'brief') return 0;
  return field === 'subtitle' ? (item.subtitle ?? '').length : (item.editorNote ?? []).join('\n').length;
}

describe('the cursor in print', () => {
  it('is on the line that prints the character', () => {
    const paragraphId = first.paragraphs[0]?.id ?? '';
    expect(printedText({ itemId: first.id, field: 'text', paragraphId, offset: 0 })).toMatch(/^整合农家书屋/u);
    expect(printedText({ itemId: first.id, field: 'text', paragraphId, offset: 104 })).toMatch(/完成订单。$/u);
    expect(printedText({ itemId: first.id, field: 'title', offset: 6 })).toBe('工作开新局');
    expect(printedText({ itemId: first.id, field: 'editorNote', offset: 8 })).toBe('供各单位参考。');
    expect(printedText({ itemId: first.id, field: 'source', offset: 1 })).toBe('（甲县、乙局）');
  });

  it('takes a brief title for the opening of its first paragraph', () => {
    const line = printedText({ itemId: second.id, field: 'title', offset: 2 });
    expect(line).toMatch(/^丙区启动宣讲。整合/u);
    expect(printedText({ itemId: second.id, field: 'text', paragraphId: second.paragraphs[0]?.id ?? '', offset: 3 })).toBe(line);
  });

  it('is nowhere once its article is gone', () => {
    expect(printedPlace(opened, { itemId: 'gone', field: 'title', offset: 0 })).toBeUndefined();
  });
});

describe('a printed character', () => {
  it('leads back to every caret of every field', () => {
    for (const item of [first, second]) {
      const fields: readonly (readonly [TextPlace['field'], string?])[] = [
        ['title'],
        ['source'],
        ...(item.type === 'article' ? ([['subtitle'], ['editorNote']] as const) : []),
        ...item.paragraphs.map(({ id }) => ['text', id] as const),
      ];
      for (const [field, paragraphId] of fields) {
        for (let offset = 0; offset <= fieldLength(item, field, paragraphId); offset += 1) {
          const caret: TextPlace = { itemId: item.id, field, offset, ...(paragraphId === undefined ? {} : { paragraphId }) };
          const place = printedPlace(opened, caret);
          const found = place && findPrintedLine(pages, place);
          expect(found, JSON.stringify(caret)).toBeDefined();
          if (!place || !found) continue;
          expect(textPlaceAt(opened, found.line.place, nthOfLine(pages, found.line), place.offset)).toEqual(caret);
        }
      }
    }
  });

  it('of the contents leads to the title, of the tail nowhere', () => {
    expect(textPlaceAt(opened, { part: 'contents', itemId: first.id }, 0, 3)).toEqual({ itemId: first.id, field: 'title', offset: 0 });
    expect(textPlaceAt(opened, { part: 'distribution' }, 0, 0)).toBeUndefined();
  });
});

describe('the status bar', () => {
  it('says page, line and what is left', () => {
    expect(caretSentence({ at: { page: 3, line: 15, linesLeft: 4 }, pageCount: 14, characters: 1 })).toBe('第 3 页 第 15 行 · 本页余 4 行');
    expect(caretSentence({ pageCount: 14, characters: 1 })).toBe('');
  });
});

describe('a part in print', () => {
  it('is found by its first line, an entry of the contents by its own', () => {
    expect(findPart(pages, { part: 'contents' })?.line.text).toBe('〔经验交流〕');
    expect(findPart(pages, { part: 'contents', itemId: second.id })?.line.text).toBe('丙区启动宣讲');
    expect(findPart(pages, { part: 'column', columnId: 'c2' })?.line.text).toBe('〔简 讯〕');
    expect(findPart(pages, { part: 'contents', itemId: 'none' })).toBeUndefined();
  });
});
