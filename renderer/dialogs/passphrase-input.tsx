import { Input, type InputRef } from 'antd';
import type { PasswordProps } from 'antd/es/input';
import type { Ref } from 'react';

interface PassphraseInputProps extends Pick<PasswordProps, 'autoFocus' | 'placeholder' | 'visibilityToggle'> {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  /** Enter, but for one that an input method takes. */
  readonly onEnter?: () => void;
  readonly ref?: Ref<InputRef>;
}

/** A field for a passphrase; nothing offers to keep what is typed. */
export function PassphraseInput({ label, onChange, onEnter, ...input }: PassphraseInputProps) {
  return (
    <Input.Password
      {...input}
      aria-label={label}
      autoComplete="new-password"
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
}
