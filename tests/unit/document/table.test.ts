import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphSchema } from '../../../shared/document/issue-schema.js';
import { issueTexts } from '../../../shared/document/issue-texts.js';
import { withPlainCharacters } from '../../../shared/document/plain-characters.js';
import { mostColumns, normalizeTable, tableGrid, tableText, type TableParagraph } from '../../../shared/document/table.js';
import { itemCharacters } from '../../../shared/document/count-item.js';
import { updateItem } from '../../../shared/document/edit-issue.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { compareIssues } from '../../../shared/compare/compare-issues.js';
import { article, column, issue, p, table } from '../../helpers/build-issue.js';

const tabled = (text: string, more: Partial<TableParagraph> = {}): TableParagraph => ({
  id: 'p1',
  text,
  table: { headerRows: 1 },
  ...more,
});
const texts = (paragraph: TableParagraph): readonly (readonly string[])[] =>
  tableGrid(paragraph).rows.map((row) => row.map(({ text }) => text));
const own = issue(
  column(
    '经验交流',
    article(
      '甲县有关情况',
      p('见下表。'),
      table('表1 场次', [
        ['单位', '场次'],
        ['东片区', '128'],
      ]),
    ),
  ),
);

describe('a table', () => {
  it('is its caption and cells, each where it starts in the text', () => {
    const text = tableText('表1', [
      ['单位', '场次'],
      ['东片区', '128\u2028人次'],
    ]);
    const { caption, rows } = tableGrid({ text });
    expect(caption).toEqual({ text: '表1', start: 0 });
    expect(rows.map((row) => row.map(({ text: words }) => words))).toEqual([
      ['单位', '场次'],
      ['东片区', '128\u2028人次'],
    ]);
    for (const cell of rows.flat()) expect(text.slice(cell.start, cell.start + cell.text.length)).toBe(cell.text);
  });

  it('has as many cells in every row, and emphasis within cells, without a word changed', () => {
    const paragraph = tabled('表1\n一\t二\n三', { marks: [{ kind: 'bold', from: 0, to: 8 }], lead: '附', level: 1, fit: 'tight' });
    const normal = normalizeTable(paragraph);
    expect(texts(normal)).toEqual([
      ['一', '二'],
      ['三', ''],
    ]);
    expect(normal).toMatchObject({ text: '附表1\n一\t二\n三\t', table: { headerRows: 1 } });
    expect(normal).not.toHaveProperty('lead');
    expect(normal).not.toHaveProperty('level');
    expect(normal).not.toHaveProperty('fit');
    expect(normalizeTable(tabled('表1\n一\t二', { fit: 'loose' }))).not.toHaveProperty('fit');
    const marked = (normal.marks ?? []).map(({ from, to }) => normal.text.slice(from, to));
    expect(marked).toEqual(['表1', '一', '二', '三']);
    expect(normalizeTable(normal)).toBe(normal);
  });

  it('has a row, header rows it has and widths for the columns it has', () => {
    expect(normalizeTable(tabled('表1'))).toMatchObject({ text: '表1\n' });
    expect(normalizeTable(tabled('\n一\t二', { table: { headerRows: 4, widths: [1, 2] } })).table).toEqual({
      headerRows: 1,
      widths: [333, 667],
    });
    expect(normalizeTable(tabled('\n一\t二', { table: { headerRows: 0, widths: [1] } })).table).toEqual({ headerRows: 0 });
  });

  it('keeps the words of more columns than it may have in the last', () => {
    const cells = Array.from({ length: mostColumns + 2 }, (_, index) => `c${String(index)}`);
    const [row = []] = texts(normalizeTable(tabled(tableText('', [cells]))));
    expect(row).toHaveLength(mostColumns);
    expect(row.at(-1)).toBe('c19 c20 c21');
  });

  it('is a table whatever stands in its text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('字', '\t', '\n', '\u2028', 'a '), { maxLength: 60 }), fc.nat(3), (parts, headerRows) => {
        const normal = normalizeTable(tabled(parts.join(''), { table: { headerRows } }));
        const rows = texts(normal);
        expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
        expect(normalizeTable(normal)).toBe(normal);
        expect(normal.text.replaceAll(/\s/gu, '')).toBe(parts.join('').replaceAll(/\s/gu, ''));
        expect(paragraphSchema.safeParse(normal).success).toBe(true);
      }),
    );
  });
});

describe('a table in an issue', () => {
  it('is saved and read with what parts its cells; a paragraph with such text is refused', () => {
    expect(parseKind('issue', JSON.parse(JSON.stringify(own)))).toEqual({ ok: true, value: own });
    expect(withPlainCharacters({ text: '一\t二\u2028三\u0000', table: { headerRows: 0 } }).text).toBe('一\t二\u2028三');
    expect(withPlainCharacters({ text: '一\t二\u2028三' }).text).toBe('一 二三');
    expect(paragraphSchema.safeParse({ id: 'p1', text: '一\n二' }).success).toBe(false);
    expect(parseKind('issue', { ...JSON.parse(JSON.stringify(own)), version: 6 } as unknown)).toMatchObject({ ok: true });
  });

  it('has its words counted, found and changed like any others', () => {
    const [item] = own.columns[0]?.items ?? [];
    expect(item && itemCharacters(item)).toBe('甲县有关情况见下表。表场次单位场次东片区'.length + 2);
    const found = issueTexts(own).find(({ text }) => text.startsWith('表1'));
    const changed = found?.edit(own, [{ from: found.text.indexOf('东'), to: found.text.indexOf('东') + 1, text: '西\t\n' }]);
    expect(changed?.columns[0]?.items[0]?.paragraphs[1]?.text).toBe('表1 场次\n单位\t场次\n西 片区\t128');
  });

  it('shows the cells that changed in a comparison', () => {
    const found = issueTexts(own).find(({ text }) => text.startsWith('表1'));
    const at = found?.text.indexOf('128') ?? 0;
    const changes = compareIssues(own, found?.edit(own, [{ from: at, to: at + 3, text: '130' }]) ?? own);
    expect(changes.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'changed', line: { text: '表1 场次\n单位\t场次\n东片区\t130' } },
    ]);
  });

  it('shows a table set otherwise as changed', () => {
    const other = updateItem(own, own.columns[0]?.items[0]?.id ?? '', (item) => ({
      ...item,
      paragraphs: item.paragraphs.map((each) => (each.table ? { ...each, table: { headerRows: 0 } } : each)),
    }));
    const changed = compareIssues(own, other).filter(({ kind }) => kind !== 'same');
    expect(changed).toMatchObject([{ kind: 'changed', isSetOtherwise: true, line: { table: { headerRows: 0 } } }]);
  });
});
