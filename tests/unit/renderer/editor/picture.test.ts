// @vitest-environment window
/** A picture in the writing surface: its caption is typed in, nothing else becomes it, and keys go around it. */
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../shared/document/issue.js';
import type { Picture } from '../../../../shared/document/picture.js';
import { blocksOf } from '../../../../renderer/editor/article-blocks.js';
import { copySelection, insertPasted } from '../../../../renderer/editor/insert-pasted.js';
import { insertPictures } from '../../../../renderer/editor/insert-pictures.js';
import { toggleLead } from '../../../../renderer/editor/lead.js';
import { mergeItem } from '../../../../renderer/editor/merge-item.js';
import { setLevel } from '../../../../renderer/editor/paragraph-level.js';
import { readPaste, type Pasted } from '../../../../renderer/editor/paste.js';
import { replaceBlocks } from '../../../../renderer/editor/replace-blocks.js';
import { sameItem } from '../../../../renderer/editor/same-item.js';
import { fromSlate, toSlate } from '../../../../renderer/editor/slate-value.js';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { turnOf } from '../../../../renderer/editor/upright-picture.js';
import { messagesNow } from '../../../../renderer/state/messages.js';
import { removePicture } from '../../../../renderer/editor/with-article.js';
import { countingIds, editorOf, sampleArticle } from './article-editor-builder.js';

const picture: Picture = { sha256: 'a'.repeat(64), type: 'png', width: 40, height: 30, alt: '书房' };
const shown: Article = {
  ...sampleArticle,
  paragraphs: [
    { id: 'p1', text: '图前的一段。' },
    { id: 'p2', text: '图1 书房', picture },
    { id: 'p3', text: '图后的一段。' },
  ],
};

const at = (editor: ArticleEditorInstance, id: string): number => blocksOf(editor).findIndex((block) => 'id' in block && block.id === id);
const shape = (editor: ArticleEditorInstance) =>
  (fromSlate(blocksOf(editor), shown) as Article).paragraphs.map(
    ({ text, lead = '', level, picture: own }) => `${own ? '图：' : ''}${level ?? ''}${lead}${text}`,
  );

function copied(editor: ArticleEditorInstance): { readonly html: string; readonly text: string } {
  const data: Record<string, string> = {};
  copySelection(editor, { setData: (type: string, words: string) => (data[type] = words) } as unknown as DataTransfer);
  return { html: data['text/html'] ?? '', text: data['text/plain'] ?? '' };
}

function opened(item: Article = shown): ArticleEditorInstance {
  return editorOf(item);
}

