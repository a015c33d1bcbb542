/** Below the text, the footnotes of the article by their numbers: each a field; Enter leads back behind its number. */
import { useEffect, useRef, useState } from 'react';
import { ReactEditor, useSlate } from 'slate-react';
import { footnotesIn, removeFootnote, sayFootnote, selectBehind, type PlacedFootnote } from './footnote-edit.js';
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
    if (!wanted) return;
    // Right after a change Slate passes over a blur, and would take the keyboard back at the first letter.
    ReactEditor.blur(editor);
    list.current?.querySelectorAll('textarea')[wanted.index]?.focus();
  }, [editor, wanted]);
  const notes = footnotesIn(editor);
  if (notes.length === 0) return null;
  return (
    <ol className="ae-footnotes" aria-label="脚注" ref={list}>
      {notes.map(({ note, path }, index) => (
        <li key={index}>
          <NoteField
            number={index + 1}
            words={note.words}
            isReadOnly={isReadOnly}
            onSay={(words) => sayFootnote(editor, path, words)}
            onLeave={() => act((each) => selectBehind(each, path))}
          />
          {!isReadOnly && <RemoveButton number={index + 1} path={path} act={act} />}
        </li>
      ))}
    </ol>
  );
}

interface NoteFieldProps {
  readonly number: number;
  readonly words: string;
  readonly isReadOnly: boolean;
  onSay(words: string): void;
  onLeave(): void;
}

/** It holds what is typed itself: the editor tells of a change a moment later, and a phrase is the input method's until it is done. */
function NoteField({ number, words, isReadOnly, onSay, onLeave }: NoteFieldProps) {
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  if (words !== known) {
    setKnown(words);
    setTyped(words);
  }
  return (
    <textarea
      rows={1}
      aria-label={`脚注${String(number)}`}
      placeholder="注文"
      value={typed}
      readOnly={isReadOnly}
      maxLength={longestNote}
      onChange={({ target, nativeEvent }) => {
        setTyped(target.value);
        if (!(nativeEvent as InputEvent).isComposing) onSay(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => onSay(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}

interface RemoveButtonProps extends Pick<PlacedFootnote, 'path'>, Pick<FootnoteListProps, 'act'> {
  readonly number: number;
}

function RemoveButton({ number, path, act }: RemoveButtonProps) {
  return (
    <button type="button" aria-label={`删去脚注${String(number)}`} onClick={() => act((each) => removeFootnote(each, path))}>
      删去
    </button>
  );
}
