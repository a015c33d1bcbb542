/** What a bundle carries, for people without the program. */
import { itemText } from '../library/records/item-text.js';
import { outcomeLabels } from '../submissions/receipt-outcomes.js';
import type { Receipt } from '../submissions/receipt.js';
import { kindLabels } from '../submissions/submission-labels.js';
import type { Submission } from '../submissions/submission.js';
import type { UnitList } from '../units/unit.js';

/** A manuscript: what is known of it, then its words. */
export function submissionToText({ unitName, kind, signedBy, author, phone, round, original, attachments, article }: Submission): string {
  const files = [...(original === undefined ? [] : [original]), ...attachments];
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['单位', unitName],
    ['类别', kindLabels[kind]],
    ['签发', signedBy],
    ['作者', author],
    ['电话', phone],
    ['报送', round > 1 ? `第 ${round} 次` : undefined],
  ];
  const known = facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}：${value}`]));
  const kept = files.map(({ file, sha256 }) => `原件：${file}（data/attachment/${sha256}）`);
  return `${[...known, ...kept, '', itemText(article)].join('\n')}\n`;
}

/** A receipt: what became of the manuscript, and the words that were printed. */
export function receiptToText({ title, unitName, outcome, reason, printed }: Receipt): string {
  const head = [
    `《${title}》`,
    `单位：${unitName}`,
    `结果：${outcomeLabels[outcome]}`,
    ...(reason === undefined ? [] : [`理由：${reason}`]),
  ];
  const places = printed.flatMap(({ issue, date, column, item }) => ['', `${issue}（${date}）〔${column}〕`, '', itemText(item)]);
  return `${[...head, ...places].join('\n')}\n`;
}

/** The list of units, a line each under its class. */
export function unitsToText({ units, classes }: UnitList): string {
  const lines = classes.flatMap((unitClass) => {
    const own = units.filter((unit) => unit.unitClass === unitClass);
    return own.length === 0 ? [] : [unitClass, ...own.map(({ name, aliases }) => `  ${[name, ...aliases].join('、')}`)];
  });
  return `${lines.join('\n')}\n`;
}
