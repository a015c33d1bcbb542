import { describe, expect, it } from 'vitest';
import { readWindowSetting, refuseWindowSetting, windowSettings } from '../../shared/window-settings.js';

describe('window settings', () => {
  it('takes every default', () => {
    for (const [name, { otherwise }] of Object.entries(windowSettings)) expect(refuseWindowSetting(name, otherwise)).toBeUndefined();
  });

  it('refuses a name that is not in the table', () => {
    expect(refuseWindowSetting('zoom', 1)).toContain('“zoom”');
    expect(refuseWindowSetting('toString', 1)).toContain('“toString”');
  });

  it('refuses a value of another kind or out of range', () => {
    const bad: readonly (readonly [string, unknown])[] = [
      ['outlineFolded', 'yes'],
      ['interface.zoom', 99],
      ['interface.zoom', 201],
      ['interface.zoom', Number.NaN],
      ['view', 'blue'],
      ['paneLayouts', { form: { form: '50' } }],
      ['paneLayouts', []],
      ['lastIssue', 'x'.repeat(5000)],
    ];
    for (const [name, value] of bad) expect([name, refuseWindowSetting(name, value)]).toEqual([name, expect.stringContaining('不收')]);
  });

  it('reads what it takes and falls back to the default for the rest', () => {
    expect(readWindowSetting('interface.zoom', 150)).toBe(150);
    expect(readWindowSetting('interface.zoom', '150')).toBe(100);
    expect(readWindowSetting('paneLayouts', { form: { form: 60, outline: 40 } })).toEqual({ form: { form: 60, outline: 40 } });
    expect(readWindowSetting('view', undefined)).toBe('library');
  });
});
