import { afterEach, expect, it } from 'vitest';
import { instantDayLabel } from '../../../../renderer/library/issue-label.js';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it('an instant has the day it was here: what came early in the morning did not come the day before', () => {
  process.env['TZ'] = 'Asia/Shanghai';
  expect(instantDayLabel('2026-11-30T23:30:00.000Z')).toBe('12月1日');
});
