/** What in a reading has the shape of something else: told, so that nothing stands in a wrong place without a word. */
import { numberLevel } from '../document/heading-level.js';
import { imprintFields } from '../document/imprint-fields.js';
import { plainTitle } from '../document/issue.js';
import type { Issue, Item, Paragraph } from '../document/issue.js';
import { bulletLength } from './bullets.js';
import { isLoneCaption } from './captions.js';
import { candidateOf, ornamentBefore } from './column-marks.js';
import { findDate } from './dates.js';
import { isSenderLine } from './draft-fields.js';
import { toLines, toLoose } from './line.js';
import type { Line } from './line.js';
import { instruction } from './masthead-fields.js';
import { isMastheadLike } from './masthead-like.js';
import type { SourceLine } from './source-line.js';
import { namesInBrackets } from './signed-posts.js';
import { isSignatureLine, looksLikeUnits, sourceParts, trailingSourceStart, unitBefore } from './sources.js';
import { isTailLine, isTailRow } from './tail.js';
import { isTitleLike } from './titles.js';

/** What was read: the articles, and of a whole issue the rest. */
export interface Reading {
  readonly items: readonly Item[];
  readonly issue?: Issue;
  /** Words of the contents, for comparison; empty where there are none. */
  readonly contents?: string;
}

/** Words that may stand in a wrong place, and what they stand in now. */
interface Suspect {
  readonly words: string;
  readonly place: string;
}

interface Doubt {
  readonly find: (reading: Reading) => readonly Suspect[];
  /** What the words look like, in Chinese. */
  readonly like: string;
}

