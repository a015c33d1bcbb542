import { bulletLength, entryMarkLength } from './bullets.js';
import { numberOf } from './dates.js';
import { numberLevel } from './levels.js';
import { isMastheadLike } from './masthead.js';
import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import type { Line } from './line.js';
import { looksLikeUnits, sourceUnits, trailingSourceStart } from './sources.js';

/** Columns that periodicals of this kind carry; recognised without brackets too when a line holds nothing else. */
const knownColumns: ReadonlySet<string> = new Set([
  '工作动态',
  '经验交流',
  '简讯',
  '工作简讯',
  '动态信息',
  '信息动态',
  '区市动态',
  '部门动态',
  '基层动态',
  '要闻',
  '领导讲话',
  '调查研究',
  '工作研究',
  '理论研究',
  '典型经验',
  '经验做法',
  '外地经验',
  '他山之石',
  '学习借鉴',
  '媒体聚焦',
  '舆情信息',
  '信息快递',
  '一句话信息',
  '专题报道',
  '工作交流',
  '工作通报',
  '县区动态',
  '区县动态',
  '镇街动态',
  '乡镇动态',
  '基层风采',
  '动态集锦',
  '特别关注',
]);

/** How surely marks around a line's only words make it the name of a column. */
type Mark = 'sure' | 'likely' | 'weak' | 'colon' | 'bare';

interface Candidate {
  readonly name: Rich;
  /** Without blanks, for comparison. */
  readonly key: string;
  readonly mark: Mark;
}

const bracketPairs: readonly { readonly pairs: string; readonly mark: Mark }[] = [
  { pairs: '〔〕〖〗﹝﹞', mark: 'sure' },
  { pairs: '【】[]［］', mark: 'likely' },
  { pairs: '（）()《》〈〉「」『』<>＜＞', mark: 'weak' },
];
const signs = '▍▎▌◆◇★☆●○■□▲△▼▽※◎♦❖✦✧◈•·§';
const ornament = new RegExp(`^([${signs}]{1,3})\\s*([^\\s${signs}].*?)\\s*[${signs}]{0,3}$`, 'u');
/** The same with ornaments on both sides. */
const ornamented = new RegExp(`^([${signs}]{1,3}).+[${signs}]$`, 'u');
/** Dashes mark a name only on both sides: —— alone opens a subtitle. */
const dashed = /^([—─━=~～*-]{1,6})\s*([^\s—─━=~～*-].*?)\s*[—─━=~～*-]{1,6}$/u;
/** 工作动态：, with nothing behind it. */
const colon = /^(\p{Script=Han}[\p{Script=Han}\s]{0,10}\p{Script=Han})\s*[：:]$/u;
const brackets = /[〔〕［］[\]【】〖〗﹝﹞]/u;
const possibleName = /^(?=.*\p{Script=Han}.*\p{Script=Han})[^\d，。：；！？《》（）()<>{}]{2,30}$/u;
const notColumn =
  /^(?:编者按|按语|编者的话|附件\d*|附|略|待续|完|完结|全文完|本报讯|摘要|关键词|(?:本期)?(?:导读|要目|看点|内容提要|目录)|相关链接|名词解释|注释|图|表|第.{1,4}[期号次届条章节页])$/u;
/** Longest name, in characters, without brackets around it. */
const longestBareName = 12;
/** The same where nothing but its place says that it is a name. */
const longestLoneName = 6;

/** The name of the column that a line announces, as printed between the brackets; undefined for other lines. */
export function columnName(line: Line): Rich | undefined {
  return line.column;
}

/** Whether a line only names, between marks, a column that periodicals of this kind carry: 【简讯】. */
export function isKnownColumnLabel(line: Line): boolean {
  const candidate = candidateOf(line);
  return candidate !== undefined && candidate.mark !== 'bare' && candidate.mark !== 'colon' && knownColumns.has(candidate.key);
}

/** The lines with those marked that announce a column: by their style or marks, their place and the contents. */
export function markColumns(lines: readonly Line[]): readonly Line[] {
  const candidates = lines.map(candidateOf);
  const setting = settingOf(lines, candidates);
  const marked = lines.map((line, at) => {
    const candidate = candidates[at];
    return candidate && isColumn(line, at, candidate, setting) ? { ...line, column: withoutNumber(candidate) } : line;
  });
  const likeOthers = markAlike(markCentred(marked, candidates), candidates);
  return markSums(likeOthers.some(({ column }) => column) ? likeOthers : markNumbered(lines));
}

/** 一、上级精神 of contents and body is the column 上级精神. */
function withoutNumber({ name, mark }: Candidate): Rich {
  const length = mark === 'bare' ? (numbered.exec(name.text)?.[0].length ?? 0) : 0;
  return length === 0 ? name : trim(slice(name, length));
}

/**
 * Names dressed as other columns are: between the same ornaments, ★图片新闻★, whatever follows; between the same brackets where a title
 * with its source follows.
 */
