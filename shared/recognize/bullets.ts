/** Marks that units set before each of several short items: ▲示例区举办…… */

import type { Ledger } from './ledger.js';
import { lineBehind } from './line.js';
import type { Line } from './line.js';
import { slice } from './rich-text.js';

const bullet = /^[▲△▶►▷●○•◆◇■□★☆◎※❖➢➤✦][ \u3000]*(?=[^\s▲△▶►▷●○•◆◇■□★☆◎※❖➢➤✦])/u;

/** Characters of the mark that opens a text, with the blanks behind it; 0 where there is none. */
export function bulletLength(text: string): number {
  return bullet.exec(text)?.[0].length ?? 0;
}

const number = /^\d{1,2}\s*[.．、]\s*(?=[\p{Script=Han}“‘《])/u;

/** The number that opens a text, 3 of 3.甲镇……; undefined where it opens with none. */
export function openingNumber(text: string): number | undefined {
  return number.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** The lines of a column of briefs without the marks or, where they count up, the numbers before each. */
export function withoutBullets(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const numbers = lines.flatMap(({ text }) => (number.test(text) ? [Number.parseInt(text, 10)] : []));
  const areNumbered = (numbers.length > 1 || lines.length === 1) && numbers.every((value, at) => value === at + 1);
  return lines.map((line) => withoutBullet(line, ledger, areNumbered));
}

/** The line without its mark, which is left aside; the line says that it had one. Other lines come back as they are. */
export function withoutBullet(line: Line, ledger: Ledger, isNumbered = false): Line {
  const counted = isNumbered ? (number.exec(line.text)?.[0].length ?? 0) : 0;
  const length = line.table ? 0 : Math.max(bulletLength(line.text), counted);
  if (length === 0) return line;
  ledger.leave(slice(line.rich, 0, length), '简讯前的记号、序号，专报不印');
  return { ...lineBehind(line, length), isListed: true };
}

const entryMark =
  /^(?:[●•·◆■▲△★☆※○◎□◇▶►❶-❿①-⑳▍▎▌]|[\d０-９]{1,2}[.．、](?![\d０-９])|0\d(?=\s*[\p{Script=Han}“‘《])|\d{1,3}[ \u3000]{1,4}(?=[\p{Script=Han}“‘《])|[一二三四五六七八九十]{1,3}、)\s*/u;

/** Characters of the mark or number before an entry of the contents. */
export function entryMarkLength(text: string): number {
  return entryMark.exec(text)?.[0].length ?? 0;
}
