/**
 * Where Unicode's line breaking lets text be parted (UAX #14, as far as offices' text needs it, in the form of LibreOffice:
 * numbers as one, \ like /, and a minus no part of its number).
 */
import { scriptOf } from './scripts.js';

/** Classes of Unicode's line breaking; what is not listed is a letter, or an ideograph if it is of the Asian script. */
export type BreakClass =
  | 'letter'
  | 'digit'
  | 'ideograph'
  | 'open'
  | 'close'
  | 'quote'
  | 'slash'
  | 'infix'
  | 'hyphen'
  | 'after'
  | 'before'
  | 'nonstarter'
  | 'prefix'
  | 'postfix'
  | 'exclamation'
  | 'dash'
  | 'ellipsis'
  | 'glue'
  | 'blank';

const marksByClass: readonly (readonly [BreakClass, string])[] = [
  ['open', '([{（〈《「『【〔〖〘〚〝［｛⁽₍'],
  ['close', ')]}）〉》」』】〕〗〙〛〞〟］｝，。、．⁾₎'],
  ['quote', '"\'“”‘’«»'],
  ['slash', '/\\'],
  ['infix', '.,:;'],
  ['hyphen', '-'],
  ['after', '|‐–\u00ad\u3000'],
  ['before', '´ˈˌ'],
  ['nonstarter', '：；々〜〻・ゝゞヽヾー'],
  ['prefix', '$£¤¥+±№−∓€￥￡＄'],
  ['postfix', '%‰¢℃℉‱′″‴％￠'],
  ['exclamation', '!?！？'],
  ['dash', '—'],
  ['ellipsis', '…‥⋯'],
  ['glue', '\u00a0\u2007\u2011\u202f'],
  ['blank', ' '],
];

const classByCode = new Map<number, BreakClass>(
  marksByClass.flatMap(([kind, marks]) => [...marks].map((mark) => [mark.codePointAt(0) ?? 0, kind] as const)),
);

/** The class of a code point. */
export function breakClassOf(code: number): BreakClass {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return classByCode.get(code) ?? (scriptOf(code) === 'asian' ? 'ideograph' : 'letter');
}

/** Never before these, not even behind a blank. */
const neverBefore: ReadonlySet<BreakClass> = new Set(['close', 'exclamation', 'infix', 'slash', 'blank']);
/** Never before these but behind a blank. */
const joinsBefore: ReadonlySet<BreakClass> = new Set(['quote', 'after', 'hyphen', 'nonstarter', 'glue']);
/** Never behind these. */
const joinsAfter: ReadonlySet<BreakClass> = new Set(['open', 'quote', 'before', 'glue']);

/** Pairs that stay together: words, numbers with their signs and units, what is in brackets. */
const together: Readonly<Partial<Record<BreakClass, readonly BreakClass[]>>> = {
  letter: ['letter', 'digit', 'prefix', 'open', 'ellipsis'],
  digit: ['letter', 'digit', 'prefix', 'postfix', 'open', 'ellipsis'],
  prefix: ['letter', 'digit', 'ideograph'],
  postfix: ['letter', 'digit'],
  ideograph: ['postfix', 'ellipsis'],
  infix: ['letter', 'digit'],
  close: ['letter', 'digit'],
  dash: ['dash'],
  ellipsis: ['ellipsis'],
};

/** Whether text of these classes may be parted before the character at `index`. */
export function mayPart(classes: readonly BreakClass[], index: number): boolean {
  const before = classes[index - 1],
    after = classes[index];
  if (before === undefined || after === undefined || neverBefore.has(after)) return false;
  if (before === 'blank') return true;
  if (joinsBefore.has(after) || joinsAfter.has(before) || together[before]?.includes(after) === true) return false;
  return !isInNumber(classes, index, before, after);
}

/** Inside 1/3, 12), 5.% and $(3: what pairs alone do not tell. */
function isInNumber(classes: readonly BreakClass[], index: number, before: BreakClass, after: BreakClass): boolean {
  const isSign = (kind: BreakClass): boolean => kind === 'prefix' || kind === 'postfix';
  if (isSign(before) && after === 'open') return classes[index + 1] === 'digit';
  if (after !== 'digit' && !isSign(after)) return false;
  let at = index - 1;
  if (classes[at] === 'close' && isSign(after)) at -= 1;
  while (classes[at] === 'slash' || classes[at] === 'infix') at -= 1;
  return classes[at] === 'digit';
}
