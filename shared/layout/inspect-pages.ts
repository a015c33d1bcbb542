import type { Block, Place } from './block.js';
import type { FaceName } from './page-style.js';
import type { Page, PageLine } from './page.js';
import { splitsWord } from './title-breaking.js';

/** What can be wrong with printed pages; every kind has its remedy. */
export type LayoutFindingKind =
  | 'loneCharacter' | 'titleSplitsWord' | 'titleOverPages' | 'headingAtFoot' | 'nearlyEmptyPage' | 'overfullCover' | 'tailAlone' | 'missingGlyph';

/** One entry of 版面体检: what, where, and a remedy that does not change the meaning. */
export interface LayoutFinding {
  readonly kind: LayoutFindingKind;
  readonly page: number;
  readonly place: Place;
  /** Chinese sentence for the editor. */
  readonly message: string;
  readonly remedy: string;
}

/** What inspection needs to know beyond the pages. */
export interface InspectionOptions {
  /** Whether a face can draw a character; absent: glyphs are not checked. */
  readonly canDraw?: (character: string, face: FaceName) => boolean;
}

type Rule = (pages: readonly Page[], blocks: readonly Block[], options: InspectionOptions) => readonly LayoutFinding[];

/** Body lines below which the last page counts as nearly empty. */
const leastLastLines = 3;

/** Everything 版面体检 finds in pages laid out from `blocks`, in page order. */
export function inspectPages(pages: readonly Page[], blocks: readonly Block[], options: InspectionOptions = {}): readonly LayoutFinding[] {
  return rules.flatMap((rule) => rule(pages, blocks, options)).sort((left, right) => left.page - right.page);
}

interface LineOnPage {
  readonly page: number;
  readonly line: PageLine;
}

function printedLines(pages: readonly Page[]): readonly LineOnPage[] {
  return pages.flatMap(({ number, lines }) => lines.filter((line) => !line.furniture).map((line) => ({ page: number, line })));
}

/** Lines of each block in print order; a block starts where its first line stands. */
function linesByBlock(pages: readonly Page[]): readonly (readonly LineOnPage[])[] {
  const blocks: LineOnPage[][] = [];
  for (const entry of printedLines(pages)) {
    const open = blocks.at(-1);
    if (open === undefined || entry.line.first) blocks.push([entry]);
    else open.push(entry);
  }
  return blocks;
}

/** 孤字: the last line of a paragraph holds one character, with or without its mark. */
const findLoneCharacters: Rule = (pages) => linesByBlock(pages).flatMap((lines) => {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2 || last.line.place.part !== 'paragraph') return [];
  const words = last.line.text.replace(/[\s\p{P}]/gu, '');
  if ([...words].length !== 1) return [];
  return [{
    kind: 'loneCharacter', page: last.page, place: last.line.place,
    message: `段末一行只有“${words}”一个字`, remedy: '本段减一两个字，或增几个字',
  }];
});

const findTitleBreaks: Rule = (pages, blocks) => linesByBlock(pages).flatMap((lines) => {
  const [opening] = lines;
  if (opening === undefined || opening.line.place.part !== 'title') return [];
  const title = blocks.find((block) => block.kind === 'title' && block.place.itemId === opening.line.place.itemId);
  const text = title?.kind === 'title' ? title.text : '';
  return [...splitWords(lines, text), ...titleOverPages(lines)];
});

/** Breaks of a title that fall inside a word, set by hand or not; those at a blank do not. */
function splitWords(lines: readonly LineOnPage[], title: string): readonly LayoutFinding[] {
  const plain = title.replaceAll('\n', '');
  return lines.slice(1).flatMap(({ page, line }) => {
    const offset = title.slice(0, line.startOffset).replaceAll('\n', '').length;
    if (title[line.startOffset - 1] === ' ' || !splitsWord(plain, offset)) return [];
    const around = `${plain.slice(Math.max(0, offset - 2), offset)}／${plain.slice(offset, offset + 2)}`;
    return [{ kind: 'titleSplitsWord' as const, page, place: line.place, message: `标题转行拆开了词语：${around}`, remedy: '在标题中自行设定转行' }];
  });
}

