import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blocksOf, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { replaceBlocks } from '../../../../renderer/editor/replace-blocks.js';
import { sameItem } from '../../../../renderer/editor/same-item.js';
import { fromSlate, toSlate } from '../../../../renderer/editor/slate-value.js';
import type { Article } from '../../../../shared/document/issue.js';
import { retitle } from '../../../../shared/document/retitle.js';
import { editorOf, sampleArticle } from './article-editor-builder.js';

const changed: Article = { ...retitle(sampleArticle, '新标题'), paragraphs: sampleArticle.paragraphs.toSpliced(0, 1) };

describe('a value from elsewhere', () => {
  it('is taken over whole', () => {
    const editor = editorOf(sampleArticle);
    replaceBlocks(editor, toSlate(changed));
    expect(fromSlate(blocksOf(editor), sampleArticle)).toEqual(changed);
  });

  it('is taken over where only the letter spacing of a paragraph differs', () => {
    const fitted: Article = { ...sampleArticle, paragraphs: sampleArticle.paragraphs.map((each) => ({ ...each, fit: 'loose' as const })) };
    expect(sameItem(sampleArticle, fitted)).toBe(false);
    const editor = editorOf(sampleArticle);
    replaceBlocks(editor, toSlate(fitted));
    expect(fromSlate(blocksOf(editor), sampleArticle)).toEqual(fitted);
  });

  it('leaves the blocks that are alike the same objects', () => {
    const editor = editorOf(sampleArticle);
    const last = blocksOf(editor).at(-2);
    replaceBlocks(editor, structuredClone(toSlate(changed)));
    expect(blocksOf(editor).at(-2)).toBe(last);
  });

  it('does nothing when everything is alike', () => {
    const editor = editorOf(sampleArticle);
    const before = editor.children;
    replaceBlocks(editor, structuredClone(toSlate(sampleArticle)));
    expect(editor.children).toBe(before);
  });

  it('keeps the cursor in its paragraph though paragraphs before it go', () => {
    const editor = editorOf(sampleArticle);
    Transforms.select(editor, pointInBlock(editor, 8, 9));
    replaceBlocks(editor, toSlate(changed));
    const block = blocksOf(editor)[editor.selection?.anchor.path[0] ?? 0];
    expect(block).toMatchObject({ type: 'paragraph', id: 'p4' });
    expect(editor.selection?.anchor).toEqual(pointInBlock(editor, 6, 9));
  });

  it('puts the cursor in the title when its paragraph is gone', () => {
    const editor = editorOf(sampleArticle);
    Transforms.select(editor, pointInBlock(editor, 5, 3));
    replaceBlocks(editor, toSlate(changed));
    expect(editor.selection?.anchor).toEqual({ path: [0, 0], offset: 0 });
  });
});
