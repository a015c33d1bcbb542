/** Puts pasted paragraphs where the cursor is, and the editor's own selection on the clipboard. */
import { escapeMarkup } from '../../shared/escape-markup.js';
import { Editor, Node, Range, Transforms } from 'slate';
import { blockAt, blocksOf, offsetInBlock, pointInBlock } from './article-blocks.js';
import { footnoteAttribute, type Pasted, type PastedParagraph } from './paste.js';
import { noteInBrackets, wordsWithNotes } from '../../shared/document/footnotes.js';
import { marksPart, shiftMarks } from '../../shared/document/text-marks.js';
import { cellLineEnd, normalizeTable, tableGrid } from '../../shared/document/table.js';
import { pasteCells } from './paste-cells.js';
import { pictureAttribute } from './pasted-picture.js';
import { isBodyNode, leadChildren, leadLength, type BodyNode } from './slate-value.js';
import {
  isFootnote,
  type ArticleBlock,
  type ArticleEditorInstance,
  type ArticleInline,
  type ArticleText,
  type ParagraphBlock,
  type TableNode,
  type TextBlock,
} from './slate-types.js';
import { tableNodeText, tableToNode } from './table-value.js';

/**
 * Inserts pasted paragraphs. In a title or subtitle the first line goes in and the rest opens the body; in the source
 * line lines become units; in a 编者按 they are its paragraphs. Returns the sentence to tell, if something is worth telling.
 */
export function insertPasted(editor: ArticleEditorInstance, pasted: Pasted, nextId: () => string): string | undefined {
  if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
  const found = editor.selection && blockAt(editor, editor.selection.focus);
  const [first] = pasted.paragraphs;
  if (found?.block.type === 'table' && first) insertInTable(editor, pasted.paragraphs);
  else if (found && first)
    Editor.withoutNormalizing(editor, () => insertInto(editor, found.block as TextBlock, found.index, pasted.paragraphs, nextId));
  return pasteSentence(found && takesPictures(found.block) ? pasted : withoutPictures(pasted));
}

/** Whether a picture pasted there finds a place: within the body, or behind a title. */
function takesPictures({ type }: ArticleBlock): boolean {
  return type === 'paragraph' || type === 'title' || type === 'subtitle';
}

function withoutPictures(pasted: Pasted): Pasted {
  const count = pasted.paragraphs.filter(({ picture }) => picture !== undefined).length;
  return count === 0 ? pasted : { ...pasted, dropped: [...pasted.dropped, `图片 ${String(count)} 张（只能放在正文里，说明已带入）`] };
}

/** 已粘贴 3 段，未带入：图片 1 张。 Nothing to tell for one paragraph of plain text. */
export function pasteSentence({ paragraphs, dropped }: Pasted): string | undefined {
  if (paragraphs.length === 0) return dropped.length === 0 ? '剪贴板里没有文字。' : `没有粘贴文字，未带入：${dropped.join('、')}。`;
  if (dropped.length > 0) return `已粘贴 ${String(paragraphs.length)} 段，未带入：${dropped.join('、')}。`;
  return paragraphs.length > 1 ? `已粘贴 ${String(paragraphs.length)} 段。` : undefined;
}

/** The selected text as one line a block, and as paragraphs with bold leads and emphasis that Word understands. */
export function copySelection(editor: ArticleEditorInstance, data: DataTransfer): void {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return;
  const whole = Node.fragment(editor, selection) as readonly ArticleBlock[];
  const fragment = whole.map((block, at) => (at === 0 || at === whole.length - 1 ? onlyWords(block) : block));
  data.setData('text/plain', fragment.map(plainText).join('\n'));
  data.setData('text/html', `<meta charset="utf-8">${fragment.map(blockHtml).join('')}`);
}

/** A picture is copied, as it is deleted, where the selection goes over it; one that it starts or ends in stays where it is. */
function onlyWords(block: ArticleBlock): ArticleBlock {
  if (block.type !== 'paragraph' || !block.picture) return block;
  const { picture: _picture, ...words } = block;
  return words;
}

/** Of a table its lines with tabs, as Excel reads them; the caption only where it is selected. */
function plainText(block: ArticleBlock): string {
  return block.type === 'table'
    ? tableNodeText(block).replace(/^\n/u, '').replaceAll(cellLineEnd, ' ')
    : block.children.map((child) => (isFootnote(child) ? noteInBrackets({ text: child.words }) : child.text)).join('');
}

