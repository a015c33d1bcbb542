/** The writing surface of one article or brief. Give it `key={item.id}`; a newer value of the same item is taken in place. */
import { memo, useCallback, useMemo, useState } from 'react';
import { Editor, Node, type DecoratedRange, type NodeEntry } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { ColumnForm, Item } from '../../shared/document/issue.js';
import { useFindMarks } from './find-marks.js';
import { itemWithoutGuess } from './item-guess.js';
import type { FocusRequest } from '../state/selection.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { useLatestPages } from '../state/use-pages.js';
import { ArticleElement, ArticleLeaf } from './article-elements.js';
import { handleKey } from './editor-keys.js';
import { EditorToolbar } from './editor-toolbar.js';
import { FootnoteList } from './footnote-list.js';
import { InferredBar } from './inferred-bar.js';
import { PictureBar } from './picture-bar.js';
import { SourceBar } from './source-bar.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { takeSelection } from './take-selection.js';
import { useKeptPlace } from './kept-place.js';
import { printedBreaks, printedLineRanges } from './printed-title.js';
import { useArticleSlate, type WritingHandlers } from './use-article-slate.js';
import { useWritingSurface } from './use-writing-surface.js';

export interface ArticleEditorProps {
  /** What the item's column holds. */
  readonly columnForm: ColumnForm;
  readonly item: Item;
  readonly isReadOnly?: boolean;
  readonly focus?: FocusRequest | undefined;
  /** `merge` is the key for the session's undo stack: edits with one key belong together. */
  onChange(item: Item, merge: string): void;
  onCaret(caret: TextPlace): void;
}

/** An item that changes its form (moved to a column of briefs) gets a surface of that form. */
export function ArticleEditor(props: ArticleEditorProps) {
  return <ArticleSurface key={`${props.item.id} ${props.item.type}`} {...props} />;
}

function ArticleSurface(props: ArticleEditorProps) {
  const { item, isReadOnly = false } = props;
  const [notice, setNotice] = useState<string>();
  const { editor, initialValue, onSlateChange, editable } = useArticleSlate(props, setNotice);
  const act = useCallback((edit: (each: ArticleEditorInstance) => void) => runEdit(editor, edit), [editor]);
  const decorate = usePrintedLines(editor, item);
  useKeptPlace(editor, item.id);
  useFindMarks(editor, item.id);
  const [wantedNote, setWantedNote] = useState<{ readonly index: number }>();
  useWritingSurface({ editor, isBrief: item.type === 'brief', isReadOnly, tell: setNotice, act, askNote: setWantedNote });
  const confirmTitle = (): void => props.onChange(itemWithoutGuess(item), `confirm:${item.id}`);
  return (
    <section className="ae" data-scope="editor" data-form={item.type} aria-label="稿件">
      <Slate editor={editor} initialValue={initialValue} onChange={onSlateChange}>
        <EditorToolbar isBrief={item.type === 'brief'} isReadOnly={isReadOnly} item={item} act={act} />
        {!isReadOnly && (
          <div className="ae-bars">
            <InferredBar isTitleInferred={item.type === 'brief' && item.leadInferred === true} onConfirmTitle={confirmTitle} act={act} />
            <PictureBar act={act} />
          </div>
        )}
        <Surface editor={editor} isReadOnly={isReadOnly} editable={editable} decorate={decorate} />
        <div className="ae-foot">
          <FootnoteList isReadOnly={isReadOnly} wanted={wantedNote} act={act} />
          {!isReadOnly && <SourceBar act={act} />}
        </div>
      </Slate>
      <div className="ae-notice" role="status">
        {notice}
      </div>
    </section>
  );
}

/** Draws a title as it breaks in print; the text is drawn again only when its breaks change, never while a phrase is composed. */
function usePrintedLines(editor: ArticleEditorInstance, item: Item): Decorate {
  const pages = useLatestPages();
  const breaks = printedBreaks(pages, item).join(' ');
  const [shown, setShown] = useState(breaks);
  if (shown !== breaks && !ReactEditor.isComposing(editor)) setShown(breaks);
  return useMemo(() => {
    const offsets = shown === '' ? [] : shown.split(' ').map(Number);
    return (entry) => [...printedLineRanges(offsets, titleParts(editor), entry)];
  }, [editor, shown]);
}

/** The parts of the title as they stand now, one a block. */
function titleParts(editor: ArticleEditorInstance): readonly string[] {
  const end = editor.children.findIndex((block) => !('type' in block) || block.type !== 'title');
  return editor.children.slice(0, Math.max(0, end)).map((block) => Node.string(block));
}

type Decorate = (entry: NodeEntry) => DecoratedRange[];

interface SurfaceProps {
  readonly editor: ArticleEditorInstance;
  readonly isReadOnly: boolean;
  readonly editable: WritingHandlers;
  readonly decorate: Decorate;
}

/** The text. Remembered, so that nothing but an edit of its own draws it again, least of all while a phrase is composed. */
const Surface = memo(function Surface({ editor, isReadOnly, editable, decorate }: SurfaceProps) {
  return (
    <div className="ae-scroll" onMouseDown={(event) => focusBelow(event, editor)}>
      <Editable
        className="ae-surface"
        aria-label="稿件正文"
        lang="zh-CN"
        spellCheck={false}
        autoCorrect="off"
        readOnly={isReadOnly}
        decorate={decorate}
        renderElement={ArticleElement}
        renderLeaf={ArticleLeaf}
        onKeyDown={(event) => handleKey(event, editor)}
        {...editable}
      />
    </div>
  );
});

function runEdit(editor: ArticleEditorInstance, edit: (editor: ArticleEditorInstance) => void): void {
  takeSelection(editor);
  if (!editor.selection) editor.select(Editor.start(editor, []));
  edit(editor);
  ReactEditor.focus(editor);
}

/** A press on the empty paper below the text takes the cursor to the end of the text. */
function focusBelow(event: React.MouseEvent, editor: ArticleEditorInstance): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  ReactEditor.focus(editor);
  const source = editor.children.length - 1;
  editor.select(Editor.end(editor, [Math.max(0, source - 1)]));
}