describe('a picture in the editor', () => {
  it('comes back as it was, with its caption as the text', () => {
    const editor = opened();
    expect(fromSlate(blocksOf(editor), shown)).toEqual(shown);
    Transforms.select(editor, Editor.end(editor, [at(editor, 'p2')]));
    editor.insertText('外景');
    expect((fromSlate(blocksOf(editor), shown) as Article).paragraphs[1]).toEqual({ id: 'p2', text: '图1 书房外景', picture });
    const other = {
      ...shown,
      paragraphs: shown.paragraphs.map((each) => (each.picture ? { ...each, picture: { ...picture, share: 50 } } : each)),
    };
    expect(sameItem(shown, other)).toBe(false);
  });

  it('takes neither lead nor level', () => {
    const editor = opened();
    Transforms.select(editor, Editor.start(editor, [at(editor, 'p2')]));
    toggleLead(editor);
    setLevel(editor, 2);
    editor.normalize({ force: true });
    expect(shape(editor)).toEqual(['图前的一段。', '图：图1 书房', '图后的一段。']);
  });

  it('gives way to a paragraph below on Enter, its caption whole', () => {
    const editor = opened();
    Transforms.select(editor, { path: [at(editor, 'p2'), 0], offset: 2 });
    editor.insertBreak();
    editor.insertText('新的一段。');
    expect(shape(editor)).toEqual(['图前的一段。', '图：图1 书房', '新的一段。', '图后的一段。']);
  });

  it('is merged with nothing by Backspace and Delete; an empty caption lets the picture go', () => {
    const editor = opened();
    Transforms.select(editor, Editor.start(editor, [at(editor, 'p3')]));
    editor.deleteBackward('character');
    Transforms.select(editor, Editor.end(editor, [at(editor, 'p1')]));
    editor.deleteForward('character');
    Transforms.select(editor, Editor.start(editor, [at(editor, 'p2')]));
    editor.deleteBackward('character');
    Transforms.select(editor, Editor.end(editor, [at(editor, 'p2')]));
    editor.deleteForward('character');
    expect(shape(editor)).toEqual(['图前的一段。', '图：图1 书房', '图后的一段。']);
    const bare = opened({ ...shown, paragraphs: shown.paragraphs.map((each) => (each.picture ? { ...each, text: '' } : each)) });
    Transforms.select(bare, Editor.start(bare, [at(bare, 'p3')]));
    bare.deleteBackward('character');
    expect(shape(bare)).toEqual(['图前的一段。', '图：', '图后的一段。']);
    Transforms.select(bare, Editor.start(bare, [at(bare, 'p2')]));
    bare.deleteBackward('character');
    expect(shape(bare)).toEqual(['图前的一段。', '图后的一段。']);
  });

  it('keeps what is left on both sides of a selection that ends in it', () => {
    const editor = opened();
    Transforms.select(editor, { anchor: { path: [at(editor, 'p2'), 0], offset: 2 }, focus: { path: [at(editor, 'p3'), 0], offset: 3 } });
    editor.deleteFragment();
    expect(shape(editor)).toEqual(['图前的一段。', '图：图1', '一段。']);
    const over = opened();
    Transforms.select(over, { anchor: { path: [at(over, 'p1'), 0], offset: 3 }, focus: { path: [at(over, 'p3'), 0], offset: 3 } });
    over.deleteFragment();
    expect(shape(over)).toEqual(['图前的一段。']);
  });

  it('stays one when several paragraphs are pasted into its caption', () => {
    const editor = opened();
    Transforms.select(editor, { path: [at(editor, 'p2'), 0], offset: 2 });
    insertPasted(editor, { paragraphs: ['甲', '乙', '丙'].map((text) => ({ lead: '', text })), dropped: [] }, countingIds('pasted'));
    editor.normalize({ force: true });
    expect(shape(editor).filter((each) => each.startsWith('图：'))).toEqual(['图：图1甲']);
    expect(shape(editor).join('')).toContain('乙');
  });

  it('alone in the body is no empty body', () => {
    const editor = opened({ ...shown, paragraphs: [{ id: 'p2', text: '', picture }] });
    expect((fromSlate(blocksOf(editor), { ...shown, paragraphs: [] }) as Article).paragraphs).toEqual([{ id: 'p2', text: '', picture }]);
  });

  it('crosses the clipboard with its caption where the selection goes over it', () => {
    const editor = opened();
    Transforms.select(editor, { anchor: Editor.end(editor, [at(editor, 'p1')]), focus: Editor.start(editor, [at(editor, 'p3')]) });
    const { html, text } = copied(editor);
    editor.deleteFragment();
    expect(shape(editor).join()).not.toContain('图：');
    insertPasted(editor, readPaste(html, text) as Pasted, countingIds('n'));
    expect(shape(editor)).toEqual(['图前的一段。', '图：图1 书房', '图后的一段。']);
    const pasted = (fromSlate(blocksOf(editor), shown) as Article).paragraphs.find(({ picture: own }) => own !== undefined);
    expect(pasted).toMatchObject({ text: '图1 书房', picture });
  });

  it('stays where words of its caption are copied', () => {
    const editor = opened();
    Transforms.select(editor, Editor.range(editor, [at(editor, 'p2')]));
    expect(copied(editor).html).not.toContain('data-picture');
    Transforms.select(editor, { anchor: Editor.start(editor, [at(editor, 'p2')]), focus: Editor.end(editor, [at(editor, 'p3')]) });
    expect(copied(editor).html).not.toContain('data-picture');
  });

  it('is pasted into the body only, and told elsewhere', () => {
    const pasted: Pasted = { paragraphs: [{ lead: '', text: '图2 外景', picture }], dropped: [] };
    const inSource = opened();
    Transforms.select(inSource, Editor.end(inSource, [blocksOf(inSource).length - 1]));
    expect(insertPasted(inSource, pasted, countingIds('n'))).toBe('已粘贴 1 段，未带入：图片 1 张（只能放在正文里，说明已带入）。');
    const inTitle = opened();
    Transforms.select(inTitle, Editor.end(inTitle, [0]));
    insertPasted(inTitle, pasted, countingIds('n'));
    expect(shape(inTitle)).toEqual(['图：图2 外景', '图前的一段。', '图：图1 书房', '图后的一段。']);
  });

  it.each(['null', '7', '{"sha256":"x"}', `{"sha256":"${'a'.repeat(64)}","type":"png","width":0,"height":9}`, '{'])(
    'is none where the clipboard says %s',
    (json) => {
      const { paragraphs } = readPaste(`<p data-picture='${json}'>字</p>`, '字') as Pasted;
      expect(paragraphs).toEqual([{ lead: '', text: '字' }]);
    },
  );

  it('is shown anew when only it changed elsewhere, and left alone when nothing did', () => {
    const editor = opened();
    const wider = {
      ...shown,
      paragraphs: shown.paragraphs.map((each) => (each.picture ? { ...each, picture: { ...picture, share: 50 } } : each)),
    };
    replaceBlocks(editor, toSlate(structuredClone(wider)));
    expect(fromSlate(blocksOf(editor), shown)).toEqual(wider);
    const before = editor.children;
    replaceBlocks(editor, toSlate(structuredClone(wider)));
    expect(editor.children).toBe(before);
    expect(sameItem(wider, structuredClone(wider))).toBe(true);
  });

  it('keeps what was changed of it while words changed elsewhere, and the other way round', () => {
    const wider = {
      ...shown,
      paragraphs: shown.paragraphs.map((each) => (each.picture ? { ...each, picture: { ...picture, share: 50 } } : each)),
    };
    const worded = { ...shown, paragraphs: shown.paragraphs.map((each) => (each.picture ? { ...each, text: '图1 外景' } : each)) };
    for (const merged of [mergeItem(shown, wider, worded), mergeItem(shown, worded, wider)])
      expect(merged.paragraphs[1]).toEqual({ id: 'p2', text: '图1 外景', picture: { ...picture, share: 50 } });
  });

  it('is told, not lost, when another article is shown by the time it is read', async () => {
    const told: (string | undefined)[] = [];
    const file = new File([new Uint8Array(8)], '外景.png', { type: 'image/png' });
    await insertPictures(
      opened(),
      [file],
      countingIds('n'),
      (sentence) => told.push(sentence),
      () => Promise.resolve(picture),
    );
    expect(messagesNow().map(({ text }) => text)).toEqual([expect.stringMatching(/没有插入：外景\.png。请回到这一篇再插入。$/u)]);
    expect(told).toEqual(['正在读入图片…']);
  });

  it('is taken out whole', () => {
    const editor = opened();
    removePicture(editor, 'p2');
    expect(shape(editor)).toEqual(['图前的一段。', '图后的一段。']);
  });
});

