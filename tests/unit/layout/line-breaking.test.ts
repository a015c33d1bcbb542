import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type LineSpan } from '../../../shared/layout/line-breaking.js';
import { isForbiddenAtEnd, isForbiddenAtStart } from '../../../shared/layout/mark-classes.js';
import { measureText, type MeasuredText } from '../../../shared/layout/measured-text.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { setRuns } from '../../../shared/layout/set-line.js';
import { chineseText } from './chinese-text.js';

const style = defaultPageStyle;
const { widthPt } = textArea(style);
const body = style.text.body;

function measure(text: string): MeasuredText {
  return measureText([{ text, style: body }], style.fitting);
}

function broken(text: string, firstEm = 28): readonly string[] {
  const measured = measure(text);
  return breakLines(measured, widthPt - (28 - firstEm) * body.pitchPt, widthPt, style.fitting).map(({ from, to }) =>
    measured.text.slice(measured.starts[from], measured.starts[to]),
  );
}

describe('measureText', () => {
  it('parts 汉字 and Latin by a fifth of their size however narrow they are, and takes letter spacing back where it draws together', () => {
    const gaps = (changes: Partial<typeof body>): readonly number[] =>
      measureText([{ text: '示2示', style: { ...body, sizePt: 16, ...changes } }], style.fitting).gapsPt.map((gap) =>
        Number(gap.toFixed(2)),
      );
    expect(gaps({ pitchPt: 16 })).toEqual([0, 3.2, 3.2]);
    expect(gaps({ pitchPt: 12.8, scaleX: 0.8 })).toEqual([0, 3.2, 3.2]);
    expect(gaps({ pitchPt: 16.5 })).toEqual([0, 3.2, 3.2]);
    expect(gaps({ pitchPt: 15.5 })).toEqual([0, 3.7, 3.7]);
  });
});

