// @vitest-environment window
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followFieldLimits, longestLine, longestText } from '../../../renderer/ui/field-limits.js';

const told: string[] = [];
let stop: () => void;

beforeEach(() => {
  told.length = 0;
  stop = followFieldLimits((sentence) => told.push(sentence));
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function field(tag: 'input' | 'textarea', value = '', maxLength?: number): HTMLInputElement | HTMLTextAreaElement {
  const element = document.createElement(tag) as HTMLInputElement;
  if (maxLength !== undefined) element.maxLength = maxLength;
  element.value = value;
  document.body.append(element);
  element.setSelectionRange(value.length, value.length);
  return element;
}

/** Whether the browser may put the text in. */
function mayInsert(element: Element, data: string): boolean {
  const event = new Event('beforeinput', { bubbles: true, cancelable: true });
  return element.dispatchEvent(Object.assign(event, { data }));
}

describe('a text field', () => {
  it('takes what fits, to the last character', () => {
    expect(mayInsert(field('input'), '字'.repeat(longestLine))).toBe(true);
    expect(mayInsert(field('textarea'), '字'.repeat(longestText))).toBe(true);
    expect(mayInsert(field('input', '甲', 3), '乙丙')).toBe(true);
    expect(told).toEqual([]);
  });

  it('refuses 100,000 characters before they are laid out, in a sentence with both numbers', () => {
    expect(mayInsert(field('input'), '字'.repeat(100_000))).toBe(false);
    expect(mayInsert(field('textarea'), '字'.repeat(100_000))).toBe(false);
    expect(mayInsert(field('input', '甲', 3), '乙丙丁')).toBe(false);
    expect(told).toEqual([
      '这里最多填 500 字，加上这些会有 100,000 字，没有填入。',
      '这里最多填 5,000 字，加上这些会有 100,000 字，没有填入。',
      '这里最多填 3 字，加上这些会有 4 字，没有填入。',
    ]);
  });

  it('counts what a paste replaces, and lets a field that is too long be made shorter', () => {
    const long = field('input', '字'.repeat(longestLine + 50));
    long.setSelectionRange(0, 20);
    expect([mayInsert(long, '短'.repeat(20)), mayInsert(long, '长'.repeat(21))]).toEqual([true, false]);
  });

  it('reads what is dropped or pasted as a file of text, too', () => {
    const event = new Event('beforeinput', { bubbles: true, cancelable: true });
    Object.assign(event, { data: null, dataTransfer: { getData: () => '字'.repeat(longestLine + 1) } });
    expect(field('input').dispatchEvent(event)).toBe(false);
  });

  it('is the only thing looked at', () => {
    const surface = document.createElement('div');
    document.body.append(surface);
    expect(mayInsert(surface, '字'.repeat(100_000))).toBe(true);
  });
});
