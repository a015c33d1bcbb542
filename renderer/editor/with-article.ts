/** Editing an article: what Enter, Backspace, Delete and a deleted selection do, within the schema. */
import { Editor, Path, Point, Range, Transforms } from 'slate';
import { plainLine } from '../../shared/document/plain-characters.js';
import { blockAt, blocksOf, pointInBlock } from './article-blocks.js';
import { withFootnotes } from './footnote-edit.js';
import { settleMarks } from './lead.js';
import { normalizeArticleNode, type SchemaOptions } from './normalize-article.js';
import { blockFootnotes, blockText, emptyParagraph, placeBehind } from './slate-value.js';
import { breakInTable, clearCells, isAtCellEdge, tableAt } from './table-edit.js';
import type { ArticleBlock, ArticleEditorInstance, ParagraphBlock } from './slate-types.js';

export type { SchemaOptions } from './normalize-article.js';

/** Gives a Slate editor the schema and the keys' behaviour of an article or brief. */
export function withArticle<Instance extends ArticleEditorInstance>(plain: Instance, options: SchemaOptions): Instance {
  const editor = withFootnotes(plain);
  const { normalizeNode, insertText, deleteBackward, deleteForward, deleteFragment, onChange } = editor;
  editor.normalizeNode = (entry, normalizeOptions) => {
    if (!normalizeArticleNode(editor, entry, options)) normalizeNode(entry, normalizeOptions);
  };
  editor.insertText = (text, insertOptions) => insertText(plainLine(text), insertOptions);
  editor.insertBreak = () => breakBlock(editor, options);
  editor.insertSoftBreak = () => breakSoftly(editor, options);
  editor.deleteBackward = (unit) => {
    if (!deleteOverEdge(editor, 'backward')) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!deleteOverEdge(editor, 'forward')) deleteForward(unit);
  };
  editor.deleteFragment = (fragmentOptions) => {
    if (!deleteAcrossKinds(editor)) deleteFragment(fragmentOptions);
  };
  editor.onChange = (change) => {
    settleMarks(editor);
    onChange(change);
  };
  return editor;
}

/** A new empty paragraph after the one with the cursor, or before the first from the title. */
export function addParagraph(editor: ArticleEditorInstance, nextId: () => string): void {
  if (!editor.selection) return;
  const index = placeBehind(editor);
  Transforms.insertNodes(editor, emptyParagraph(nextId()), { at: [index] });
  Transforms.select(editor, Editor.start(editor, [index]));
}

/** Takes the cursor to the 副标题 or the 编者按, made when there is none, or to the source line. */
export function goToPart(editor: ArticleEditorInstance, part: 'subtitle' | 'note' | 'source'): void {
  let index = blocksOf(editor).findIndex(({ type }) => type === part);
  if (index < 0 && part !== 'source') {
    const isBefore = (type: ArticleBlock['type']): boolean => type === 'title' || (part === 'note' && type === 'subtitle');
    index = blocksOf(editor).findIndex(({ type }) => !isBefore(type));
    Transforms.insertNodes(editor, { type: part, children: [{ text: '' }] }, { at: [index] });
  }
  if (index >= 0) Transforms.select(editor, Editor.end(editor, [index]));
}

/** Enter. A paragraph splits; a title gets a break set by hand, or at its end gives way to what follows. */
function breakBlock(editor: ArticleEditorInstance, options: SchemaOptions): void {
  if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
  const found = editor.selection && blockAt(editor, editor.selection.focus);
  if (!found || !editor.selection) return;
  const { block, index } = found;
  const cursor = tableAt(editor);
  if (cursor) return breakInTable(editor, cursor);
  const isAtEnd = Editor.isEnd(editor, editor.selection.focus, [index]);
  const isLastTitle = block.type === 'title' && blocksOf(editor)[index + 1]?.type !== 'title';
  if (block.type === 'paragraph' && block.picture) {
    addParagraph(editor, options.nextId);
  } else if (block.type === 'source') {
    if (/[^、]$/u.test(blockText(block))) Editor.insertText(editor, '、');
  } else if (block.type === 'subtitle' || (block.type === 'title' && (options.form === 'brief' || (isAtEnd && isLastTitle)))) {
    const body = blocksOf(editor).findIndex((node, at) => at > index && node.type !== 'title');
    Transforms.select(editor, Editor.start(editor, [body]));
  } else if (block.type === 'note' && blockText(block) === '') {
    Transforms.setNodes<ArticleBlock>(editor, { type: 'paragraph', id: options.nextId() }, { at: [index] });
  } else {
    splitBlock(editor, block, index, options);
  }
}

