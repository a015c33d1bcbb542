import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { createLayouter, type Layouter } from '../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { medianMs, percentile, timeMs, type Figure } from './figure.js';
import { madeIssue } from './made-issue.js';

/** How long the pages of an issue take, from nothing and after one keystroke. */
export async function bench(): Promise<readonly Figure[]> {
  const small = madeIssue(1, 2030, { characters: 6000 });
  const medium = madeIssue(3, 2030, { characters: 60_000 });
  const large = madeIssue(2, 2030, { characters: 600_000 });
  const smallMs = await medianMs(() => fresh().layout(composeIssue(small)), 15);
  const largeMs = await medianMs(() => fresh().layout(composeIssue(large)), 3);
  const mediumMs = await medianMs(() => fresh().layout(composeIssue(medium)));
  return [
    {
      name: 'Full layout, 6,000 characters',
      value: smallMs,
      unit: 'ms',
      target: 20,
      how: 'Issue to pages with a new layouter; median of 15 after one run',
    },
    { name: 'Full layout, 600,000 characters', value: largeMs, unit: 'ms', how: 'the same, median of 3' },
    {
      name: 'Full layout, 600,000 ÷ 60,000, for each character',
      value: (largeMs * charactersOf(medium)) / (mediumMs * charactersOf(large)),
      unit: '×',
      target: 1.5,
      how: '1 is linear growth; against 60,000, because small issues are laid out before the engine has compiled everything',
    },
    ...(await keystrokes('6,000', small, 2)),
    ...(await keystrokes('60,000', medium, undefined)),
  ];
}

function fresh(): Layouter {
  return createLayouter(defaultPageStyle);
}

/** How often the typing is repeated: other programs on the machine take the processor away for longer than a keystroke. */
const rounds = 3;

async function keystrokes(size: string, opened: Issue, p95TargetMs: number | undefined): Promise<readonly Figure[]> {
  const measured: (readonly number[])[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await typingTimes(opened));
  const best = (share: number): number => Math.min(...measured.map((times) => percentile(times, share)));
  const how = `an edited Issue to its pages; 300 characters typed into a paragraph in the middle; the best of ${rounds} rounds`;
  return [
    { name: `Layout after one keystroke, ${size} characters, p50`, value: best(0.5), unit: 'ms', target: 2, how },
    {
      name: `Layout after one keystroke, ${size} characters, p95`,
      value: best(0.95),
      unit: 'ms',
      how,
      ...(p95TargetMs === undefined ? {} : { target: p95TargetMs }),
    },
  ];
}

/** 300 characters typed one by one into a paragraph in the middle, after 20 that are not measured. */
async function typingTimes(opened: Issue): Promise<readonly number[]> {
  const layouter = fresh();
  layouter.layout(composeIssue(opened));
  const times: number[] = [];
  let issue = opened;
  for (let key = 0; key < 320; key += 1) {
    const edited = typed(issue, '文学A，'[key % 4] ?? '');
    times.push(await timeMs(() => layouter.layout(composeIssue(edited))));
    issue = edited;
  }
  return times.slice(20);
}

function typed(issue: Issue, letter: string): Issue {
  const [first, ...others] = issue.columns;
  if (first === undefined) throw new Error('the issue has columns');
  const middle = Math.floor(first.items.length / 2);
  const items = first.items.map((item, index) =>
    index === middle && item.type === 'article' ? { ...item, paragraphs: typedInto(item.paragraphs, letter) } : item,
  );
  return { ...issue, columns: [{ ...first, items }, ...others] };
}

function typedInto<Part extends { readonly text: string }>(paragraphs: readonly Part[], letter: string): readonly Part[] {
  const middle = Math.floor(paragraphs.length / 2);
  return paragraphs.map((paragraph, index) =>
    index === middle ? { ...paragraph, text: `${paragraph.text.slice(0, 60)}${letter}${paragraph.text.slice(60)}` } : paragraph,
  );
}

function charactersOf(issue: Issue): number {
  return issue.columns
    .flatMap(({ items }) => items)
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, { lead = '', text }) => sum + lead.length + text.length, 0);
}
