import { AppError } from '../../../shared/app-error.js';
import { receiptToText } from '../../../shared/bundle/readable-texts.js';
import { outcomeLabels } from '../../../shared/submissions/receipt-outcomes.js';
import type { Receipt } from '../../../shared/submissions/receipt.js';
import type { Library } from '../library/library.js';
import { ReceiptWriter } from '../submissions/receipt-writer.js';
import { readableName, readableText, recordPart, type Part } from './bundle-part.js';

/** What became of submissions. @throws AppError naming one that nothing can be told of yet */
export async function gatherReceipts(library: Library, ids: readonly string[]): Promise<readonly Part[]> {
  if (ids.length === 0) throw new AppError('bad-request', '没有选要回复的来稿，没有导出。');
  const writer = await ReceiptWriter.open(library);
  const parts: Part[] = [];
  for (const id of new Set(ids)) {
    const receipt = await writer.write(id);
    if (receipt === undefined) throw new AppError('bad-request', `来稿“${await writer.titleOf(id)}”还没有结果，出不了回执，没有导出。`);
    const name = `${String(parts.length + 1).padStart(2, '0')} ${readableName(receipt.title)}`;
    parts.push(recordPart('receipt', describeReceipt(receipt), receipt, [readableText(name, receiptToText(receipt))]));
  }
  return parts;
}

function describeReceipt({ title, outcome, printed }: Receipt): string {
  const places = printed.map(({ issue, column }) => `${issue}〔${column}〕`);
  const told = `《${[...title].slice(0, 80).join('')}》${outcomeLabels[outcome]}${places.length === 0 ? '' : `，${places.join('、')}`}`;
  return told.slice(0, 200);
}
