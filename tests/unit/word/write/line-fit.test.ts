import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { fitLines, type FittedRun } from '../../../../shared/word/write/line-fit.js';

const style = defaultPageStyle.text.body;
const measurePt = 442.2;

function fit(lead: string, text: string, inTable = false): readonly FittedRun[] {
  const measures = { firstPt: measurePt - 31.5, restPt: measurePt, inTable };
  return fitLines(
    [
      { text: lead, style: { ...style, bold: true } },
      { text, style },
    ],
    measures,
    defaultPageStyle.fitting,
  );
}

/** 26 characters fill an indented first line. */
const full = '甲'.repeat(25);

describe('fitLines', () => {
  it('loses and doubles no character, whatever the text', () => {
    const words = fc.array(
      fc.constantFrom('甲', '乙县', '，', '。', '”', '“', '《', '》', '12', '97.23%', 'APP', '+', '（', '）', ' ', '𠮷'),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(words, words, (lead, text) => {
        const runs = fit(lead.join(''), text.join(''));
        expect(
          runs
            .filter(({ span }) => span === 0)
            .map((run) => run.text)
            .join(''),
        ).toBe(lead.join(''));
        expect(
          runs
            .filter(({ span }) => span === 1)
            .map((run) => run.text)
            .join(''),
        ).toBe(text.join(''));
      }),
    );
  });

  it('changes no spacing by more than 1.2 pt a character', () => {
    const words = fc.array(fc.constantFrom('甲', '，', '”', '“', '12', 'APP', '%'), { maxLength: 200 });
    fc.assert(
      fc.property(words, (text) => {
        expect(fit('', text.join('')).every(({ extraTwips }) => Math.abs(extraTwips) <= 24)).toBe(true);
      }),
    );
  });

  it('leaves lines alone that end alike in every program', () => {
    expect(fit('', `${full}乙丙丁戊`)).toEqual([{ text: `${full}乙丙丁戊`, start: 0, span: 1, extraTwips: 0 }]);
  });

  it('leaves a hanging comma hanging, which every program does', () => {
    expect(fit('', `${full}乙，丙丁`).map(({ extraTwips }) => extraTwips)).toEqual([0]);
  });

  it('draws a line together that ends with a hanging ”, which LibreOffice would not hang', () => {
    const [first, second] = fit('', `“${full.slice(1)}乙”丙丁`);
    expect(first?.text.endsWith('”')).toBe(true);
    expect(first?.extraTwips).toBeLessThan(0);
    expect(second).toMatchObject({ text: '丙丁', extraTwips: 0 });
  });

  it('draws the last line together when its stop would hang, and any line in a table', () => {
    expect(fit('', `${full}乙。`)[0]?.extraTwips).toBeLessThan(0);
    expect(fit('', `${full}乙，丙丁`, true)[0]?.extraTwips).toBeLessThan(0);
  });
});
