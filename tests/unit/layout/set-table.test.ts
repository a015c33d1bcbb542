import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page, PageLine } from '../../../shared/layout/page.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { findPrintedLine, printedPlace, textPlaceAt } from '../../../shared/layout/printed-place.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { lineWidthPt } from '../../../shared/layout/set-text.js';
import type { Issue } from '../../../shared/document/issue.js';
import { article, brief, column, issue, p, table } from '../../helpers/build-issue.js';
import { tableIssue } from '../../helpers/table-issue.js';

const { text } = defaultPageStyle;
const area = textArea(defaultPageStyle);
const lay = (value: Issue): readonly Page[] => layoutIssue(composeIssue(value), defaultPageStyle);
const pages = lay(tableIssue);
const cellsOf = (page: Page | undefined): readonly PageLine[] => page?.lines.filter(({ cell }) => cell) ?? [];
const rowsOf = (page: Page | undefined): readonly string[] => {
  const rows = new Map<string, string[]>();
  for (const { cell, furniture, text, place } of cellsOf(page)) {
    const key = `${place.paragraphId ?? ''} ${String(furniture)} ${String(cell?.row)}`;
    rows.set(key, [...(rows.get(key) ?? []), text]);
  }
  return [...rows.values()].map((texts) => texts.join('|'));
};

describe('a table on pages', () => {
  it('breaks between rows, its header repeated above them and out of the reading order', () => {
    const [header, first] = rowsOf(pages[2]);
    expect(header).toBe('单位|场次|完成率|主要做法');
    expect(first).toMatch(/^示例11区\|42\|70\.5%\|/u);
    expect(
      cellsOf(pages[2])
        .filter(({ furniture }) => furniture)
        .map(({ text }) => text),
    ).toEqual(['单位', '场次', '完成率', '主要做法']);
    const rows = pages.flatMap((page) => cellsOf(page).filter(({ furniture, cell }) => !furniture && cell?.column === 0));
    expect(rows.filter(({ text }) => /^示例\d+区$/u.test(text))).toHaveLength(40);
  });

  it('parts a row that is higher than a page, with its header above what goes on', () => {
    const long = pages.map((page) => cellsOf(page).filter(({ text }) => text.includes('台账')).length);
    expect(long.filter((count) => count > 0)).toHaveLength(2);
    expect(rowsOf(pages[4])[0]).toBe('问题|整改措施');
  });

  it('stays within the text area, every word within its column', () => {
    for (const { lines, rules } of pages) {
      for (const line of lines.filter(({ cell }) => cell)) {
        expect(line.topPt + line.heightPt).toBeLessThanOrEqual(area.topPt + area.heightPt + 0.01);
        expect(line.xPt).toBeGreaterThanOrEqual(area.leftPt);
        const right = rules.filter(({ heightPt, widthPt }) => heightPt > widthPt).map(({ xPt }) => xPt);
        // A mark that hangs is beyond a line's width.
        const inkPt =
          line.xPt +
          lineWidthPt([{ text: line.text, style: text[line.cell?.isHeader ? 'tableHead' : 'tableCell'] }], defaultPageStyle.fitting);
        if (line.text !== '') expect(right.some((xPt) => xPt >= inkPt - 0.01)).toBe(true);
      }
      for (const rule of rules) expect(rule.xPt + rule.widthPt).toBeLessThanOrEqual(area.leftPt + area.widthPt + 0.01);
    }
  });

  it('closes with a rule above and below on every page', () => {
    for (const page of pages) {
      const cells = cellsOf(page);
      if (cells.length === 0) continue;
      const across = page.rules.filter(({ widthPt, xPt }) => widthPt > 400 && xPt < area.leftPt + 1).map(({ topPt }) => topPt);
      expect(Math.min(...cells.map(({ topPt }) => topPt))).toBeGreaterThanOrEqual(Math.min(...across));
      expect(Math.max(...cells.map(({ topPt, heightPt }) => topPt + heightPt))).toBeLessThanOrEqual(Math.max(...across) + 0.01);
    }
  });

  it('keeps the caption with the header and its first row', () => {
    for (let count = 12; count < 24; count += 1) {
      const filler = Array.from({ length: count }, () => p('甲县推进。'));
      const laid = lay(issue(column('经验交流', article('甲县', ...filler, table('表1 场次', [['单位'], ['东片区'], ['西片区']])))));
      const pageOf = (text: string): number => laid.findIndex(({ lines }) => lines.some((line) => line.text.startsWith(text)));
      expect(pageOf('表1')).toBe(pageOf('东片区'));
    }
  });

  it('sets columns as wide as their shares say, and by what they hold without any', () => {
    const leftOf = (value: Issue, column: number): number =>
      lay(value)
        .flatMap(cellsOf)
        .find(({ cell, text }) => cell?.column === column && text !== '')?.xPt ?? 0;
    const rows = [
      ['甲', '乙'],
      ['一'.repeat(30), '二'.repeat(30)],
    ];
    const shared = issue(column('经验交流', article('甲县', table('', rows, { headerRows: 0, widths: [3, 1] }))));
    expect(
      lay(shared)
        .flatMap(({ rules }) => rules)
        .some(({ xPt }) => Math.abs(xPt - area.leftPt - area.widthPt * 0.75) < 0.05),
    ).toBe(true);
    const content = issue(
      column(
        '经验交流',
        article(
          '甲县',
          table(
            '',
            [
              ['序', '内容'],
              ['1', '二'.repeat(90)],
            ],
            { headerRows: 0 },
          ),
        ),
      ),
    );
    expect(leftOf(content, 1) - area.leftPt).toBeLessThan(60);
  });

  it('leads from a cell to its printed line and back', () => {
    const text = tableIssue.columns[0]?.items[0]?.paragraphs[1]?.text ?? '';
    const offset = text.indexOf('8,640');
    const found = findPrintedLine(pages, { part: 'paragraph', itemId: 'a1', paragraphId: 'p2', nth: 0, offset });
    expect(found?.line.text).toBe('8,640');
    const { place, startOffset } = found?.line ?? {};
    expect(place && textPlaceAt(tableIssue, place, 0, startOffset ?? -1)).toEqual({
      itemId: 'a1',
      paragraphId: 'p2',
      field: 'text',
      offset,
    });
  });

  it('follows the title of a brief that opens with it', () => {
    const laid = lay(issue(column('简讯', { ...brief('丙区启动宣讲'), paragraphs: [table('表1', [['单位'], ['丙区']])] })));
    expect(laid.flatMap(({ lines }) => lines.map(({ text }) => text)).filter((text) => /丙区|表1/u.test(text))).toEqual([
      '丙区启动宣讲',
      '丙区启动宣讲。',
      '表1',
      '丙区',
    ]);
    const own = issue(column('简讯', { ...brief('丙区启动宣讲'), paragraphs: [table('表1', [['单位'], ['丙区']])] }));
    const place = { itemId: 'a1', paragraphId: 'p1', field: 'text' as const, offset: '表1\n单位\n'.length };
    const printed = printedPlace(own, place);
    const found = printed && findPrintedLine(lay(own), printed);
    expect(found?.line.text).toBe('丙区');
    expect(found && textPlaceAt(own, found.line.place, 0, found.line.startOffset)).toEqual(place);
    const title = printedPlace(own, { itemId: 'a1', field: 'title', offset: 2 });
    expect(title && findPrintedLine(lay(own), title)?.line.text).toBe('丙区启动宣讲。');
  });
});