function markAlike(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const dress = ({ text }: Line): string | undefined => ornamented.exec(text)?.[1];
  const known = new Set(lines.flatMap((line) => (line.column ? (dress(line) ?? []) : [])));
  const openers = new Set(lines.flatMap(({ column, text }) => (column ? [text.charAt(0)] : [])));
  return lines.map((line, at) => {
    const candidate = line.column ? undefined : candidates[at];
    if (!candidate) return line;
    const isBracketed = candidate.mark === 'likely' && openers.has(line.text.charAt(0)) && stands({ lines }, at + 2, isSourceLine);
    return known.has(dress(line) ?? ' ') || isBracketed ? { ...line, column: candidate.name } : line;
  });
}

/** Fewest short names in the middle over headings that are columns. */
const fewestCentred = 2;

/** Short names set in the middle, each over a heading, where the file has several. */
function markCentred(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const isName = lines.map((line, at) => {
    const [candidate, next] = [candidates[at], lines[at + 1]];
    const isPlain = line.align === 'center' && line.heading === undefined && line.role === undefined;
    return isPlain && candidate !== undefined && candidate.key.length <= longestCentredName && next?.heading !== undefined;
  });
  if (isName.filter((is) => is).length < fewestCentred) return lines;
  return lines.map((line, at) => (isName[at] && !line.column ? { ...line, column: candidates[at]?.name ?? line.rich } : line));
}

const longestCentredName = 8;

/** What several briefs are called together, in the contents or over them: 简讯四则. */
export const sumOfBriefs =
  /^((?:工作|要闻|信息|基层|部门)?(?:简\s*讯|短\s*讯|快\s*讯|要\s*讯|动\s*态|信\s*息))\s*[〇零一二三四五六七八九十\d]{1,3}\s*[则条篇]$/u;

/** The lines with 短讯三则, or a short name over texts with a source each, as the name of a column: what stands below has a mark or number. */
function markSums(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, at) => {
    if (line.column || line.table) return line;
    const name = sumOfBriefs.exec(line.text)?.[1];
    const below = lines.slice(at + 1, at + 3);
    if (name && below[0] && isRunningText(below[0]) && isBulleted(below[0])) return { ...line, column: slice(line.rich, 0, name.length) };
    const isOver = below.length === 2 && below.every((each) => isBulleted(each) && trailingSourceStart(each.text) !== undefined);
    const isName = line.text.length <= longestBareName && possibleName.test(line.text) && numberLevel(line.text) === undefined;
    return isOver && isName ? { ...line, column: line.rich } : line;
  });
}

function isBulleted({ text }: Line): boolean {
  return bulletLength(text) > 0 || numberLevel(text) === 3;
}

const numbered = /^([一二三四五六七八九十]{1,3})、\s*(?=\S)/u;

/**
 * The columns of an issue that only numbers them: 一、重点工作. They count up, are short names, open with a title or a
 * brief, and stand behind the source of the article before; as the headings within an article do not.
 */
function markNumbered(lines: readonly Line[]): readonly Line[] {
  const names = lines.map((line): Rich | undefined => {
    const match = line.role === undefined && !line.table ? numbered.exec(line.text) : null;
    const name = match && trim(slice(line.rich, match[0].length));
    const key = name?.text.replace(/\s/gu, '') ?? '';
    return name && key.length <= longestNumberedName && possibleName.test(key) && !notColumn.test(key) ? name : undefined;
  });
  const found = names.flatMap((name, at) => (name ? [at] : []));
  const last = found.filter((at, place) => !found.slice(place + 1).some((later) => lines[later]?.loose === lines[at]?.loose));
  const areColumns = last.length > 1 && last.every((at, place) => opensNumbered(lines, at, place));
  return areColumns ? lines.map((line, at) => (names[at] ? { ...line, column: names[at] } : line)) : lines;
}

const longestNumberedName = 8;

function opensNumbered(lines: readonly Line[], at: number, place: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !next || numberOf(numbered.exec(line.text)?.[1] ?? '') !== place + 1) return false;
  const isBehindSource = before && (isSourceLine(before) || trailingSourceStart(before.text) !== undefined);
  if (place > 0 && !isBehindSource) return false;
  return isRunningText(next) ? trailingSourceStart(next.text) !== undefined : numberLevel(next.text) === undefined && !isSourceLine(next);
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
  /** Articles of this file close with a line that names their source. */
  readonly hasSources: boolean;
}

