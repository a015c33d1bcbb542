/** Registers the editor as the writing surface that commands mean. */
import { useLayoutEffect } from 'react';
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { newId } from '../state/new-id.js';
import { showWritingSurface, type SurfacePlace, type WritingSurface } from '../state/writing-surface.js';
import { blockAt, offsetInBlock } from './article-blocks.js';
import { marksAtCursor, toggleMark } from './emphasis.js';
import { insertFootnote, mayTakeFootnote } from './footnote-edit.js';
import { insertPictures } from './insert-pictures.js';
import { confirmAndGoOn } from './inferred-leads.js';
import { confirmLead, toggleLead } from './lead.js';
import { toggleFit } from './paragraph-fit.js';
import { setLevel } from './paragraph-level.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { editTable, insertTable, tableAt } from './table-edit.js';
import { printedWidths } from './table-widths.js';
import { takeSelection, takeSelectionOnLeaving } from './take-selection.js';
import { leadLength } from './slate-value.js';
import { addParagraph, goToPart } from './with-article.js';

export interface WritingSurfaceOptions {
  readonly editor: ArticleEditorInstance;
  readonly isBrief: boolean;
  readonly isReadOnly: boolean;
  /** Shows why something was refused. */
  tell(sentence: string | undefined): void;
  /** Runs an edit and gives the cursor back to the text. */
  act(edit: (editor: ArticleEditorInstance) => void): void;
  /** Gives the keyboard to the field of a footnote. */
  askNote(wanted: { readonly index: number }): void;
}

/** The editor is the one commands mean while it is shown. */
export function useWritingSurface({ editor, isBrief, isReadOnly, tell, act, askNote }: WritingSurfaceOptions): void {
  // Both end before the text is taken out of the page, which takes the keyboard from it as well.
  useLayoutEffect(
    () => showWritingSurface(surfaceOf({ editor, isBrief, isReadOnly, tell, act, askNote })),
    [editor, isBrief, isReadOnly, tell, act, askNote],
  );
  useLayoutEffect(() => takeSelectionOnLeaving(editor), [editor]);
}

function surfaceOf({ editor, isBrief, isReadOnly, tell, act, askNote }: WritingSurfaceOptions): WritingSurface {
  return {
    isBrief,
    isReadOnly,
    element: () => ReactEditor.toDOMNode(editor, editor),
    readSelection: () => {
      if (!ReactEditor.isComposing(editor)) takeSelection(editor);
    },
    place: () => surfacePlace(editor),
    focus: () => focusEditor(editor),
    paste: (data) => act(() => editor.insertData(data)),
    toggleLead: () => act(toggleLead),
    toggleMark: (kind) => act((each) => toggleMark(each, kind)),
    confirmLead: () => act(confirmAndGoOn),
    confirmLeads: () => act((each) => confirmLead(each)),
    setLevel: (level) => act((each) => setLevel(each, level)),
    toggleFit: (fit) => act((each) => toggleFit(each, fit)),
    insertTable: () => act((each) => insertTable(each, newId)),
    editTable: (action) => act((each) => editTable(each, action, printedWidths)),
    insertPictures: (files) => void insertPictures(editor, files, newId, tell),
    insertFootnote: () => {
      takeSelection(editor);
      const index = insertFootnote(editor);
      if (index !== undefined) askNote({ index });
    },
    addParagraph: () => act((each) => addParagraph(each, newId)),
    goToPart: (part) => act((each) => goToPart(each, part)),
  };
}

/** Gives the keyboard to the text; the cursor stays where it was, at first it stands at the start. */
function focusEditor(editor: ArticleEditorInstance): void {
  if (!editor.selection) Transforms.select(editor, { path: [0, 0], offset: 0 });
  ReactEditor.focus(editor);
}

/** Where the cursor stands, for ticks and for what can be done there. */
export function surfacePlace(editor: ArticleEditorInstance): SurfacePlace | undefined {
  const { selection } = editor;
  const found = selection && blockAt(editor, selection.focus);
  if (!found) return undefined;
  const { block } = found;
  if (block.type === 'table') {
    const cell = tableAt(editor)?.cell;
    const own = cell ? { cell: { isHeader: cell.row < block.form.headerRows } } : {};
    return { block: 'table', ...own, isInLead: false, marks: marksAtCursor(editor), isLeadInferred: false };
  }
  if (block.type !== 'paragraph') return { block: block.type, isInLead: false, marks: [], isLeadInferred: false };
  const length = leadLength(block);
  return {
    block: 'paragraph',
    ...(mayTakeFootnote(editor) ? { takesFootnote: true as const } : {}),
    ...(block.level ? { level: block.level } : {}),
    ...(block.fit ? { fit: block.fit } : {}),
    isInLead: length > 0 && offsetInBlock(editor, selection.focus) <= length,
    marks: marksAtCursor(editor),
    isLeadInferred: block.leadInferred === true,
  };
}
