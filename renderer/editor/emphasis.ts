/** 加粗 and 楷体 inside a paragraph: put on and taken off, and whether they are on at the cursor. */
import { Editor, Range, Text, Transforms, type Node, type Path } from 'slate';
import { markKinds } from '../../shared/document/mark-kinds.js';
import type { MarkKind } from '../../shared/document/text-marks.js';
import { blockAt, blocksOf } from './article-blocks.js';
import { isBodyNode } from './slate-value.js';
import type { ArticleEditorInstance, ArticleText } from './slate-types.js';

/** Kinds that are on where the cursor stands, or at the start of the selection. */
export function marksAtCursor(editor: ArticleEditorInstance): readonly MarkKind[] {
  const marks = editor.selection ? Editor.marks(editor) : null;
  return markKinds.filter((kind) => marks?.[kind] === true);
}

/** Sets the selected words apart, or takes that back where all of them are; without a selection what is typed next. */
export function toggleMark(editor: ArticleEditorInstance, kind: MarkKind): void {
  const { selection } = editor;
  if (!selection) return;
  if (Range.isCollapsed(selection)) {
    const block = blockAt(editor, selection.anchor)?.block;
    if (!block || !isBodyNode(block)) return;
    if (marksAtCursor(editor).includes(kind)) Editor.removeMark(editor, kind);
    else Editor.addMark(editor, kind, true);
    return;
  }
  const match = (node: Node, path: Path): node is Text => canCarry(editor, node, path);
  const texts = [...Editor.nodes(editor, { at: selection, match })].filter(([, path]) => isSelected(editor, selection, path));
  const isOn = texts.length > 0 && texts.every(([text]) => text[kind] === true);
  if (isOn) Transforms.unsetNodes<ArticleText>(editor, kind, { at: selection, match, split: true });
  else Transforms.setNodes<ArticleText>(editor, { [kind]: true }, { at: selection, match, split: true });
}

/** Running text of a paragraph; its 段首句 has a look of its own. */
function canCarry(editor: ArticleEditorInstance, node: Node, path: Path): node is Text {
  const block = blocksOf(editor)[path[0] ?? -1];
  return Text.isText(node) && node.lead !== true && block !== undefined && isBodyNode(block);
}

function isSelected(editor: ArticleEditorInstance, selection: Range, path: Path): boolean {
  const shared = Range.intersection(selection, Editor.range(editor, path));
  return shared !== null && Range.isExpanded(shared);
}
