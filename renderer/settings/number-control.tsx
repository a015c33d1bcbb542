import { useState, type KeyboardEvent } from 'react';
import type { NumberSetting } from '../../shared/layout/page-style-setting.js';
import { checkPageStyleChange, unitLabel } from '../../shared/layout/page-style-settings.js';
import { sizeName, sizeNames } from '../../shared/layout/size-names.js';
import { isSize, readNumber, stepNumber, writeNumber } from './number-text.js';

export interface ControlProps<Setting, Value> {
  readonly id: string;
  readonly setting: Setting;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Told what is wrong with the words in the field, and of nothing once they are good. */
  readonly onRefuse: (sentence: string | undefined) => void;
}

/** A number with its unit: arrows step it, a size can be chosen by name. What is out of range stays in the field only. */
export function NumberControl(props: ControlProps<NumberSetting, number>) {
  const { id, setting, value, onChange } = props;
  const text = useNumberText(props);
  return (
    <>
      {isSize(setting) && (
        <select
          className="setting-select setting-size"
          aria-label={`${setting.label}，按名称`}
          value={sizeName(value) ?? ''}
          onChange={({ target }) => target.value !== '' && choose(target.value, text.drop, onChange)}
        >
          {sizeName(value) === undefined && <option value="">其他</option>}
          {sizeNames
            .filter(({ sizePt }) => sizePt >= setting.min && sizePt <= setting.max)
            .map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      )}
      <input
        id={id}
        className="setting-input num"
        inputMode="decimal"
        autoComplete="off"
        value={text.shown}
        aria-invalid={text.error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => text.take(target.value)}
        onKeyDown={text.press}
        onBlur={text.leave}
      />
      <span className="setting-unit">{unitLabel(setting.unit)}</span>
    </>
  );
}

function choose(name: string, drop: () => void, onChange: (value: number) => void): void {
  const size = sizeNames.find((each) => each.name === name);
  drop();
  if (size) onChange(size.sizePt);
}

/** What the field shows: the value, or what is being typed and cannot be taken. */
function useNumberText({ setting, value, onChange, onRefuse }: ControlProps<NumberSetting, number>) {
  const [own, setOwn] = useState<string | undefined>();
  const refusalOf = (text: string): string | undefined => checkPageStyleChange(setting.path, readNumber(setting, text));
  const drop = (): void => {
    setOwn(undefined);
    onRefuse(undefined);
  };
  const take = (text: string): void => {
    const refusal = refusalOf(text);
    setOwn(text);
    onRefuse(refusal);
    if (refusal === undefined) onChange(readNumber(setting, text));
  };
  const step = (steps: number): void => {
    drop();
    onChange(stepNumber(setting, value, steps));
  };
  return {
    shown: own ?? writeNumber(setting, value),
    error: own === undefined ? undefined : refusalOf(own),
    take,
    drop,
    leave: () => own !== undefined && refusalOf(own) === undefined && setOwn(undefined),
    press: (event: KeyboardEvent<HTMLInputElement>) => {
      const { key, shiftKey } = event;
      if (key === 'Escape') drop();
      if (key !== 'ArrowUp' && key !== 'ArrowDown') return;
      event.preventDefault();
      step((key === 'ArrowUp' ? 1 : -1) * (shiftKey ? 10 : 1));
    },
  };
}
