import { z } from 'zod';
import { idSchema } from '../../document/id-schema.js';
import { receiptVersion } from '../../submissions/receipt-outcomes.js';
import type { PrintedPlace, Receipt, ReceiptHead } from '../../submissions/receipt.js';
import { printedPlaceSchema, receiptHeadSchema, receiptSchema } from '../../submissions/receipt-schema.js';
import { itemText } from './item-text.js';
import { byText, inOneFolder, type RecordKind } from './record-kind.js';

/** What the list of receipts shows of one. */
export const receiptSummarySchema = z.strictObject({
  ...receiptHeadSchema.shape,
  printed: z.array(printedPlaceSchema),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type ReceiptSummary = ReceiptHead & { readonly printed: readonly PrintedPlace[]; readonly receivedAt: string };

/** What an office answered to a submission of ours (回执), by the submission's id. */
export const receiptKind: RecordKind<Receipt, ReceiptSummary> = {
  folder: '回执',
  placement: inOneFolder,
  keySchema: idSchema,
  keyOf: ({ id }) => id,
  schema: receiptSchema,
  version: receiptVersion,
  migrations: {},
  normalize: (receipt) => receipt,
  summarySchema: receiptSummarySchema as z.ZodType<ReceiptSummary>,
  summarize: ({ version: _version, printed, ...head }, savedAt) => ({
    ...head,
    printed: printed.map(({ item: _item, ...place }) => place),
    receivedAt: savedAt,
  }),
  compare: (left, right) => byText(right.receivedAt, left.receivedAt) || byText(left.id, right.id),
  titleOf: ({ title }) => `回执：${title}`,
  textOf: ({ title, reason = '', printed }) =>
    [title, reason, ...printed.map(({ item }) => itemText(item))].filter((text) => text !== '').join('\n'),
  words: {
    thing: '这份回执',
    keyName: '编号',
    missing: () => ({ code: 'receipt-missing', message: '这份回执已不在资料库中。' }),
    taken: () => ({ code: 'issue-exists', message: '资料库里已有这份回执，没有改动。' }),
  },
};
