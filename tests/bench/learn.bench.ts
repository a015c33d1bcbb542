import { readFileSync, readdirSync } from 'node:fs';
import { compareLearnt, learntLineCount, type Apart, type Count, type LearntComparison } from '../helpers/compare-learnt.js';
import { hasLibreOffice, openLibreOffice } from '../helpers/libreoffice.js';
import { hasShared, sharedFile } from '../helpers/shared-files.js';
import type { Figure } from './figure.js';

const how = [
  'Lines of titles and text on our pages, in the style learnt from a Word file as offered, that LibreOffice has in that very file, where',
  'a style can tell: not of cells and boxes, of paragraphs set otherwise than most of their part, of titles of several lines',
  '(broken by sense); what LibreOffice is known to misread is put as Word reads it (tests/helpers/as-word-reads.ts)',
].join(' ');
const howAll = 'All lines of titles and text of those files, whatever they are of';

const apartNames: Readonly<Record<Apart, string>> = {
  cell: 'of cells and boxes',
  otherwise:
    'of paragraphs set otherwise than most of their part (one style cannot hold both), or with Latin in another font than the text’s',
  title: 'of titles of several lines',
  unplaced: 'of paragraphs that have no part',
};

/** How far real files break on our pages as they do by themselves; none where ../shared or LibreOffice is absent. */
export async function bench(): Promise<readonly Figure[]> {
  if (!hasLibreOffice || !hasShared) return [];
  const office = await openLibreOffice();
  const found: (readonly [string, LearntComparison])[] = [];
  for (const name of readdirSync(sharedFile('docx', 'chinese')).filter((each) => each.endsWith('.docx'))) {
    const docx = readFileSync(sharedFile('docx', 'chinese', name));
    const count = learntLineCount(docx);
    if (count >= leastLines && count <= mostLines) found.push([name, await compareLearnt(docx, office)]);
  }
  await office.close();
  const comparisons = found.map(([, comparison]) => comparison);
  const of = (counted: (comparison: LearntComparison) => Count, why = how): Omit<Figure, 'name'> => ({
    value: share(comparisons.map(counted)),
    unit: '%',
    how: why,
  });
  // Of a form nothing can be compared: it counts among the lines that are not.
  const told = found.filter(([, { learnt }]) => learnt.lines > 0);
  return [
    ...told.map(
      ([name, { learnt, all }]): Figure => ({
        name: `learnt style, equal lines: ${name} (${String(learnt.lines)} of ${String(all.lines)} lines compared)`,
        value: share([learnt]),
        unit: '%',
        how,
      }),
    ),
    { name: 'learnt style, equal lines: all files', ...of(({ learnt }) => learnt) },
    { name: 'the same paragraphs in the default style', ...of(({ byDefault }) => byDefault) },
    { name: 'learnt style, equal lines: all lines of all files', ...of(({ all }) => all, howAll) },
    { name: 'lines compared', value: sum(comparisons.map(({ learnt }) => learnt.lines)), unit: '处', how },
    ...(Object.keys(apartNames) as Apart[]).map(
      (reason): Figure => ({
        name: `lines not compared: ${apartNames[reason]}`,
        value: sum(comparisons.map(({ apart }) => apart[reason])),
        unit: '处',
        how: howAll,
      }),
    ),
  ];
}

function share(counts: readonly Count[]): number {
  return (100 * sum(counts.map(({ equal }) => equal))) / Math.max(1, sum(counts.map(({ lines }) => lines)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Forms of a few lines say nothing, and a book would outweigh all others. */
const leastLines = 10,
  mostLines = 500;
