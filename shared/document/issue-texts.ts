/** Every text an editor can write in an issue: where it stands and how it is changed. */
import { printedImprint } from './imprint-fields.js';
import { updateItem } from './edit-issue.js';
import { editFootnotes, footnotesPart } from './footnotes.js';
import { issueItems, type Issue, type Item, type Paragraph } from './issue.js';
import { plainCells, plainLine, plainLines } from './plain-characters.js';
import { applyEdits, partEdits, type TextEdit } from './text-edits.js';
import { editMarks, marksPart } from './text-marks.js';
import type { IssuePlace, TextField } from './text-place.js';

/** One text of an issue. */
export interface IssueText {
  /** Names the text within its issue, and the field of a form it is written in: `imprint.editor`. */
  readonly key: string;
  /** Where it starts. */
  readonly place: IssuePlace;
  readonly text: string;
  /** The issue with this text changed, and nothing else of it. */
  edit(issue: Issue, edits: readonly TextEdit[]): Issue;
}

/** All texts that hold anything, in printed order. */
export function issueTexts(issue: Issue): readonly IssueText[] {
  return [
    ...mastheadTexts(issue),
    instructionText(issue),
    ...issueItems(issue).flatMap(({ item }) => coverTexts(item)),
    ...issue.columns.flatMap((column) => [columnText(column.id, column.name), ...column.items.flatMap(itemTexts)]),
    ...distributionTexts(issue),
    ...imprintTexts(issue),
  ].filter(({ text }) => text !== '');
}

/** The place `offset` characters behind the start of a text; parts that count no offsets stay as they are. */
export function placeWithin(place: IssuePlace, offset: number): IssuePlace {
  if (offset === 0) return place;
  return 'field' in place || place.part === 'contents' ? { ...place, offset: (place.offset ?? 0) + offset } : place;
}

const mastheadFields = ['name', 'organ', 'secrecy', 'copyNumber', 'serial'] as const;

function mastheadTexts({ masthead }: Issue): readonly IssueText[] {
  return mastheadFields.map((name) => ({
    key: `masthead.${name}`,
    place: { part: 'masthead' },
    text: masthead[name] ?? '',
    edit: (issue, edits) => ({ ...issue, masthead: { ...issue.masthead, [name]: editedLine(issue.masthead[name] ?? '', edits) } }),
  }));
}

function instructionText({ instruction }: Issue): IssueText {
  return {
    key: 'instruction',
    place: { part: 'instruction' },
    text: instruction,
    edit: (issue, edits) => ({ ...issue, instruction: editedLine(issue.instruction, edits) }),
  };
}

function coverTexts({ id, coverTitle = '' }: Item): readonly IssueText[] {
  return [ofItem(id, `contents.${id}`, { part: 'contents', itemId: id }, coverTitle, changeCover)];
}

function changeCover(item: Item, edits: readonly TextEdit[]): Item {
  return { ...item, coverTitle: editedLines(item.coverTitle ?? '', edits) };
}

function columnText(columnId: string, name: string): IssueText {
  return {
    key: `column.${columnId}`,
    place: { part: 'column', columnId },
    text: name,
    edit: (issue, edits) => ({
      ...issue,
      columns: issue.columns.map((column) => (column.id === columnId ? { ...column, name: editedLine(column.name, edits) } : column)),
    }),
  };
}

/** The texts of an article or brief as it is printed in its column. */
function itemTexts(item: Item): readonly IssueText[] {
  const { id, title, paragraphs, sources } = item;
  const field = (name: TextField, offset = 0) => ({ itemId: id, field: name, offset });
  return [
    ofItem(id, `${id}.title`, field('title'), title, (value, edits) => ({ ...value, title: editedLines(value.title, edits) })),
    ...(item.type === 'article' ? articleTexts(item.id, item.subtitle ?? '', item.editorNote ?? []) : []),
    ...paragraphs.map(({ id: paragraphId, lead, text }) =>
      ofItem(id, `${id}.text.${paragraphId}`, { ...field('text'), paragraphId }, `${lead ?? ''}${text}`, (value, edits) => ({
        ...value,
        paragraphs: value.paragraphs.map((each) => (each.id === paragraphId ? editedParagraph(each, edits) : each)),
      })),
    ),
    ...paragraphs.flatMap((paragraph) => footnoteRows(id, paragraph)),
    ...withStarts(sources).map(({ text, start }, index) =>
      ofItem(id, `${id}.source.${String(index)}`, field('source', start), text, (value, edits) => ({
        ...value,
        sources: withEdited(value.sources, index, edits),
      })),
    ),
  ];
}

function footnoteRows(itemId: string, { id: paragraphId, footnotes = [] }: Paragraph): readonly IssueText[] {
  return withStarts(footnotes.map(({ text }) => text)).map(({ text, start }, index) =>
    ofItem(
      itemId,
      `${itemId}.footnote.${paragraphId}.${String(index)}`,
      { itemId, paragraphId, field: 'footnote', offset: start },
      text,
      (item, edits) => ({
        ...item,
        paragraphs: item.paragraphs.map((each) => (each.id === paragraphId ? withEditedFootnote(each, index, edits) : each)),
      }),
    ),
  );
}

