import { describe, expect, it } from 'vitest';
import { newCourse } from '../../../shared/course/course.js';
import { parseKind } from '../../../shared/library/records/records.js';

describe('the record of a course', () => {
  it('is read as version 1 wrote it, without steps of articles', () => {
    const steps = [{ at: '2026-03-02T01:00:00.000Z', from: 'drafting', to: 'final', who: '张示例' }];
    expect(parseKind('course', { version: 1, key: '2023-06', steps })).toEqual({ ok: true, value: { ...newCourse('2023-06'), steps } });
  });
});
