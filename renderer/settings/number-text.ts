import type { NumberSetting } from '../../shared/layout/page-style-setting.js';
import { shownNumber, storedNumber } from '../../shared/layout/page-style-settings.js';
import { sizeNamed } from '../../shared/layout/size-names.js';

/** The stored value of what was typed: digits full or half width, with or without its unit, or a 字号 name. NaN for anything else. */
export function readNumber(setting: NumberSetting, text: string): number {
  const plain = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .trim()
    .replace(/\s*(?:毫米|mm|磅|pt|字|%)$/iu, '');
  const named = isSize(setting) ? sizeNamed(plain) : undefined;
  if (named !== undefined) return named;
  return /^-?(?:\d+\.?\d*|\.\d+)$/u.test(plain) ? storedNumber(setting, Number(plain)) : Number.NaN;
}

/** A stored value as the field shows it. */
export function writeNumber(setting: NumberSetting, value: number): string {
  return String(shownNumber(setting, value));
}

/** The value some steps on, within the range. */
export function stepNumber({ min, max, step }: NumberSetting, value: number, steps: number): number {
  return Number(Math.min(max, Math.max(min, value + steps * step)).toFixed(4));
}

/** Sizes of type are called by name. */
export function isSize({ path }: NumberSetting): boolean {
  return path.endsWith('.sizePt');
}
