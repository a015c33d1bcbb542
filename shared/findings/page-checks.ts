/** Checks of the printed pages. */
import type { IssuePlace, PartPlace } from '../document/text-place.js';
import type { Block, BlockPlace } from '../layout/block.js';
import { faceLabels } from '../layout/faces.js';
import { missingCharacters, type MissingCharacter } from '../layout/font-coverage.js';
import { lineNumber, type Page, type PageLine } from '../layout/page.js';
import { nthOfLine, textPlaceAt } from '../layout/printed-place.js';
import { splitsWord } from '../layout/title-breaking.js';
import type { Found, Rule, Subject } from './finding.js';

type Check = Rule['check'];

/** Body lines below which the last page counts as nearly empty. */
const leastLastLines = 3;

interface LineOnPage {
  readonly page: Page;
  readonly line: PageLine;
}

type Words = Pick<Found, 'quote' | 'message' | 'remedy'> & { readonly offset?: number };

function found(subject: Subject, { page, line }: LineOnPage, { offset = line.startOffset, ...words }: Words): Found {
  return { ...words, place: placeOf(subject, line, offset), printed: { page: page.number, line: lineNumber(page, line) } };
}

/** The address of a printed character; lines of no article, and of one that is gone, have their part's. */
function placeOf({ issue, pages }: Subject, line: PageLine, offset: number): IssuePlace {
  const { part, columnId, itemId } = line.place;
  const place = part === 'contents' ? undefined : textPlaceAt(issue, line.place, nthOfLine(pages, line), offset);
  if (place !== undefined) return place;
  return {
    part: isOfArticle(part) ? 'contents' : part,
    ...(columnId === undefined ? {} : { columnId }),
    ...(itemId === undefined ? {} : { itemId }),
    ...(part === 'contents' ? { offset } : {}),
  };
}

function isOfArticle(part: BlockPlace['part']): part is Exclude<BlockPlace['part'], PartPlace['part']> {
  return (['title', 'subtitle', 'editorNote', 'paragraph', 'footnote', 'source'] as const).some((each) => each === part);
}

function printedLines(pages: readonly Page[]): readonly LineOnPage[] {
  return pages.flatMap((page) => page.lines.filter((line) => !line.furniture).map((line) => ({ page, line })));
}

/** Lines of each block in print order, footnotes last; a block starts where its first line stands. */
function linesByBlock(pages: readonly Page[]): readonly (readonly LineOnPage[])[] {
  const lines = printedLines(pages);
  const blocks: LineOnPage[][] = [];
  for (const entry of [...lines.filter(({ line }) => line.tag !== 'note'), ...lines.filter(({ line }) => line.tag === 'note')]) {
    const open = blocks.at(-1);
    if (open === undefined || entry.line.first) blocks.push([entry]);
    else open.push(entry);
  }
  return blocks;
}

/** Characters that are no marks and no blanks. */
function wordCharacters(text: string): readonly string[] {
  return [...text.replace(/[\s\p{P}]/gu, '')];
}

const loneCharacterRemedies: Partial<Record<BlockPlace['part'], string>> = {
  paragraph: '本段减一两个字，或增几个字，使末行不止一两个字',
  editorNote: '本段减一两个字，或增几个字，使末行不止一两个字',
  title: '调整标题中自行设定的转行',
  contents: '调整目录中自行设定的转行',
};

/** How few characters look like a slip on a last line, in words. */
const fewCharacters: Readonly<Record<number, string>> = { 1: '一个', 2: '两个' };

/** 孤字: the last line of a paragraph or title holds a character or two, with or without their mark. */
export const findLoneCharacters: Check = (subject) =>
  linesByBlock(subject.pages).flatMap((lines) => {
    const last = lines.at(-1);
    const remedy = last && loneCharacterRemedies[last.line.place.part];
    if (last === undefined || lines.length < 2 || remedy === undefined || last.line.cell) return [];
    const characters = wordCharacters(last.line.text);
    const count = fewCharacters[characters.length];
    if (count === undefined || /[0-9A-Za-z]/u.test(last.line.text)) return [];
    const quote = lines
      .slice(-2)
      .map(({ line }) => line.text)
      .join('')
      .slice(-12);
    const whose = last.line.place.part === 'title' || last.line.place.part === 'contents' ? '标题末行' : '段末一行';
    return [found(subject, last, { quote: `…${quote}`, message: `${whose}只有“${characters.join('')}”${count}字`, remedy })];
  });

/** 标题断词: a title of the body or of the contents breaks inside a word. */
export const findSplitTitleWords: Check = (subject) =>
  printedTitles(subject).flatMap(({ lines, text }) => splitWords(subject, lines, text));

