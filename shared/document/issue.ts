import type { z } from 'zod';
import type {
  articleSchema,
  briefSchema,
  columnFormSchema,
  columnSchema,
  distributionLineSchema,
  footnoteSchema,
  imprintSchema,
  issueSchema,
  levelSchema,
  mastheadSchema,
  originSchema,
  paragraphSchema,
  sentParagraphSchema,
  textMarkSchema,
} from './issue-schema.js';
import type { issueStates } from './issue-states.js';

/** A value nobody may change, all the way down. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type Level = z.infer<typeof levelSchema>;
export type SentParagraph = DeepReadonly<z.infer<typeof sentParagraphSchema>>;
export type TextMark = DeepReadonly<z.infer<typeof textMarkSchema>>;
export type Footnote = DeepReadonly<z.infer<typeof footnoteSchema>>;
export type Paragraph = DeepReadonly<z.infer<typeof paragraphSchema>>;
export type Origin = DeepReadonly<z.infer<typeof originSchema>>;
export type Article = DeepReadonly<z.infer<typeof articleSchema>>;
export type Brief = DeepReadonly<z.infer<typeof briefSchema>>;
export type Item = Article | Brief;
export type ColumnForm = z.infer<typeof columnFormSchema>;
export type Column = DeepReadonly<z.infer<typeof columnSchema>>;
export type DistributionLine = DeepReadonly<z.infer<typeof distributionLineSchema>>;
export type Imprint = DeepReadonly<z.infer<typeof imprintSchema>>;
export type Masthead = DeepReadonly<z.infer<typeof mastheadSchema>>;
export type IssueState = (typeof issueStates)[number];
export type Issue = DeepReadonly<z.infer<typeof issueSchema>>;

/** Key of an issue within the library: `2022-10`, `2022-Z01` for a supplement, `2022-10-3f9a1c07` of another publication. */
export function issueKey(masthead: Masthead): string {
  const year = masthead.date.slice(0, 4);
  const number = String(masthead.number).padStart(2, '0');
  const publication = masthead.publication === undefined ? '' : `-${masthead.publication}`;
  return `${year}-${masthead.supplement ? 'Z' : ''}${number}${publication}`;
}

/** A title as it is read: breaks set by hand removed. */
export function plainTitle(title: string): string {
  return title.replaceAll('\n', '');
}

/** A column's name without the blanks it is printed with: 简 讯 → 简讯. */
export function plainColumnName(name: string): string {
  return name.replace(/\s/gu, '');
}

/** The bold run-in lead of a brief: its title, closed by 。 unless it ends with a stop of its own. */
export function briefLead(brief: Brief): string {
  const title = plainTitle(brief.title);
  return title === '' || /[。！？…]$/u.test(title) ? title : `${title}。`;
}

/** All items of an issue with the column that holds each, in printed order. */
export function issueItems(issue: Issue): readonly { readonly column: Column; readonly item: Item }[] {
  return issue.columns.flatMap((column) => column.items.map((item) => ({ column, item })));
}
