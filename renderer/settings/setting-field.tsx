import { useId, useState } from 'react';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import type { PageStyleSetting, SettingValue } from '../../shared/layout/page-style-setting.js';
import { shownNumber, styleValue, unitLabel } from '../../shared/layout/page-style-settings.js';
import { sizeName } from '../../shared/layout/size-names.js';
import { ColorControl } from './color-control.js';
import { NumberControl } from './number-control.js';
import { isSize } from './number-text.js';
import { changeMeasure } from './setting-edits.js';

export interface SettingFieldProps {
  readonly setting: PageStyleSetting;
  readonly value: SettingValue;
  readonly isChanged: boolean;
  /** A sentence on an allowed value that will print badly. */
  readonly remark: string | undefined;
}

/** One measure: label, control, and its way back to the default. A refused value leaves the stored one as it is. */
export function SettingField({ setting, value, isChanged, remark }: SettingFieldProps) {
  const id = useId();
  const [refusal, setRefusal] = useState<string | undefined>();
  const [round, setRound] = useState(0);
  const usual = styleValue(defaultPageStyle, setting.path);
  const reset = (): void => {
    setRefusal(undefined);
    setRound(round + 1);
    changeMeasure(setting.path, usual);
  };
  return (
    <div className="setting" data-changed={isChanged} data-path={setting.path}>
      <label className="setting-label" htmlFor={id}>
        {setting.label}
      </label>
      <span className="setting-control">
        <Control key={round} id={id} setting={setting} value={value} onRefuse={setRefusal} />
      </span>
      {isChanged && (
        <button
          type="button"
          className="setting-reset"
          title={`默认：${valueLabel(setting, usual)}`}
          aria-label={`${setting.label}恢复默认`}
          onClick={reset}
        >
          恢复默认
        </button>
      )}
      <span
        id={`${id}-note`}
        className={`setting-note ${refusal === undefined ? 'field-remark' : 'field-error setting-late'}`}
        aria-live="polite"
      >
        {refusal === undefined ? remark : `${refusal}，仍用 ${valueLabel(setting, value)}`}
      </span>
    </div>
  );
}

interface AnyControlProps {
  readonly id: string;
  readonly setting: PageStyleSetting;
  readonly value: SettingValue;
  readonly onRefuse: (sentence: string | undefined) => void;
}

function Control({ id, setting, value, onRefuse }: AnyControlProps) {
  const change = (next: SettingValue): void => changeMeasure(setting.path, next);
  switch (setting.kind) {
    case 'number':
      return <NumberControl id={id} setting={setting} value={Number(value)} onChange={change} onRefuse={onRefuse} />;
    case 'color':
      return <ColorControl id={id} setting={setting} value={String(value)} onChange={change} onRefuse={onRefuse} />;
    case 'switch':
      return (
        <input
          id={id}
          type="checkbox"
          className="setting-check"
          checked={value === true}
          onChange={({ target }) => change(target.checked)}
        />
      );
    case 'choice':
      return (
        <select id={id} className="setting-select" value={String(value)} onChange={({ target }) => change(target.value)}>
          {setting.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
  }
}

/** A value in words: 三号（16 磅）, 37 毫米, 是. */
export function valueLabel(setting: PageStyleSetting, value: SettingValue): string {
  if (setting.kind === 'switch') return value === true ? '是' : '否';
  if (setting.kind === 'choice') return setting.options.find((option) => option.value === value)?.label ?? String(value);
  if (setting.kind === 'color') return String(value);
  const number = `${String(shownNumber(setting, Number(value)))}${setting.unit === 'ratio' ? '' : ' '}${unitLabel(setting.unit)}`;
  const name = isSize(setting) ? sizeName(Number(value)) : undefined;
  return name === undefined ? number : `${name}（${number}）`;
}
