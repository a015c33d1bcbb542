// @vitest-environment window
import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blocksOf, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { insertPasted, pasteSentence } from '../../../../renderer/editor/insert-pasted.js';
import { readPaste, readPastedHtml, readPastedText } from '../../../../renderer/editor/paste.js';
import { fromSlate } from '../../../../renderer/editor/slate-value.js';
import type { Item } from '../../../../shared/document/issue.js';
import { countingIds, editorOf, sampleArticle } from './article-editor-builder.js';

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-weight:bold}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='text-indent:32pt'><b><span lang=EN-US>1.</span><span style='font-family:仿宋'>建机制。</span></b><span>每月
调度 <b>126</b> 场，
99
项。<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>　　<span style='font-weight:normal'><b style='font-weight:normal'>普通</b>段落</span></p><!--EndFragment--></body></html>`;

function pasteInto(item: Item, index: number, offset: number, pasted: ReturnType<typeof readPastedText>): Item {
  const editor = editorOf(item);
  Transforms.select(editor, pointInBlock(editor, index, offset));
  insertPasted(editor, pasted, countingIds('pasted'));
  return fromSlate(blocksOf(editor), item);
}

describe('what a paste brings', () => {
  it('is one paragraph a line of plain text, typed indents and blank lines left out', () => {
    expect(readPastedText('　　第一段。\r\n\r\n  第二段 126 场\u2028第三段').paragraphs.map(({ text }) => text)).toEqual([
      '第一段。',
      '第二段 126 场',
      '第三段',
    ]);
  });

  it('is the paragraphs and bold openings of a Word fragment', () => {
    expect(readPastedHtml(wordHtml)).toEqual({
      paragraphs: [
        { lead: '1.建机制。', text: '每月调度 126 场， 99 项。', marks: [{ from: 5, to: 8, kind: 'bold' }] },
        { lead: '', text: '普通段落' },
      ],
      dropped: [],
    });
  });

  it('keeps the words of tables and links and counts what it drops', () => {
    const { paragraphs, dropped } = readPastedHtml(
      '<h2>标题</h2><table><tr><td>甲</td><td>乙</td></tr></table><a href="x">链接</a><br>下行<img><div style="display:none">藏</div>',
    );
    expect(paragraphs.map(({ lead, text }) => lead + text)).toEqual(['标题', '\n甲\t乙', '链接', '下行']);
    expect(dropped).toEqual(['图片 1 张', '链接 1 处（文字保留）']);
  });

  it('is told in one sentence, or not at all', () => {
    expect(pasteSentence(readPastedText('一句'))).toBeUndefined();
    expect(pasteSentence(readPastedText('一\n二'))).toBe('已粘贴 2 段。');
    expect(pasteSentence(readPastedHtml('<img>'))).toBe('没有粘贴文字，未带入：图片 1 张。');
  });
});

describe('what a paste leaves out', () => {
  const texts = (html: string): readonly string[] => readPastedHtml(html).paragraphs.map(({ lead, text }) => lead + text);

  it('is what was deleted while Word tracked changes; what was inserted stays', () => {
    const word = `<p class=MsoNormal>甲县<s><del cite="mailto:%E7%94%B2" datetime="2031-05-06T07:08"><span lang=EN-US>旧</span></del></s><span
class=msoIns><ins cite="mailto:%E7%94%B2" datetime="2031-05-06T07:08">新</ins></span>做法<span class=msoDel><del>删</del></span><span class=msoDel>除</span></p>`;
    expect(texts(word)).toEqual(['甲县新做法']);
    expect(readPastedHtml(word).dropped).toEqual(['已删除或划掉的文字 3 处']);
    expect(texts('<p>甲<span style="text-decoration: line-through">乙</span><strike>丙</strike>丁</p>')).toEqual(['甲丁']);
  });

  it('is no note of Word or LibreOffice whose words are on the clipboard: it comes in at its place', () => {
    const word = `<p class=MsoNormal>甲县<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>工作</p><div style='mso-element:footnote-list'><hr><div
