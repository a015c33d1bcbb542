/** What fields show that hold no words of their own: signs in a circle, words with their reading above, boxes to tick. */
import { enclosedNumber } from './number-forms.js';
import { signOf } from './symbol-fonts.js';

/** What a field shows. */
export interface FieldWords {
  readonly text: string;
  /** How to say them. */
  readonly guide?: string;
}

/** Longer instructions are not looked at. */
export const longestCode = 400;

/** What the instructions of a field without a result show; undefined where they cannot be told, or show nothing. */
export function fieldWords(code: string): FieldWords | undefined {
  const plain = code.trim();
  const symbol = /^SYMBOL\s+(0x[\da-f]{1,5}|\d{1,6})\b(?:.*?\\f\s*"?([^"\\]{1,40}))?/iu.exec(plain);
  if (symbol) {
    const sign = signOf(symbol[2]?.trim(), Number(symbol[1]));
    return sign === undefined ? undefined : { text: sign };
  }
  if (!isEquation(plain)) return undefined;
  return circled(plain) ?? guided(plain) ?? fraction(plain);
}

/** Whether a field is set by its instructions alone (EQ). */
export function isEquation(code: string): boolean {
  return /^\s*eq\s/iu.test(code);
}

/** `\o\ac(○,1)`: Word's 带圈字符. */
function circled(code: string): FieldWords | undefined {
  const [, ring, inside] = /\\o\s*\\ac\s*\(\s*([○〇◯□△◇])\s*[,;，；]\s*([^()\\]{1,6}?)\s*\)/iu.exec(code) ?? [];
  if (ring === undefined || inside === undefined) return undefined;
  const count = /^[1-9]\d?$/u.test(inside) ? Number(inside) : 0;
  const sign = /[○〇◯]/u.test(ring) ? (ringed.get(inside) ?? (count > 0 && count <= 50 ? enclosedNumber(count) : undefined)) : undefined;
  return { text: sign ?? `（${inside}）` };
}

const ringed: ReadonlyMap<string, string> = new Map(
  (
    [
      ['一二三四五六七八九十', 0x3280],
      ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0x24b6],
      ['abcdefghijklmnopqrstuvwxyz', 0x24d0],
    ] as const
  ).flatMap(([all, first]) => [...all].map((each, at): [string, string] => [each, String.fromCodePoint(first + at)])),
);

/** `\o\ad(\s\up 9(jiǎ),甲)`: 拼音指南 of older programs. */
function guided(code: string): FieldWords | undefined {
  const [, guide, text] =
    /\\o\s*\\a[cdlr]\s*\(\s*\\s\s*\\up\s*\d{0,3}\s*\(([^()]{1,60})\)\s*[,;，；]\s*([^()\\]{1,60})\)/iu.exec(code) ?? [];
  return guide === undefined || text === undefined ? undefined : { text: text.trim(), guide: guide.trim() };
}

/** `\f(1,2)`. */
function fraction(code: string): FieldWords | undefined {
  const [, above, below] = /^eq\s{1,20}\\f\s*\(([^(),;\\]{1,60})[,;]([^(),;\\]{1,60})\)$/iu.exec(code) ?? [];
  return above === undefined || below === undefined ? undefined : { text: `${above.trim()}/${below.trim()}` };
}
