import { defaultPageStyle, type PageStyle } from '../../shared/layout/page-style.js';
import { pageStyleSettings, resolvePageStyle, type PageStyleChanges } from '../../shared/layout/page-style-settings.js';
import type { PageStyleSetting, SettingValue } from '../../shared/layout/page-style-setting.js';
import { styleValue } from '../../shared/layout/page-style-settings.js';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A style an office may have: some of the settings changed, none by so much that nobody would set it so. */
export function randomStyle(seed: number, share = 0.6): { readonly changes: PageStyleChanges; readonly style: PageStyle } {
  const next = seededNumbers(seed);
  const changes: Record<string, SettingValue> = {};
  for (const setting of pageStyleSettings) if (next() < share) changes[setting.path] = randomValue(setting, next);
  return { changes, style: resolvePageStyle(changes) };
}

function randomValue(setting: PageStyleSetting, next: () => number): SettingValue {
  switch (setting.kind) {
    case 'switch':
      return next() < 0.5;
    case 'choice':
      return setting.options[Math.floor(next() * setting.options.length)]?.value ?? '';
    case 'color':
      return `#${Math.floor(next() * 0xffffff)
        .toString(16)
        .padStart(6, '0')}`;
    case 'number': {
      const usual = Number(styleValue(defaultPageStyle, setting.path));
      const [low, high] = [Math.max(setting.min, usual * 0.8), Math.min(setting.max, Math.max(usual * 1.2, setting.step * 2))];
      const steps = Math.round((low + next() * (high - low)) / setting.multipleOf);
      return Number((Math.max(Math.ceil(setting.min / setting.multipleOf), steps) * setting.multipleOf).toFixed(4));
    }
  }
}
