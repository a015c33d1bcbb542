/** What the program itself can do about what rules find, without changing a word. */
import { findItem, updateItem } from '../document/edit-issue.js';
import { fitLabels, paragraphFits } from '../document/paragraph-fit.js';
import { issueItems, plainTitle, type Issue, type Item, type Paragraph } from '../document/issue.js';
import { retitle, withCoverTitle } from '../document/retitle.js';
import { withEditedText } from '../document/issue-texts.js';
import type { TextEdit } from '../document/text-edits.js';
import { isTextPlace, type IssuePlace } from '../document/text-place.js';
import type { Found, Mend } from './finding.js';

type Maker = (found: Found, issue: Issue) => readonly Mend[];

/** Hand-set breaks of a title taken out: the program breaks it by sense. */
export const breakBySense: Maker = ({ place }, issue) => {
  const item = itemOf(issue, place.itemId);
  const hasBreaks = (isBodyTitle(place) ? item?.title : item?.coverTitle)?.includes('\n') ?? false;
  if (!item || !hasBreaks) return [];
  const join = (value: Item): Item => (isBodyTitle(place) ? retitle(value, plainTitle(value.title)) : joinCover(value));
  return [{ label: '按词意断行', change: (value) => updateItem(value, item.id, join) }];
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

/** Blanks beside marks closed; else the whole paragraph a little closer, which saves the line, or a little wider, which fills it. */
const fitParagraph: Maker = ({ place }, issue) => {
  const item = itemOf(issue, place.itemId);
  const paragraph = item?.paragraphs.find(({ id }) => isTextPlace(place) && id === place.paragraphId);
  if (!item || !paragraph) return [];
  const mend = (label: string, change: (value: Paragraph) => Paragraph): Mend => ({
    label,
    change: (issueNow) =>
      updateItem(issueNow, item.id, (value) => ({
        ...value,
        paragraphs: value.paragraphs.map((each) => (each.id === paragraph.id ? change(each) : each)),
      })),
  });
  const fits = paragraphFits.filter((fit) => fit !== paragraph.fit);
  return [
    ...(paragraph.text.search(strayBlank) < 0 ? [] : [mend('删去标点旁的空格', (each) => withEditedText(each, blanksOf(each.text)))]),
    ...fits.map((fit) => mend(`本段${fitLabels[fit]}`, (each) => ({ ...each, fit }))),
  ];
};

function blanksOf(text: string): readonly TextEdit[] {
  return [...text.matchAll(strayBlank)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, text: '' }));
}

export const joinCoverTitles: Maker = (_found, issue) => {
  if (!issueItems(issue).some(({ item }) => item.coverTitle?.includes('\n'))) return [];
  return [{ label: '取消目录中自设的转行', change: (value) => mapItems(value, joinCover) }];
};

/** Paragraphs without words take a line each. A brief's first one carries its title. */
export const removeEmptyParagraphs: Maker = (_found, issue) => {
  const count = issueItems(issue).reduce((sum, { item }) => sum + item.paragraphs.length - withoutEmpty(item).paragraphs.length, 0);
  return count === 0 ? [] : [{ label: `删去${String(count)}个空段`, change: (value) => mapItems(value, withoutEmpty) }];
};

function withoutEmpty(item: Item): Item {
  const kept = item.paragraphs.filter(
    ({ lead, text }, index) => `${lead ?? ''}${text}`.trim() !== '' || (item.type === 'brief' && index === 0),
  );
  return kept.length === 0 || kept.length === item.paragraphs.length ? item : { ...item, paragraphs: kept };
}

/** A last line of a character or two: in a paragraph by its blanks and letter spacing, in a title by its breaks. */
export const pullUp: Maker = (found, issue) =>
  (isTextPlace(found.place) && found.place.field === 'text' ? fitParagraph : breakBySense)(found, issue);

function itemOf(issue: Issue, itemId: string | undefined): Item | undefined {
  return itemId === undefined ? undefined : findItem(issue, itemId)?.item;
}

function mapItems(issue: Issue, change: (item: Item) => Item): Issue {
  return { ...issue, columns: issue.columns.map((column) => ({ ...column, items: column.items.map(change) })) };
}
