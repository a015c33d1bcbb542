/** Below the text, the footnotes of the article by their numbers: each a field; Enter leads back behind its number. */
import { useEffect, useRef } from 'react';
import type { Path } from 'slate';
import { useSlate } from 'slate-react';
import { footnotesIn, removeFootnote, sayFootnote, selectBehind } from './footnote-edit.js';
import type { ArticleEditorInstance } from './slate-types.js';

/** More than any note says: what is longer belongs into the text. */
const longestNote = 2000;

export interface FootnoteListProps {
  readonly isReadOnly: boolean;
  /** The field that is to have the keyboard, by its note's place among all; a new object for each wish. */
  readonly wanted: { readonly index: number } | undefined;
  act(edit: (editor: ArticleEditorInstance) => void): void;
}

export function FootnoteList({ isReadOnly, wanted, act }: FootnoteListProps) {
  const editor = useSlate();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (wanted) list.current?.querySelectorAll('textarea')[wanted.index]?.focus();
  }, [wanted]);
  const notes = footnotesIn(editor);
  if (notes.length === 0) return null;
  return (
    <ol className="ae-footnotes" aria-label="脚注" ref={list}>
      {notes.map(({ note, path }, index) => (
        <li key={index}>
          <textarea
            rows={1}
            aria-label={`脚注${String(index + 1)}`}
            placeholder="注文"
            value={note.words}
            readOnly={isReadOnly}
            maxLength={longestNote}
            onChange={({ target }) => sayFootnote(editor, path, target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
              event.preventDefault();
              act((each) => selectBehind(each, path));
            }}
          />
          {!isReadOnly && <RemoveButton number={index + 1} path={path} act={act} />}
        </li>
      ))}
    </ol>
  );
}

function RemoveButton({ number, path, act }: { readonly number: number; readonly path: Path; readonly act: FootnoteListProps['act'] }) {
  return (
    <button type="button" aria-label={`删去脚注${String(number)}`} onClick={() => act((each) => removeFootnote(each, path))}>
      删去
    </button>
  );
}
