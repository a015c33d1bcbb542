import type { Block, BlockTable } from './block.js';
import { setContents, setInstruction, setMasthead } from './cover.js';
import { pageNumberLine } from './page-number.js';
import type { Page, PageLine, PageRule } from './page.js';
import type { PageStyle } from './page-style.js';
import { paginate, type PagePlan, type PlacedBlock } from './paginate.js';
import { setColumnHeading, setEditorNote, setParagraph, setSource, setSubtitle, setTitle } from './set-body.js';
import { textArea, type SetBlock, type TextArea } from './set-block.js';
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
  let known: ReadonlyMap<string, SetBlock> = new Map();
  let previous: readonly DrawnPage[] = [];
  return {
    layout: (blocks) => {
      const current = new Map<string, SetBlock>();
      const placed = blocks.map((block): PlacedBlock => ({ set: recall(block, style, known, current), place: block.place }));
      known = current;
      const plans = paginate(placed, { heightPt: area.heightPt, tailOnEvenPage: style.tail.onEvenPage });
      previous = plans.map((plan, index) => drawPage(plan, placed, index + 1, style, area, previous[index]));
      return previous.map(({ page }) => page);
    },
  };
}

function recall(block: Block, style: PageStyle, known: ReadonlyMap<string, SetBlock>, current: Map<string, SetBlock>): SetBlock {
  const key = contentKey(block);
  const set = current.get(key) ?? known.get(key) ?? setBlock(block, style);
  current.set(key, set);
  return set;
}

/** What a block's lines depend on. Contents carry the places of their entries, so those are in the key. */
function contentKey(block: Block): string {
  switch (block.kind) {
    case 'paragraph': return `paragraph${String(block.level ?? 0)}\n${String(block.lead.length)}\n${block.lead}${block.text}`;
    case 'brief': return `brief\n${String(block.lead.length)}\n${block.lead}${block.text}`;
    case 'masthead': case 'instruction': case 'contents': case 'tail': return JSON.stringify({ ...block, place: undefined });
    case 'editorNote': return `editorNote\n${block.lead}\n${block.text}`;
    default: return `${block.kind}\n${block.text}`;
  }
}

function setBlock(block: Block, style: PageStyle): SetBlock {
  const table: BlockTable<SetBlock> = {
    masthead: (masthead) => setMasthead(masthead, style),
    instruction: (instruction) => setInstruction(instruction, style),
    contents: (contents) => setContents(contents, style),
    columnHeading: (heading) => setColumnHeading(heading, style),
    title: (title) => setTitle(title, style),
    subtitle: (subtitle) => setSubtitle(subtitle, style),
    editorNote: (note) => setEditorNote(note, style),
    paragraph: (paragraph) => setParagraph(paragraph, style),
    brief: (brief) => setParagraph(brief, style),
    source: (source) => setSource(source, style),
    tail: (tail) => setTail(tail, style),
  };
  const set = table[block.kind] as (block: Block) => SetBlock;
  return set(block);
}

/** A page with the rows it was drawn from, to know it again. */
interface DrawnPage {
  readonly page: Page;
  readonly parts: readonly DrawnRow[];
}

interface DrawnRow {
  readonly placed: PlacedBlock;
  readonly row: number;
  readonly topPt: number;
}

function drawPage(
  plan: PagePlan, blocks: readonly PlacedBlock[], number: number, style: PageStyle, area: TextArea, before: DrawnPage | undefined,
): DrawnPage {
  const parts = plan.flatMap(({ block, row, topPt }): readonly DrawnRow[] => {
    const placed = blocks[block];
    return placed ? [{ placed, row, topPt }] : [];
  });
  if (before !== undefined && isSamePage(before.parts, parts)) return { page: before.page, parts };
  const numberLine = pageNumberLine(number, style);
  const lines = [...parts.flatMap((part) => drawLines(part, area)), ...(numberLine ? [numberLine] : [])];
  return { page: { number, lines, rules: parts.flatMap((part) => drawRules(part, area)) }, parts };
}

function isSamePage(before: readonly DrawnRow[], after: readonly DrawnRow[]): boolean {
  return before.length === after.length && before.every((part, index) => {
    const other = after[index];
    return other !== undefined && part.placed.set === other.placed.set && part.row === other.row && part.topPt === other.topPt
      && isSamePlace(part.placed.place, other.placed.place);
  });
}

function isSamePlace(left: PlacedBlock['place'], right: PlacedBlock['place']): boolean {
  return left.part === right.part && left.columnId === right.columnId && left.itemId === right.itemId
    && left.paragraphId === right.paragraphId;
}

function drawLines({ placed, row, topPt }: DrawnRow, area: TextArea): readonly PageLine[] {
  return (placed.set.rows[row]?.lines ?? []).map(({ dyPt, place, ...line }) =>
    ({ ...line, kind: 'line', topPt: area.topPt + topPt + dyPt, place: place ?? placed.place }));
}

function drawRules({ placed, row, topPt }: DrawnRow, area: TextArea): readonly PageRule[] {
  return (placed.set.rows[row]?.rules ?? []).map(({ dyPt, ...rule }) => ({ ...rule, kind: 'rule', topPt: area.topPt + topPt + dyPt }));
}