function splitBlock(editor: ArticleEditorInstance, block: ArticleBlock, index: number, options: SchemaOptions): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true });
    if (block.type !== 'paragraph') return;
    Transforms.setNodes<ParagraphBlock>(editor, { id: options.nextId() }, { at: [index + 1] });
    Transforms.unsetNodes<ParagraphBlock>(editor, ['level', 'fit'], { at: [index + 1] });
  });
}

/** Shift+Enter: a break set by hand in a title; elsewhere the same as Enter, for paragraphs have no lines of their own. */
function breakSoftly(editor: ArticleEditorInstance, options: SchemaOptions): void {
  const found = editor.selection && blockAt(editor, Range.start(editor.selection));
  if (found?.block.type !== 'title' || options.form === 'brief') {
    breakBlock(editor, options);
    return;
  }
  if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
  Transforms.splitNodes(editor, { always: true });
}

/** Backspace at a block's start, Delete at its end: blocks of one kind merge, an empty block goes, else the cursor moves. */
function deleteOverEdge(editor: ArticleEditorInstance, direction: 'backward' | 'forward'): boolean {
  const { selection } = editor;
  const found = selection && Range.isCollapsed(selection) ? blockAt(editor, selection.anchor) : null;
  if (!found || !selection) return false;
  if (found.block.type === 'table') return isAtCellEdge(editor, selection.anchor, direction);
  const isAtEdge =
    direction === 'backward'
      ? Editor.isStart(editor, selection.anchor, [found.index])
      : Editor.isEnd(editor, selection.anchor, [found.index]);
  if (!isAtEdge) return false;
  if (direction === 'backward' && found.block.type === 'paragraph' && found.block.level) {
    Transforms.unsetNodes<ParagraphBlock>(editor, 'level', { at: [found.index] });
    return true;
  }
  if (found.block.type === 'paragraph' && found.block.picture) {
    if (direction === 'backward' && blockText(found.block) === '') removePicture(editor, found.block.id);
    return true;
  }
  const neighbourIndex = found.index + (direction === 'backward' ? -1 : 1);
  const neighbour = blocksOf(editor)[neighbourIndex];
  if (!neighbour) return true;
  if (kindOf(neighbour) !== kindOf(found.block)) stepOverEdge(editor, found.index, neighbourIndex, direction);
  else mergeBlocks(editor, Math.min(found.index, neighbourIndex));
  return true;
}

/** Blocks of one kind merge; a picture is a kind of its own. */
function kindOf(block: ArticleBlock): string {
  return block.type === 'paragraph' && block.picture ? `picture ${block.id}` : block.type;
}

/** Takes a picture and its caption out; the cursor goes to the end of what stands before. */
export function removePicture(editor: ArticleEditorInstance, id: string): void {
  const index = blocksOf(editor).findIndex((block) => block.type === 'paragraph' && block.id === id);
  if (index < 0) return;
  Editor.withoutNormalizing(editor, () => {
    Transforms.select(editor, Editor.end(editor, [Math.max(0, index - 1)]));
    Transforms.removeNodes(editor, { at: [index] });
  });
}

function stepOverEdge(editor: ArticleEditorInstance, index: number, neighbourIndex: number, direction: 'backward' | 'forward'): void {
  const target = direction === 'backward' ? Editor.end(editor, [neighbourIndex]) : Editor.start(editor, [neighbourIndex]);
  if (direction === 'forward') {
    if (isRemovable(editor, neighbourIndex)) Transforms.removeNodes(editor, { at: [neighbourIndex] });
    return;
  }
  Transforms.select(editor, target);
  if (isRemovable(editor, index)) Transforms.removeNodes(editor, { at: [index] });
}