/** 标题跨页: lines of one title of the body stand on two pages. */
export const findTitlesOverPages: Check = (subject) =>
  printedTitles(subject).flatMap(({ lines }) => (lines[0]?.line.place.part === 'title' ? titleOverPages(subject, lines) : []));

/** Titles of the body and of the contents, each with the text it was broken from. */
function printedTitles({ pages, blocks }: Subject): readonly { readonly lines: readonly LineOnPage[]; readonly text: string }[] {
  const titles = titleTexts(blocks);
  return linesByBlock(pages).flatMap((lines) => {
    const text = lines[0] && titles.get(titleKey(lines[0].line.place));
    return text === undefined ? [] : [{ lines, text }];
  });
}

function titleKey({ part, itemId = '' }: BlockPlace): string {
  return `${part} ${itemId}`;
}

function titleTexts(blocks: readonly Block[]): ReadonlyMap<string, string> {
  return new Map(
    blocks.flatMap((block): readonly (readonly [string, string])[] => {
      if (block.kind === 'title') return [[titleKey(block.place), block.text]];
      if (block.kind !== 'contents') return [];
      return block.groups.flatMap(({ entries }) =>
        entries.map(({ title, itemId }) => [titleKey({ part: 'contents', itemId }), title] as const),
      );
    }),
  );
}

/** Breaks of a title that fall inside a word, set by hand or not; those at a blank do not. */
function splitWords(subject: Subject, lines: readonly LineOnPage[], title: string): readonly Found[] {
  const plain = title.replaceAll('\n', '');
  return lines.slice(1).flatMap((entry) => {
    const { startOffset, place } = entry.line;
    const offset = title.slice(0, startOffset).replaceAll('\n', '').length;
    if (title[startOffset - 1] === ' ' || !splitsWord(plain, offset)) return [];
    const around = `${plain.slice(Math.max(0, offset - 2), offset)}／${plain.slice(offset, offset + 2)}`;
    const whose = place.part === 'contents' ? '目录中标题' : '标题';
    return [
      found(subject, entry, {
        quote: plain,
        message: `${whose}转行拆开了词语：${around}`,
        remedy: `在${place.part === 'contents' ? '目录' : '标题'}中按词意自行设定转行`,
      }),
    ];
  });
}

function titleOverPages(subject: Subject, lines: readonly LineOnPage[]): readonly Found[] {
  const first = lines[0],
    last = lines.at(-1);
  if (first === undefined || last === undefined || first.page === last.page) return [];
  return [
    found(subject, first, {
      quote: lines.map(({ line }) => line.text).join(''),
      message: `标题跨第${String(first.page.number)}、${String(last.page.number)}页`,
      remedy: '前文增减一行，使标题各行同页',
    }),
  ];
}

/** A heading as the last line of running text on a page; a title that goes on overleaf is another matter. */
export const findHeadingsAtFoot: Check = (subject) =>
  subject.pages.slice(0, -1).flatMap((page, index) => {
    const line = flowingLines(page).at(-1);
    const isHeading = line !== undefined && (line.tag === 'h1' || line.tag === 'h2' || line.tag === 'h3' || line.place.part === 'subtitle');
    const [next] = flowingLines(subject.pages[index + 1]);
    const goesOn = line?.place.part === 'title' && next?.place.part === 'title' && next.place.itemId === line.place.itemId;
    if (!isHeading || goesOn) return [];
    return [
      found(subject, { page, line }, { quote: line.text, message: '页末一行是标题，正文在下页', remedy: '前文增减一行，使标题与正文同页' }),
    ];
  });

/** Lines of a page but page numbers and 版记. */
function flowingLines(page: Page | undefined): readonly PageLine[] {
  return page?.lines.filter((line) => !line.furniture && !isTail(line)) ?? [];
}

/** How many lines too many the last page but one holds for the 版记 to stand at its foot; none too many where only the style moved it on. */
function linesInTheWay(pages: readonly Page[]): number {
  const tailTopPt = Math.min(
    ...(pages
      .at(-1)
      ?.lines.filter(isTail)
      .map(({ topPt }) => topPt) ?? []),
  );
  const text = flowingLines(pages.slice(0, -1).findLast((page) => flowingLines(page).length > 0));
  const last = text.at(-1);
  if (last === undefined || tailTopPt === Infinity) return 0;
  return Math.max(0, Math.ceil((last.topPt + last.heightPt - tailTopPt) / last.heightPt - 0.05));
}

