import { AppError } from '../../../shared/app-error.js';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import { UnitFinder } from '../../../shared/units/match-unit.js';
import type { AppOptions } from '../app-options.js';
import type { Library } from '../library/library.js';
import { readUnits } from '../units/units-on-disk.js';
import { describeDraft } from './describe-draft.js';
import { joinThread } from './join-thread.js';

/**
 * Takes in a manuscript that came on paper, as it was typed: a line is a paragraph, all else is read out of it as out of
 * a file. Comes back with its id.
 * @throws AppError `bad-request` when there is no word in it
 */
export async function typeIn(library: Library, { clock, ids }: Pick<AppOptions, 'clock' | 'ids'>, text: string): Promise<string> {
  const { recognizeDraft } = await import('../../../shared/recognize/recognize-draft.js');
  const { readText } = await import('../../../shared/recognize/read-text.js');
  const recognized = recognizeDraft(readText(text), { nextId: () => ids.next(), keepsLines: true });
  const { article } = recognized;
  if (article.title.trim() === '' && article.paragraphs.every(({ text: words }) => words.trim() === ''))
    throw new AppError('bad-request', '没有可以收下的文字，没有收稿。请照纸上录入标题和正文。');
  const finder = new UnitFinder((await readUnits(library)).list);
  const received = newSubmission({
    id: ids.next(),
    article,
    arrival: 'paper',
    receivedAt: clock.now().toISOString(),
    ...describeDraft(recognized, finder, { file: '', folders: [] }),
  });
  await library.add('submission', await joinThread(library, received), '录入');
  return received.id;
}
