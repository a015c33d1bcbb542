import { findItem, updateItem } from '../document/edit-issue.js';
import { issueItems, plainTitle, type Issue, type Item } from '../document/issue.js';
import { retitle, withCoverTitle } from '../document/retitle.js';
import type { Block, BlockPlace } from './block.js';
import { composeIssue } from './compose-issue.js';
import { inspectPages, type LayoutFinding, type LayoutFindingKind } from './inspect-pages.js';
import { layoutIssue } from './layout-issue.js';
import type { PageStyle } from './page-style.js';

/** What the program itself can do about a finding without changing a word. */
export interface Remedy {
  /** On its button. */
  readonly label: string;
  readonly change: (issue: Issue) => Issue;
}

/** The remedy of a finding, checked to take it away; undefined where only the editor can help. */
export function remedyFor(finding: LayoutFinding, issue: Issue, style: PageStyle): Remedy | undefined {
  const remedy = makers[finding.kind]?.(finding, issue);
  return remedy !== undefined && helps(finding, remedy.change(issue), style) ? remedy : undefined;
}

type Maker = (finding: LayoutFinding, issue: Issue) => Remedy | undefined;

/** Hand-set breaks of a title taken out: the program breaks it by sense. */
const breakBySense: Maker = ({ place }, issue) => {
  const item = itemOf(issue, place.itemId);
  const hasBreaks = (place.part === 'title' ? item?.title : item?.coverTitle)?.includes('\n') ?? false;
  if (!item || !hasBreaks) return undefined;
  const join = (value: Item): Item => (place.part === 'title' ? retitle(value, plainTitle(value.title)) : joinCover(value));
  return { label: '按词意断行', change: (value) => updateItem(value, item.id, join) };
};

function joinCover(item: Item): Item {
  return item.coverTitle?.includes('\n') ? withCoverTitle(item, plainTitle(item.coverTitle)) : item;
}

const marks = '，。、；：！？“”‘’（）《》〈〉〔〕【】…—';
/** A blank beside a Chinese mark means nothing; one between characters may part phrases and stays. */
const strayBlank = new RegExp(
  `(?<=[${marks}])[ \\u3000]+(?=[\\p{Script=Han}${marks}])|(?<=\\p{Script=Han})[ \\u3000]+(?=[${marks}])`,
  'gu',
);

const closeBlanks: Maker = ({ place }, issue) => {
  const item = itemOf(issue, place.itemId);
  const paragraph = item?.paragraphs.find(({ id }) => id === place.paragraphId);
  if (!item || !paragraph || paragraph.text.search(strayBlank) < 0) return undefined;
  const close = (value: Item): Item => ({
    ...value,
    paragraphs: value.paragraphs.map((each) => (each.id === paragraph.id ? { ...each, text: each.text.replace(strayBlank, '') } : each)),
  });
  return { label: '删去标点旁的空格', change: (value) => updateItem(value, item.id, close) };
};

const joinCoverTitles: Maker = (_finding, issue) => {
  if (!issueItems(issue).some(({ item }) => item.coverTitle?.includes('\n'))) return undefined;
  return { label: '取消目录中自设的转行', change: (value) => mapItems(value, joinCover) };
};

/** Paragraphs without words take a line each. A brief's first one carries its title. */
const removeEmptyParagraphs: Maker = (_finding, issue) => {
  const count = issueItems(issue).reduce((sum, { item }) => sum + item.paragraphs.length - withoutEmpty(item).paragraphs.length, 0);
  return count === 0 ? undefined : { label: `删去${String(count)}个空段`, change: (value) => mapItems(value, withoutEmpty) };
};

function withoutEmpty(item: Item): Item {
  const kept = item.paragraphs.filter(
    ({ lead, text }, index) => `${lead ?? ''}${text}`.trim() !== '' || (item.type === 'brief' && index === 0),
  );
  return kept.length === 0 || kept.length === item.paragraphs.length ? item : { ...item, paragraphs: kept };
}

const makers: Partial<Record<LayoutFindingKind, Maker>> = {
  titleSplitsWord: breakBySense,
  loneCharacter: (finding, issue) => (finding.place.part === 'paragraph' ? closeBlanks : breakBySense)(finding, issue),
  overfullCover: joinCoverTitles,
  nearlyEmptyPage: removeEmptyParagraphs,
  tailAlone: removeEmptyParagraphs,
};

function itemOf(issue: Issue, itemId: string | undefined): Item | undefined {
  return itemId === undefined ? undefined : findItem(issue, itemId)?.item;
}

function mapItems(issue: Issue, change: (item: Item) => Item): Issue {
  return { ...issue, columns: issue.columns.map((column) => ({ ...column, items: column.items.map(change) })) };
}

function helps(finding: LayoutFinding, changed: Issue, style: PageStyle): boolean {
  const blocks = composeIssue(changed).filter((block) => concerns(finding, block));
  const left = inspectPages(layoutIssue(blocks, style), blocks).filter(({ kind }) => kind === finding.kind);
  return hasOnePlace(finding) ? !left.some(({ place }) => isSamePlace(place, finding.place)) : left.length === 0;
}

/** Findings that depend on their own block alone; others on the cover, or on all that comes before. */
function hasOnePlace({ kind }: LayoutFinding): boolean {
  return kind === 'titleSplitsWord' || kind === 'loneCharacter';
}

function concerns({ kind, place }: LayoutFinding, block: Block): boolean {
  if (kind === 'nearlyEmptyPage' || kind === 'tailAlone') return true;
  if (kind === 'overfullCover') return block.kind === 'masthead' || block.kind === 'instruction' || block.kind === 'contents';
  if (place.part === 'contents') return block.kind === 'contents';
  return isSamePlace(block.place, place);
}

function isSamePlace(left: BlockPlace, right: BlockPlace): boolean {
  return left.part === right.part && left.itemId === right.itemId && left.paragraphId === right.paragraphId;
}
