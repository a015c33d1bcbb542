/** Footnotes in the writing surface: put in behind the cursor, said, taken out, and stepped over. */
import { Editor, Element, Node, Path, Point, Range, Transforms } from 'slate';
import { plainLine } from '../../shared/document/plain-characters.js';
import { blockAt, blocksOf } from './article-blocks.js';
import { isFootnote, type ArticleEditorInstance, type FootnoteNode } from './slate-types.js';

/** A footnote with its place in the editor. */
export interface PlacedFootnote {
  readonly note: FootnoteNode;
  readonly path: Path;
}

/** The footnotes of the article in the order of their numbers. */
export function footnotesIn(editor: ArticleEditorInstance): readonly PlacedFootnote[] {
  return blocksOf(editor).flatMap((block, index) =>
    block.type === 'paragraph'
      ? block.children.flatMap((child, at) => (isFootnote(child) ? [{ note: child, path: [index, at] }] : []))
      : [],
  );
}

/** Whether a footnote may stand where the cursor is: in a paragraph that is no picture. */
export function mayTakeFootnote(editor: ArticleEditorInstance): boolean {
  const block = editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
  return block?.type === 'paragraph' && !block.picture;
}

/** Puts an empty footnote behind the cursor or the selected words; its number among those of the article, from 0. */
export function insertFootnote(editor: ArticleEditorInstance): number | undefined {
  if (!mayTakeFootnote(editor) || !editor.selection) return undefined;
  const [, end] = Range.edges(editor.selection);
  const index = end.path[0] ?? 0;
  const at = editor.selection.focus.path[0] === index ? end : editor.selection.focus;
  Transforms.insertNodes(editor, { type: 'footnote', words: '', children: [{ text: '' }] }, { at });
  const added = footnotesIn(editor).filter(({ note }) => note.words === '');
  const own = added.find(({ path }) => path[0] === at.path[0] && (path[1] ?? 0) > (at.path[1] ?? 0));
  if (!own) return undefined;
  selectBehind(editor, own.path);
  return footnotesIn(editor).findIndex(({ note }) => note === own.note);
}

/** Says what a footnote says. */
export function sayFootnote(editor: ArticleEditorInstance, path: Path, words: string): void {
  Transforms.setNodes<FootnoteNode>(editor, { words: plainLine(words) }, { at: path });
}

/** Takes a footnote out; the cursor goes where its number stood. */
export function removeFootnote(editor: ArticleEditorInstance, path: Path): void {
  selectBehind(editor, path);
  Transforms.removeNodes(editor, { at: path });
}

/** Takes the cursor right behind a footnote's number. */
export function selectBehind(editor: ArticleEditorInstance, path: Path): void {
  const next = Path.next(path);
  if (Node.has(editor, next)) Transforms.select(editor, Editor.start(editor, next));
}

/** Makes an editor know footnotes: numbers among the words, which take no cursor into themselves. */
export function withFootnotes<Instance extends ArticleEditorInstance>(editor: Instance): Instance {
  const { isInline, isVoid, onChange } = editor;
  let before: Point | undefined;
  editor.isInline = (element) => isFootnote(element) || isInline(element);
  editor.isVoid = (element) => isFootnote(element) || isVoid(element);
  editor.onChange = (change) => {
    stepOver(editor, before);
    before = editor.selection?.focus;
    onChange(change);
  };
  return editor;
}

/** What is typed in a number would be lost: a cursor that comes to stand there goes on to its other side. */
function stepOver(editor: ArticleEditorInstance, before: Point | undefined): void {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return;
  const [found] = Editor.nodes(editor, { at: selection, match: (node) => Element.isElement(node) && isFootnote(node) });
  if (!found) return;
  const [, path] = found;
  const [left, right] = [Editor.end(editor, Path.previous(path)), Editor.start(editor, Path.next(path))];
  Transforms.select(editor, before && Point.equals(before, right) ? left : right);
}
