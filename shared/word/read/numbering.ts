import { chineseNumber, enclosedNumber, legalNumber, letterNumber, romanNumber } from './number-forms.js';
import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';

/** Counts automatic numbers the way Word does while paragraphs pass by. */
export interface NumberCounter {
  /** The number Word shows before the paragraph, 一、 or 1.; empty for bullets and unknown lists. */
  next(numId: string, level: number): string;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** It goes on counting whatever stands above it. */
  readonly isNeverRestarted?: true;
  /** All its numbers are figures. */
  readonly isLegal?: true;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
}

export function createNumberCounter(part: XmlElement | undefined): NumberCounter {
  const lists = readLists(part);
  const countsByList = new Map<string, number[]>();
  return {
    next(numId, level) {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (!list || !own) return '';
      const counts = countsByList.get(list.abstractId) ?? [];
      countsByList.set(list.abstractId, counts);
      counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
      const going = [...list.levels].flatMap(([index, { isNeverRestarted }]) => (isNeverRestarted && index > level ? [index] : []));
      const kept = going.map((index) => [index, counts[index]] as const);
      counts.length = level + 1;
      for (const [index, reached] of kept) if (reached !== undefined) counts[index] = reached;
      return formatNumber(list, own, counts);
    },
  };
}

function formatNumber(list: List, own: Level, counts: readonly number[]): string {
  if (own.format === 'bullet' || own.format === 'none') return '';
  return own.text.replace(/%(\d)/gu, (_mark, digit: string) => {
    const index = Number(digit) - 1;
    const level = list.levels.get(index);
    return level ? numberForm(own.isLegal ? 'decimal' : level.format, counts[index] ?? level.start) : '';
  });
}

/** A count in one of Word's number formats (ECMA-376, 17.18.59); unknown ones as figures. */
function numberForm(format: string, count: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosedNumber(count);
    case 'ideographEnclosedCircle':
      return signed(count, '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉');
    case 'decimalEnclosedParen':
      return signed(count, '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇');
    case 'decimalEnclosedFullstop':
      return signed(count, '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛');
    case 'ideographTraditional':
      return signed(count, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return signed(count, '子丑寅卯辰巳午未申酉戌亥');
    case 'chineseLegalSimplified':
      return legalNumber(count);
    case 'numberInDash':
      return `- ${count} -`;
    case 'lowerLetter':
      return letterNumber(count);
    case 'upperLetter':
      return letterNumber(count).toUpperCase();
    case 'lowerRoman':
      return romanNumber(count).toLowerCase();
    case 'upperRoman':
      return romanNumber(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'decimalFullWidth':
      return [...String(count)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    default:
      return String(count);
  }
}

/** The sign that stands for a count; figures where there is none. */
function signed(count: number, signs: string): string {
  return signs[count - 1] ?? String(count);
}

function readLists(part: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(elements(part, 'abstractNum').map((element) => [element.attributes.get('abstractNumId') ?? '', element]));
  const known = new Map<string, ReadonlyMap<number, Level>>();
  // Any number of lists may stand on one definition: it is read once.
  const levelsOf = (id: string): ReadonlyMap<number, Level> => {
    const levels = known.get(id) ?? new Map(levelsIn(abstracts.get(id)));
    known.set(id, levels);
    return levels;
  };
  return new Map(
    elements(part, 'num').map((element) => {
      const abstractId = childValue(element, 'abstractNumId') ?? '';
      const levels = new Map(levelsOf(abstractId));
      const overrides = elements(element, 'lvlOverride');
      for (const override of overrides) applyOverride(levels, override);
      const numId = element.attributes.get('numId') ?? '';
      return [numId, { abstractId: overrides.length > 0 ? `num-${numId}` : abstractId, levels }];
    }),
  );
}

/** Levels of a definition; Word knows nine. */
function levelsIn(abstract: XmlElement | undefined): readonly (readonly [number, Level])[] {
  return elements(abstract, 'lvl').map((level) => [levelIndex(level), readLevel(level)]);
}

function applyOverride(levels: Map<number, Level>, override: XmlElement): void {
  const index = levelIndex(override);
  const replacement = child(override, 'lvl');
  const level = replacement ? readLevel(replacement) : levels.get(index);
  const start = childValue(override, 'startOverride');
  if (level) levels.set(index, start === undefined ? level : { ...level, start: count(start) });
}

function levelIndex(element: XmlElement): number {
  return Math.min(count(element.attributes.get('ilvl') ?? '0'), mostLevels);
}

function readLevel(element: XmlElement): Level {
  const legal = child(element, 'isLgl');
  return {
    format: childValue(element, 'numFmt') ?? 'decimal',
    text: (childValue(element, 'lvlText') ?? '').slice(0, longestText),
    start: count(childValue(element, 'start') ?? '1'),
    ...(childValue(element, 'lvlRestart') === '0' ? { isNeverRestarted: true as const } : {}),
    ...(legal !== undefined && isOn(legal) ? { isLegal: true as const } : {}),
  };
}

const mostLevels = 9;
/** More than any number's marks take. */
const longestText = 100;

/** A count as XML says it; 1 for what is none. */
function count(text: string): number {
  return /^\d{1,9}$/u.test(text) ? Number(text) : 1;
}