style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1">[1]</a>注文</p></div></div>`;
    const came = { paragraphs: [{ text: '甲县工作', footnotes: [{ at: 2, text: '注文' }] }], dropped: [] };
    expect(readPastedHtml(word)).toMatchObject(came);
    expect(readPastedHtml(word.replaceAll('footnote', 'endnote').replaceAll('ftn', 'edn'))).toMatchObject(came);
    const writer = `<p>甲县<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>工作</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>注文</p></div>`;
    expect(readPastedHtml(writer)).toMatchObject(came);
  });

  it('is a note whose words did not come, a note within a note, and a second mark of one', () => {
    const told = (html: string) => [texts(html), readPastedHtml(html).paragraphs[0]?.footnotes, readPastedHtml(html).dropped];
    const mark = (id: string) => `<a style='mso-footnote-id:${id}' href="#_${id}">[1]</a>`;
    const note = (id: string, words: string) => `<div style='mso-element:footnote' id=${id}><p>${mark(id)}${words}</p></div>`;
    expect(told('<p>甲县<span style="mso-special-character:footnote;">1</span>工作</p>')).toEqual([
      ['甲县工作'],
      undefined,
      ['脚注、尾注 1 处'],
    ]);
    expect(told(`<p>甲县${mark('ftn1')}工作</p>`)).toEqual([['甲县工作'], undefined, ['脚注、尾注 1 处']]);
    expect(told(`<p>甲县${mark('ftn1')}工作</p>${note('ftn1', '')}`)).toEqual([['甲县工作'], undefined, ['脚注、尾注 1 处']]);
    const twice = `<p>甲县${mark('ftn1')}工作${mark('ftn1')}</p>${note('ftn1', '注')}`;
    expect(told(twice)).toEqual([['甲县工作'], [{ at: 2, text: '注' }], ['脚注、尾注 1 处']]);
    // Notes that point at one another end somewhere.
    const circle = `<p>甲县${mark('ftn1')}工作</p>${note('ftn1', `甲${mark('ftn2')}`)}${note('ftn2', `乙${mark('ftn1')}`)}`;
    expect(told(circle)).toEqual([['甲县工作'], [{ at: 2, text: '甲' }], ['脚注、尾注 1 处']]);
  });

  it('is comments', () => {
    const word = `<p>甲县<span class=MsoCommentReference><span><a href="#_msocom_1">[甲1]</a></span></span>工作</p><div
style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>改一改</p></div></div>`;
    expect([texts(word), readPastedHtml(word).dropped]).toEqual([['甲县工作'], ['批注 1 处']]);
  });
});

describe('a pasted table', () => {
  it('keeps the lines of its cells, and empty ones', () => {
    const word = `<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>单位</b></p></td><td><p class=MsoNormal><b>场次</b></p></td><td></td></tr>
<tr><td><p>甲县</p><p>乙区</p></td><td></td><td><p>12</p></td></tr></table><p>正文。</p>`;
    expect(readPastedHtml(word).paragraphs.map(({ text }) => text)).toEqual(['\n单位\t场次\t\n甲县\u2028乙区\t\t12', '正文。']);
  });
});

describe('a paste that is too large', () => {
  it('is refused with its size and the remedy, unread', () => {
    expect(readPaste('', '甲'.repeat(5_000_000))).toEqual({
      refusal: '粘贴的内容太大（约 5,000,000 字），没有粘贴。请分几次粘贴，或存成文件后用“导入”。',
    });
    expect(readPaste('', '甲\n'.repeat(151))).toMatchObject({ refusal: expect.stringContaining('151 段') });
    expect(readPaste(`<p>${'甲'.repeat(20_001)}</p>`, '')).toMatchObject({ refusal: expect.stringContaining('20,001 字') });
  });

  it('comes without its form when only that is too large', () => {
    expect(readPaste(`<p><b>甲</b></p><!--${'x'.repeat(500_000)}-->`, '甲')).toEqual({
      paragraphs: [{ lead: '', text: '甲' }],
      dropped: ['格式（内容太大，只带入文字）'],
    });
  });

  it('is taken up to the size of a long article', () => {
    expect(readPaste('', '甲县抓实工作\n'.repeat(150))).toMatchObject({ paragraphs: { length: 150 } });
    expect(readPaste('<p><b>甲。</b>乙</p>', '甲。乙')).toMatchObject({ paragraphs: [{ lead: '甲。', text: '乙' }] });
  });
});

describe('where a paste goes', () => {
  const pasted = readPastedText('甲\n乙\n丙');

  it('splits a paragraph and keeps its end', () => {
    const item = pasteInto(sampleArticle, 5, 2, pasted);
    expect(item.paragraphs.slice(0, 3).map(({ text }) => text)).toEqual(['今年甲', '乙', '丙以来，示例区把阵地建在群众身边。']);
    expect(new Set(item.paragraphs.map(({ id }) => id)).size).toBe(item.paragraphs.length);
  });

  it('opens the body with what follows a pasted title', () => {
    const item = pasteInto({ type: 'article', id: 'x', title: '', paragraphs: [], sources: [] }, 0, 0, pasted);
    expect(item).toMatchObject({ title: '甲', paragraphs: [{ text: '乙' }, { text: '丙' }] });
    expect(item.paragraphs.length).toBe(2);
  });

  it('makes units in the source line and paragraphs in the note', () => {
    expect(pasteInto(sampleArticle, 9, 12, pasted).sources).toEqual(['示例区委宣传部', '甲县文化甲', '乙', '丙局']);
    expect(pasteInto(sampleArticle, 4, 5, pasted)).toMatchObject({ editorNote: ['示例区的做法可供借鉴。', '现予刊发。甲', '乙', '丙'] });
  });

  it('keeps a lead only where it opens a paragraph', () => {
    const html = readPastedHtml('<p><b>一句。</b>其余。</p>');
    expect(pasteInto(sampleArticle, 5, 3, html).paragraphs[0]).toEqual({
      id: 'p1',
      text: '今年以一句。其余。来，示例区把阵地建在群众身边。',
    });
    expect(pasteInto(sampleArticle, 5, 0, html).paragraphs[0]).toEqual({
      id: 'p1',
      lead: '一句。',
      text: '其余。今年以来，示例区把阵地建在群众身边。',
    });
  });
});
