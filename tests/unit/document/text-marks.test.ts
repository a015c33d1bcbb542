/** Emphasis goes where its words go, whatever is done to the text. Each character carries its own look here, as a model. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItem } from '../../../shared/document/edit-issue.js';
import type { Issue, TextMark } from '../../../shared/document/issue.js';
import { issueSchema } from '../../../shared/document/issue-schema.js';
import { issueTexts } from '../../../shared/document/issue-texts.js';
import { normalizeIssue } from '../../../shared/document/normalize-issue.js';
import { markKinds } from '../../../shared/document/mark-kinds.js';
import { editMarks, markedPieces, normalizeMarks, sliceMarks, type MarkKind, type Marks } from '../../../shared/document/text-marks.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

const length = 12;
const mark: fc.Arbitrary<TextMark> = fc
  .record({ from: fc.nat(length + 2), size: fc.nat(6), kind: fc.constantFrom<MarkKind>(...markKinds) })
  .map(({ from, size, kind }) => ({ from, to: from + size, kind }));
const marksList = fc.array(mark, { maxLength: 6 });

/** The kinds of each character. */
const looks = (marks: Marks, size = length): readonly string[] =>
  Array.from({ length: size }, (_, at) =>
    markKinds.filter((kind) => marks.some((each) => each.kind === kind && each.from <= at && at < each.to)).join('+'),
  );

describe('the one form of marks', () => {
  it('looks the same, is in order, touches nowhere within a kind, and is kept as it is', () => {
    fc.assert(
      fc.property(marksList, (marks) => {
        const normal = normalizeMarks(marks, length);
        expect(looks(normal)).toEqual(looks(marks));
        for (const kind of markKinds) {
          const own = normal.filter((each) => each.kind === kind);
          own.forEach(({ from, to }, index) =>
            expect(from < to && to <= length && (index === 0 || (own[index - 1]?.to ?? 0) < from)).toBe(true),
          );
        }
        expect([...normal].sort((left, right) => left.from - right.from)).toEqual(normal);
        expect(normalizeMarks(normal, length)).toBe(normal);
      }),
    );
  });

  it('is what an issue keeps: spare marks go, none leave no trace', () => {
    const withMarks = (marks: Marks | undefined): Issue => changedFirst(sampleIssue, (paragraph) => ({ ...paragraph, marks }));
    expect(firstParagraph(normalizeIssue(withMarks([{ from: 900, to: 1000, kind: 'kai' }])))).not.toHaveProperty('marks');
    const parted: Marks = [
      { from: 2, to: 4, kind: 'bold' },
      { from: 0, to: 2, kind: 'bold' },
    ];
    expect(firstParagraph(normalizeIssue(withMarks(parted))).marks).toEqual([{ from: 0, to: 4, kind: 'bold' }]);
    const normal = normalizeIssue(withMarks([{ from: 0, to: 4, kind: 'bold' }]));
    expect(normalizeIssue(normal)).toBe(normal);
    expect(issueSchema.safeParse(normal).success).toBe(true);
  });

  it('is not known to files of before, which are read as they are', () => {
    expect(parseKind('issue', { ...sampleIssue, version: 4 })).toMatchObject({ ok: true, value: sampleIssue });
  });
});

describe('parts of a text', () => {
  it('are the pieces of like look, joined the whole', () => {
    fc.assert(
      fc.property(marksList, fc.stringMatching(/^[甲乙丙]{12}$/u), (marks, text) => {
        const pieces = markedPieces(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.flatMap(({ text: words, kinds }) => [...words].map(() => kinds.join('+')))).toEqual(looks(marks));
      }),
    );
  });

  it('keep the look of their own characters', () => {
    fc.assert(
      fc.property(marksList, fc.nat(length), fc.nat(length), (marks, from, size) => {
        const to = Math.min(length, from + size);
        expect(looks(sliceMarks(marks, from, to), to - from)).toEqual(looks(marks).slice(from, to));
      }),
    );
  });

  it('may be very many', () => {
    const many = Array.from({ length: 60_000 }, (_, at): TextMark => ({ from: at * 2, to: at * 2 + 1, kind: 'bold' }));
    expect(markedPieces('甲'.repeat(120_000), many)).toHaveLength(120_000);
  });
});

describe('edits', () => {
  const edit = fc.record({ from: fc.nat(length), size: fc.nat(5), text: fc.constantFrom('', '新', '新词') });

  it('leave every other character its look; new words have that of all the words they replace, or stand within', () => {
    fc.assert(
      fc.property(marksList, edit, (marks, { from, size, text }) => {
        const to = Math.min(length, from + size);
        const before = looks(normalizeMarks(marks, length));
        const after = looks(editMarks(marks, [{ from, to, text }], length), length - (to - from) + text.length);
        expect([...after.slice(0, from), ...after.slice(from + text.length)]).toEqual([...before.slice(0, from), ...before.slice(to)]);
        const around = from < to ? before.slice(from, to) : [before[from - 1] ?? '', before[from] ?? ''];
        const shared = markKinds.filter((kind) => around.every((each) => each.split('+').includes(kind))).join('+');
        expect(new Set(after.slice(from, from + text.length))).toEqual(new Set(text === '' ? [] : [shared]));
      }),
    );
  });

  it('of words found and replaced go behind the lead', () => {
    const issue = changedFirst(sampleIssue, ({ id }) => ({
      id,
      lead: '建强阵地。',
      text: '示例区建成书房六处。',
      marks: [
        { from: 3, to: 5, kind: 'bold' },
        { from: 5, to: 9, kind: 'kai' },
      ],
    }));
    const { id } = firstParagraph(issue);
    const text = issueTexts(issue).find(({ key }) => key.endsWith(`text.${id}`));
    const edited = text?.edit(issue, [
      { from: 0, to: 2, text: '做实做强' },
      { from: 10, to: 12, text: '农家书屋' },
    ]);
    expect(edited && firstParagraph(edited)).toEqual({
      id,
      lead: '做实做强阵地。',
      text: '示例区建成农家书屋六处。',
      marks: [
        { from: 3, to: 5, kind: 'bold' },
        { from: 5, to: 11, kind: 'kai' },
      ],
    });
  });
});

type Paragraph = Issue['columns'][number]['items'][number]['paragraphs'][number];

function firstItemId(issue: Issue): string {
  return issue.columns.flatMap(({ items }) => items).find(({ type }) => type === 'article')?.id ?? '';
}

function firstParagraph(issue: Issue): Paragraph {
  const paragraph = findItem(issue, firstItemId(issue))?.item.paragraphs[0];
  if (!paragraph) throw new Error('no paragraph');
  return paragraph;
}

function changedFirst(issue: Issue, change: (paragraph: Paragraph) => object): Issue {
  const columns = issue.columns.map((column) => ({
    ...column,
    items: column.items.map((item) =>
      item.id === firstItemId(issue) ? { ...item, paragraphs: item.paragraphs.map((each, at) => (at === 0 ? change(each) : each)) } : item,
    ),
  }));
  return { ...issue, columns } as Issue;
}
