import { byOwnForm, isParagraphBlock, type Block } from './block.js';
import { setContents, type PageOfItem } from './contents.js';
import { setInstruction, setMasthead } from './cover.js';
import { fitCover } from './fit-cover.js';
import { isNumberedPage, pageNumberLine } from './page-number.js';
import type { Page, PageLine, PageRule, PageRun } from './page.js';
import type { PageStyle } from './page-style.js';
import { paginate, plannedRow, type PagePlan, type PlacedBlock } from './paginate.js';
import { fitOf, footnotesOf, formOf, leadOf, marksOf } from './paragraph-forms.js';
import { setParagraphBlock } from './set-body.js';
import { textArea, type SetBlock, type TextArea } from './set-block.js';
import { footnoteNumber, footnoteRule, notesInRow } from './set-footnotes.js';
import { setPicture } from './set-picture.js';
import { setTable } from './set-table.js';
import { setTail } from './tail.js';

/** An issue's blocks as printed pages with absolute positions: the one layout behind screen, PDF and page counts. */
export function layoutIssue(blocks: readonly Block[], style: PageStyle): readonly Page[] {
  return createLayouter(style).layout(blocks);
}

/** Lays an issue out again and again, keeping what has not changed; pages that stay alike stay the same object. */
export interface Layouter {
  layout(blocks: readonly Block[]): readonly Page[];
}

/** A layouter for one style. Blocks are recognised by their words, so callers may compose new ones on every edit. */
export function createLayouter(style: PageStyle): Layouter {
  const area = textArea(style);
  const fitted = coverFitter(style);
  // Both hold what the last layout used and no more: a day of typing passes through thousands of wordings, and undo keeps
  // many of their blocks alive.
  let known: ReadonlyMap<string, SetBlock> = new Map();
  /** Blocks that come again as the same objects are known without a look at their words. */
  let seen: ReadonlyMap<Block, SeenBlock> = new Map();
  let previous: readonly DrawnPage[] = [];
  return {
    layout: (blocks) => {
      const current = new Map<string, SetBlock>();
      const met = new Map<Block, SeenBlock>();
      const contents = fitted(blocks);
      const place = (block: Block, pages: PageOfItem): PlacedBlock => {
        const before = seen.get(block);
        if (before) {
          current.set(before.key, before.placed.set);
          met.set(block, before);
          return before.placed;
        }
        const blockStyle = block.kind === 'contents' ? contents : style;
        const key = contentKey(block, blockStyle, pages);
        const set = current.get(key) ?? known.get(key) ?? setBlock(block, blockStyle, pages);
        current.set(key, set);
        const placed = { set, place: block.place };
        if (block.kind !== 'contents') met.set(block, { key, placed });
        return placed;
      };
      const unnumbered = blocks.map((block) => place(block, noPages));
      const plans = paginate(unnumbered, {
        heightPt: area.heightPt,
        tailOnEvenPage: style.tail.onEvenPage,
        twoLinesUnderTitle: style.twoLinesUnderTitle,
      });
      const pages = style.contents.pageNumbers ? pagesOfItems(plans, blocks) : noPages;
      const placed = blocks.map((block, index) =>
        block.kind === 'contents' ? place(block, pages) : (unnumbered[index] ?? place(block, pages)),
      );
      known = current;
      seen = met;
      const numbers = footnoteNumbers(plans, placed);
      previous = plans.map((_, index) => drawPage(plans, index, { blocks: placed, numbers }, style, area, previous[index]));
      return previous.map(({ page }) => page);
    },
  };
}

interface SeenBlock {
  readonly key: string;
  readonly placed: PlacedBlock;
}

/** `fitCover` for one issue after another, done anew only when the cover changed. */
function coverFitter(style: PageStyle): (blocks: readonly Block[]) => PageStyle {
  let knownKey: string | undefined;
  let fitted = style;
  return (blocks) => {
    const cover = blocks.filter(({ kind }) => kind === 'masthead' || kind === 'instruction' || kind === 'contents');
    const key = JSON.stringify(cover);
    if (key !== knownKey) fitted = fitCover(cover, style);
    knownKey = key;
    return fitted;
  };
}

const noPages: PageOfItem = new Map();

/** The page each article or brief opens on. */
function pagesOfItems(plans: readonly PagePlan[], blocks: readonly Block[]): PageOfItem {
  const pages = new Map<string, number>();
  plans.forEach((plan, index) => {
    for (const { block } of plan) {
      const itemId = blocks[block]?.place.itemId;
      if (itemId !== undefined && !pages.has(itemId)) pages.set(itemId, index + 1);
    }
  });
  return pages;
}

/** The number of each footnote of a block, in their order. */
type NumbersOfBlock = ReadonlyMap<number, readonly string[]>;

/** Footnotes are numbered anew on every page, by where their number stands. */
function footnoteNumbers(plans: readonly PagePlan[], blocks: readonly PlacedBlock[]): NumbersOfBlock {
  const numbers = new Map<number, string[]>();
  for (const plan of plans) {
    let count = 0;
    for (const { block, row, note } of plan) {
      const set = blocks[block]?.set;
      const own = note === undefined && set?.footnotes ? set.rows[row] : undefined;
      for (const _ of own ? notesInRow(own) : []) numbers.set(block, [...(numbers.get(block) ?? []), footnoteNumber((count += 1))]);
    }
  }
  return numbers;
}

/** What a block's lines depend on. Contents carry the places of their entries, so those are in the key. */
function contentKey(block: Block, style: PageStyle, pages: PageOfItem): string {
  if (isParagraphBlock(block)) {
    const lead = leadOf(block);
    return `${block.kind}\n${formOf(block).role(block)}\n${fitOf(block) ?? ''}\n${String(lead.length)}\n${JSON.stringify([marksOf(block), footnotesOf(block)])}\n${lead}${block.text}`;
  }
  if (block.kind === 'contents') return JSON.stringify([block.groups, style.text.contentsEntry, ...pages]);
  return JSON.stringify({ ...block, place: undefined });
}

