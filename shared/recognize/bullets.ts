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

/** The line without its mark, which is left aside; the line says that it had one. Other lines come back as they are. */
export function withoutBullet(line: Line, ledger: Ledger): Line {
  const length = line.table ? 0 : bulletLength(line.text);
  if (length === 0) return line;
  ledger.leave(slice(line.rich, 0, length), '简讯前的记号，专报不印');
  return { ...lineBehind(line, length), isListed: true };
}
