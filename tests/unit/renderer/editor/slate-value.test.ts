import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphFits } from '../../../../shared/document/paragraph-fit.js';
import type { Item, Level } from '../../../../shared/document/issue.js';
import { itemSchema } from '../../../../shared/document/issue-schema.js';
import { plainLine } from '../../../../shared/document/plain-characters.js';
import { fromSlate, parseSources, toSlate } from '../../../../renderer/editor/slate-value.js';
import { editorOf, sampleArticle, sampleBrief } from './article-editor-builder.js';

const line = fc.string({ unit: fc.constantFrom('示', '例', '区', '。', '、', '“', '”', '9', 'a', ' ', '（', '喆', '𠮷'), maxLength: 12 });
const id = fc.uuid();
const paragraph = fc.record(
  {
    id,
    text: line,
    lead: line.filter((text) => text !== ''),
    level: fc.constantFrom<Level>(1, 2, 3, 4),
    fit: fc.constantFrom(...paragraphFits),
  },
  { requiredKeys: ['id', 'text'] },
);
const shared = {
  id,
  title: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  paragraphs: fc.array(paragraph, { maxLength: 5 }),
  sources: fc.array(line, { maxLength: 3 }),
};
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record(
    { type: fc.constant('article' as const), ...shared, subtitle: line, editorNote: fc.array(line, { maxLength: 3 }), coverTitle: line },
    { requiredKeys: ['type', 'id', 'title', 'paragraphs', 'sources'] },
  ),
  fc.record(
    { type: fc.constant('brief' as const), ...shared, leadInferred: fc.constant(true as const) },
    { requiredKeys: ['type', 'id', 'title', 'paragraphs', 'sources'] },
  ),
);

describe('articles in Slate and back', () => {
  it('gives back the same article', () => {
    expect(fromSlate(toSlate(sampleArticle), sampleArticle)).toEqual(sampleArticle);
    expect(fromSlate(toSlate(sampleBrief), sampleBrief)).toBe(sampleBrief);
  });

  it('gives back any item, also without the memory of nodes', () => {
    fc.assert(
      fc.property(item, (value) => {
        expect(fromSlate(toSlate(value), value)).toEqual(value);
        expect(fromSlate(structuredClone(toSlate(value)), value)).toEqual(value);
      }),
    );
  });

  it('finds nothing to normalise in any item', () => {
    fc.assert(
      fc.property(item, (value) => {
        const editor = editorOf(value);
        expect(fromSlate(editor.children as ReturnType<typeof toSlate>, value)).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps untouched paragraphs as the very same values', () => {
    const value = toSlate(sampleArticle);
    const changed = fromSlate(
      value.map((node) => (node.type === 'title' ? { ...node, children: [{ text: '改' }] } : node)),
      sampleArticle,
    );
    expect(changed.title).toBe('改\n改');
    expect(changed.paragraphs[1]).toBe(sampleArticle.paragraphs[1]);
  });

  it('takes a corrected title to the cover, which keeps its own break; other wording stays', () => {
    const titled = (item: Item, title: string): Item =>
      fromSlate(
        toSlate(item).map((node) => (node.type === 'title' ? { ...node, children: [{ text: title }] } : node)),
        item,
      );
    const own = { ...sampleArticle, title: '甲县抓实阵地建没', coverTitle: '甲县抓实\n阵地建没' };
    expect(titled(own, '甲县抓实阵地建设')).toMatchObject({ title: '甲县抓实阵地建设', coverTitle: '甲县抓实\n阵地建设' });
    expect(titled({ ...own, coverTitle: '甲县阵地建没' }, '甲县抓实阵地建设')).toMatchObject({ coverTitle: '甲县阵地建没' });
    expect(titled({ ...sampleBrief, title: '甲县宣传', coverTitle: '甲县\n宣传' }, '甲县宣讲')).toMatchObject({ coverTitle: '甲县\n宣讲' });
  });

  it('reads units with and without brackets', () => {
    expect(parseSources('（示例区委宣传部、 甲县 ）')).toEqual(['示例区委宣传部', '甲县']);
    expect(parseSources('(甲县)')).toEqual(['甲县']);
    expect(parseSources('甲县（乙镇）、丙局')).toEqual(['甲县（乙镇）', '丙局']);
    expect(parseSources(' ')).toEqual([]);
  });

  it('lets no control character through', () => {
    const value = toSlate(sampleBrief).map((node) => ({ ...node, children: [{ text: '甲\u0000\t乙\u2028\u000b丙' }] }) as typeof node);
    expect(itemSchema.parse(fromSlate(value, sampleBrief)).title).toBe('甲 乙丙');
    expect(plainLine('a\u00ad\ud842\udfb7')).toBe('a\u00ad𠮷');
  });
});
