import { Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { cleanText } from './line-field.js';
import { OfferedInput } from './offered-input.js';

export interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called once when the field is left or Enter is pressed, with a trimmed value that differs. */
  readonly onCommit: (value: string) => void;
  /** A sentence when a value cannot be taken; it then stays in the field. */
  readonly check?: (text: string) => string | undefined;
  /** Completions of what is typed so far. */
  readonly complete?: (typed: string) => readonly string[];
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly width?: number;
  /** A line below the field. */
  readonly note?: string | undefined;
}

/** A labelled field whose value counts once it is left: for facts where every letter typed would be a change of its own. */
export function CommitField({ label, value, onCommit, check, complete, placeholder, maxLength = 80, width, note }: CommitFieldProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const trouble = typed === undefined ? undefined : check?.(typed.trim());
  const commit = (text = typed): void => {
    if (text === undefined || check?.(text.trim()) !== undefined) return;
    setTyped(undefined);
    if (text.trim() !== value) onCommit(text.trim());
  };
  const change = (text: string): void => setTyped(cleanText(text, false));
  const leave = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape' || typed === undefined) return;
    event.stopPropagation();
    setTyped(undefined);
  };
  const status = trouble === undefined ? {} : { status: 'error' as const };
  return (
    <label className="commit-field" style={width === undefined ? undefined : { width }}>
      <span className="commit-label">{label}</span>
      {complete === undefined ? (
        <Input
          {...status}
          aria-label={label}
          value={shown}
          maxLength={maxLength}
          placeholder={placeholder}
          onChange={({ target }) => change(target.value)}
          onBlur={() => commit()}
          onPressEnter={() => commit()}
          onKeyDown={leave}
        />
      ) : (
        <OfferedInput
          {...status}
          aria-label={label}
          value={shown}
          offers={typed === undefined ? [] : complete(typed)}
          placeholder={placeholder}
          onChange={change}
          onEnter={() => commit()}
          onPick={(text) => commit(text)}
          onBlur={() => commit()}
          onKeyDown={leave}
        />
      )}
      {(trouble ?? note) !== undefined && (
        <span className={trouble === undefined ? 'commit-note' : 'commit-trouble'}>{trouble ?? note}</span>
      )}
    </label>
  );
}