describe('breakLines', () => {
  it('fills a line with 28 characters', () => {
    expect(broken('示'.repeat(60)).map((line) => line.length)).toEqual([28, 28, 4]);
  });

  it('indents the first line by two', () => {
    expect(broken('示'.repeat(60), 26).map((line) => line.length)).toEqual([26, 28, 6]);
  });

  it('hangs one closing mark over the right edge', () => {
    expect(broken(`${'示'.repeat(28)}。例`)).toEqual([`${'示'.repeat(28)}。`, '例']);
  });

  it('hangs the stop that ends the paragraph, as the print and Word do, and none that follows Latin letters', () => {
    expect(broken(`${'示'.repeat(28)}。`)).toEqual([`${'示'.repeat(28)}。`]);
    expect(broken(`${'示'.repeat(26)}APP，例`)).toEqual(['示'.repeat(26), 'APP，例']);
  });

  it('hangs no closing quote: it takes a character down', () => {
    expect(broken(`${'示'.repeat(28)}”例`)).toEqual(['示'.repeat(27), '示”例']);
  });

  it('keeps units whole, and breaks a URL after its own marks only', () => {
    expect(broken(`${'示'.repeat(26)}28μg/m³例`)).toEqual(['示'.repeat(26), '28μg/m³例']);
    expect(broken(`${'示'.repeat(19)}www.example.cn/news?id=1|2345`)).toEqual([`${'示'.repeat(19)}www.example.cn/`, 'news?id=1|2345']);
  });

  it('parts behind a slash only where more than the slash fits, and a path rather at a blank of its line', () => {
    expect(broken(`${'示'.repeat(25)}ISO9/IEC例`)).toEqual(['示'.repeat(25), 'ISO9/IEC例']);
    expect(broken(`${'示'.repeat(25)}ISO/IEC例`)).toEqual([`${'示'.repeat(25)}ISO/`, 'IEC例']);
    expect(broken(`${'示'.repeat(20)}T 12录https://a.cn例`)).toEqual([`${'示'.repeat(20)}T 12`, '录https://a.cn例']);
    expect(broken(`${'示'.repeat(20)}T12录https://a.cn例`)).toEqual([`${'示'.repeat(20)}T12录https://`, 'a.cn例']);
  });

  it('parts a minus from its number, and a sign with a number behind it from nothing', () => {
    expect(broken(`${'示'.repeat(27)}-1.2例`)).toEqual([`${'示'.repeat(27)}-`, '1.2例']);
    expect(broken(`${'示'.repeat(26)}±1.2例`)).toEqual(['示'.repeat(26), '±1.2例']);
    expect(broken(`${'示'.repeat(26)}1/3,5例`)).toEqual(['示'.repeat(26), '1/3,5例']);
  });

  it('leaves space between 汉字 and numbers of any make: 每km²不, CO₂约', () => {
    const gaps = (text: string): readonly number[] =>
      measure(text)
        .gapsPt.map((gap, index) => (gap > body.sizePt * 0.15 ? index : -1))
        .filter((index) => index >= 0);
    expect(gaps('每km²不')).toEqual([1, 4]);
    expect(gaps('合CO₂约')).toEqual([1, 4]);
    expect(gaps('，km，（5）')).toEqual([]);
    const number = { text: '①', style: body, number: { note: 0, raisePt: 0 } };
    const noted = measureText([{ text: 'APP', style: body }, number, { text: '例', style: body }], style.fitting);
    expect(noted.gapsPt.filter((gap) => gap > body.sizePt * 0.15)).toEqual([]);
  });

  it('keeps marks alone between Latin words with both, as LibreOffice does', () => {
    expect(broken(`${'示'.repeat(25)}APP、VR例`)).toEqual(['示'.repeat(25), 'APP、VR例']);
    expect(broken(`${'示'.repeat(25)}APP（VR例`)).toEqual(['示'.repeat(25), 'APP（VR例']);
    expect(broken(`${'示'.repeat(24)}APP，“VR例`)).toEqual(['示'.repeat(24), 'APP，“VR例']);
    expect(broken(`${'示'.repeat(25)}APP，《VR例`)).toEqual([`${'示'.repeat(25)}APP，`, '《VR例']);
    expect(broken(`${'示'.repeat(27)}、VR例`)).toEqual([`${'示'.repeat(27)}、`, 'VR例']);
  });

  it('takes a Latin word down with a quotation mark behind its stop that no longer fits, and leaves it where the mark does', () => {
    expect(broken(`${'示'.repeat(25)}APP，“例`)).toEqual(['示'.repeat(25), 'APP，“例']);
    expect(broken(`${'示'.repeat(24)}APP，“例`)).toEqual([`${'示'.repeat(24)}APP，`, '“例']);
    expect(broken(`${'示'.repeat(24)}APP例，“例`)).toEqual([`${'示'.repeat(24)}APP例，`, '“例']);
    expect(broken(`${'示'.repeat(25)}a/b，“例`)).toEqual(['示'.repeat(25), 'a/b，“例']);
  });

  it('keeps a closing mark with the Latin word behind it, and takes a word down with a bracket that no longer fits', () => {
    expect(broken(`${'示'.repeat(26)}”2026年`)).toEqual(['示'.repeat(25), '示”2026年']);
    expect(broken(`${'示'.repeat(26)}。》APP例`)).toEqual(['示'.repeat(25), '示。》APP例']);
    expect(broken(`${'示'.repeat(27)}”(一)`)).toEqual([`${'示'.repeat(27)}”`, '(一)']);
    expect(broken(`${'示'.repeat(26)}2026（例`)).toEqual(['示'.repeat(26), '2026（例']);
    expect(broken(`${'示'.repeat(24)}2026（例例`)).toEqual([`${'示'.repeat(24)}2026`, '（例例']);
    expect(broken(`${'示'.repeat(24)}“APP”（例`)).toEqual(['示'.repeat(24), '“APP”（例']);
    expect(broken(`${'示'.repeat(25)}97%（例`)).toEqual([`${'示'.repeat(25)}97%`, '（例']);
  });

  it('breaks behind a hyphen, before a number too', () => {
    expect(broken(`${'示'.repeat(25)}2023-2024年`)).toEqual([`${'示'.repeat(25)}2023-`, '2024年']);
  });

  it('takes a character down where two marks follow', () => {
    expect(broken(`${'示'.repeat(28)}。”例`)).toEqual(['示'.repeat(27), '示。”例']);
  });

  it('never leaves an opening mark at the end', () => {
    expect(broken(`${'示'.repeat(27)}“例`)).toEqual(['示'.repeat(27), '“例']);
  });

  it('keeps a number whole with its percent sign', () => {
    expect(broken(`${'示'.repeat(26)}97.23%例`)).toEqual(['示'.repeat(26), '97.23%例']);
  });

  it('breaks between a number and its unit, whose space then goes', () => {
    expect(broken(`${'示'.repeat(26)}200余`)).toEqual([`${'示'.repeat(26)}200`, '余']);
  });

  it('cuts a word wider than the line', () => {
    expect(broken('w'.repeat(100)).join('')).toBe('w'.repeat(100));
    expect(broken('w'.repeat(100))[0]).toHaveLength(57);
  });

  it.each(['《》', '，', '—', '-'])('looks no farther back than it must in a paragraph of %s alone, and loses nothing', (marks) => {
    const measured = measure(marks.repeat(6_000 / marks.length));
    let looks = 0;
    const codes = new Proxy(measured.codes, {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const lines = breakLines({ ...measured, codes }, widthPt, widthPt, style.fitting);
    expect(lines.map(({ from, to }) => to - from).reduce((sum, length) => sum + length, 0)).toBe(measured.count);
    expect(looks).toBeLessThan(20 * measured.count);
  });

  it('keeps both halves of a dash together', () => {
    expect(broken(`${'示'.repeat(27)}——例`)).toEqual(['示'.repeat(27), '——例']);
  });
});

describe('lines of any text', () => {
  const each = (check: (measured: MeasuredText, lines: readonly LineSpan[]) => void): void => {
    fc.assert(
      fc.property(chineseText(160), (text) => {
        const measured = measure(text);
        check(measured, breakLines(measured, widthPt - 2 * body.pitchPt, widthPt, style.fitting));
      }),
      { numRuns: 300 },
    );
  };

  it('hold every character once, in order', () => {
    each((measured, lines) => {
      expect(lines.map(({ from, to }) => measured.text.slice(measured.starts[from], measured.starts[to])).join('')).toBe(measured.text);
    });
  });

  it('never exceed the measure but for what hangs, and only one mark and blanks hang', () => {
    each((measured, lines) => {
      lines.forEach((line, index) => {
        expect(line.naturalPt).toBeLessThanOrEqual(index === 0 ? widthPt - 2 * body.pitchPt + 1e-6 : widthPt + 1e-6);
        const hanging = measured.text.slice(measured.starts[line.hangingFrom], measured.starts[line.to]);
        expect(hanging).toMatch(/^[，。、；：？！”’）》〉】〕」』]? *$/u);
      });
    });
  });

  it('have no forbidden mark at an edge', () => {
    each((measured, lines) => {
      lines.forEach((line, index) => {
        if (index > 0 && hasChoice(measured, lines, index)) expect(isForbiddenAtStart(measured.codes[line.from] ?? 0)).toBe(false);
        if (index < lines.length - 1 && hasChoice(measured, lines, index + 1)) {
          expect(isForbiddenAtEnd(measured.codes[line.to - 1] ?? 0)).toBe(false);
        }
      });
    });
  });

  it('draw as wide as they are measured', () => {
    each((measured, lines) => {
      for (const line of lines) {
        const extraPt = widthPt - line.naturalPt;
        const drawn = setRuns(measured, line, extraPt);
        expect(drawn.runs.map((run) => run.text).join('')).toBe(drawn.text);
      }
    });
  });
});

/** A line made of marks alone has nowhere to break: there the measure wins. */
function hasChoice(measured: MeasuredText, lines: readonly LineSpan[], index: number): boolean {
  const before = lines[index - 1];
  if (before === undefined) return true;
  for (let at = before.from + 1; at <= before.to; at += 1) {
    const forbidden = isForbiddenAtStart(measured.codes[at] ?? 0) || isForbiddenAtEnd(measured.codes[at - 1] ?? 0);
    if (!forbidden && /[\u4e00-\u9fff]{2}/u.test(measured.text.slice(measured.starts[at - 1], measured.starts[at + 1]))) return true;
  }
  return false;
}
