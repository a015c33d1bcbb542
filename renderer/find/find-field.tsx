import { useState, type KeyboardEvent, type RefObject } from 'react';

export interface FindFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** A field of the bar. The letters of a phrase being composed are shown and asked for only once they are words. */
export function FindField({ field, label, value, onChange, onKeyDown }: FindFieldProps) {
  const [composed, setComposed] = useState<string>();
  return (
    <input
      ref={field}
      type="text"
      className="find-field"
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      value={composed ?? value}
      onChange={({ target }) => (composed === undefined ? onChange(target.value) : setComposed(target.value))}
      onCompositionStart={({ currentTarget }) => setComposed(currentTarget.value)}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(undefined);
        onChange(currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** Types words into a field where its cursor is; its listeners hear of it. */
export function insertIntoField(field: HTMLInputElement | null, words: string): void {
  if (!field) return;
  // The menu gives the focus back as it closes.
  setTimeout(() => {
    field.focus();
    document.execCommand('insertText', false, words);
  });
}
