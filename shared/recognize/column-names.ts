import { bulletLength, entryMarkLength } from './bullets.js';
import {
  isRunningText,
  isSourceLine,
  markAlike,
  markCentred,
  markNumbered,
  markOpening,
  markOverNews,
  markSums,
  withoutNumber,
} from './column-groups.js';
import { candidateOf, isColumnName, isKnownColumn, longestBareName, longestLoneName } from './column-marks.js';
import type { Candidate } from './column-marks.js';
import { isIssueNumberLine } from './issue-number.js';
import { isMastheadLike } from './masthead-like.js';
import { numberLevel } from '../document/heading-level.js';
import type { Rich } from './rich-text.js';
import type { Line } from './line.js';
import { plainUnits, trailingSourceStart } from './sources.js';

/** The name of the column that a line announces, as printed between the brackets; undefined for other lines. */
export function columnName(line: Line): Rich | undefined {
  return line.column;
}

/** Whether a line only names, between marks, a column that periodicals of this kind carry: 【简讯】. */
export function isKnownColumnLabel(line: Line): boolean {
  const candidate = candidateOf(line);
  return candidate !== undefined && candidate.mark !== 'bare' && candidate.mark !== 'colon' && isKnownColumn(candidate);
}

/** The lines with those marked that announce a column: by their style or marks, their place and the contents. */
export function markColumns(lines: readonly Line[]): readonly Line[] {
  const candidates = withListedNames(lines.map(candidateOf));
  const setting = settingOf(lines, candidates);
  const marked = lines.map((line, at) => {
    const candidate = candidates[at];
    return candidate && isColumn(line, at, candidate, setting) ? { ...line, column: withoutNumber(candidate) } : line;
  });
  const placed = markOverNews(markOpening(markCentred(marked, candidates), candidates), candidates);
  const likeOthers = markAlike(placed, candidates);
  return markSums(likeOthers.some(({ column }) => column) ? likeOthers : markNumbered(lines));
}

/** The candidates, 一、重点工作 of contents without its number where the body has 重点工作. */
function withListedNames(candidates: readonly (Candidate | undefined)[]): readonly (Candidate | undefined)[] {
  const bare = new Set(candidates.flatMap((candidate) => (candidate?.mark === 'bare' ? candidate.key : [])));
  return candidates.map((candidate) => {
    const name = candidate && withoutNumber(candidate);
    const key = name?.text.replace(/\s/gu, '') ?? '';
    return candidate && name && key !== candidate.key && bare.has(key) ? { ...candidate, name, key } : candidate;
  });
}

interface Setting {
  readonly lines: readonly Line[];
  readonly candidates: readonly (Candidate | undefined)[];
  /** Keys of names that the contents announce and the body repeats. */
  readonly listed: ReadonlySet<string>;
  /** Depth of the headings that are columns, where the file has headings of two depths. */
  readonly columnDepth?: number;
  /** Keys of names that something else than a title follows at least once. */
  readonly followed: ReadonlySet<string>;
  /** Lines that words stand on, without the mark of an entry before them: the first and the last. */
  readonly placesOf: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
  /** The line of the masthead with the issue's number: a bare name above it is the periodical's. */
  readonly numberAt: number;
  /** Articles of this file close with a line that names their source. */
  readonly hasSources: boolean;
}

