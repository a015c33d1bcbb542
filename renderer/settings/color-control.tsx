import { useState } from 'react';
import type { ColorSetting } from '../../shared/layout/page-style-setting.js';
import { checkPageStyleChange } from '../../shared/layout/page-style-settings.js';
import type { ControlProps } from './number-control.js';

/** A colour: the system's palette, or its six digits. */
export function ColorControl({ id, setting, value, onChange, onRefuse }: ControlProps<ColorSetting, string>) {
  const [own, setOwn] = useState<string | undefined>();
  const take = (text: string): void => {
    const color = text
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/^(?=[0-9a-f]{6}$)/u, '#');
    const refusal = checkPageStyleChange(setting.path, color);
    setOwn(refusal === undefined ? undefined : text);
    onRefuse(refusal);
    if (refusal === undefined) onChange(color);
  };
  return (
    <>
      <input
        type="color"
        className="setting-swatch"
        aria-label={`${setting.label}，选色`}
        value={value}
        onChange={({ target }) => take(target.value)}
      />
      <input
        id={id}
        className="setting-input setting-hex num"
        autoComplete="off"
        value={own ?? value}
        aria-invalid={own !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => take(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && take(value)}
      />
    </>
  );
}
