/**
 * Scripts as word processors tell them, and where text of the Latin one may be parted. Marks that serve both scripts
 * (“ ” — … ‰ ℃) go with what stands before them.
 */

export type Script = 'asian' | 'latin';

/** The script of a code point; undefined for marks of both. */
export function scriptOf(code: number): Script | undefined {
  if (code === 0x20 || code === 0xa0) return undefined;
  if (code < 0x530) return 'latin';
  if (code >= 0x1e00 && code <= 0x1fff) return 'latin';
  return code >= 0x2e80 ? 'asian' : undefined;
}

/** Classes of Unicode's line breaking (UAX #14), as far as Latin text among Chinese needs them. */
type BreakClass =
  | 'letter'
  | 'digit'
  | 'ideograph'
  | 'open'
  | 'close'
  | 'parenthesis'
  | 'quote'
  | 'slash'
  | 'infix'
  | 'hyphen'
  | 'after'
  | 'prefix'
  | 'postfix'
  | 'exclamation'
  | 'dash'
  | 'ellipsis';

const marksByClass: readonly (readonly [BreakClass, string])[] = [
  ['open', '([{（〈《「『【〔〖［｛'],
  ['parenthesis', ')]'],
  ['close', '}）〉》」』】〕〗］｝，。、．'],
  ['quote', '"\'“”‘’'],
  ['slash', '/'],
  ['infix', '.,:;'],
  ['hyphen', '-'],
  ['after', '|–\u00ad'],
  ['prefix', '$£¥+\\±'],
  ['postfix', '%‰℃°¢′″'],
  ['exclamation', '!?！？：；'],
  ['dash', '—'],
  ['ellipsis', '…'],
];

const classByCode = new Map<number, BreakClass>(
  marksByClass.flatMap(([kind, marks]) => [...marks].map((mark) => [mark.codePointAt(0) ?? 0, kind] as const)),
);

function breakClassOf(code: number): BreakClass {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return classByCode.get(code) ?? (scriptOf(code) === 'asian' ? 'ideograph' : 'letter');
}

/** Never before these, whatever stands there. */
const neverBefore: ReadonlySet<BreakClass> = new Set([
  'close',
  'parenthesis',
  'exclamation',
  'infix',
  'slash',
  'quote',
  'after',
  'hyphen',
  'ellipsis',
]);

/** Pairs that stay together: words, numbers with their signs and units, what is in brackets. */
const together: Readonly<Partial<Record<BreakClass, readonly BreakClass[]>>> = {
  letter: ['letter', 'digit', 'prefix', 'postfix', 'open'],
  digit: ['letter', 'digit', 'prefix', 'postfix', 'open'],
  prefix: ['letter', 'digit', 'ideograph', 'open'],
  postfix: ['letter', 'digit', 'open'],
  ideograph: ['postfix'],
  infix: ['letter'],
  hyphen: ['digit'],
  close: ['prefix', 'postfix'],
  parenthesis: ['prefix', 'postfix', 'letter', 'digit'],
  dash: ['dash'],
};

/**
 * Whether a line may end before character `index`, which is of the Latin script: a URL after its / ? - |, a number or a word
 * nowhere.
 */
export function mayPartLatin(codes: readonly number[], index: number): boolean {
  const [first, before, after] = [index - 2, index - 1, index].map((at) => breakClassOf(codes[at] ?? 0));
  if (before === undefined || after === undefined || before === 'open' || before === 'quote' || neverBefore.has(after)) return false;
  if ((before === 'slash' || before === 'infix') && first === 'digit' && after === 'digit') return false;
  return together[before]?.includes(after) !== true;
}