/** Longest line that is anything but running text, in characters. */
const longestLabel = 60;
/** A title that nothing marks, in characters. */
const [shortestTitle, longestTitle] = [4, 45];
/** Longest sentence right below a picture that may say what it shows, in characters. */
const longestCaption = 20;
/** Shortest text that has a title over it. */
const shortestBelow = 20;
/** Shortest paragraph that is a whole sentence or more, and so ends with a stop. */
const shortestSentence = 30;
/** A shorter paragraph with a stop may be the end of the one before. */
const shortestEnd = 10;
/** Longest name of a unit, of an organ or a person in an imprint, in characters. */
const longestName = 40;
/** An article is much longer than every other: so many times, and so many characters. */
const [timesLonger, leastLonger] = [4, 1500];
/** A line of a title is so many times longer than a name over it. */
const timesName = 2;
/** Lines with a label that an article may open with. */
const mostHeads = 10;
/** Sentences that are looked through for what they tell already. */
const mostTold = 200;
/** Passages that one sentence quotes at most, and characters of each. */
const [mostQuoted, mostShown] = [3, 24];
const stop = /[。！？!?…：:；;][”’"'）)》〉】〕\]]*$/u;
const saying = /[。！？；]./u;

/** The rows: what is looked for, and the words it is told in. Of several that fit the same words the first one tells. */
export const doubts = {
  columnInText: { find: inTexts(({ text }) => isLine(text, isColumnLike)), like: '像是栏目名' },
  imprintInText: { find: inTexts(({ text }) => isLine(text, (line) => isTailLine(line) || isTailRow(line))), like: '像是版记的文字' },
  instructionInText: { find: inTexts(({ text }) => isLine(text, (line) => instruction.test(line.text))), like: '像是领导批示' },
  mastheadInText: {
    find: inTexts(({ text }) => !stop.test(text) && isLine(text, isMastheadLike)),
    like: '像是报头或落款的文字',
  },
  sourceInText: { find: inTexts(isSourceLike), like: '像是来源单位或供稿人' },
  sourceBehindText: { find: inTexts(endsWithSource), like: '末尾的括号里像是来源单位或供稿人，可能不止一篇稿件' },
  captionInText: { find: inTexts(isCaptionLike), like: '像是图片说明' },
  labelInText: { find: inTexts(isLabelled), like: '像是稿件上的栏目，不是正文' },
  numberInText: { find: inTexts(isNumbered), like: '像是带序号的标题' },
  titleInText: { find: inTexts(isTitleOver), like: '像是标题' },
  tableAlone: { find: findTablesAlone, like: '只有表格，没有正文，像是填好的表单或汇总表' },
  leadAlone: { find: findLonelyLeads, like: '整段加粗、自成一段，像是小标题' },
  headingAtEnd: { find: findHeadingAtEnd, like: '后面没有正文，可能是下一栏的栏目名或下一篇的标题' },
  cutText: { find: inTexts(isCut), like: '末尾没有标点，可能从这里断开了' },
  looseLine: { find: findLooseLines, like: '末尾没有标点，可能不是正文' },
  missedTitle: { find: findMuchLonger, like: '比别的稿件长得多，后面可能还有别的稿件的文字' },
  titleSaysMore: {
    find: inItems(
      '标题',
      ({ type, title }) => /[；，、]$|您|你好|麻烦/u.test(title) || saying.test(title) || (type === 'article' && title.endsWith('。')),
    ),
    like: '像是正文',
  },
  titleIsColumn: {
    find: inItems(
      '标题',
      ({ title }) =>
        isLine(title, isColumnLike) ||
        bulletLength(title) > 0 ||
        numberLevel(title) !== undefined ||
        /^\p{Script=Han}{0,6}(?:名称|题目?|主题)[：:]/u.test(title),
    ),
    like: '像是栏目名，或带着记号、序号、栏目的名称',
  },
  titleUnderName: { find: findNameOverTitle, like: '很短，像是栏目名或引题' },
  titleUnlisted: { find: findUnlisted, like: '目录里没有' },
  subtitleSaysMore: {
    find: ({ items }) => items.flatMap((item) => (item.type === 'article' ? suspect(item.subtitle, '副标题', saysMore) : [])),
    like: '像是正文',
  },
  sourceSaysMore: {
    find: ({ items }) => items.flatMap(({ sources }) => sources.flatMap((unit) => suspect(unit, '来源单位', isNoName))),
    like: '不像单位名称',
  },
  organSaysMore: { find: ({ issue }) => suspect(issue?.masthead.organ, '编发单位', isNoName), like: '不像单位名称' },
  nameSaysMore: { find: ({ issue }) => suspect(issue?.masthead.name, '刊名', isNoName), like: '不像刊名' },
  listSaysMore: {
    find: ({ issue }) => (issue?.distribution ?? []).flatMap(({ label, text }) => suspect(text, label, isNoList)),
    like: '不像收件单位',
  },
  loneText: { find: findLoneText, like: '之外没有报/送/发和版记，像是别的单位报来的稿件，不是一期' },
  fieldInField: {
    find: ({ issue }) => (issue ? imprintFields.flatMap(({ name, label }) => suspect(issue.imprint[name], label, isNoName)) : []),
    like: '里像是还有别的项目',
  },
} as const satisfies Record<string, Doubt>;

/** The sentences of the rows that fit; what another sentence has told already is not told again. */
export function doubtsOf(reading: Reading, source: readonly SourceLine[], told: readonly string[]): readonly string[] {
  const lineAt = linesByOpening(source);
  const known = told.slice(0, mostTold);
  const seen = new Set<string>();
  return Object.values<Doubt>(doubts).flatMap(({ find, like }) => {
    const groups = new Map<string, string[]>();
    for (const { words, place } of find(reading)) {
      const group = groups.get(place) ?? [];
      const isKnown = seen.has(words) || known.some((each) => each.includes(`“${words.slice(0, mostShown)}`));
      if (!isKnown) group.push(words);
      if (group.length > 0) groups.set(place, group);
      seen.add(words);
    }
    return [...groups].map(([place, words]) => sentence(words, place, like, lineAt));
  });
}

function sentence(words: readonly string[], place: string, like: string, lineAt: (words: string) => number | undefined): string {
  const line = lineAt(words[0] ?? '');
  const count = words.length > 1 ? `等${String(words.length)}处` : '';
  const where = line === undefined ? '' : `第${String(line)}行${count}：`;
  const quoted = words.slice(0, mostQuoted).map((each) => `“${each.length > mostShown ? `${each.slice(0, mostShown)}…` : each}”`);
  return `${where}${place}${quoted.join('')}${like}，请核对。`;
}

/** Characters by which a line is known. */
const openingLength = 12;

/** The last line that opens as words do: what contents have comes again below. */
function linesByOpening(source: readonly SourceLine[]): (words: string) => number | undefined {
  const opening = (text: string): string => toLoose(text.slice(0, longestLabel)).slice(0, openingLength);
  let known: ReadonlyMap<string, number> | undefined;
  return (words) => {
    known ??= new Map(source.map(({ text, line }) => [opening(text), line]));
    return known.get(opening(words));
  };
}

interface Place {
  readonly text: string;
  readonly before: string | undefined;
  readonly next: string | undefined;
  /** Nothing but lines with a label stands before it in its article. */
  readonly isHead: boolean;
  /** It stands right behind a picture without a caption. */
  readonly isBelowBare: boolean;
}

/** Paragraphs of running text that are as `is` says. */
function inTexts(is: (place: Place) => boolean): Doubt['find'] {
  return ({ items }) =>
    items.flatMap((item) => {
      const words = item.paragraphs.map(wordsOf);
      return item.paragraphs.flatMap((paragraph, at) => {
        const isText = paragraph.level === undefined && !paragraph.table && !paragraph.picture;
        const text = words[at] ?? '';
        const above = item.paragraphs[at - 1];
        const isBelowBare = above?.picture !== undefined && above.text === '';
        const isHead = at < mostHeads && words.slice(0, at).every((each) => labelled.test(each.slice(0, longestLabel + 1)));
        const place = item.title === '' ? '没有标题的稿件里的' : `《${plainTitle(item.title)}》里的`;
        return isText && is({ text, before: words[at - 1], next: words[at + 1], isHead, isBelowBare }) ? [{ words: text, place }] : [];
      });
    });
}

/** Titles of items that are as `is` says. */
function inItems(place: string, is: (item: Item) => boolean): Doubt['find'] {
  return ({ items }) =>
    items
      .map((item) => ({ ...item, title: plainTitle(item.title) }))
      .filter(is)
      .map(({ title }) => ({ words: title, place }));
}

/** A manuscript that is nothing but a table. */
function findTablesAlone({ items, issue }: Reading): readonly Suspect[] {
  const isTable = ({ paragraphs }: Item): boolean => paragraphs.length > 0 && paragraphs.every(({ table }) => table !== undefined);
  return issue ? [] : items.filter(isTable).map(({ title }) => ({ words: plainTitle(title) || '没有标题的稿件', place: '' }));
}

/** Short lines of a manuscript that end with no mark, where most others do: whatever they are, they are no sentences. */
function findLooseLines({ items, issue }: Reading): readonly Suspect[] {
  const ofMost = items.filter(({ paragraphs }) => {
    const texts = paragraphs.filter(({ level, table, picture }) => level === undefined && !table && !picture).map(wordsOf);
    const loose = texts.filter((text) => !stop.test(text));
    return loose.length * 2 <= texts.length || sizeOf(loose) * 4 <= sizeOf(texts);
  });
  return issue ? [] : inTexts(({ text }) => text !== '' && text.length <= longestTitle && !stop.test(text))({ items: ofMost });
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Bold sentences that are paragraphs by themselves, over text of their own. */
function findLonelyLeads({ items, issue }: Reading): readonly Suspect[] {
  if (issue) return [];
  return items.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ lead = '', text }, at) => {
      const [below, next] = [paragraphs[at + 1], paragraphs[at + 2]];
      const isOver = [below, below?.text === '' ? next : undefined].some((each) => (each?.text ?? '').length >= shortestBelow);
      return text === '' && lead !== '' && lead.length <= longestTitle && isOver
        ? suspect(lead, `《${plainTitle(title)}》里的`, () => true)
        : [];
    }),
  );
}

