/** Footnotes on pages: a note starts at the foot of the page of its number, and nothing stands on anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Paragraph } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { createLayouter, layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page, PageLine, PageRun } from '../../../shared/layout/page.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { findInPages, nthOfLine, textPlaceAt } from '../../../shared/layout/printed-place.js';
import { footnoteGapPt, footnoteNumber, numberRaisePt, numberStyle } from '../../../shared/layout/set-footnotes.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { withProofMarks } from '../../../shared/layout/proof-marks.js';
import { article, column, issue, lead, noted, p } from '../../helpers/build-issue.js';
import { footnoteIssue } from '../../helpers/footnote-issue.js';

const filler = '甲县统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升。';
const area = textArea(style);
const bottomPt = area.topPt + area.heightPt;

const layOut = (value: Issue): readonly Page[] => layoutIssue(composeIssue(value), style);
const isNote = ({ tag }: PageLine): boolean => tag === 'note';
const isTail = ({ place, furniture }: PageLine): boolean => !furniture && (place.part === 'distribution' || place.part === 'imprint');
const printed = ({ runs }: PageLine): string => runs.map(({ text }) => text).join('');
const numbersIn = (lines: readonly PageLine[]): readonly PageRun[] => lines.flatMap(({ runs }) => runs.filter(({ number }) => number));
const textOf = (page: Page): readonly PageLine[] => page.lines.filter((line) => !line.furniture && !isNote(line) && !isTail(line));
const one = (...paragraphs: readonly Omit<Paragraph, 'id'>[]): Issue => issue(column('经验交流', article('甲', ...paragraphs)));

describe('a page with footnotes', () => {
  const made = one(noted(p(lead('聚焦。'), filler), [3, '指机制。'], [20, filler.repeat(2)]), p(filler));
  const [, page] = layOut(made);
  const lines = page?.lines ?? [];
  const notes = lines.filter(isNote);

  it('has their numbers behind their words, smaller and raised, and no part of the text', () => {
    const first = lines.find(({ place }) => place.paragraphId === 'p1');
    expect(first && printed(first)).toBe('聚焦。①甲县统筹城乡文化资源，推动文化惠民②走深走实，');
    expect(first?.text).toBe('聚焦。甲县统筹城乡文化资源，推动文化惠民走深走实，');
    const [number] = numbersIn([first ?? expect.fail()]);
    expect(number).toMatchObject({ sizePt: numberStyle(style).sizePt, number: { note: 0, raisePt: numberRaisePt(style) } });
    expect(numberStyle(style).sizePt).toBe(9.5);
  });

  it('has the notes in smaller type right above 版记 or at the foot, under a short rule', () => {
    expect(notes.map(printed)).toEqual(['①指机制。', expect.stringMatching(/^②甲县/u) as string, expect.stringContaining('') as string]);
    expect(notes.map(({ first }) => first)).toEqual([true, true, false]);
    expect(notes[0]?.runs[1]).toMatchObject({ sizePt: style.text.footnote.sizePt });
    const tail = lines.find(isTail) ?? expect.fail('no 版记');
    const last = notes.at(-1) ?? expect.fail('no note');
    expect(Math.abs(last.topPt + last.heightPt - tail.topPt)).toBeLessThan(2);
    const ruleTop = (notes[0]?.topPt ?? 0) - footnoteGapPt / 2;
    expect(page?.rules.filter(({ topPt }) => Math.abs(topPt - ruleTop) < 0.01).map(({ widthPt }) => widthPt)).toEqual([area.widthPt / 4]);
    const alone = layOut(one(noted(p(filler.repeat(20)), [3, '注。'])))[1];
    const note = alone?.lines.find(isNote) ?? expect.fail('no note');
    expect(note.topPt + note.heightPt).toBeCloseTo(bottomPt, 6);
  });

  it('gives each note its address, and finds its line', () => {
    const pages = layOut(made);
    const place = { itemId: 'a1', paragraphId: 'p1', field: 'footnote', offset: 5 + 20 } as const;
    const found = findInPages(made, pages, place) ?? expect.fail('not printed');
    expect([found.line.tag, found.line.first, found.line.startOffset]).toEqual(['note', true, 0]);
    expect(textPlaceAt(made, found.line.place, nthOfLine(pages, found.line), 20)).toEqual(place);
    expect(findInPages(made, pages, { ...place, offset: 2 })?.line.text).toBe('指机制。');
    expect(findInPages(made, pages, { ...place, field: 'text', offset: 30 })?.line.tag).toBe('p');
  });

  it('numbers paragraphs of a proof as without them', () => {
    const two = issue(column('经验交流', article('甲', noted(p(filler), [3, '注。'])), article('乙', p(filler.repeat(40)), p(filler))));
    const marks = { stage: 'first', isNumbered: true, dateText: '2023年8月9日' } as const;
    const numbers = withProofMarks(layOut(two), style, marks).flatMap((each) => each.lines.filter(({ text }) => /^\d-\d$/u.test(text)));
    expect(numbers.map(({ text }) => text)).toEqual(['1-1', '2-1', '2-2']);
  });
});

describe('numbers of footnotes', () => {
  it('start anew on every page and go on over 20 and 35', () => {
    const pages = layOut(footnoteIssue);
    expect(
      pages.map((page) =>
        numbersIn(textOf(page))
          .map(({ text }) => text)
          .join(''),
      ),
    ).toEqual(['', '①②③④⑤⑥', '①', '①', '①']);
    expect([1, 20, 21, 35, 36, 50, 51].map(footnoteNumber)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '51']);
  });

  it('never open a line, and follow when the words before them go to another page', () => {
    const layouter = createLayouter(style);
    const numbers = (pages: readonly Page[]): readonly string[] =>
      pages.map((page) =>
        numbersIn(page.lines)
          .map(({ text }) => text)
          .join(''),
      );
    const value = (words: string): Issue => one(noted(p(filler.repeat(9)), [5, '甲。']), noted(p(words), [words.length, '乙。']));
    expect(numbers(layouter.layout(composeIssue(value('短。'))))).toEqual(['', '①②①②', '']);
    expect(numbers(layouter.layout(composeIssue(value(filler.repeat(9)))))).toEqual(['', '①①', '①①']);
    for (let size = 20; size < 60; size += 1)
      for (const line of layOut(one(noted(p('甲'.repeat(90)), [size, '注。'], [size, '注。'])))[1]?.lines ?? [])
        if (!isNote(line)) expect(line.runs[0]?.number).toBeUndefined();
  });
});

describe('a note too long for its page', () => {
  const long = '注文甚长，'.repeat(260);
  const pages = layOut(one(p(filler.repeat(4)), noted(p(filler), [8, long]), p(filler.repeat(30))));

  it('starts on the page of its number and flows on to the next, each page full', () => {
    const parts = pages.map((page) => page.lines.filter(isNote));
    expect(parts.map((lines) => lines.length > 0)).toEqual([false, true, true, false, false]);
    expect(
      parts
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe(long);
    expect(parts.flat().filter(({ first }) => first)).toHaveLength(1);
    for (const lines of parts.filter(({ length }) => length > 0)) {
      const last = lines.at(-1) ?? expect.fail('no note');
      expect(last.topPt + last.heightPt).toBeCloseTo(bottomPt, 6);
    }
  });

  it('takes pages of its own where it is longer than those left, before 版记', () => {
    const over = layOut(one(noted(p(filler), [8, '注文甚长，'.repeat(900)])));
    expect(over.map((page) => [textOf(page).length > 0, page.lines.some(isNote), page.lines.some(isTail)])).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, false],
      [false, true, false],
      [false, false, true],
    ]);
  });
});

describe('any footnotes', () => {
  const note = fc.record({ at: fc.nat(400), size: fc.integer({ min: 0, max: 260 }) });
  const paragraph = fc.record({ size: fc.integer({ min: 1, max: 700 }), notes: fc.array(note, { maxLength: 4 }) });

  it('are printed once and in order, from the page of their number, and stand on nothing', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (parts) => {
        let count = 0;
        const value = one(
          ...parts.map(({ size, notes }) =>
            noted(
              p(filler.repeat(25).slice(0, size)),
              ...[...notes]
                .sort((a, b) => a.at - b.at)
                .map(({ at, size: length }) => [Math.min(at, size), `第${String((count += 1))}注${'文'.repeat(length)}`] as const),
            ),
          ),
        );
        const pages = layOut(value);
        const all = pages.flatMap(({ lines }) => lines);
        const words = value.columns.flatMap(({ items }) => items).flatMap(({ paragraphs }) => paragraphs);
        expect(
          all
            .filter(isNote)
            .map(({ text }) => text)
            .join(''),
        ).toBe(words.flatMap(({ footnotes = [] }) => footnotes.map(({ text }) => text)).join(''));
        expect(
          all
            .filter(({ place, tag }) => place.part === 'paragraph' && tag === 'p')
            .map(({ text }) => text)
            .join(''),
        ).toBe(words.map(({ text }) => text).join(''));
        for (const page of pages) {
          const [text, notes, tail] = [
            textOf(page),
            page.lines.filter(isNote),
            page.lines.filter(isTail).filter(({ furniture }) => !furniture),
          ];
          const bottomOf = (lines: readonly PageLine[]): number => Math.max(area.topPt, ...lines.map((line) => line.topPt + line.heightPt));
          const topOf = (lines: readonly PageLine[]): number => Math.min(bottomPt, ...lines.map(({ topPt }) => topPt));
          if (notes.length > 0) expect(bottomOf(text)).toBeLessThanOrEqual(topOf(notes) - footnoteGapPt + 0.02);
          expect(bottomOf(notes)).toBeLessThanOrEqual(topOf(tail) + 0.02);
          expect(topOf([...text, ...notes])).toBeGreaterThanOrEqual(area.topPt - 0.02);
          // As many notes start on a page as have their number there, but for what a page of long notes leaves to the next.
          const starting = numbersIn(notes).map((run) => run.text);
          const carried = notes.length > 0 && notes[0]?.first === false;
          if (!carried) expect(starting).toEqual(numbersIn(text).map((run) => run.text));
        }
      }),
      { numRuns: 60 },
    );
  });
});
