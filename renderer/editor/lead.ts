/** 段首句: marking, unmarking, confirming, and what is typed at its edge. */
import { Editor, Path, Range, Text, Transforms } from 'slate';
import type { Level } from '../../shared/document/issue.js';
import { blockAt, blocksOf, offsetInBlock, pointInBlock } from './article-blocks.js';
import { blockText, leadLength } from './slate-value.js';
import { isFootnote, type ArticleEditorInstance, type ArticleText, type ParagraphBlock } from './slate-types.js';

/** Where the sentence that holds `offset` ends, its stop and closing marks included; the text's end without a stop. */
export function sentenceEnd(text: string, offset: number): number {
  for (const match of text.matchAll(/[。！？!?…]+[”’」』）》]*/gu)) {
    const end = match.index + match[0].length;
    if (end >= offset) return end;
  }
  return text.length;
}

/** Marks or unmarks the 段首句 of the paragraph with the cursor: to the end of its sentence, or of the selection. */
export function toggleLead(editor: ArticleEditorInstance): void {
  const { selection } = editor;
  const found = selection && blockAt(editor, Range.start(selection));
  if (!found || found.block.type !== 'paragraph') return;
  const text = blockText(found.block);
  const current = leadLength(found.block);
  const [start, end] = Range.edges(selection).map((point) =>
    point.path[0] === found.index ? offsetInBlock(editor, point) : text.length,
  ) as [number, number];
  const isCollapsed = Range.isCollapsed(selection);
  const target = isCollapsed || start > 0 ? sentenceEnd(text, end) : end;
  const isMarked = isCollapsed ? current > 0 && end <= current : target === current || (start > 0 && end <= current);
  setLead(editor, found.index, isMarked ? 0 : target);
}

/** Makes the first `length` characters of a paragraph its lead; 0 takes the lead away. A lead set by hand is no guess. */
export function setLead(editor: ArticleEditorInstance, index: number, length: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.unsetNodes(editor, 'lead', { at: [index], match: Text.isText, mode: 'all' });
    if (length > 0) {
      const at = { anchor: Editor.start(editor, [index]), focus: pointInBlock(editor, index, length) };
      Transforms.setNodes<ArticleText>(editor, { lead: true }, { at, match: Text.isText, split: true });
    }
    Transforms.unsetNodes<ParagraphBlock>(editor, 'leadInferred', { at: [index] });
  });
}

/** Takes the guessed lead of one paragraph, or of all of them, as right. */
export function confirmLead(editor: ArticleEditorInstance, paragraphId?: string): void {
  Editor.withoutNormalizing(editor, () => {
    for (const [index, block] of blocksOf(editor).entries()) {
      const isAsked = block.type === 'paragraph' && block.leadInferred && (paragraphId === undefined || block.id === paragraphId);
      if (isAsked) Transforms.unsetNodes<ParagraphBlock>(editor, 'leadInferred', { at: [index] });
    }
  });
}

/**
 * What is typed right behind a lead is running text. The cursor there is kept at the end of the lead's text with
 * empty marks, because browsers compose into the text before an edge whatever the selection says.
 */
export function settleMarks(editor: ArticleEditorInstance): void {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return;
  const point = selection.anchor;
  const found = blockAt(editor, point);
  if (!found || found.block.type !== 'paragraph') return;
  const length = leadLength(found.block);
  if (length === 0 || offsetInBlock(editor, point) !== length) return;
  const edge = pointInBlock(editor, found.index, length);
  // In or behind the number of a footnote that follows the lead is no edge of it.
  if (found.block.children.slice(edge.path[1], (point.path[1] ?? 0) + 1).some(isFootnote)) return;
  if (!Path.equals(edge.path, point.path) || edge.offset !== point.offset) Transforms.select(editor, edge);
  editor.marks = {};
}

/** Number that opens a heading of a level: 一、 （一） 1. （1）. */
export function levelNumber(level: Level, count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`;
  if (level === 2) return `（${chineseNumber(count)}）`;
  return level === 3 ? `${String(count)}.` : `（${String(count)}）`;
}

const numberPatterns: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}[.．](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** The heading number a text opens with, or an empty string. */
export function openingNumber(text: string): string {
  return numberPatterns.map((pattern) => pattern.exec(text)?.[0] ?? '').find((number) => number !== '') ?? '';
}

function chineseNumber(count: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(count / 10);
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${digits[count % 10] ?? ''}`;
}