function suspect(words: string | undefined, place: string, is: (words: string) => boolean): readonly Suspect[] {
  return words !== undefined && is(words) ? [{ words, place }] : [];
}

function wordsOf({ lead = '', text }: Paragraph): string {
  return `${lead}${text}`;
}

/** Whether words, as a line by themselves, are as `is` says. */
function isLine(text: string, is: (line: Line) => boolean): boolean {
  const [line] = text.length > longestLabel ? [] : toLines([{ line: 0, text, bold: [], marks: [] }]);
  return line !== undefined && is(line);
}

/** Brackets around nothing but a name, or an ornament before a short one. */
function isColumnLike(line: Line): boolean {
  const candidate = candidateOf(line);
  if (!candidate) return false;
  return candidate.mark === 'sure' || candidate.mark === 'likely' || (candidate.mark === 'weak' && ornamentBefore.test(line.text));
}

/** Words of a source, or any short ones without a stop behind an article's last sentence. */
function isSourceLike({ text, before, next }: Place): boolean {
  const isLast =
    !stop.test(text) &&
    !/^[（(]?[附注图表]/u.test(text) &&
    next === undefined &&
    before !== undefined &&
    stop.test(before) &&
    text.length <= longestTitle;
  return isLine(
    text,
    (line) =>
      (isLast && (isTitleLike(line) || /^[（(][^（）()]{3,40}[）)]$/u.test(text))) ||
      isSignatureLine(line) ||
      isSenderLine(line) ||
      looksLikeUnits(sourceParts(line.rich)?.units ?? []),
  );
}

/** A paragraph whose last words, in brackets, are those of a source or byline. */
function endsWithSource({ text }: Place): boolean {
  const start = trailingSourceStart(text);
  return start !== undefined && isLine(text.slice(start).trim(), (line) => isSenderLine(line) || namesInBrackets(line) !== undefined);
}

/** What says of itself that it stands under a picture; or short, the more so with a stop, right behind a picture that has no caption. */
function isCaptionLike({ text, isBelowBare }: Place): boolean {
  if (isLoneCaption({ text })) return true;
  const longest = stop.test(text) ? longestCaption : longestTitle;
  return isBelowBare && text.length <= longest && numberLevel(text) === undefined;
}

/** 1.1 建好阵地, as others number their headings. */
function isNumbered({ text, next }: Place): boolean {
  const isShort = text.length <= longestTitle && !stop.test(text) && next !== undefined;
  return (
    isShort &&
    /^\d{1,2}(?:[.．]\d{1,2}){0,3}\s*\p{Script=Han}/u.test(text) &&
    !/^\d{1,2}\s*(?:[.．]\d{1,2}\s*)?[年月日号时点个名万亿]/u.test(text)
  );
}

/** 主题：……, among others like it before the first sentence of an article. */
function isLabelled({ text, isHead }: Place): boolean {
  return isHead && labelled.test(text.slice(0, longestLabel + 1)) && unitBefore(text.slice(0, longestLabel)) === undefined;
}

const labelled = /^[\p{Script=Han}\s]{2,12}[：:][^。！？；：:]{1,40}$/u;

/** Short, with no stop, behind a whole paragraph and over a longer one. */
function isTitleOver({ text, before, next }: Place): boolean {
  if (before === undefined && asideBelowTitle.test(text)) return true;
  if (next !== undefined && bareDay.test(text)) return true;
  if (text.length < (before === undefined ? 2 : shortestTitle) || text.length > longestTitle || numberLevel(text) !== undefined)
    return false;
  const isOver = next !== undefined && next.length >= shortestBelow && stop.test(next);
  return isOver && (before === undefined || stop.test(before)) && isLine(text, isTitleLike);
}

/** 10月8日 or 三月 over what was done then. */
const bareDay = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?$/u;

/** （2031年第3次）, right below a title. */
const asideBelowTitle = /^[（(][^（）()。]{2,30}[）)]$/u;

/** A sentence that ends with no mark, or with one behind which it goes on, where those around it end. */
function isCut({ text, before, next }: Place): boolean {
  const isEndBelow = next !== undefined && next.length < shortestEnd && stop.test(next);
  if (text.length < (isEndBelow ? shortestBelow : shortestSentence) || !/[\p{Script=Han}\d，、]$/u.test(text)) return false;
  const end = text.slice(-longestLabel);
  if (findDate(end)?.end === end.length) return false;
  return [before, next].every((each) => each === undefined || stop.test(each));
}

/** The heading that an article of an issue ends with, where it is none of a list of headings. */
function findHeadingAtEnd({ items, issue }: Reading): readonly Suspect[] {
  return (issue ? items : []).flatMap(({ title, paragraphs }) => {
    const [before, last] = paragraphs.slice(-2);
    const isHeading = last?.level !== undefined && before?.level === undefined;
    return isHeading ? [{ words: wordsOf(last), place: `《${plainTitle(title)}》末尾的` }] : [];
  });
}

/** The article that is far longer than every other. */
function findMuchLonger({ items }: Reading): readonly Suspect[] {
  const sized = items.map((item) => ({ item, size: item.paragraphs.reduce((sum, each) => sum + wordsOf(each).length, 0) }));
  const [longest, second, third] = sized.sort((left, right) => right.size - left.size);
  if (!longest || !second || !third || longest.size < Math.max(leastLonger, second.size * timesLonger)) return [];
  return [{ words: plainTitle(longest.item.title), place: '' }];
}

/** The articles of an issue that goes to nobody, has no imprint and names no office: 第3期 may stand over one office's manuscripts. */
function findLoneText({ items, issue }: Reading): readonly Suspect[] {
  const isBare = issue?.distribution.length === 0 && imprintFields.every(({ name }) => (issue.imprint[name] ?? '') === '');
  const isAlone = items.length === 1 || issue?.masthead.organ === '';
  return isBare && isAlone ? items.map(({ title }) => ({ words: plainTitle(title), place: '' })) : [];
}

/** Share of an issue's articles that its contents have, at least, for the others to lack there. */
const leastListed = 0.6;

/** Titles of two lines, of which the first may be a column: short, over one much longer, and not so in the contents. */
function findNameOverTitle({ items, contents = '' }: Reading): readonly Suspect[] {
  return items
    .filter(({ title }) => {
      const [name = '', rest = ''] = title.split('\n').map((line) => line.trim());
      return /^\p{Script=Han}{2,6}$/u.test(name) && rest.length >= name.length * timesName && !contents.includes(toLoose(title));
    })
    .map(({ title }) => ({ words: (title.split('\n')[0] ?? '').trim(), place: `《${plainTitle(title)}》标题的第一行` }));
}

/** Articles that the contents lack, though they have most, and others of the same column. */
function findUnlisted({ items, issue, contents = '' }: Reading): readonly Suspect[] {
  const isListed = ({ title, coverTitle }: Item): boolean => coverTitle !== undefined || contents.includes(toLoose(plainTitle(title)));
  if (items.filter(isListed).length < items.length * leastListed) return [];
  return (issue?.columns ?? [])
    .filter((column) => column.form === 'article' && column.items.some(isListed))
    .flatMap((column) => column.items.filter((item) => !isListed(item)))
    .map(({ title }) => ({ words: plainTitle(title), place: '' }));
}

function saysMore(words: string): boolean {
  return words.length > longestLabel || words.endsWith('。') || saying.test(words);
}

/** With sentences, labels or a day, as no list of receivers has them. */
function isNoList(words: string): boolean {
  return /[。！？]./u.test(words) || /[：:]/u.test(words) || findDate(words) !== undefined;
}

/** Too long for a name, or with marks, labels or a day that no name has. */
function isNoName(words: string): boolean {
  return words.length > longestName || /[。！？；：:]/u.test(words) || findDate(words) !== undefined;
}
