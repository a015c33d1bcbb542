/** THE address in a document: caret, finding, search hit, comment and bookmark all say where in these words. */
import { findItem, itemLabel } from './edit-issue.js';
import { issueItems, plainColumnName, type Issue, type Item } from './issue.js';

/** A text of an article or brief; `text` is lead + text of one paragraph, `footnote` all its footnotes. */
export type TextField = 'title' | 'subtitle' | 'editorNote' | 'text' | 'footnote' | 'source';

/**
 * A place in the text of an item. `offset` counts UTF-16 units in the field: paragraphs of a 编者按, footnotes
 * of a paragraph and lines of a title are parted by one, units of a source line by 、.
 */
export interface TextPlace {
  readonly itemId: string;
  /** Of field `text` or `footnote`; without it, the first paragraph. */
  readonly paragraphId?: string;
  readonly field: TextField;
  readonly offset: number;
}

/** Text from one place up to another of the same item, `from` first in print. */
export interface TextRange {
  readonly from: TextPlace;
  readonly to: TextPlace;
}

/** A place in a part that is no article: 报头, 领导批示, 目录 (an entry of it with `itemId`), a column, 报送发, 版记. */
export interface PartPlace {
  readonly part: 'masthead' | 'instruction' | 'contents' | 'column' | 'distribution' | 'imprint';
  readonly columnId?: string;
  readonly itemId?: string;
  /** In the text of an entry of the contents. */
  readonly offset?: number;
}

/** Anywhere in an issue. */
export type IssuePlace = TextPlace | PartPlace;

/** Fields in the order they are printed. */
const fields: readonly TextField[] = ['title', 'subtitle', 'editorNote', 'text', 'footnote', 'source'];

export function isTextPlace(place: IssuePlace): place is TextPlace {
  return 'field' in place;
}

export function sameTextPlace(left: TextPlace | undefined, right: TextPlace | undefined): boolean {
  return left?.offset === right?.offset && sameField(left, right);
}

/** Whether two places are in the same text, wherever in it. */
export function sameField(left: TextPlace | undefined, right: TextPlace | undefined): boolean {
  return left?.itemId === right?.itemId && left?.paragraphId === right?.paragraphId && left?.field === right?.field;
}

/** Whether two places are in the same text or part, wherever in it. */
export function sameSpot(left: IssuePlace, right: IssuePlace): boolean {
  if (isTextPlace(left)) return isTextPlace(right) && sameField(left, right);
  return !isTextPlace(right) && left.part === right.part && left.columnId === right.columnId && left.itemId === right.itemId;
}

/** Negative when the left place is printed before the right one; places that are gone come last. */
export function compareTextPlaces(issue: Issue, left: TextPlace, right: TextPlace): number {
  const keys = [placeKey(issue, left), placeKey(issue, right)] as const;
  for (const [index, key] of keys[0].entries()) {
    const difference = key - (keys[1][index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function placeKey(issue: Issue, { itemId, paragraphId, field, offset }: TextPlace): readonly number[] {
  const index = issueItems(issue).findIndex(({ item }) => item.id === itemId);
  const paragraphs = findItem(issue, itemId)?.item.paragraphs ?? [];
  const paragraph = paragraphId === undefined ? 0 : paragraphs.findIndex(({ id }) => id === paragraphId);
  return [orLast(index), fields.indexOf(field), isOfParagraph(field) ? orLast(paragraph) : 0, offset];
}

function isOfParagraph(field: TextField): boolean {
  return field === 'text' || field === 'footnote';
}

function orLast(index: number): number {
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

/** The text a place is in; undefined when its article, paragraph or field is gone. */
export function textAt(issue: Issue, place: TextPlace): string | undefined {
  const item = findItem(issue, place.itemId)?.item;
  return item && fieldText(item, place);
}

/** The text of an item's field. */
export function fieldText(item: Item, { field, paragraphId }: Pick<TextPlace, 'field' | 'paragraphId'>): string | undefined {
  if (field === 'title') return item.title;
  if (field === 'source') return item.sources.join('、');
  if (field === 'subtitle') return item.type === 'article' ? item.subtitle : undefined;
  if (field === 'editorNote') return item.type === 'article' ? item.editorNote?.join('\n') : undefined;
  const paragraph = item.paragraphs.find(({ id }, index) => (paragraphId === undefined ? index === 0 : id === paragraphId));
  if (field === 'footnote') return paragraph?.footnotes?.map(({ text }) => text).join('\n');
  return paragraph && `${paragraph.lead ?? ''}${paragraph.text}`;
}

/** 《甲县抓实宣讲》第3段, 《甲县抓实宣讲》标题, 目录, 栏目“经验交流”. */
export function placeLabel(issue: Issue, place: IssuePlace): string {
  const item = place.itemId === undefined ? undefined : findItem(issue, place.itemId)?.item;
  if (!isTextPlace(place)) return partLabel(issue, place) + (item ? titleLabel(item) : '');
  if (!item) return '已删去的稿件';
  return `${titleLabel(item)}${fieldLabel(item, place)}`;
}

const fieldLabels: Readonly<Record<Exclude<TextField, 'text' | 'footnote'>, string>> = {
  title: '标题',
  subtitle: '副标题',
  editorNote: '编者按',
  source: '来源单位',
};

function fieldLabel({ paragraphs }: Item, { field, paragraphId }: TextPlace): string {
  if (field !== 'text' && field !== 'footnote') return fieldLabels[field];
  const index = paragraphId === undefined ? 0 : paragraphs.findIndex(({ id }) => id === paragraphId);
  return index < 0 ? '已删去的段落' : `第${String(index + 1)}段${field === 'footnote' ? '脚注' : ''}`;
}

function titleLabel(item: Item): string {
  return `《${itemLabel(item)}》`;
}

const partLabels: Readonly<Record<PartPlace['part'], string>> = {
  masthead: '报头',
  instruction: '领导批示',
  contents: '目录',
  column: '栏目',
  distribution: '报送发',
  imprint: '版记',
};

function partLabel(issue: Issue, { part, columnId }: PartPlace): string {
  const column = issue.columns.find(({ id }) => id === columnId);
  return part === 'column' && column ? `栏目“${plainColumnName(column.name)}”` : partLabels[part];
}