function settingOf(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): Setting {
  const found = lines.findIndex(isRunningText);
  const textStart = found < 0 ? lines.length : found;
  const counts = new Map<string, number>();
  for (const candidate of candidates) if (candidate) counts.set(candidate.key, (counts.get(candidate.key) ?? 0) + 1);
  const firsts = new Map(candidates.map((candidate, at) => [candidate?.key, at] as const).reverse());
  // The last name of the contents may have no title of its own there; the first name comes again behind it.
  const endsContents = (at: number): boolean => at < textStart && (firsts.get(candidates[at + 1]?.key ?? '') ?? at) < at;
  const opens = candidates.map((_, at) => opensTitle(lines, candidates, at) || endsContents(at));
  const followed = new Set(candidates.flatMap((candidate, at) => (candidate && !opens[at] ? [candidate.key] : [])));
  const listed = new Set<string>();
  candidates.slice(0, textStart).forEach((candidate, at) => {
    if (candidate && (counts.get(candidate.key) ?? 0) > 1 && opens[at]) listed.add(candidate.key);
  });
  const columnDepth = depthOfColumns(lines, candidates);
  const hasSources = lines.some((line) => isSourceLine(line));
  return {
    lines,
    candidates,
    listed,
    numberAt: lines.slice(0, textStart).findIndex(({ text }) => isIssueNumberLine(text)),
    hasSources,
    followed,
    placesOf: placesOfWords(lines),
    ...(columnDepth === undefined ? {} : { columnDepth }),
  };
}

function isColumn(line: Line, at: number, candidate: Candidate, setting: Setting): boolean {
  if (line.role === 'column' || candidate.mark === 'sure' || isFramedName(line, at, candidate, setting)) return true;
  const isKnown = isKnownColumn(candidate);
  if (candidate.mark === 'bare' && at < setting.numberAt) return false;
  if (candidate.mark === 'colon')
    return (
      (isKnown || setting.listed.has(candidate.key)) && (/讯$/u.test(candidate.key) || opensTitle(setting.lines, setting.candidates, at))
    );
  if (isKnown && candidate.mark !== 'bare') return true;
  if (setting.listed.has(candidate.key) && isListedName(candidate, isKnown, setting)) return true;
  if (isKnown)
    return (
      !stands(setting, at - 1, isInArticle) ||
      stands(setting, at - 1, isMastheadLike) ||
      !stands(setting, at + 1, isRunningText) ||
      /讯$/u.test(candidate.key)
    );
  if (line.heading !== undefined && line.heading === setting.columnDepth) return true;
  if (candidate.mark === 'bare') return standsAlone(setting, at, candidate);
  if (setting.listed.size > 0) return /^[【[［]/u.test(line.text) && opensAnnounced(setting, at);
  return isMarkedName(line, at, candidate, setting);
}

/** A short name in a frame of its own over a title. */
function isFramedName({ isFramed }: Line, at: number, { key }: Candidate, { lines, candidates }: Setting): boolean {
  return isFramed === true && key.length <= longestBareName && opensTitle(lines, candidates, at);
}

/** A name between brackets or behind an ornament where an article or several short items may begin. */
function isMarkedName(line: Line, at: number, { mark }: Candidate, setting: Setting): boolean {
  const isMarked = mark === 'likely' || /^[◆◇★☆●■▲※◎❖｜┃│]/u.test(line.text);
  return isMarked && (opensItem(setting, at) || opensAnnounced(setting, at) || opensListed(setting, at));
}

/** Of the names that contents and body have, those that are columns, not titles with a mark before them. */
function isListedName(candidate: Candidate, isKnown: boolean, setting: Setting): boolean {
  const { mark, key } = candidate;
  if (isKnown || mark === 'sure' || mark === 'likely' || (mark === 'weak' && key.length <= longestLoneName)) return true;
  return isColumnName(key) || isRepeatedName(candidate, setting);
}

/** A short bare name of a text between empty lines, behind the source of an article and over the title of the next. */
function standsAlone(setting: Setting, at: number, { key }: Candidate): boolean {
  const [before, line, next] = [-1, 0, 1].map((by) => setting.lines[at + by]);
  if (!before || !line || !next || line.isParagraph || line.heading !== undefined || key.length > longestLoneName) return false;
  return isSourceLine(before) && !line.isAdjacent && !next.isAdjacent && !isSourceLine(line) && opensItem(setting, at);
}

/** A bare name in contents and body: each time it stands, a title follows, as behind a title itself it would not. */
function isRepeatedName({ key }: Candidate, { followed }: Setting): boolean {
  return key.length <= 8 && !followed.has(key);
}

/** Whether a title, not text, follows: a line without sentences that is no column itself. */
function opensTitle(lines: readonly Line[], candidates: readonly (Candidate | undefined)[], at: number): boolean {
  const [name, next] = [lines[at], lines[at + 1]];
  if (!name || !next || isRunningText(next) || numberLevel(next.text) !== undefined || isSourceLine(next) || plainUnits(next)) return false;
  const { key, mark } = candidates[at] ?? { key: '', mark: 'bare' };
  // —— … is the second line of a title, and what stands above it the first.
  if (/^[—―–-]{2}/u.test(next.text)) return false;
  return !/[。；，、：]$/u.test(next.text) && (mark === 'likely' || mark === 'sure' || next.loose.length > key.length);
}

/** Whether an article may begin behind the line: the last one is closed, and a title with text follows. */
function opensItem({ lines, candidates, hasSources }: Setting, at: number): boolean {
  if (!opensTitle(lines, candidates, at)) return false;
  const before = lines[at - 1];
  const isClosed =
    !before ||
    isSourceLine(before) ||
    plainUnits(before) !== undefined ||
    trailingSourceStart(before.text) !== undefined ||
    isMastheadLike(before) ||
    !(hasSources ? isInArticle(before) : !isRunningText(before) && before.loose.length > 12);
  return isClosed && lines.slice(at + 2, at + 6).some(isRunningText);
}

/** Whether several short items with one mark before each, whole sentences, follow, and the last article is closed. */
function opensListed({ lines }: Setting, at: number): boolean {
  const [before, first, second] = [-1, 1, 2].map((by) => lines[at + by]);
  if (!before || !first || !second || !(isSourceLine(before) || plainUnits(before))) return false;
  const isItem = ({ text }: Line): boolean => bulletLength(text) > 0 && text.startsWith(first.text.charAt(0)) && /。[）)]?$/u.test(text);
  return isItem(first) && isItem(second);
}

