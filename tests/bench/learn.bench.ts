import { readFileSync, readdirSync } from 'node:fs';
import { compareLearnt, learntLines, type LearntComparison } from '../helpers/compare-learnt.js';
import { hasLibreOffice, openLibreOffice } from '../helpers/libreoffice.js';
import { hasShared, sharedFile } from '../helpers/shared-files.js';
import type { Figure } from './figure.js';

const how = 'Lines of titles and text on our pages, in the style learnt from a Word file, that LibreOffice has in that very file';

/** How far real files break on our pages as they do by themselves; none where ../shared or LibreOffice is absent. */
export async function bench(): Promise<readonly Figure[]> {
  if (!hasLibreOffice || !hasShared) return [];
  const office = await openLibreOffice();
  const found: (readonly [string, LearntComparison])[] = [];
  for (const name of readdirSync(sharedFile('docx', 'chinese')).filter((each) => each.endsWith('.docx'))) {
    const docx = readFileSync(sharedFile('docx', 'chinese', name));
    const count = learntLines(docx).length;
    if (count >= leastLines && count <= mostLines) found.push([name, await compareLearnt(docx, office)]);
  }
  await office.close();
  const share = (of: (each: LearntComparison) => number): number =>
    (100 * found.reduce((sum, [, each]) => sum + of(each), 0)) / found.reduce((sum, [, { lines }]) => sum + lines, 0);
  return [
    ...found.map(
      ([name, { lines, equalLearnt }]): Figure => ({
        name: `learnt style, equal lines: ${name}`,
        value: (100 * equalLearnt) / lines,
        unit: '%',
        how,
      }),
    ),
    { name: 'learnt style, equal lines: all', value: share(({ equalLearnt }) => equalLearnt), unit: '%', how },
    { name: 'the same in the default style', value: share(({ equalDefault }) => equalDefault), unit: '%', how },
  ];
}

/** Forms of a few lines say nothing, and a book would outweigh all others. */
const leastLines = 10,
  mostLines = 500;