function withEditedFootnote(paragraph: Paragraph, index: number, edits: readonly TextEdit[]): Paragraph {
  const { footnotes = [], ...rest } = paragraph;
  return {
    ...rest,
    ...footnotesPart(footnotes.map((note, at) => (at === index ? { ...note, text: editedLine(note.text, edits) } : note))),
  };
}

function articleTexts(id: string, subtitle: string, notes: readonly string[]): readonly IssueText[] {
  return [
    ofItem(id, `${id}.subtitle`, { itemId: id, field: 'subtitle', offset: 0 }, subtitle, (item, edits) =>
      item.type === 'article' ? { ...item, subtitle: editedLine(item.subtitle ?? '', edits) } : item,
    ),
    ...withStarts(notes).map(({ text, start }, index) =>
      ofItem(id, `${id}.note.${String(index)}`, { itemId: id, field: 'editorNote', offset: start }, text, (item, edits) =>
        item.type === 'article' ? { ...item, editorNote: withEdited(item.editorNote ?? [], index, edits) } : item,
      ),
    ),
  ];
}

function distributionTexts({ distribution, extraDistribution = '' }: Issue): readonly IssueText[] {
  const place = { part: 'distribution' } as const;
  const parts = ['label', 'text'] as const;
  return [
    ...distribution.flatMap((line, index) =>
      parts.map((part) => ({
        key: `distribution.${String(index)}.${part}`,
        place,
        text: line[part],
        edit: (issue: Issue, edits: readonly TextEdit[]) => ({
          ...issue,
          distribution: issue.distribution.map((each, at) => (at === index ? { ...each, [part]: editedLine(each[part], edits) } : each)),
        }),
      })),
    ),
    {
      key: 'extraDistribution',
      place,
      text: extraDistribution,
      edit: (issue, edits) => ({ ...issue, extraDistribution: editedLine(issue.extraDistribution ?? '', edits) }),
    },
  ];
}

function imprintTexts({ imprint }: Issue): readonly IssueText[] {
  return printedImprint(imprint).map(({ name, text }) => ({
    key: `imprint.${name}`,
    place: { part: 'imprint' },
    text,
    edit: (issue, edits) => ({ ...issue, imprint: { ...issue.imprint, [name]: editedLine(issue.imprint[name] ?? '', edits) } }),
  }));
}

type ItemEdit = (item: Item, edits: readonly TextEdit[]) => Item;

function ofItem(itemId: string, key: string, place: IssuePlace, text: string, change: ItemEdit): IssueText {
  return { key, place, text, edit: (issue, edits) => updateItem(issue, itemId, (item) => change(item, edits)) };
}

function editedParagraph(paragraph: Paragraph, edits: readonly TextEdit[]): Paragraph {
  const { lead } = paragraph;
  if (lead === undefined) return withEditedText(paragraph, edits);
  const [inLead, inText] = partEdits(edits, lead.length);
  const { footnotes } = paragraph;
  const kept = footnotesPart(editFootnotes(footnotes, edits.map(plainEdit)));
  return { ...withEditedText(paragraph, inText), lead: editedLine(lead, inLead), ...kept };
}

function plainEdit(edit: TextEdit): TextEdit {
  return { ...edit, text: plainLine(edit.text) };
}

/** A paragraph with its text edited, and its emphasis and footnotes where its words went. */
export function withEditedText(paragraph: Paragraph, edits: readonly TextEdit[]): Paragraph {
  if (edits.length === 0) return paragraph;
  const { marks, footnotes, text, ...rest } = paragraph;
  const plain = edits.map(plainEdit);
  const start = paragraph.lead?.length ?? 0;
  const inWhole = plain.map((edit) => ({ ...edit, from: edit.from + start, to: edit.to + start }));
  const edited = applyEdits(text, plain);
  return {
    ...rest,
    text: paragraph.table === undefined ? plainLine(edited) : plainCells(edited),
    ...marksPart(editMarks(marks, plain, text.length)),
    ...footnotesPart(editFootnotes(footnotes, inWhole)),
  };
}

function withEdited(texts: readonly string[], index: number, edits: readonly TextEdit[]): readonly string[] {
  return texts.map((text, at) => (at === index ? editedLine(text, edits) : text));
}

/** Texts that a place counts as one, a character between two of them. */
function withStarts(texts: readonly string[]): readonly { readonly text: string; readonly start: number }[] {
  let start = 0;
  return texts.map((text) => {
    const own = { text, start };
    start += text.length + 1;
    return own;
  });
}

function editedLine(text: string, edits: readonly TextEdit[]): string {
  return edits.length === 0 ? text : plainLine(applyEdits(text, edits));
}

function editedLines(text: string, edits: readonly TextEdit[]): string {
  return edits.length === 0 ? text : plainLines(applyEdits(text, edits));
}
