/**
 * The schema of an article in Slate, kept by normalising: title lines, 副标题, 编者按, paragraphs, source line, in this
 * order. Blocks are retyped, added and unmarked, never emptied or removed: no rule here takes a character away.
 */
import type { Node } from 'slate';
import { noteInBrackets } from '../../shared/document/footnotes.js';
import { plainLine, unfitCharacter } from '../../shared/document/plain-characters.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import { Editor, Element, Text, Transforms, type NodeEntry, type Path } from 'slate';
import { blocksOf } from './article-blocks.js';
import { normalizeTableNode } from './normalize-table.js';
import { emptyParagraph, isBodyNode } from './slate-value.js';
import {
  isFootnote,
  type ArticleBlock,
  type ArticleBlockType,
  type ArticleEditorInstance,
  type ArticleText,
  type ParagraphBlock,
  type TableNode,
  type TextBlock,
} from './slate-types.js';

export interface SchemaOptions {
  readonly form: 'article' | 'brief';
  nextId(): string;
}

const ranks: Readonly<Record<ArticleBlockType, number>> = { title: 0, subtitle: 1, note: 2, paragraph: 3, table: 3, source: 4 };

/** Brings one dirty node into the schema; false when it already was. */
export function normalizeArticleNode(editor: ArticleEditorInstance, [node, path]: NodeEntry, options: SchemaOptions): boolean {
  if (path.length === 0) return normalizeOrder(editor, options) || normalizeIds(editor, options);
  if (Element.isElement(node)) return isInTable(editor, path) ? normalizeTableNode(editor, node, path) : normalizeBlock(editor, node, path);
  if (Text.isText(node)) return cleanText(editor, node.text, path, isInTable(editor, path));
  return false;
}

function isInTable(editor: ArticleEditorInstance, [index = -1]: Path): boolean {
  return blocksOf(editor)[index]?.type === 'table';
}

/** Parts of a table that stand outside one wait until their block is a paragraph. */
function normalizeBlock(editor: ArticleEditorInstance, node: Element, path: Path): boolean {
  if (
    path.length > 1 ||
    node.type === 'table' ||
    node.type === 'caption' ||
    node.type === 'row' ||
    node.type === 'cell' ||
    isFootnote(node)
  )
    return false;
  return flattenBlock(editor, node, path) || normalizeMarks(editor, node, path);
}

function normalizeOrder(editor: ArticleEditorInstance, { form, nextId }: SchemaOptions): boolean {
  const blocks = blocksOf(editor);
  const strayText = blocks.findIndex((node) => !Element.isElement(node));
  if (strayText >= 0) {
    Transforms.wrapNodes(editor, emptyParagraph(nextId()), { at: [strayText] });
    return true;
  }
  if (blocks[0]?.type !== 'title') return insert(editor, { type: 'title', children: [{ text: '' }] }, 0);
  if (blocks.at(-1)?.type !== 'source') return insert(editor, { type: 'source', children: [{ text: '' }] }, blocks.length);
  const misplaced = findMisplaced(blocks, form);
  if (misplaced !== undefined) {
    becomeParagraph(editor, misplaced, nextId());
    return true;
  }
  return blocks.some(isBodyNode) ? false : insert(editor, emptyParagraph(nextId()), blocks.length - 1);
}

/** Index of the first block that stands where its type may not; the first and the last block are known to be right. */
function findMisplaced(blocks: readonly ArticleBlock[], form: SchemaOptions['form']): number | undefined {
  let rank = 0;
  for (let index = 1; index < blocks.length - 1; index += 1) {
    const type = blocks[index]?.type ?? 'paragraph';
    const next = ranks[type] as number | undefined;
    const isForeign = next === undefined || type === 'source' || (form === 'brief' && (type === 'subtitle' || type === 'note'));
    const isSecondSubtitle = type === 'subtitle' && rank === ranks.subtitle;
    if (isForeign || isSecondSubtitle || next < rank) return index;
    rank = next;
  }
  return undefined;
}

