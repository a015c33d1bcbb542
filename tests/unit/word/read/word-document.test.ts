/** What a Word file says comes out as a value: who changed what and when, what comments and bookmarks are about. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../shared/word/read/read-docx.js';
import { foldLines } from '../../../../shared/word/read/fold-lines.js';
import type { WordBlock, WordParagraph, WordRun } from '../../../../shared/word/read/word-document.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const gone = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const mark = (name: string, id: number, more = '') => `<w:${name} w:id="${id}" ${more}/>`;
const by = (author: string, date = '2025-03-04T09:30:00Z') => `w:author="${author}" w:date="${date}"`;
const read = (parts: Parameters<typeof buildDocx>[0]) => readDocx(buildDocx(parts), '甲.docx');

const paragraphs = (blocks: readonly WordBlock[]) => blocks.filter((block): block is WordParagraph => block.kind === 'paragraph');
const runs = (block: WordBlock | undefined): readonly WordRun[] =>
  block?.kind === 'paragraph' ? block.inlines.filter((inline): inline is WordRun => inline.kind === 'text') : [];
const looks = (block: WordBlock | undefined) =>
  runs(block).map(({ text, traits, changes }) => ({ text, traits, changes: changes.map(({ kind, author }) => `${kind} ${author}`) }));

describe('runs', () => {
  it('carry how they look, styles included', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="p"><w:name w:val="文章正文"/><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="c"><w:name w:val="强调"/><w:rPr><w:b/><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>`;
    const body = paragraph(
      run('示例区') +
        run('三年', '<w:rStyle w:val="c"/>') +
        run('建成', '<w:rStyle w:val="c"/><w:b w:val="0"/><w:u w:val="single"/>') +
        run('2', '<w:vertAlign w:val="superscript"/><w:i/><w:strike/>'),
      '<w:pStyle w:val="p"/>',
    );
    const plain = { isBold: false, isItalic: false, isUnderlined: false, isStruck: false, isHidden: false };
    expect(looks(read({ body, styles }).body[0])).toEqual([
      { text: '示例区', traits: { ...plain, face: '仿宋_GB2312' }, changes: [] },
      { text: '三年', traits: { ...plain, isBold: true, face: '楷体_GB2312' }, changes: [] },
      { text: '建成', traits: { ...plain, isUnderlined: true, face: '楷体_GB2312' }, changes: [] },
      { text: '2', traits: { ...plain, isItalic: true, isStruck: true, raised: 'superscript', face: '仿宋_GB2312' }, changes: [] },
    ]);
  });

  it('carry who inserted and who deleted them, and when', () => {
    const body = paragraph(
      `${run('示例区')}<w:ins ${by('王审')}>${run('已')}<w:del ${by('李审', '2025-03-05T10:00:00Z')}>${gone('全部')}</w:del></w:ins><w:del ${by('王审')}>${gone('拟')}</w:del>`,
    );
    const { body: blocks, changes } = read({ body });
    expect(runs(blocks[0]).map(({ text, changes: own }) => [text, own])).toEqual([
      ['示例区', []],
      ['已', [{ kind: 'ins', author: '王审', date: '2025-03-04T09:30:00Z' }]],
      ['全部', [changes[0], { kind: 'del', author: '李审', date: '2025-03-05T10:00:00Z' }]],
      ['拟', [{ kind: 'del', author: '王审', date: '2025-03-04T09:30:00Z' }]],
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(['ins', 'del', 'del']);
    // A change is one value, wherever it is met.
    expect(runs(blocks[0])[2]?.changes[1]).toBe(changes[1]);
  });

  it('carry a change of format beside the words it is about', () => {
    const body = paragraph(run('示例区', `<w:b/><w:rPrChange ${by('王审')}><w:rPr/></w:rPrChange>`));
    expect(looks(read({ body }).body[0])[0]).toMatchObject({ text: '示例区', changes: ['format 王审'] });
  });

  it('carry the name that both ends of a move share', () => {
    const moved = (kind: 'moveFrom' | 'moveTo', name: string, id: number, words: string) =>
      `${mark(`${kind}RangeStart`, id, `w:name="${name}"`)}<w:${kind} ${by('王审')}>${run(words)}</w:${kind}>${mark(`${kind}RangeEnd`, id)}`;
    const body =
      paragraph(moved('moveFrom', '移1', 1, '先甲') + moved('moveFrom', '移2', 3, '后乙')) +
      paragraph(moved('moveTo', '移2', 4, '后乙') + run('中') + moved('moveTo', '移1', 2, '先甲'));
    const { changes } = read({ body });
    expect(changes.map(({ kind, move }) => [kind, move])).toEqual([
      ['moveFrom', '移1'],
      ['moveFrom', '移2'],
      ['moveTo', '移2'],
      ['moveTo', '移1'],
    ]);
  });
});

describe('paragraphs, tables, furniture', () => {
  it('keep style, level, alignment and the number Word shows apart from the words', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>';
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="文章一级标题"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>';
    const body = paragraph(
      run('建强阵地'),
      '<w:pStyle w:val="h"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:jc w:val="both"/>',
    );
    const [block] = read({ body, numbering, styles }).body;
    expect(block).toMatchObject({ styleName: '文章一级标题', outlineLevel: 3, align: 'justify', number: '一、', index: 0 });
    expect(runs(block).map(({ text }) => text)).toEqual(['建强阵地']);
  });

  it('say of their mark and of their format who changed it', () => {
    const body = paragraph(run('上段，'), `<w:rPr><w:del ${by('王审')}/></w:rPr><w:pPrChange ${by('李审')}><w:pPr/></w:pPrChange>`);
    expect(paragraphs(read({ body }).body)[0]?.markChanges.map(({ kind, author }) => [kind, author])).toEqual([
      ['del', '王审'],
      ['format', '李审'],
    ]);
  });

  it('keep a table as rows and cells, also within a content control, with rows and cells that were deleted', () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tblPr/><w:tr>${cell('项目')}${cell('数', `<w:cellDel ${by('李审')}/>`)}</w:tr><w:sdt><w:sdtContent><w:tr><w:trPr><w:del ${by('王审')}/></w:trPr>${cell('书房')}<w:sdt><w:sdtContent>${cell('6')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`;
    const [block] = read({ body: table }).body;
    const rows = block?.kind === 'table' ? block.rows : [];
    expect(
      rows.map(({ cells, changes }) => [changes.map(({ author }) => author), cells.map(({ blocks }) => looks(blocks[0])[0]?.text)]),
    ).toEqual([
      [[], ['项目', '数']],
      [['王审'], ['书房', '6']],
    ]);
    expect(rows[0]?.cells.map(({ changes }) => changes.map(({ kind, author }) => `${kind} ${author}`))).toEqual([[], ['del 李审']]);
  });

  it('keep text boxes on their paragraph and count paragraphs in reading order', () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('框内'))}</w:txbxContent></w:pict></w:r>`;
    const blocks = paragraphs(read({ body: paragraph(box + run('甲')) + paragraph(run('乙')) }).body);
    expect(blocks.map(({ index }) => index)).toEqual([0, 2]);
    expect(blocks[0]?.boxes.map((inner) => inner.map((each) => [looks(each)[0]?.text, each.kind === 'paragraph' && each.index]))).toEqual([
      [['框内', 1]],
    ]);
  });
});

describe('places', () => {
  it('gives a comment its author, date, words and the stretch it is about, deleted words counted', () => {
    const comments = `<w:comment w:id="5" ${by('王审')}>${paragraph(run('请核。'))}${paragraph(run('再报。'))}</w:comment><w:comment w:id="6" w:author="李审">${paragraph(run('无处'))}</w:comment>`;
    const body =
      paragraph(run('开头')) +
      paragraph(`${run('藏书')}<w:del ${by('李审')}>${gone('约')}</w:del>${mark('commentRangeStart', 5)}${run('两万册')}`) +
      paragraph(`${run('，六处')}${mark('commentRangeEnd', 5)}${run('。')}`);
    const document = read({ body, comments });
    expect(document.comments).toEqual([
      {
        id: '5',
        author: '王审',
        date: '2025-03-04T09:30:00Z',
        paragraphs: ['请核。', '再报。'],
        range: { from: { paragraph: 1, offset: 3 }, to: { paragraph: 2, offset: 3 } },
      },
      { id: '6', author: '李审', paragraphs: ['无处'] },
    ]);
    expect(foldLines(document).leftAside.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '修订中删除的文字'],
      [2, '批注（王审，针对“两万册，六处”）'],
      [3, '批注（李审）'],
    ]);
  });

  it('places a comment and a note whose mark was deleted where it stood', () => {
    const comments = `<w:comment w:id="5" w:author="王审">${paragraph(run('删得好'))}</w:comment>`;
    const footnotes = `<w:footnote w:id="2">${paragraph(run('见年鉴。'))}</w:footnote>`;
    const body =
      paragraph(run('甲') + `<w:del ${by('李审')}><w:r>${mark('commentReference', 5)}${mark('footnoteReference', 2)}</w:r></w:del>`) +
      paragraph(run('乙'));
    const document = read({ body, comments, footnotes });
    expect(document.notes[0]?.at).toEqual({ paragraph: 0, offset: 1 });
    expect(foldLines(document).leftAside.map(({ line }) => line)).toEqual([1, 1]);
  });

  it('keeps bookmarks by name, within a paragraph and over several', () => {
    const body =
      paragraph(`${run('示例')}${mark('bookmarkStart', 1, 'w:name="甲篇"')}${run('区')}${mark('bookmarkEnd', 1)}`) +
      mark('bookmarkStart', 2, 'w:name="全文"') +
      paragraph(run('乙')) +
      paragraph(run('丙')) +
      mark('bookmarkEnd', 2);
    expect(read({ body }).bookmarks).toEqual([
      { name: '甲篇', range: { from: { paragraph: 0, offset: 2 }, to: { paragraph: 0, offset: 3 } } },
      { name: '全文', range: { from: { paragraph: 1, offset: 0 }, to: { paragraph: 3, offset: 0 } } },
    ]);
  });

  it('reads notes as paragraphs of runs, with what was changed in them', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">${paragraph(`${run('见', '<w:b/>')}<w:ins ${by('王审')}>${run('年鉴')}</w:ins>`)}</w:footnote>`;
    const { notes, changes } = read({ body: paragraph(`${run('藏书')}<w:r>${mark('footnoteReference', 2)}</w:r>`), footnotes });
    expect(notes.map(({ kind, id, at }) => [kind, id, at])).toEqual([['footnotes', '2', { paragraph: 0, offset: 2 }]]);
    expect(looks(notes[0]?.blocks[0]).map(({ text, traits, changes: own }) => [text, traits.isBold, own])).toEqual([
      ['见', true, []],
      ['年鉴', false, ['ins 王审']],
    ]);
    expect(changes).toHaveLength(1);
  });
});

describe('folding', () => {
  const piece = fc.record({
    text: fc.stringMatching(/^[甲乙丙丁，。]{1,4}$/u),
    kind: fc.constantFrom('plain', 'bold', 'ins', 'del', 'moveFrom', 'moveTo', 'hidden'),
  });
  const toXml = ({ text, kind }: { readonly text: string; readonly kind: string }): string => {
    if (kind === 'plain') return run(text);
    if (kind === 'bold') return run(text, '<w:b/>');
    if (kind === 'hidden') return run(text, '<w:vanish/>');
    return `<w:${kind} ${by('王审')}>${kind === 'del' ? gone(text) : run(text)}</w:${kind}>`;
  };

  it('keeps or lists every character of the value, whatever was changed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (content) => {
        const document = read({ body: content.map((pieces) => paragraph(pieces.map(toXml).join(''))).join('') });
        const { lines, leftAside } = foldLines(document);
        const isLost = ({ kind }: { readonly kind: string }) => ['del', 'moveFrom', 'hidden'].includes(kind);
        const words = (pieces: typeof content, kept: boolean) =>
          pieces.map((each) =>
            each
              .filter((one) => isLost(one) !== kept)
              .map(({ text }) => text)
              .join(''),
          );
        expect(
          document.body.map((block) =>
            runs(block)
              .map(({ text }) => text)
              .join(''),
          ),
        ).toEqual(content.map((pieces) => pieces.map(({ text }) => text).join('')));
        expect(lines.map(({ text }) => text)).toEqual(words(content, true));
        expect(leftAside.map(({ text }) => text).join('')).toBe(words(content, false).join(''));
      }),
      { numRuns: 200 },
    );
  });
});
