/** Keeps an article small enough for every keystroke to be quick: what would make it too large is refused, and told. */
import { Editor, Node, Range, Transforms } from 'slate';
import { refuseGrowth } from '../../shared/document/issue-size.js';
import { blockAt, blocksOf } from './article-blocks.js';
import type { Pasted } from './paste.js';
import type { ArticleEditorInstance } from './slate-types.js';

export interface GrowthPorts {
  /** Length of all texts of the issue outside this item. */
  elsewhere(): number;
  /** Shows why something was refused, and takes it away once something was taken. */
  tell(sentence: string | undefined): void;
}

/** Gives the editor its limits for what is typed, composed and split. */
export function withGrowthLimits<Instance extends ArticleEditorInstance>(editor: Instance, ports: GrowthPorts): Instance {
  const { insertText, insertBreak } = editor;
  let isTold = false;
  const isRefused = (sentence: string | undefined): boolean => {
    if (sentence !== undefined || isTold) ports.tell(sentence);
    isTold = sentence !== undefined;
    return isTold;
  };
  editor.insertText = (text, options) => {
    if (!isRefused(refuseAdded(editor, [text], ports))) insertText(text, options);
    else if (editor.selection && Range.isCollapsed(editor.selection)) redraw(editor, text, insertText);
  };
  editor.insertBreak = () => {
    if (!isRefused(refuseAdded(editor, ['', ''], ports))) insertBreak();
  };
  return editor;
}

/** Why a paste does not fit where the cursor is; undefined when it does. */
export function refusePasted(editor: ArticleEditorInstance, { paragraphs }: Pasted, ports: GrowthPorts): string | undefined {
  return refuseAdded(
    editor,
    paragraphs.map(({ lead, text }) => `${lead}${text}`),
    ports,
  );
}

/** Lines to come where the selection is: the first goes on the paragraph there, each further one is a paragraph of its own. */
function refuseAdded(editor: ArticleEditorInstance, lines: readonly string[], ports: GrowthPorts): string | undefined {
  const { selection } = editor;
  if (!selection) return undefined;
  const removed = Range.isCollapsed(selection) ? 0 : Editor.string(editor, selection, { voids: true }).length;
  const added = lines.reduce((sum, { length }) => sum + length, 0) - removed;
  const block = blockAt(editor, Range.start(selection))?.block;
  const grown = (block ? Node.string(block).length : 0) + (lines[0]?.length ?? 0) - removed;
  const blocks = blocksOf(editor);
  const item = blocks.reduce((sum, each) => sum + Node.string(each).length, 0) + added;
  return refuseGrowth({
    // A split makes paragraphs shorter, whatever their length was.
    ...(added > 0
      ? { paragraph: Math.max(grown, ...lines.slice(1).map(({ length }) => length)), item, issue: ports.elsewhere() + item }
      : { item: 0, issue: 0 }),
    paragraphs: lines.length > 1 ? blocks.length + lines.length - 1 : 0,
  });
}

/** An input method has put the refused words into the page already; putting them in and out again has them drawn away. */
function redraw(editor: ArticleEditorInstance, text: string, insertText: (text: string) => void): void {
  const before = editor.selection?.anchor;
  insertText(text);
  if (before && editor.selection) Transforms.delete(editor, { at: { anchor: before, focus: editor.selection.anchor } });
}
