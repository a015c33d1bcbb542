import { describe, expect, it } from 'vitest';
import { readNumber, stepNumber, writeNumber } from '../../../../renderer/settings/number-text.js';
import type { NumberSetting } from '../../../../shared/layout/page-style-setting.js';
import { checkPageStyleChange, settingAt } from '../../../../shared/layout/page-style-settings.js';

function numberSetting(path: string): NumberSetting {
  const setting = settingAt(path);
  if (setting?.kind !== 'number') throw new Error(`${path} is no number`);
  return setting;
}

const top = numberSetting('marginMm.top');
const size = numberSetting('text.title.sizePt');
const scale = numberSetting('text.title.scaleX');

describe('readNumber', () => {
  it.each([
    ['37', 37],
    ['３７．５', 37.5],
    ['37。5', 37.5],
    [' 30 毫米 ', 30],
    ['30mm', 30],
    ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(readNumber(top, text)).toBe(value);
  });

  it('reads sizes by their names', () => {
    expect(['二号', '3号', '小四', '22磅'].map((text) => readNumber(size, text))).toEqual([22, 16, 12, 22]);
    expect(readNumber(top, '三号')).toBeNaN();
  });

  it('takes per cent for a factor', () => {
    expect(readNumber(scale, '90')).toBe(0.9);
    expect(readNumber(scale, '115%')).toBe(1.15);
    expect(writeNumber(scale, 0.9)).toBe('90');
  });

  it('takes no words, signs or empty fields, so that they are refused with the range', () => {
    for (const text of ['', '-', '三十', '1e3', '3 7', 'Infinity'])
      expect(checkPageStyleChange(top.path, readNumber(top, text))).toBe('上边距应在 10 到 80 毫米之间');
  });
});

describe('stepNumber', () => {
  it('goes one step and stops at the ends of the range', () => {
    expect(stepNumber(top, 37, 1)).toBe(38);
    expect(stepNumber(top, 78, 10)).toBe(80);
    expect(stepNumber(top, 10, -1)).toBe(10);
    expect(stepNumber(numberSetting('tail.outerRuleMm'), 0.35, 1)).toBe(0.4);
  });

  it('stays on values that can be stored', () => {
    const lineHeight = numberSetting('text.body.lineHeightPt');
    expect(checkPageStyleChange(lineHeight.path, stepNumber(lineHeight, 28.95, 1))).toBeUndefined();
  });
});