/** Whether a title whose words stand before it already, in the contents, follows a line whose own words stand there once only. */
function opensAnnounced({ lines, candidates, placesOf }: Setting, at: number): boolean {
  const [own, next] = [at, at + 1].map((each) => placesOf.get(unmarkedWords(lines[each])));
  return own !== undefined && own.first === own.last && next !== undefined && next.first < at && opensTitle(lines, candidates, at);
}

function unmarkedWords(line: Line | undefined): string {
  const loose = line?.loose ?? '';
  return loose.slice(entryMarkLength(loose));
}

function placesOfWords(lines: readonly Line[]): Setting['placesOf'] {
  const places = new Map<string, { first: number; last: number }>();
  lines.forEach((line, at) => {
    const words = unmarkedWords(line);
    places.set(words, { first: places.get(words)?.first ?? at, last: at });
  });
  return places;
}

/** Where headings of one depth are short names and each is followed by a deeper heading, they are columns. */
function depthOfColumns(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): number | undefined {
  const depths = [...new Set(lines.flatMap(({ heading }) => heading ?? []))].sort((left, right) => left - right);
  return depths.find((depth) => {
    const at = lines.flatMap((line, index) => (line.heading === depth ? [index] : []));
    const isNamed = at.every(
      (index) => (candidates[index]?.key.length ?? 99) <= longestBareName && numberLevel(lines[index]?.text ?? '') === undefined,
    );
    const opens = at.filter((index) => (lines[index + 1]?.heading ?? 0) > depth);
    const titles = lines.filter(({ heading }) => heading !== undefined && heading > depth);
    return (
      isNamed &&
      opens.length > 0 &&
      (at.length > 1 || opens.length === at.length) &&
      titles.some(({ loose }) => loose.length > longestBareName)
    );
  });
}

function stands({ lines }: Pick<Setting, 'lines'>, at: number, is: (line: Line) => boolean): boolean {
  const line = lines[at];
  return line !== undefined && is(line);
}

/** Whether an article is open at this line: it is text, or a title of one. */
function isInArticle(line: Line): boolean {
  return !isSourceLine(line) && (isRunningText(line) || line.loose.length > longestBareName);
}
