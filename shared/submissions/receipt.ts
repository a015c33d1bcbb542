/** Receipts (回执): what became of a submission, for the unit that sent it in. */
import type { z } from 'zod';
import { plainTitle, type DeepReadonly } from '../document/issue.js';
import { isPrinted, receiptVersion, type Outcome } from './receipt-outcomes.js';
import type { printedPlaceSchema, receiptHeadSchema, receiptSchema } from './receipt-schema.js';
import type { Submission } from './submission.js';
import { compareWithSent } from './trace.js';

export type Receipt = DeepReadonly<z.infer<typeof receiptSchema>>;
export type ReceiptHead = DeepReadonly<z.infer<typeof receiptHeadSchema>>;
export type PrintedPlace = DeepReadonly<z.infer<typeof printedPlaceSchema>>;
export type Printed = Receipt['printed'][number];

/**
 * What the unit is told of its submission; undefined while there is nothing to tell: it waits, is meant for an issue, or
 * stands in one that is not printed yet.
 * @param isPlaced an issue that is not printed holds it
 */
export function composeReceipt(submission: Submission, printed: readonly Printed[], isPlaced: boolean): Receipt | undefined {
  const outcome = outcomeOf(submission, printed, isPlaced);
  if (outcome === undefined) return undefined;
  const { id, thread, round, article, original, unitName, reason } = submission;
  return {
    version: receiptVersion,
    id,
    thread,
    round,
    title: (plainTitle(article.title) || (original?.file ?? '（无题）')).slice(0, 400),
    unitName,
    outcome,
    ...(reason === undefined || isPrinted(outcome) ? {} : { reason }),
    printed,
  };
}

function outcomeOf(submission: Submission, printed: readonly Printed[], isPlaced: boolean): Outcome | undefined {
  if (printed.length > 0) return printed.every(({ item }) => isAsSent(submission, item)) ? 'adopted' : 'revised';
  const { decision } = submission;
  return isPlaced || decision === 'new' || decision === 'shortlisted' ? undefined : decision;
}

function isAsSent(submission: Submission, item: Printed['item']): boolean {
  return compareWithSent(item, [submission]).every(({ kind }) => kind === 'same');
}
