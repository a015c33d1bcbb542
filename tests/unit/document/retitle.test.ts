import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/document/issue.js';
import { hasSameWording, retitle } from '../../../shared/document/retitle.js';

const article = (title: string, coverTitle?: string): Article => ({
  type: 'article',
  id: 'a',
  title,
  paragraphs: [],
  sources: [],
  ...(coverTitle === undefined ? {} : { coverTitle }),
});

describe('retitle', () => {
  it('keeps the break on the cover where the letters around it stay', () => {
    const item = article('示例区“三个一线”推动文明实践走深走实', '示例区“三个一线”推动文明实践\n走深走实');
    expect(retitle(item, '示例区“四个一线”推动文明实践走深走实').coverTitle).toBe('示例区“四个一线”推动文明实践\n走深走实');
    expect(retitle(item, '示例新区“三个一线”推动文明实践走深走实').coverTitle).toBe('示例新区“三个一线”推动文明实践\n走深走实');
  });

  it('drops a break inside the changed part', () => {
    expect(retitle(article('甲乙丙丁', '甲乙\n丙丁'), '甲戊己庚丁').coverTitle).toBe('甲戊己庚丁');
  });

  it('brings a new blank between half-titles to the cover', () => {
    expect(retitle(article('上半句下半句', '上半句下\n半句'), '上半句 下半句').coverTitle).toBe('上半句 下\n半句');
  });

  it('leaves a cover title of other wording alone', () => {
    expect(retitle(article('长标题', '短题'), '更长的标题').coverTitle).toBe('短题');
  });

  it('always words the cover as the new title', () => {
    const title = fc.array(fc.constantFrom('甲', '乙', '丙', ' '), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(title, title, fc.nat(12), (before, after, at) => {
        const item = article(before, `${before.slice(0, at)}\n${before.slice(at)}`);
        expect(hasSameWording(retitle(item, after))).toBe(true);
      }),
    );
  });
});