function blockHtml(block: ArticleBlock): string {
  if (block.type === 'table') return tableHtml(block);
  const level = block.type === 'paragraph' && block.level ? ` data-level="${String(block.level)}"` : '';
  const own = block.type === 'paragraph' && block.picture ? ` ${pictureAttribute}="${escapeMarkup(JSON.stringify(block.picture))}"` : '';
  return `<p${level}${own}>${block.children.map(textHtml).join('')}</p>`;
}

function tableHtml({ form, children }: TableNode): string {
  const lines = (line: { readonly children: readonly ArticleText[] }): string =>
    line.children.map(textHtml).join('').replaceAll('\n', '<br>');
  const parts = children.map((child) =>
    child.type === 'caption'
      ? Node.string(child) === ''
        ? ''
        : `<caption>${lines(child)}</caption>`
      : `<tr>${child.children.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`,
  );
  return `<table border="1" data-header="${String(form.headerRows)}">${parts.join('')}</table>`;
}

/** `data-mark` tells emphasis from a lead when the words come back. */
function textHtml(child: ArticleInline): string {
  if (isFootnote(child)) return `<span ${footnoteAttribute}="${escapeMarkup(child.words)}"></span>`;
  const { text, lead, bold, kai } = child;
  const words = escapeMarkup(text);
  if (lead) return `<b>${words}</b>`;
  const inKai = kai ? `<span data-mark style="font-family:楷体">${words}</span>` : words;
  return bold ? `<b data-mark>${inKai}</b>` : inKai;
}

/** Into a table: the cells of one table fill cells from the cursor on; anything else is lines of the cell with the cursor. */
function insertInTable(editor: ArticleEditorInstance, paragraphs: readonly PastedParagraph[]): void {
  const [first] = paragraphs;
  const table = paragraphs.length === 1 ? first?.table : undefined;
  if (table && pasteCells(editor, tableGrid(table).rows)) return;
  Transforms.insertText(editor, paragraphs.flatMap(pastedLines).join('\n'));
}

function insertInto(
  editor: ArticleEditorInstance,
  block: TextBlock,
  index: number,
  paragraphs: readonly PastedParagraph[],
  nextId: () => string,
): void {
  const [first, ...rest] = paragraphs;
  if (!first) return;
  const lines = paragraphs.flatMap(pastedLines);
  if (block.type === 'source') {
    Transforms.insertText(editor, lines.join('、'));
  } else if (block.type === 'note') {
    insertLines(editor, lines);
  } else if (block.type === 'paragraph') {
    insertParagraphs(editor, block, index, paragraphs, nextId);
  } else if (first.picture) {
    openBody(editor, paragraphs, nextId);
  } else {
    Transforms.insertText(editor, lines[0] ?? '');
    const others = first.table ? lines.slice(1, 1 + lines.length - rest.length).map((line) => ({ lead: '', text: line })) : [];
    openBody(editor, [...others, ...rest], nextId);
  }
}

/** A paragraph, or the rows of a table where none can stand. */
function pastedLines({ lead, text, footnotes, table }: PastedParagraph): readonly string[] {
  if (!table) return [wordsWithNotes({ lead, text, footnotes })];
  const { caption, rows } = tableGrid(table);
  const lines = rows.map((cells) => cells.map((cell) => cell.text).join('\u3000'));
  return [...(caption.text === '' ? [] : [caption.text]), ...lines].map((line) => line.replaceAll(cellLineEnd, ' ').trim());
}

function insertLines(editor: ArticleEditorInstance, lines: readonly string[]): void {
  for (const [number, line] of lines.entries()) {
    if (number > 0) Transforms.splitNodes(editor, { always: true });
    Transforms.insertText(editor, line);
  }
}

/** Puts what follows a pasted title before the first paragraph, or in place of an empty only one. */
function openBody(editor: ArticleEditorInstance, paragraphs: readonly PastedParagraph[], nextId: () => string): void {
  if (paragraphs.length === 0) return;
  const index = blocksOf(editor).findIndex((block) => isBodyNode(block) || block.type === 'source');
  const nodes = paragraphs.map((each) => toNode(each, nextId()));
  Transforms.insertNodes(editor, nodes, { at: [index] });
  const after = blocksOf(editor)[index + nodes.length];
  if (after?.type === 'paragraph' && !after.picture && Node.string(after) === '')
    Transforms.removeNodes(editor, { at: [index + nodes.length] });
  Transforms.select(editor, Editor.end(editor, [index + nodes.length - 1]));
}