/** Whether an empty block may go: the only title line, the only paragraph and the source line stay. */
function isRemovable(editor: ArticleEditorInstance, index: number): boolean {
  const block = blocksOf(editor)[index];
  if (!block || blockText(block) !== '' || (block.type !== 'table' && blockFootnotes(block).length > 0)) return false;
  if (block.type === 'subtitle' || block.type === 'note') return true;
  return block.type === 'paragraph' && !block.picture && blocksOf(editor).filter(({ type }) => type === 'paragraph').length > 1;
}

/** Joins a block with the next of its kind; an empty first paragraph leaves the second as it is. */
function mergeBlocks(editor: ArticleEditorInstance, firstIndex: number): void {
  const first = blocksOf(editor)[firstIndex];
  const second = blocksOf(editor)[firstIndex + 1];
  if (!first || !second) return;
  const seam = blockText(first).length;
  Editor.withoutNormalizing(editor, () => {
    Transforms.mergeNodes(editor, { at: [firstIndex + 1] });
    if (seam === 0 && first.type === 'paragraph' && second.type === 'paragraph') takeOver(editor, firstIndex, second);
    Transforms.select(editor, pointInBlock(editor, firstIndex, seam));
  });
}

function takeOver(editor: ArticleEditorInstance, index: number, { level, fit, leadInferred }: ParagraphBlock): void {
  const properties = { ...(level ? { level } : {}), ...(fit ? { fit } : {}), ...(leadInferred ? { leadInferred } : {}) };
  Transforms.setNodes<ParagraphBlock>(editor, properties, { at: [index] });
}

/** Deletes a selection that starts and ends in different kinds of block, leaving what remains of each its own block. */
function deleteAcrossKinds(editor: ArticleEditorInstance): boolean {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return false;
  const [start, end] = Range.edges(selection);
  const first = blockAt(editor, start);
  const last = blockAt(editor, end);
  if (!first || !last) return false;
  const isInOneTable = first.index === last.index && first.block.type === 'table';
  if (kindOf(first.block) === kindOf(last.block) && first.block.type !== 'table') return false;
  if (isInOneTable) {
    Editor.withoutNormalizing(editor, () => clearCells(editor, first.index, { anchor: start, focus: end }));
    Transforms.select(editor, start);
    return true;
  }
  Editor.withoutNormalizing(editor, () => {
    deleteWithin(editor, { anchor: Editor.start(editor, [last.index]), focus: end });
    for (let index = last.index - 1; index > first.index; index -= 1) Transforms.removeNodes(editor, { at: [index] });
    deleteWithin(editor, { anchor: start, focus: Editor.end(editor, [first.index]) });
    Transforms.select(editor, start);
    const rest = first.index + 1;
    if (isRemovable(editor, rest) && blocksOf(editor)[rest]?.type !== 'source') Transforms.removeNodes(editor, { at: [rest] });
  });
  return true;
}

function deleteWithin(editor: ArticleEditorInstance, range: Range): void {
  const index = range.anchor.path[0] ?? -1;
  if (blocksOf(editor)[index]?.type === 'table') return clearCells(editor, index, range);
  if (Point.equals(range.anchor, range.focus) || !Path.equals([range.anchor.path[0] ?? 0], [range.focus.path[0] ?? 0])) return;
  Transforms.delete(editor, { at: range });
}

/** Takes the cursor from a title, subtitle, 编者按 or the source line to the next or previous part. */
export function leaveField(editor: ArticleEditorInstance, direction: 1 | -1): void {
  const found = editor.selection && blockAt(editor, editor.selection.focus);
  if (!found) return;
  const blocks = blocksOf(editor);
  let index = found.index;
  while (blocks[index]?.type === found.block.type) index += direction;
  if (blocks[index]) Transforms.select(editor, direction > 0 ? Editor.start(editor, [index]) : Editor.end(editor, [index]));
}
