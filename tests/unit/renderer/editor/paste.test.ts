// @vitest-environment happy-dom
import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blocksOf, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { insertPasted, pasteSentence } from '../../../../renderer/editor/insert-pasted.js';
import { readPastedHtml, readPastedText } from '../../../../renderer/editor/paste.js';
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
        { lead: '1.建机制。', text: '每月调度 126 场， 99 项。' },
        { lead: '', text: '普通段落' },
      ],
      dropped: ['段中加粗 1 处'],
    });
  });

  it('keeps the words of tables and links and counts what it drops', () => {
    const { paragraphs, dropped } = readPastedHtml(
      '<h2>标题</h2><table><tr><td>甲</td><td>乙</td></tr></table><a href="x">链接</a><br>下行<img><div style="display:none">藏</div>',
    );
    expect(paragraphs.map(({ lead, text }) => lead + text)).toEqual(['标题', '甲乙', '链接', '下行']);
    expect(dropped).toEqual(['图片 1 张', '表格 1 个（文字留作段落）', '链接 1 处（文字保留）']);
  });

  it('is told in one sentence, or not at all', () => {
    expect(pasteSentence(readPastedText('一句'))).toBeUndefined();
    expect(pasteSentence(readPastedText('一\n二'))).toBe('已粘贴 2 段。');
    expect(pasteSentence(readPastedHtml('<img>'))).toBe('没有粘贴文字，未带入：图片 1 张。');
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