function insertParagraphs(
  editor: ArticleEditorInstance,
  block: ParagraphBlock,
  index: number,
  paragraphs: readonly PastedParagraph[],
  nextId: () => string,
): void {
  const { selection } = editor;
  if (!selection) return;
  if (paragraphs.some(({ table, picture }) => table !== undefined || picture !== undefined)) {
    insertWhole(editor, index, paragraphs, nextId);
    return;
  }
  const [first, ...rest] = paragraphs;
  const last = rest.at(-1);
  if (!first) return;
  const offset = offsetInBlock(editor, selection.focus);
  if (last) {
    Transforms.splitNodes(editor, { always: true });
    Transforms.setNodes<ParagraphBlock>(editor, { id: nextId() }, { at: [index + 1] });
    Transforms.unsetNodes<ParagraphBlock>(editor, ['level', 'fit', 'leadInferred', 'picture'], { at: [index + 1] });
  }
  const isInsideLead = offset > 0 && offset < leadLength(block);
  insertAt(editor, index, offset, first, isInsideLead);
  if (!last) return;
  const between = rest.slice(0, -1).map((each) => toNode(each, nextId()));
  if (between.length > 0) Transforms.insertNodes(editor, between, { at: [index + 1] });
  const lastIndex = index + 1 + between.length;
  insertAt(editor, lastIndex, 0, last, false);
  Transforms.select(editor, pointInBlock(editor, lastIndex, `${last.lead}${last.text}`.length));
}

/** Among tables and pictures every paragraph stands by itself: the one with the cursor is parted there. */
function insertWhole(editor: ArticleEditorInstance, index: number, paragraphs: readonly PastedParagraph[], nextId: () => string): void {
  const { selection } = editor;
  if (!selection) return;
  const [isAtStart, isAtEnd] = [Editor.isStart(editor, selection.focus, [index]), Editor.isEnd(editor, selection.focus, [index])];
  if (!isAtStart && !isAtEnd) {
    Transforms.splitNodes(editor, { always: true });
    Transforms.setNodes<ParagraphBlock>(editor, { id: nextId() }, { at: [index + 1] });
    Transforms.unsetNodes<ParagraphBlock>(editor, ['level', 'fit', 'leadInferred', 'picture'], { at: [index + 1] });
  }
  const block = blocksOf(editor)[index];
  const isPicture = block?.type === 'paragraph' && block.picture !== undefined;
  const isEmpty = isAtStart && isAtEnd && !isPicture;
  const at = isAtStart && !isPicture ? index : index + 1;
  if (isEmpty) Transforms.removeNodes(editor, { at: [index] });
  Transforms.insertNodes(
    editor,
    paragraphs.map((each) => toNode(each, nextId())),
    { at: [at] },
  );
  Transforms.select(editor, Editor.end(editor, [at + paragraphs.length - 1]));
}

/** Inserts one pasted paragraph's text; its lead stays one only where it opens the paragraph. */
function insertAt(
  editor: ArticleEditorInstance,
  index: number,
  offset: number,
  { lead, text, marks, footnotes, level }: PastedParagraph,
  isInsideLead: boolean,
): void {
  const isEmpty = Node.string(blocksOf(editor)[index] as ArticleBlock) === '';
  const whole = `${lead}${text}`;
  const nodes = isInsideLead
    ? leadChildren(whole, '', undefined, footnotes)
    : offset === 0
      ? leadChildren(lead, text, marks, footnotes)
      : leadChildren('', whole, shiftMarks(marks, lead.length), footnotes);
  Transforms.insertNodes(
    editor,
    nodes.filter((node) => isFootnote(node) || node.text !== ''),
    { at: pointInBlock(editor, index, offset), select: true },
  );
  Transforms.select(editor, pointInBlock(editor, index, offset + whole.length));
  if (isEmpty && level) Transforms.setNodes<ParagraphBlock>(editor, { level }, { at: [index] });
}

function toNode({ lead, text, marks, footnotes, level, table, picture }: PastedParagraph, id: string): BodyNode {
  if (table) return tableToNode(normalizeTable({ id, text, ...marksPart(table.marks ?? []), table: table.form }));
  if (picture) return { type: 'paragraph', id, picture, children: [{ text }] };
  return { type: 'paragraph', id, ...(level ? { level } : {}), children: leadChildren(lead, text, marks, footnotes) };
}