function setBlock(block: Block, style: PageStyle, pages: PageOfItem): SetBlock {
  if (isParagraphBlock(block)) return setParagraphBlock(block, style);
  return byOwnForm(
    {
      masthead: (masthead) => setMasthead(masthead, style),
      instruction: (instruction) => setInstruction(instruction, style),
      contents: (contents) => setContents(contents, style, pages),
      table: (table) => setTable(table, style),
      picture: (picture) => setPicture(picture, style),
      tail: (tail) => setTail(tail, style),
    },
    block,
  );
}

/** A page with the rows it was drawn from, to know it again. */
interface DrawnPage {
  readonly page: Page;
  readonly parts: readonly DrawnRow[];
  readonly isNumbered: boolean;
}

interface DrawnRow {
  readonly placed: PlacedBlock;
  readonly row: number;
  readonly topPt: number;
  /** It was printed on a page before. */
  readonly repeated: boolean;
  /** First row of an article or brief. */
  readonly opensItem: boolean;
  /** It is of this footnote. */
  readonly note: number | undefined;
  /** Of the footnotes of its block. */
  readonly numbers: readonly string[];
}

const noNumbers: readonly string[] = [];

interface Drawn {
  readonly blocks: readonly PlacedBlock[];
  readonly numbers: NumbersOfBlock;
}

function drawPage(
  plans: readonly PagePlan[],
  index: number,
  { blocks, numbers }: Drawn,
  style: PageStyle,
  area: TextArea,
  before: DrawnPage | undefined,
): DrawnPage {
  const parts = (plans[index] ?? []).flatMap(({ block, row, topPt, repeated, note }): readonly DrawnRow[] => {
    const placed = blocks[block];
    if (placed === undefined) return [];
    const { itemId } = placed.place;
    return [
      {
        placed,
        row,
        topPt,
        repeated: repeated === true,
        opensItem: row === 0 && note === undefined && itemId !== undefined && blocks[block - 1]?.place.itemId !== itemId,
        note,
        numbers: numbers.get(block) ?? noNumbers,
      },
    ];
  });
  const isNumbered = isNumberedPage(plans, index);
  if (before?.isNumbered === isNumbered && haveSameRows(before.parts, parts)) return { page: before.page, parts, isNumbered };
  const number = index + 1;
  const numberLine = isNumbered ? pageNumberLine(number, style) : undefined;
  const lines = [...parts.flatMap((part) => drawLines(part, area)), ...(numberLine ? [numberLine] : [])];
  const firstNote = parts.find(({ note }) => note !== undefined);
  const rules = [
    ...parts.flatMap((part, at) => drawRules(part, { before: parts[at - 1], after: parts[at + 1] }, area)),
    ...(firstNote ? [footnoteRule(firstNote.topPt, area, style)] : []),
  ];
  return { page: { number, lines, rules }, parts, isNumbered };
}

/** Numbers of footnotes follow from the rows: those a page carries on stand in the first row of the page before. */
function haveSameRows(before: readonly DrawnRow[], after: readonly DrawnRow[]): boolean {
  return (
    before.length === after.length &&
    before.every((part, index) => {
      const other = after[index];
      return (
        other !== undefined &&
        part.row === other.row &&
        part.topPt === other.topPt &&
        part.repeated === other.repeated &&
        part.opensItem === other.opensItem &&
        part.note === other.note &&
        (part.placed === other.placed || (part.placed.set === other.placed.set && isSamePlace(part.placed.place, other.placed.place)))
      );
    })
  );
}

function isSamePlace(left: PlacedBlock['place'], right: PlacedBlock['place']): boolean {
  return (
    left.part === right.part && left.columnId === right.columnId && left.itemId === right.itemId && left.paragraphId === right.paragraphId
  );
}

function drawLines({ placed, row, topPt, repeated, opensItem, note, numbers }: DrawnRow, area: TextArea): readonly PageLine[] {
  const { itemId } = placed.place;
  const own = note === undefined ? placed.place : { ...placed.place, part: 'footnote' as const };
  return (plannedRow(placed.set, { row, ...(note === undefined ? {} : { note }) })?.lines ?? []).map(({ dyPt, place, ...line }) => ({
    ...line,
    ...(numbers.length > 0 ? { runs: numberedRuns(line.runs, numbers) } : {}),
    kind: 'line',
    topPt: area.topPt + topPt + dyPt,
    place: place ?? own,
    ...(repeated ? { furniture: true, first: false } : {}),
    ...(opensItem && itemId !== undefined ? { opensItem: itemId } : {}),
  }));
}

function numberedRuns(runs: readonly PageRun[], numbers: readonly string[]): readonly PageRun[] {
  return runs.map((run) => (run.number ? { ...run, text: numbers[run.number.note] ?? run.text } : run));
}

interface Neighbours {
  readonly before: DrawnRow | undefined;
  readonly after: DrawnRow | undefined;
}

function drawRules({ placed, row, topPt, note }: DrawnRow, { before, after }: Neighbours, area: TextArea): readonly PageRule[] {
  if (note !== undefined) return [];
  const { rules = [], startRules = [], endRules = [] } = placed.set.rows[row] ?? {};
  const goesOn = before?.placed === placed && before.row === row - 1;
  const own = [...rules, ...(goesOn ? [] : startRules), ...(after?.placed === placed ? [] : endRules)];
  return own.map(({ dyPt, ...rule }) => ({ ...rule, kind: 'rule', topPt: area.topPt + topPt + dyPt }));
}