export const findEmptyLastPage: Check = (subject) => {
  const { pages } = subject;
  const page = pages.at(-1);
  const flowing = flowingLines(page);
  const [line] = flowing;
  if (page === undefined || line === undefined || pages.length < 2 || flowing.length >= leastLastLines) return [];
  const excess = String(flowing.length + linesInTheWay(pages));
  return [
    found(
      subject,
      { page, line },
      {
        quote: line.text.slice(0, 16),
        message: `末页正文只有${String(flowing.length)}行`,
        remedy: `前文减${excess}行，可省去一页${shortEndings(pages)}`,
      },
    ),
  ];
};

export const findTailAlone: Check = (subject) => {
  const { pages } = subject;
  const page = pages.at(-1);
  const printed = page?.lines.filter((line) => !line.furniture) ?? [];
  const [line] = printed;
  const excess = linesInTheWay(pages);
  if (page === undefined || line === undefined || pages.length < 2 || excess === 0 || !printed.every(isTail)) return [];
  return [
    found(
      subject,
      { page, line },
      { quote: '', message: '版记单独占一页', remedy: `前文减${String(excess)}行，使版记与正文同页${shortEndings(pages)}` },
    ),
  ];
};

/** How many paragraphs are named as the easiest to shorten, and the longest last line worth naming. */
const mostEndings = 3,
  longestEnding = 6;

/** The paragraphs that lose a line most easily: those whose last line has the fewest characters. */
function shortEndings(pages: readonly Page[]): string {
  const endings = linesByBlock(pages).flatMap((lines) => {
    const last = lines.at(-1);
    if (last === undefined || lines.length < 2 || last.line.place.part !== 'paragraph' || last.line.cell) return [];
    return [{ last, count: [...last.line.text].length }];
  });
  const shortest = endings
    .filter(({ count }) => count <= longestEnding)
    .sort((left, right) => left.count - right.count)
    .slice(0, mostEndings);
  if (shortest.length === 0) return '';
  const words = shortest.map(
    ({ last, count }) => `第${String(last.page.number)}页第${String(lineNumber(last.page, last.line))}行（${String(count)}字）`,
  );
  return `；末行最短的段：${words.join('、')}`;
}

const coverParts: readonly BlockPlace['part'][] = ['masthead', 'instruction', 'contents'];

export const findOverfullCover: Check = (subject) => {
  const { pages } = subject;
  const beyond = printedLines(pages.slice(1)).filter(({ line }) => coverParts.includes(line.place.part));
  const [first] = beyond;
  if (first === undefined) return [];
  return [
    found(subject, first, {
      quote: first.line.text,
      message: `首页排不下目录，有${String(beyond.length)}行转到下页`,
      remedy: '减少目录标题的行数，或改小领导批示框、目录行距',
    }),
  ];
};

/** Characters that no bundled font draws, once for each face. */
export const findUndrawnCharacters: Check = (subject) =>
  missingCharacters(subject.pages)
    .filter(({ lentBy }) => lentBy === undefined)
    .flatMap((missing) =>
      missingGlyph(subject, missing, {
        message: `“${missing.character}”没有字体能显示，印出来会是空框${timesOf(missing)}`,
        remedy: '核对是否错字，或在本机安装含此字的字体',
      }),
    );

/** Characters that another bundled font lends, once for each face. */
export const findLentCharacters: Check = (subject) =>
  missingCharacters(subject.pages).flatMap((missing) => {
    const { character, face, lentBy } = missing;
    if (lentBy === undefined) return [];
    return missingGlyph(subject, missing, {
      message: `自带的${faceLabels[face]}没有“${character}”字，以${faceLabels[lentBy]}代替${timesOf(missing)}`,
      remedy: `不必改字；要用${faceLabels[face]}，可在本机安装含此字的${faceLabels[face]}`,
    });
  });

function timesOf({ count }: MissingCharacter): string {
  return count > 1 ? `，共${String(count)}处` : '';
}

function missingGlyph(
  subject: Subject,
  { character, page: pageNumber, line }: MissingCharacter,
  words: Pick<Found, 'message' | 'remedy'>,
): readonly Found[] {
  const page = subject.pages.find(({ number }) => number === pageNumber);
  if (page === undefined) return [];
  const at = Math.max(0, line.text.indexOf(character));
  const quote = line.text.slice(Math.max(0, at - 5), at + character.length + 5);
  return [found(subject, { page, line }, { ...words, offset: line.startOffset + at, quote })];
}

function isTail({ place }: PageLine): boolean {
  return place.part === 'distribution' || place.part === 'imprint';
}
