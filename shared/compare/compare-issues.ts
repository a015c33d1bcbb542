/** What changed between two states of an issue: every line of it, in printed order, as paragraphs that stay, change, move, come or go. */
import { wordsWithNotes } from '../document/footnotes.js';
import { printedImprint } from '../document/imprint-fields.js';
import { issueNumberText } from '../document/issue-number-text.js';
import { issueItems, plainColumnName, plainTitle, type Issue, type Item } from '../document/issue.js';
import type { ParagraphFit } from '../document/paragraph-fit.js';
import { pictureWords } from '../document/picture.js';
import type { TableForm } from '../document/table.js';
import { sameMarks, shiftMarks, type Marks } from '../document/text-marks.js';
import { compareParagraphs, type ParagraphChange } from './compare-paragraphs.js';
import type { TextPart } from './compare-text.js';

export type LineRole = 'head' | 'column' | 'title' | 'subtitle' | 'note' | 'paragraph' | 'source' | 'foot';

/** One line of an issue as an editor reads it. */
export interface IssueLine {
  readonly id: string;
  readonly role: LineRole;
  readonly text: string;
  /** Emphasis in it, counted without its footnotes. */
  readonly marks?: Marks;
  /** It is a table, set so. */
  readonly table?: TableForm;
  /** It is set closer or wider. */
  readonly fit?: ParagraphFit;
  /** The article or brief it belongs to. */
  readonly itemId?: string;
}

/** A line that changed or stayed; `line` is the new wording, or the old one of a line that is gone. */
export interface LineChange {
  readonly kind: ParagraphChange['kind'];
  readonly line: IssueLine;
  /** Both wordings, for lines that changed or moved. */
  readonly parts: readonly TextPart[];
  /** For a line that moved: the title of the article it stood in before. */
  readonly movedFrom?: string;
  /** Other words of it are set apart than before. */
  readonly isSetOtherwise?: true;
}

/** All lines of an issue, each with an id that stays while its words change. */
export function issueLines(issue: Issue): readonly IssueLine[] {
  const { masthead, instruction, columns, distribution, extraDistribution, imprint } = issue;
  const number = `${masthead.date.slice(0, 4)}年${issueNumberText(masthead)}`;
  const head = [
    ['name', masthead.name],
    ['number', number],
    ['organ', masthead.organ],
    ['date', masthead.date],
    ['secrecy', masthead.secrecy ?? ''],
    ['copyNumber', masthead.copyNumber ?? ''],
    ['serial', masthead.serial ?? ''],
    ['printRun', masthead.printRun === undefined ? '' : `共印${masthead.printRun}份`],
    ['instruction', instruction === '' ? '' : `领导批示：${instruction}`],
  ] as const;
  const foot = [
    ...distribution.map(({ label, text }, index) => [`distribution${index}`, `${label}：${text}`] as const),
    ['extra', extraDistribution === undefined ? '' : `本期增发：${extraDistribution}`],
    [
      'imprint',
      printedImprint(imprint)
        .map(({ label, text }) => `${label}：${text}`)
        .join(' '),
    ],
  ] as const;
  return [
    ...head.map(([id, text]) => ({ id: `head:${id}`, role: 'head' as const, text })),
    ...columns.flatMap((column) => [
      { id: `column:${column.id}`, role: 'column' as const, text: `〔${plainColumnName(column.name)}〕` },
      ...column.items.flatMap(itemLines),
    ]),
    ...foot.map(([id, text]) => ({ id: `foot:${id}`, role: 'foot' as const, text })),
  ].filter(({ text }) => text !== '');
}

function itemLines(item: Item): readonly IssueLine[] {
  const line = (id: string, role: LineRole, text: string): IssueLine => ({ id: `${item.id}:${id}`, role, text, itemId: item.id });
  const article = item.type === 'article' ? item : undefined;
  return [
    line('title', 'title', plainTitle(item.title)),
    line('subtitle', 'subtitle', article?.subtitle ?? ''),
    ...(article?.editorNote ?? []).map((text, index) => line(`note${index}`, 'note', text)),
    ...item.paragraphs.map(
      ({ id, lead = '', text, footnotes, marks, fit, picture, table }): IssueLine => ({
        id,
        role: 'paragraph',
        text: picture ? pictureWords(picture, text) : wordsWithNotes({ lead, text, footnotes }),
        itemId: item.id,
        ...(marks ? { marks: shiftMarks(marks, lead.length) } : {}),
        ...(table ? { table } : {}),
        ...(fit ? { fit } : {}),
      }),
    ),
    line('sources', 'source', item.sources.length === 0 ? '' : `（${item.sources.join('、')}）`),
  ];
}

/** The lines of both states in the order of the new one; a line that is gone stands where it was. */
export function compareIssues(before: Issue, after: Issue): readonly LineChange[] {
  const old = issueLines(before);
  const now = issueLines(after);
  const titles = new Map(issueItems(before).map(({ item }) => [item.id, plainTitle(item.title)]));
  return compareParagraphs(old, now).flatMap((change): readonly LineChange[] => {
    const line = change.kind === 'removed' ? old[change.before] : now[change.after];
    if (line === undefined) return [];
    const parts = 'parts' in change ? change.parts : [];
    const isSetOtherwise = 'before' in change && 'after' in change && isMarkedOtherwise(old[change.before], line);
    const set = isSetOtherwise ? { isSetOtherwise: true as const } : {};
    if (change.kind === 'same' && isSetOtherwise) return [{ kind: 'changed', line, parts: [{ kind: 'same', text: line.text }], ...set }];
    if (change.kind !== 'moved') return [{ kind: change.kind, line, parts, ...set }];
    return [{ kind: 'moved', line, parts, movedFrom: titles.get(old[change.before]?.itemId ?? '') ?? '', ...set }];
  });
}

/** Whether words that are in both states are set apart in one of them only; other words have a look of their own anyway. */
function isMarkedOtherwise(before: IssueLine | undefined, { text, marks, table, fit }: IssueLine): boolean {
  return before?.text === text && !(sameMarks(before.marks, marks) && sameForm(before.table, table) && before.fit === fit);
}

function sameForm(left: TableForm | undefined, right: TableForm | undefined): boolean {
  return left?.headerRows === right?.headerRows && left?.widths?.join() === right?.widths?.join();
}

/** How many lines changed, came, went or moved. */
export function countChanges(changes: readonly LineChange[]): number {
  return changes.filter(({ kind }) => kind !== 'same').length;
}
