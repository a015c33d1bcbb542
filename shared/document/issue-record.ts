import type { Footnotes } from './footnotes.js';
import { printedImprint } from './imprint-fields.js';
import { briefLead, issueKey, plainColumnName, plainTitle, type Issue, type Item, type Level, type Paragraph } from './issue.js';
import type { Marks } from './text-marks.js';

/** An issue as the terminal program prints it: every field that is filled in, Chinese labels for the imprint, printed columns only. */
export interface IssueRecord {
  readonly key: string;
  readonly state: Issue['state'];
  readonly publication: string;
  /** Absent: the library's own publication. */
  readonly publicationId?: string | undefined;
  readonly number: number;
  readonly date: string;
  readonly organ: string;
  readonly supplement?: true | undefined;
  readonly secrecy?: string | undefined;
  readonly copyNumber?: string | undefined;
  readonly serial?: string | undefined;
  /** 总期数 */
  readonly total?: number | undefined;
  readonly printRun?: number | undefined;
  readonly instruction?: string | undefined;
  readonly columns: readonly { readonly name: string; readonly articles: readonly ItemRecord[] }[];
  readonly distribution: readonly { readonly label: string; readonly text: string }[];
  readonly extraDistribution?: string | undefined;
  /** By its printed labels: 承办, 审核, 编辑, 电话; 签发, 主编 and 校对 where they are filled in. */
  readonly imprint: Readonly<Record<string, string>>;
  /** Name of the file it was imported from. */
  readonly file?: string | undefined;
}

export interface ItemRecord {
  readonly title: string;
  /** As the contents on the cover word it, where that is not the title. */
  readonly coverTitle?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly editorNote?: readonly string[] | undefined;
  readonly sources: readonly string[];
  /** The title of a brief was guessed from its first sentence. */
  readonly leadInferred?: true | undefined;
  /** `text` is the paragraph without its lead; a brief's first lead is its title with 。. */
  readonly paragraphs: readonly ParagraphRecord[];
  readonly file?: string | undefined;
}

export interface ParagraphRecord {
  readonly lead?: string | undefined;
  /** The lead was guessed, not read from bold type. */
  readonly leadInferred?: true | undefined;
  readonly text: string;
  /** 一、 = 1, （一） = 2, 1. = 3, （1） = 4 */
  readonly level?: Level | undefined;
  /** Emphasis within `text`. */
  readonly marks?: Marks | undefined;
  /** `at` counts in the paragraph's own lead and text, without a brief's title. */
  readonly footnotes?: Footnotes | undefined;
}

export function toIssueRecord(issue: Issue): IssueRecord {
  const { masthead, imprint, instruction, extraDistribution, origin } = issue;
  const { name, publication: publicationId, number, date, organ, ...optional } = masthead;
  const printed = issue.columns.filter(({ items }) => items.length > 0);
  return {
    key: issueKey(masthead),
    state: issue.state,
    publication: name,
    ...(publicationId === undefined ? {} : { publicationId }),
    number,
    date,
    organ,
    ...optional,
    ...(instruction === '' ? {} : { instruction }),
    columns: printed.map((column) => ({ name: plainColumnName(column.name), articles: column.items.map(toItemRecord) })),
    distribution: issue.distribution,
    ...(extraDistribution ? { extraDistribution } : {}),
    imprint: Object.fromEntries(printedImprint(imprint).map(({ label, text }) => [label, text])),
    ...(origin ? { file: origin.file } : {}),
  };
}

/** A manuscript as the terminal program prints it: what is kept of it, its article in words only. */
export function toManuscriptRecord<Kept extends { readonly article: Item }>({ article, ...kept }: Kept) {
  return { ...kept, article: toItemRecord(article) };
}

function toItemRecord(item: Item): ItemRecord {
  const title = plainTitle(item.title);
  const coverTitle = plainTitle(item.coverTitle ?? '');
  return {
    title,
    ...(coverTitle === '' || coverTitle === title ? {} : { coverTitle }),
    ...(item.type === 'article' && item.subtitle ? { subtitle: item.subtitle } : {}),
    ...(item.type === 'article' && item.editorNote ? { editorNote: item.editorNote } : {}),
    sources: item.sources,
    ...(item.type === 'brief' && item.leadInferred ? { leadInferred: true } : {}),
    paragraphs: item.paragraphs.map((paragraph, index) =>
      toParagraphRecord(paragraph, item.type === 'brief' && index === 0 ? briefLead(item) : ''),
    ),
    ...(item.origin ? { file: item.origin.file } : {}),
  };
}

function toParagraphRecord({ id: _id, from: _from, lead, ...rest }: Paragraph, runInTitle: string): ParagraphRecord {
  const whole = runInTitle + (lead ?? '');
  return { ...(whole === '' ? {} : { lead: whole }), ...rest };
}
