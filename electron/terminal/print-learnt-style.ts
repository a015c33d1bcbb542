import { basename, resolve } from 'node:path';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { confidenceLabels, styleProposals } from '../../shared/learn-style/proposals.js';
import type { Library } from '../services/library/library.js';
import type { Terminal } from './terminal.js';

/** What the page style of a Word file has otherwise than the library's; nothing is changed. @throws AppError naming the file */
export async function printLearntStyle(library: Library, file: string, json: boolean, { recognition, print }: Terminal): Promise<void> {
  const learnt = await recognition.learnStyle({ path: resolve(file), name: basename(file) });
  const style = resolvePageStyle((await library.getPublication()).pageStyle);
  const proposals = styleProposals(learnt, style);
  if (json) {
    const { kind, paragraphs, placed, values, notTaken } = learnt;
    print(JSON.stringify({ file, kind, paragraphs, placed, read: values.length, proposals, notTaken }));
    return;
  }
  for (const { label, shownBefore, shownAfter, where, confidence } of proposals)
    print([label, shownBefore, shownAfter, where, confidenceLabels[confidence]].join('\t'));
  for (const { what, where, why } of learnt.notTaken) print(['没有取用', what, where, why].join('\t'));
}
