import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/document/issue.js';
import { changedWords } from '../../../shared/submissions/changed-words.js';
import { itemFromSubmission } from '../../../shared/submissions/trace.js';

const article: Article = {
  type: 'article',
  id: 'a',
  title: '示例区开展宣讲',
  sources: ['示例区'],
  paragraphs: [
    { id: 'p1', text: '选聘宣讲员三十名，组成宣讲队伍。' },
    { id: 'p2', text: '开展宣讲三百场次，覆盖五万人。' },
    { id: 'p3', text: '下一步，将继续开展。' },
  ],
};
const sent = { id: 's1', article };
let count = 0;
const made = itemFromSubmission({ ...sent, unit: '' }, 'article', () => `n${(count += 1)}`);
const [first, second, third] = made.paragraphs;

describe('what an editor made of what was sent', () => {
  it('is nothing right after it was taken in', () => {
    const changed = changedWords(made, [sent]);
    expect(changed).toMatchObject({ added: 0, removed: 0, moved: 0 });
    expect(changed.lines.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('tells words put in and taken out, in the line where they are, with the paragraph to go to', () => {
    const edited = { ...made, paragraphs: [{ ...first!, text: '选聘宣讲员五十名，组成宣讲队伍。' }, second!] };
    const { lines, added, removed } = changedWords(edited, [sent]);
    expect(lines.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'removed']);
    expect(lines[1]?.paragraphId).toBe(first?.id);
    expect(lines[0]).not.toHaveProperty('paragraphId');
    expect(lines[3]?.parts).toEqual([{ kind: 'removed', text: '下一步，将继续开展。' }]);
    expect([added, removed]).toEqual([1, 1 + '下一步，将继续开展。'.length]);
  });

  it('counts a paragraph that only moved as moved', () => {
    const { moved, added, removed } = changedWords({ ...made, paragraphs: [third!, first!, second!] }, [sent]);
    expect({ moved, added, removed }).toEqual({ moved: 1, added: 0, removed: 0 });
  });

  it('shows all as added where the submission is gone', () => {
    expect(changedWords(made, []).lines.every(({ kind }) => kind === 'added')).toBe(true);
  });
});
