import { briefLead, issueKey, plainColumnName, plainTitle, type Issue, type Item, type Paragraph } from './issue.js';
import type { Marks } from './text-marks.js';

/** An issue as the terminal program prints it: words only, Chinese labels for the imprint, printed columns only. */
export interface IssueRecord {
  readonly key: string;
  readonly publication: string;
  readonly number: number;
  readonly date: string;
  readonly organ: string;
  readonly columns: readonly { readonly name: string; readonly articles: readonly ItemRecord[] }[];
  readonly distribution: readonly { readonly label: string; readonly text: string }[];
  readonly imprint: { readonly 承办: string; readonly 审核: string; readonly 编辑: string; readonly 电话: string };
}

export interface ItemRecord {
  readonly title: string;
  readonly subtitle?: string;
  readonly sources: readonly string[];
  /** `text` is the paragraph without its lead; a brief's first lead is its title with 。. */
  readonly paragraphs: readonly ParagraphRecord[];
}

export interface ParagraphRecord {
  readonly lead?: string;
  readonly text: string;
  /** Emphasis within `text`. */
  readonly marks?: Marks;
}

export function toIssueRecord(issue: Issue): IssueRecord {
  const { masthead, imprint } = issue;
  const printed = issue.columns.filter(({ items }) => items.length > 0);
  return {
    key: issueKey(masthead),
    publication: masthead.name,
    number: masthead.number,
    date: masthead.date,
    organ: masthead.organ,
    columns: printed.map(({ name, items }) => ({ name: plainColumnName(name), articles: items.map(toItemRecord) })),
    distribution: issue.distribution,
    imprint: { 承办: imprint.organizer, 审核: imprint.reviewer, 编辑: imprint.editor, 电话: imprint.phone },
  };
}

function toItemRecord(item: Item): ItemRecord {
  return {
    title: plainTitle(item.title),
    ...(item.type === 'article' && item.subtitle ? { subtitle: item.subtitle } : {}),
    sources: item.sources,
    paragraphs: item.paragraphs.map((paragraph, index) =>
      toParagraphRecord(paragraph, item.type === 'brief' && index === 0 ? briefLead(item) : ''),
    ),
  };
}

function toParagraphRecord({ lead, text, marks }: Paragraph, runInTitle: string): ParagraphRecord {
  const whole = runInTitle + (lead ?? '');
  return { ...(whole === '' ? {} : { lead: whole }), text, ...(marks ? { marks } : {}) };
}
