import { describe, expect, it } from 'vitest';
import { mainSection } from '../../../shared/learn-style/learn-page.js';
import type { RoledParagraph } from '../../../shared/learn-style/roles.js';

describe('learning a style from a file of many sections', () => {
  it('looks at each paragraph once', () => {
    let looks = 0;
    const paragraphs = Array.from({ length: 1000 }, (_, at) => ({
      text: '甲',
      get section() {
        looks += 1;
        return at % 50 === 0 ? at / 50 : 7;
      },
    })) as unknown as RoledParagraph[];
    const sections = Array.from({ length: 20 }, (_, at) => ({ name: `s${String(at)}`, attributes: new Map(), children: [] }));
    expect(mainSection(sections, paragraphs)).toEqual({ section: sections[7], at: 7 });
    expect(looks).toBe(paragraphs.length);
  });
});
