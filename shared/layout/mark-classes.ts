/**
 * Classes of characters as the line breaker sees them. The sets of forbidden marks follow GB/T 15834-2011, 5.1, the
 * W3C's Requirements for Chinese Text Layout, and what Word forbids by default for Simplified Chinese.
 */

export const markClass = {
  /** 汉字 and everything else that is one em wide and may be broken at. */
  wide: 0,
  /** Latin letters and digits: kept in words, a quarter em away from 汉字. */
  latin: 1,
  /** Other narrow characters (`%`, `-`, `/` …): kept with their word. */
  narrow: 2,
  /** “ （ 《: the left half is blank; never at a line's end. */
  opening: 3,
  /** ” ） 》: the right half is blank; never at a line's start. */
  closing: 4,
  /** ， 。 、 ； ： ？ ！: closing marks that end a clause; never at a line's start. */
  stop: 5,
  /** · … ％: one em, never at a line's start. */
  middle: 6,
  /** A blank: may hang over the right edge unseen. */
  blank: 7,
} as const;

export type MarkClass = (typeof markClass)[keyof typeof markClass];

const marks: readonly (readonly [MarkClass, string])[] = [
  [markClass.opening, '“‘（《〈「『【〔〖〝［｛'],
  [markClass.closing, '”’）》〉」』】〕〗〞］｝'],
  [markClass.stop, '，。、；：？！．'],
  [markClass.middle, '·…％‰℃〃～∶°′″ˇˉ―'],
  [markClass.blank, ' \u3000'],
];

const classByCode = new Map<number, MarkClass>(
  marks.flatMap(([kind, characters]) => [...characters].map((character) => [character.codePointAt(0) ?? 0, kind] as const)),
);

/** Marks no line starts with. */
const noStart = codesOf('!),.:;?]}¢\'"、。〉》」』】〕〗〞︰﹐､﹒﹔﹕﹖﹗！），．：；？｜｝～￠々‖•·ˇˉ―-′’”…％‰℃°″］');

/** Marks no line ends with. */
const noEnd = codesOf('([{£¥$\'"‵〈《「『【〔〖（［｛￡￥＄〝“‘');

/** Marks that may hang over the right edge, one at a time; ” and 》 do not, in no program that was measured. */
const hanging = codesOf('!,.:;?、。！，．：；？');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.codePointAt(0) ?? 0));
}

/** The class of a code point; anything unknown is `wide`. */
export function classOf(code: number): MarkClass {
  if (code < 0x80) return asciiClass(code);
  const known = classByCode.get(code);
  if (known !== undefined) return known;
  return isNarrowLetter(code) ? markClass.latin : markClass.wide;
}

/** Whether a letter, a 汉字 or a number of any make (² ₂ Ⅰ): 汉字 keep a quarter em from those of the Latin script. */
export function isOfWord(code: number): boolean {
  return isHan(code) || /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** Whether a 汉字. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007
  );
}

/** Whether a line may not start with this character. */
export function isForbiddenAtStart(code: number): boolean {
  return noStart.has(code);
}

/** Whether a line may not end with this character. */
export function isForbiddenAtEnd(code: number): boolean {
  return noEnd.has(code);
}

/** Whether one such mark may hang over the right edge. */
export function canHang(code: number): boolean {
  return hanging.has(code);
}

function asciiClass(code: number): MarkClass {
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (isDigit || isLetter) return markClass.latin;
  return code === 0x20 ? markClass.blank : markClass.narrow;
}

/** Latin, Greek and Cyrillic letters beyond ASCII. */
function isNarrowLetter(code: number): boolean {
  return (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x370 && code <= 0x52f);
}