function titleOverPages(lines: readonly LineOnPage[]): readonly LayoutFinding[] {
  const first = lines[0], last = lines.at(-1);
  if (first === undefined || last === undefined || first.page === last.page) return [];
  return [{
    kind: 'titleOverPages', page: first.page, place: first.line.place,
    message: `标题跨第${String(first.page)}、${String(last.page)}页`, remedy: '设置标题各行同页，或调整前文一行',
  }];
}

/** A heading as the last line of running text on a page. */
const findHeadingsAtFoot: Rule = (pages) => pages.slice(0, -1).flatMap(({ number, lines }) => {
  const last = lines.filter((line) => !line.furniture && !isTail(line)).at(-1);
  const isHeading = last !== undefined && (last.tag === 'h1' || last.tag === 'h2' || last.tag === 'h3' || last.place.part === 'subtitle');
  if (!isHeading || last.place.part === 'title') return [];
  return [{ kind: 'headingAtFoot', page: number, place: last.place, message: '页末一行是标题，正文在下页', remedy: '调整前文一行，使标题与正文同页' }];
});

const findEmptyLastPage: Rule = (pages) => {
  const last = pages.at(-1);
  const flowing = last?.lines.filter((line) => !line.furniture && !isTail(line)) ?? [];
  const [first] = flowing;
  if (last === undefined || first === undefined || pages.length < 2 || flowing.length >= leastLastLines) return [];
  return [{
    kind: 'nearlyEmptyPage', page: last.number, place: first.place,
    message: `末页正文只有${String(flowing.length)}行`, remedy: `前文减${String(flowing.length)}行，可省去一页`,
  }];
};

const findTailAlone: Rule = (pages) => {
  const last = pages.at(-1);
  const printed = last?.lines.filter((line) => !line.furniture) ?? [];
  const [first] = printed;
  if (last === undefined || first === undefined || pages.length < 2 || !printed.every(isTail)) return [];
  return [{ kind: 'tailAlone', page: last.number, place: first.place, message: '版记单独占一页', remedy: '前文减几行，使版记与正文同页' }];
};

const coverParts: readonly Place['part'][] = ['masthead', 'instruction', 'contents'];

const findOverfullCover: Rule = (pages) => {
  const beyond = printedLines(pages.slice(1)).filter(({ line }) => coverParts.includes(line.place.part));
  const [first] = beyond;
  if (first === undefined) return [];
  return [{
    kind: 'overfullCover', page: 1, place: first.line.place,
    message: `首页排不下目录，有${String(beyond.length)}行转到下页`, remedy: '改小领导批示框或目录行距，或缩短目录标题',
  }];
};

/** Characters no font of their face can draw, each once a page. */
const findMissingGlyphs: Rule = (pages, _blocks, { canDraw }) => {
  if (canDraw === undefined) return [];
  const seen = new Set<string>();
  return pages.flatMap(({ number, lines }) => lines.flatMap((line) => line.runs.flatMap(({ text, face }) =>
    [...text].flatMap((character): readonly LayoutFinding[] => {
      const key = `${String(number)} ${face} ${character}`;
      if (seen.has(key) || /\s/u.test(character) || canDraw(character, face)) return [];
      seen.add(key);
      return [{ kind: 'missingGlyph', page: number, place: line.place, message: `字体中没有“${character}”字`, remedy: '安装含此字的字体，或核对是否错字' }];
    }))));
};

function isTail({ place }: PageLine): boolean {
  return place.part === 'distribution' || place.part === 'imprint';
}

const rules: readonly Rule[] = [
  findOverfullCover, findTitleBreaks, findHeadingsAtFoot, findLoneCharacters, findEmptyLastPage, findTailAlone, findMissingGlyphs,
];
