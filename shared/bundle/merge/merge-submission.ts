import { plainTitle } from '../../document/issue.js';
import { itemText } from '../../library/records/item-text.js';
import type { Submission } from '../../submissions/submission.js';
import { isSameManuscript } from '../sent-form.js';
import { choiceOf, type Answers, type Conflict, type Merged } from './conflict.js';
import type { MergeSides } from './three-way.js';

/** A manuscript is one piece: whoever changed it is taken; where both did, one is, and the other stays in the history. */
export function mergeSubmission({ base, ours, theirs }: MergeSides<Submission>, answers: Answers): Merged<Submission> {
  if (base !== undefined && isSameManuscript(base, ours)) return { value: theirs, conflicts: [] };
  if (isSameManuscript(ours, theirs) || (base !== undefined && isSameManuscript(base, theirs))) return { value: ours, conflicts: [] };
  const conflict: Conflict = {
    id: 'manuscript',
    label: `《${plainTitle(ours.article.title)}》两边的文稿不同`,
    ...(base === undefined ? {} : { base: itemText(base.article) }),
    ours: itemText(ours.article),
    theirs: itemText(theirs.article),
    choices: ['ours', 'theirs'],
    proposal: 'ours',
  };
  return { value: choiceOf(conflict, answers) === 'ours' ? ours : theirs, conflicts: [conflict] };
}
