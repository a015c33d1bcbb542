/** What the program itself can do about what rules find, without changing a word. */
import { findItem, updateItem } from '../document/edit-issue.js';
import { issueItems, plainTitle, type Issue, type Item } from '../document/issue.js';
import { retitle, withCoverTitle } from '../document/retitle.js';
import { withEditedText } from '../document/issue-texts.js';
import type { TextEdit } from '../document/text-edits.js';
import { isTextPlace, type IssuePlace } from '../document/text-place.js';
import type { Found, Mend } from './finding.js';

type Maker = (found: Found, issue: Issue) => Mend | undefined;

/** Hand-set breaks of a title taken out: the program breaks it by sense. */
export const breakBySense: Maker = ({ place }, issue) => {
  const item = itemOf(issue, place.itemId);
  const hasBreaks = (isBodyTitle(place) ? item?.title : item?.coverTitle)?.includes('\n') ?? false;
  if (!item || !hasBreaks) return undefined;
  const join = (value: Item): Item => (isBodyTitle(place) ? retitle(value, plainTitle(value.title)) : joinCover(value));
  return { label: '按词意断行', change: (value) => updateItem(value, item.id, join) };
};

function isBodyTitle(place: IssuePlace): boolean {
  return isTextPlace(place) && place.field === 'title';
}

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
  const paragraph = item?.paragraphs.find(({ id }) => isTextPlace(place) && id === place.paragraphId);
  if (!item || !paragraph || paragraph.text.search(strayBlank) < 0) return undefined;
  const close = (value: Item): Item => ({
    ...value,
    paragraphs: value.paragraphs.map((each) => (each.id === paragraph.id ? withEditedText(each, blanksOf(each.text)) : each)),
  });
  return { label: '删去标点旁的空格', change: (value) => updateItem(value, item.id, close) };
};

function blanksOf(text: string): readonly TextEdit[] {
  return [...text.matchAll(strayBlank)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, text: '' }));
}

export const joinCoverTitles: Maker = (_found, issue) => {
  if (!issueItems(issue).some(({ item }) => item.coverTitle?.includes('\n'))) return undefined;
  return { label: '取消目录中自设的转行', change: (value) => mapItems(value, joinCover) };
};

/** Paragraphs without words take a line each. A brief's first one carries its title. */
export const removeEmptyParagraphs: Maker = (_found, issue) => {
  const count = issueItems(issue).reduce((sum, { item }) => sum + item.paragraphs.length - withoutEmpty(item).paragraphs.length, 0);
  return count === 0 ? undefined : { label: `删去${String(count)}个空段`, change: (value) => mapItems(value, withoutEmpty) };
};

function withoutEmpty(item: Item): Item {
  const kept = item.paragraphs.filter(
    ({ lead, text }, index) => `${lead ?? ''}${text}`.trim() !== '' || (item.type === 'brief' && index === 0),
  );
  return kept.length === 0 || kept.length === item.paragraphs.length ? item : { ...item, paragraphs: kept };
}

/** A lone character: in a paragraph by closing blanks, in a title by its breaks. */
export const pullUp: Maker = (found, issue) =>
  (isTextPlace(found.place) && found.place.field === 'text' ? closeBlanks : breakBySense)(found, issue);

function itemOf(issue: Issue, itemId: string | undefined): Item | undefined {
  return itemId === undefined ? undefined : findItem(issue, itemId)?.item;
}

function mapItems(issue: Issue, change: (item: Item) => Item): Issue {
  return { ...issue, columns: issue.columns.map((column) => ({ ...column, items: column.items.map(change) })) };
}