function candidateOf(line: Line): Candidate | undefined {
  if (line.role !== undefined && line.role !== 'column' && line.role !== 'contents') return undefined;
  const [name, mark] = unmarked(line);
  const key = name.text.replace(/\s/gu, '');
  if (line.role === 'column') return { name, key, mark: 'sure' };
  if (!possibleName.test(key) || notColumn.test(key)) return undefined;
  if (mark === 'likely' && /^[[［]/u.test(line.text) && !/^\p{Script=Han}+$/u.test(key)) return undefined;
  if (mark !== 'sure' && mark !== 'likely' && (key.length > longestBareName || /[“”]/u.test(key))) return undefined;
  return { name, key, mark };
}

function unmarked(line: Line): readonly [Rich, Mark] {
  const { text } = line;
  for (const { pairs, mark } of bracketPairs) {
    for (let at = 0; at < pairs.length; at += 2) {
      const inner = text.slice(1, -1);
      if (text.length < 4 || text.charAt(0) !== pairs.charAt(at) || text.at(-1) !== pairs.charAt(at + 1)) continue;
      if (!brackets.test(inner) && !inner.includes(pairs.charAt(at + 1))) return [trim(slice(line.rich, 1, text.length - 1)), mark];
    }
  }
  const before = colon.exec(text)?.[1];
  if (before !== undefined) return [trim(slice(line.rich, 0, before.length)), 'colon'];
  const match = ornament.exec(text) ?? dashed.exec(text);
  const name = match?.[2];
  if (!match || name === undefined) return [line.rich, 'bare'];
  const start = text.indexOf(name, match[1]?.length);
  return [trim(slice(line.rich, start, start + name.length)), 'weak'];
}

function settingOf(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): Setting {
  const found = lines.findIndex(isRunningText);
  const textStart = found < 0 ? lines.length : found;
  const counts = new Map<string, number>();
  for (const candidate of candidates) if (candidate) counts.set(candidate.key, (counts.get(candidate.key) ?? 0) + 1);
  const followed = new Set(candidates.flatMap((candidate, at) => (candidate && !opensTitle(lines, candidates, at) ? [candidate.key] : [])));
  const listed = new Set<string>();
  candidates.slice(0, textStart).forEach((candidate, at) => {
    if (candidate && (counts.get(candidate.key) ?? 0) > 1 && opensTitle(lines, candidates, at)) listed.add(candidate.key);
  });
  const columnDepth = depthOfColumns(lines, candidates);
  const hasSources = lines.some((line) => isSourceLine(line));
  return {
    lines,
    candidates,
    listed,
    hasSources,
    followed,
    placesOf: placesOfWords(lines),
    ...(columnDepth === undefined ? {} : { columnDepth }),
  };
}

function isColumn(line: Line, at: number, candidate: Candidate, setting: Setting): boolean {
  if (line.role === 'column' || candidate.mark === 'sure') return true;
  const isKnown = knownColumns.has(candidate.key);
  if (candidate.mark === 'colon')
    return (
      (isKnown || setting.listed.has(candidate.key)) && (/讯$/u.test(candidate.key) || opensTitle(setting.lines, setting.candidates, at))
    );
  if (isKnown && candidate.mark !== 'bare') return true;
  if (setting.listed.has(candidate.key) && isListedName(candidate, isKnown, setting)) return true;
  if (isKnown) return !stands(setting, at - 1, isInArticle) || !stands(setting, at + 1, isRunningText) || /讯$/u.test(candidate.key);
  if (line.heading !== undefined && line.heading === setting.columnDepth) return true;
  if (candidate.mark === 'bare') return standsAlone(setting, at, candidate);
  if (setting.listed.size > 0) return false;
  const isMarked = candidate.mark === 'likely' || /^[◆◇★☆●■▲※◎❖]/u.test(line.text);
  return isMarked && (opensItem(setting, at) || opensAnnounced(setting, at));
}

/** Of the names that contents and body have, those that are columns, not titles with a mark before them. */
function isListedName(candidate: Candidate, isKnown: boolean, setting: Setting): boolean {
  const { mark, key } = candidate;
  if (isKnown || mark === 'sure' || mark === 'likely' || (mark === 'weak' && key.length <= longestLoneName)) return true;
  return isRepeatedName(candidate, setting);
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
  if (!name || !next || isRunningText(next) || numberLevel(next.text) !== undefined || isSourceLine(next)) return false;
  const { key, mark } = candidates[at] ?? { key: '', mark: 'bare' };
  return !/[。；，、：]$/u.test(next.text) && (mark === 'likely' || mark === 'sure' || next.loose.length > key.length);
}

/** Whether an article may begin behind the line: the last one is closed, and a title with text follows. */
function opensItem({ lines, candidates, hasSources }: Setting, at: number): boolean {
  if (!opensTitle(lines, candidates, at)) return false;
  const before = lines[at - 1];
  const isClosed =
    !before ||
    isSourceLine(before) ||
    trailingSourceStart(before.text) !== undefined ||
    isMastheadLike(before) ||
    !(hasSources ? isInArticle(before) : !isRunningText(before) && before.loose.length > 12);
  return isClosed && lines.slice(at + 2, at + 6).some(isRunningText);
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

function isRunningText(line: Line): boolean {
  return line.role === 'body' || line.text.length >= 60 || (line.text.length >= 16 && /[。！？]/u.test(line.text));
}

function isSourceLine(line: Line): boolean {
  const units = sourceUnits(line.rich);
  return line.role === 'source' || (units !== undefined && looksLikeUnits(units));
}
