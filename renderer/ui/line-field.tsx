import { Input } from 'antd';
import { plainLine, plainLines } from '../../shared/document/plain-characters.js';
import { useId, useState, type ChangeEvent, type CompositionEvent, type ReactNode } from 'react';

export interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A sentence when the text cannot be taken; the last good value then stays. */
  readonly check?: (text: string) => string | undefined;
  /** A sentence on a good value that deserves a look. */
  readonly remark?: string | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
  /** `text` grows with its content; breaks are kept only with `keepsBreaks`. */
  readonly kind?: 'line' | 'text';
  readonly keepsBreaks?: boolean;
  readonly width?: number;
  readonly isLabelHidden?: boolean;
  /** Key of the text that is written here (`issue-texts.ts`), so that a search can show the field. */
  readonly textKey?: string;
}

/** A labelled text field. What is being composed or cannot be taken stays in the field; only good values leave it. */
export function LineField(props: LineFieldProps) {
  const { label, hint, placeholder, kind = 'line', width, isLabelHidden, remark, textKey } = props;
  const id = useId();
  const text = useFieldText(props);
  const shared = {
    id,
    placeholder,
    'data-text-key': textKey,
    value: text.shown,
    'aria-invalid': text.error !== undefined,
    'aria-describedby': `${id}-note`,
    ...(text.error === undefined ? {} : { status: 'error' as const }),
    onChange: text.change,
    onCompositionStart: text.compose,
    onCompositionEnd: text.commit,
    onBlur: text.leave,
  };
  const control =
    kind === 'text' ? (
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 12 }} {...shared} />
    ) : (
      <Input {...shared} style={{ width: width ?? '100%' }} />
    );
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden ?? false} error={text.error} remark={remark} hint={hint}>
      {control}
    </FieldFrame>
  );
}

type FieldEvent = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

/** What the field shows: the value, or what was typed while it is being composed or cannot be taken. */
function useFieldText({ value, onChange, check, keepsBreaks }: LineFieldProps) {
  const [own, setOwn] = useState<string | undefined>();
  const [isComposing, setIsComposing] = useState(false);
  const take = (raw: string): void => {
    const text = cleanText(raw, keepsBreaks ?? false);
    const isGood = check?.(text) === undefined;
    setOwn(isGood ? undefined : text);
    if (isGood && text !== value) onChange(text);
  };
  return {
    shown: own ?? value,
    error: own === undefined || isComposing ? undefined : check?.(own),
    change: ({ target }: FieldEvent) => (isComposing ? setOwn(target.value) : take(target.value)),
    compose: () => setIsComposing(true),
    commit: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setIsComposing(false);
      take(currentTarget.value);
    },
    leave: () => setIsComposing(false),
  };
}

/** Text without what a document may not hold; breaks go too unless they are kept. */
export function cleanText(text: string, keepsBreaks: boolean): string {
  const unified = text.replace(/\r\n?|\u2028|\u2029/gu, '\n');
  return keepsBreaks ? plainLines(unified) : plainLine(unified);
}

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly error?: string | undefined;
  readonly remark?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** Label, control, and beside it what is wrong or worth knowing. */
export function FieldFrame({ id, label, isLabelHidden = false, error, remark, hint, children }: FieldFrameProps) {
  const note = error ?? remark ?? hint;
  const tone = error !== undefined ? 'error' : remark !== undefined ? 'remark' : 'hint';
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <div className="field-control">
        {children}
        <div id={`${id}-note`} className={`field-note field-${tone}`} aria-live="polite">
          {note}
        </div>
      </div>
    </div>
  );
}