function becomeParagraph(editor: ArticleEditorInstance, index: number, id: string): void {
  Transforms.setNodes<ArticleBlock>(editor, { type: 'paragraph', id }, { at: [index] });
}

function insert(editor: ArticleEditorInstance, block: ArticleBlock, index: number): true {
  Transforms.insertNodes(editor, block, { at: [index] });
  return true;
}

/** Every paragraph has an id of its own: of two alike the first keeps it. */
function normalizeIds(editor: ArticleEditorInstance, { nextId }: SchemaOptions): boolean {
  const taken = new Set<string>();
  for (const [index, block] of blocksOf(editor).entries()) {
    if (!isBodyNode(block)) continue;
    if (typeof block.id !== 'string' || taken.has(block.id)) {
      Transforms.setNodes<ParagraphBlock>(editor, { id: nextId() }, { at: [index] });
      return true;
    }
    taken.add(block.id);
  }
  return false;
}

/** A block holds texts, and a paragraph footnotes: what else was nested in it is lifted out of its wrapping, the words of a footnote among its own. */
function flattenBlock(editor: ArticleEditorInstance, block: TextBlock, path: Path): boolean {
  const takesNotes = block.type === 'paragraph' && !block.picture;
  const nested = (block.children as readonly Node[]).findIndex((child) => Element.isElement(child) && !(takesNotes && isFootnote(child)));
  const note = block.children[nested];
  if (note === undefined || path.length > 1) return false;
  if (isFootnote(note)) {
    Transforms.insertNodes(editor, { text: noteInBrackets({ text: note.words }) }, { at: [...path, nested + 1] });
    Transforms.removeNodes(editor, { at: [...path, nested] });
    return true;
  }
  Transforms.unwrapNodes(editor, { at: [...path, nested] });
  return true;
}

function normalizeMarks(editor: ArticleEditorInstance, block: TextBlock, path: Path): boolean {
  const isPlain = block.type !== 'paragraph' || block.picture !== undefined;
  let isLeadOver = isPlain;
  let hasLead = false;
  for (const [index, child] of block.children.entries()) {
    if (isFootnote(child)) continue;
    if (child.lead && isLeadOver) {
      Transforms.unsetNodes<ArticleTextNode>(editor, 'lead', { at: [...path, index], match: Text.isText });
      return true;
    }
    const spare = markKinds.filter((kind) => child[kind] && (child.lead || isPlain));
    if (spare.length > 0) {
      Transforms.unsetNodes<ArticleTextNode>(editor, spare, { at: [...path, index], match: Text.isText });
      return true;
    }
    if (child.lead && child.text !== '') hasLead = true;
    if (!child.lead && child.text !== '') isLeadOver = true;
  }
  return normalizeProperties(editor, block, path, hasLead);
}

type ArticleTextNode = ArticleText;

/** A guess without a lead is no guess; only paragraphs have ids, levels, letter spacing and a sent paragraph they came from. */
function normalizeProperties(editor: ArticleEditorInstance, block: TextBlock, path: Path, hasLead: boolean): boolean {
  const isParagraph = block.type === 'paragraph';
  const spare = (['leadInferred', 'level', 'fit', 'id', 'from', 'form', 'picture'] as const).filter(
    (name) =>
      name in block &&
      (!isParagraph || name === 'form' || (name === 'leadInferred' && !hasLead) || ((name === 'level' || name === 'fit') && block.picture)),
  );
  if (spare.length === 0) return false;
  Transforms.unsetNodes<ParagraphBlock & TableNode>(editor, spare, { at: path });
  return true;
}

/** Within a table a text may break. */
function cleanText(editor: ArticleEditorInstance, text: string, path: Path, mayBreak: boolean): boolean {
  const index = (mayBreak ? text.replaceAll('\n', ' ') : text).search(unfitCharacter);
  if (index < 0) return false;
  const found = String.fromCodePoint(text.codePointAt(index) ?? 0);
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: { anchor: { path, offset: index }, focus: { path, offset: index + found.length } } });
    if (plainLine(found) !== '') Transforms.insertText(editor, plainLine(found), { at: { path, offset: index } });
  });
  return true;
}