describe('how a camera was held', () => {
  const exif = (turn: number, isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(40));
    const put = (at: number, value: number, size: 2 | 4) =>
      size === 2 ? view.setUint16(at, value, isLittle) : view.setUint32(at, value, isLittle);
    view.setUint16(0, 0xffd8);
    view.setUint16(2, 0xffe1);
    view.setUint16(4, 34);
    view.setUint32(6, 0x45786966);
    view.setUint16(12, isLittle ? 0x4949 : 0x4d4d);
    put(14, 42, 2);
    put(16, 8, 4);
    put(20, 1, 2);
    put(22, 0x0112, 2);
    put(24, 3, 2);
    put(26, 1, 4);
    put(30, turn, 2);
    return new Uint8Array(view.buffer);
  };
  it.each([1, 3, 6, 8])('is read in both byte orders: %i', (turn) => {
    expect([turnOf(exif(turn, true)), turnOf(exif(turn, false))]).toEqual([turn, turn]);
  });

  it('is upright where nothing says otherwise, whatever the bytes', () => {
    for (let length = 0; length < 40; length += 1) expect(turnOf(exif(6, true).subarray(0, length)) >= 1).toBe(true);
    expect(turnOf(new Uint8Array(64).fill(0xff))).toBe(1);
  });
});
