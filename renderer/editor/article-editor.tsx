/** The writing surface of one article or brief. Give it `key={item.id}`; a newer value of the same item is taken in place. */
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react';
import { Editor } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { ColumnForm, Item } from '../../shared/document/issue.js';
import { itemWithoutGuess } from './item-guess.js';
import type { FocusRequest } from '../state/selection.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { useLatestPages } from '../state/use-pages.js';
import { ArticleElement, ArticleLeaf, TitleHintContext } from './article-elements.js';
import { handleKey } from './editor-keys.js';
import { EditorToolbar } from './editor-toolbar.js';
import { InferredBar } from './inferred-bar.js';
import { SourceBar } from './source-bar.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { takeSelection } from './take-selection.js';
import { useKeptPlace } from './kept-place.js';
import { titleHint } from './title-hint.js';
import { useArticleSlate, type CompositionHandlers } from './use-article-slate.js';
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
  useKeptPlace(editor, item.id);
  useWritingSurface({ editor, isBrief: item.type === 'brief', isReadOnly, act });
  const confirmTitle = (): void => props.onChange(itemWithoutGuess(item), `confirm:${item.id}`);
  return (
    <section className="ae" data-scope="editor" data-form={item.type} aria-label="稿件">
      <Slate editor={editor} initialValue={initialValue} onChange={onSlateChange}>
        <EditorToolbar isBrief={item.type === 'brief'} isReadOnly={isReadOnly} item={item} act={act} />
        {!isReadOnly && (
          <InferredBar isTitleInferred={item.type === 'brief' && item.leadInferred === true} onConfirmTitle={confirmTitle} act={act} />
        )}
        <TitleHint item={item}>
          <Surface editor={editor} isReadOnly={isReadOnly} editable={editable} />
        </TitleHint>
        {!isReadOnly && <SourceBar act={act} />}
      </Slate>
      <div className="ae-notice" role="status">
        {notice}
      </div>
    </section>
  );
}

/** Tells the title its breaks in print; the text itself is drawn again only when they change. */
function TitleHint({ item, children }: { readonly item: Item; readonly children: ReactNode }) {
  const pages = useLatestPages();
  const hint = useMemo(() => titleHint(pages, item), [pages, item]);
  return <TitleHintContext value={hint}>{children}</TitleHintContext>;
}

interface SurfaceProps {
  readonly editor: ArticleEditorInstance;
  readonly isReadOnly: boolean;
  readonly editable: CompositionHandlers;
}

/** The text. Remembered, so that nothing but an edit of its own draws it again, least of all while a phrase is composed. */
const Surface = memo(function Surface({ editor, isReadOnly, editable }: SurfaceProps) {
  return (
    <div className="ae-scroll" onMouseDown={(event) => focusBelow(event, editor)}>
      <Editable
        className="ae-surface"
        aria-label="稿件正文"
        lang="zh-CN"
        spellCheck={false}
        autoCorrect="off"
        readOnly={isReadOnly}
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
