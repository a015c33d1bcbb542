/** Texts made alike where a search is to be blind, with the way back to where each character stood. */

/** What a search does not tell apart. */
export interface Blindness {
  /** 全角 and 半角 letters, digits and marks. */
  readonly width: boolean;
  /** “” 「」 " and the single ones. */
  readonly quotes: boolean;
  /** Blanks of any kind count for nothing. */
  readonly blanks: boolean;
  /** Capital and small letters. */
  readonly letterCase: boolean;
}

export interface Folded {
  readonly text: string;
  /** Offset in the text as it was of an offset in the folded one. */
  origin(offset: number): number;
}

const doubleQuotes = '“”„‟＂「」';
const singleQuotes = '‘’‚‛＇『』';
/** Marks of the wide row that have a narrow partner elsewhere. */
const widePairs: Readonly<Record<string, string>> = { '　': ' ', '￥': '¥', '．': '.', '～': '~' };
const dropped = 0;

const tables = new Map<string, Uint16Array>();

/** What every UTF-16 unit becomes; 0 where it counts for nothing. */
function tableOf(blindness: Blindness): Uint16Array {
  const name = [blindness.width, blindness.quotes, blindness.blanks, blindness.letterCase].map(Number).join('');
  const known = tables.get(name);
  if (known) return known;
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldUnit(unit, blindness));
  // A break set by hand in a title is never part of its words.
  table[0x0a] = dropped;
  tables.set(name, table);
  return table;
}

function foldUnit(unit: number, { width, quotes, blanks, letterCase }: Blindness): number {
  let letter = String.fromCharCode(unit);
  if (blanks && /[\s\u200b\u2060\ufeff]/u.test(letter)) return dropped;
  if (quotes && (doubleQuotes.includes(letter) || singleQuotes.includes(letter))) letter = doubleQuotes.includes(letter) ? '"' : "'";
  if (width && unit >= 0xff01 && unit <= 0xff5e && !(doubleQuotes + singleQuotes).includes(letter))
    letter = String.fromCharCode(unit - 0xfee0);
  if (width) letter = widePairs[letter] ?? letter;
  if (letterCase && letter.toLowerCase().length === 1) letter = letter.toLowerCase();
  return letter.charCodeAt(0);
}

/** Folds a text. */
export function fold(text: string, blindness: Blindness): Folded {
  const table = tableOf(blindness);
  const units = new Uint16Array(text.length);
  let length = 0;
  let origins: Uint32Array | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const unit = table[text.charCodeAt(at)] ?? dropped;
    if (unit === dropped) origins ??= Uint32Array.from({ length: text.length }, (_, index) => index);
    else {
      if (origins) origins[length] = at;
      units[length] = unit;
      length += 1;
    }
  }
  const kept = origins;
  return {
    text: toText(units, length),
    origin: kept ? (offset) => (offset < length ? (kept[offset] ?? 0) : text.length) : (offset) => offset,
  };
}

const mostAtOnce = 8192;

function toText(units: Uint16Array, length: number): string {
  let text = '';
  // Spreading the units would walk them one by one, which takes five times as long.
  for (let at = 0; at < length; at += mostAtOnce)
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, Math.min(length, at + mostAtOnce)));
  return text;
}
