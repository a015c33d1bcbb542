import { issueItems, type Issue, type Item } from './issue.js';
import { fieldText, type IssuePlace, type TextField } from './text-place.js';

/** One text of an issue with the place it starts at. */
export interface IssueText {
  readonly place: IssuePlace;
  readonly text: string;
}

/** Every text an editor can write in an issue, in printed order. */
export function issueTexts(issue: Issue): readonly IssueText[] {
  const { masthead, imprint, distribution } = issue;
  const marks = [masthead.name, masthead.organ, masthead.secrecy, masthead.copyNumber, masthead.serial];
  return [
    ...marks.map((text) => ({ place: { part: 'masthead' as const }, text: text ?? '' })),
    { place: { part: 'instruction' as const }, text: issue.instruction },
    ...issueItems(issue).flatMap(({ item }) => coverTexts(item)),
    ...issue.columns.flatMap(({ id, name, items }) => [
      { place: { part: 'column' as const, columnId: id }, text: name },
      ...items.flatMap(itemTexts),
    ]),
    ...distribution.map(({ label, text }) => ({ place: { part: 'distribution' as const }, text: `${label}：${text}` })),
    { place: { part: 'distribution' as const }, text: issue.extraDistribution ?? '' },
    ...Object.values(imprint).map((text) => ({ place: { part: 'imprint' as const }, text })),
  ].filter(({ text }) => text !== '');
}

function coverTexts({ id, coverTitle }: Item): readonly IssueText[] {
  return coverTitle === undefined ? [] : [{ place: { part: 'contents', itemId: id }, text: coverTitle }];
}

const ownFields: readonly TextField[] = ['title', 'subtitle', 'editorNote'];

function itemTexts(item: Item): readonly IssueText[] {
  const field = (name: TextField): IssueText => ({
    place: { itemId: item.id, field: name, offset: 0 },
    text: fieldText(item, { field: name }) ?? '',
  });
  return [
    ...ownFields.map(field),
    ...item.paragraphs.map(({ id, lead, text }) => ({
      place: { itemId: item.id, paragraphId: id, field: 'text' as const, offset: 0 },
      text: `${lead ?? ''}${text}`,
    })),
    field('source'),
  ];
}
