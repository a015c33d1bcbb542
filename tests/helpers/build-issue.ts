import {
  plainColumnName,
  type Article,
  type Brief,
  type Column,
  type DistributionLine,
  type Imprint,
  type Issue,
  type Masthead,
  type Paragraph,
} from '../../shared/document/issue.js';
import { tableText, type TableForm } from '../../shared/document/table.js';
import { issueVersion } from '../../shared/document/saved-versions.js';

/** A bold opening sentence, as the first part of `p`. */
export interface Lead {
  readonly lead: string;
}

type ParagraphPart = Omit<Paragraph, 'id'>;
export type ArticleChanges = Partial<Omit<Article, 'type' | 'id' | 'title' | 'paragraphs'>>;
type ItemPart = Omit<Article, 'id' | 'paragraphs'> & { readonly paragraphs: readonly ParagraphPart[] };
type BriefPart = Omit<Brief, 'id' | 'paragraphs'> & { readonly paragraphs: readonly ParagraphPart[] };
type ColumnPart = Pick<Column, 'name' | 'form'> & { readonly items: readonly (ItemPart | BriefPart)[] };

/** Anything of an issue but its columns. */
export interface IssueChanges {
  readonly masthead?: Partial<Masthead>;
  readonly instruction?: string;
  readonly distribution?: readonly DistributionLine[];
  readonly extraDistribution?: string;
  readonly imprint?: Partial<Imprint>;
}

export function lead(text: string): Lead {
  return { lead: text };
}

/** A paragraph: text, or a lead and text. */
export function p(...parts: readonly (Lead | string)[]): ParagraphPart {
  const text = parts.filter((part) => typeof part === 'string').join('');
  const leads = parts
    .filter((part) => typeof part !== 'string')
    .map((part) => part.lead)
    .join('');
  return leads === '' ? { text } : { lead: leads, text };
}

/** A heading paragraph inside an article: 一、 = 1, （一） = 2, 1. = 3, （1） = 4. */
export function heading(level: 1 | 2 | 3 | 4, text: string): ParagraphPart {
  return { text, level };
}

/** The same paragraph with a footnote behind so many characters of its lead and text. */
export function noted(part: ParagraphPart, ...footnotes: readonly (readonly [at: number, text: string])[]): ParagraphPart {
  return { ...part, footnotes: footnotes.map(([at, text]) => ({ at, text })) };
}

/** A table with its caption and the cells of each row; the first row is its header. */
export function table(caption: string, rows: readonly (readonly string[])[], form: Partial<TableForm> = {}): ParagraphPart {
  return { text: tableText(caption, rows), table: { headerRows: 1, ...form } };
}

/** An article with its paragraphs; `from` adds units and the rest. */
export function article(title: string, ...paragraphs: readonly ParagraphPart[]): ItemPart {
  return { type: 'article', title, sources: [], paragraphs };
}

/** A brief: its title and the text that runs on. */
export function brief(title: string, ...texts: readonly string[]): BriefPart {
  return { type: 'brief', title, sources: [], paragraphs: texts.map((text) => ({ text })) };
}

/** The same item sent in by these units. */
export function from<Part extends ItemPart | BriefPart>(sources: readonly string[], item: Part): Part {
  return { ...item, sources };
}

/** The same article with a subtitle, an editor's note, a cover title. */
export function withChanges(item: ItemPart, changes: ArticleChanges): ItemPart {
  return { ...item, ...changes };
}

/** A column; it holds briefs when its first item is one. */
export function column(name: string, ...items: readonly (ItemPart | BriefPart)[]): ColumnPart {
  return { name, form: items[0]?.type === 'brief' ? 'brief' : 'article', items };
}

/** An issue of invented units. Ids count through it: c1, a1, p1 … in printed order. */
export function issue(...parts: readonly (ColumnPart | IssueChanges)[]): Issue {
  const columns = parts.filter((part): part is ColumnPart => 'items' in part);
  const changes: IssueChanges = Object.assign({}, ...parts.filter((part) => !('items' in part)));
  return {
    version: issueVersion,
    state: 'drafting',
    masthead: { name: '宣传信息专报', number: 6, date: '2023-08-09', organ: '中共示例市委宣传部', ...changes.masthead },
    instruction: changes.instruction ?? '',
    columns: numberColumns(columns),
    distribution: changes.distribution ?? [
      { label: '报', text: '省委宣传部，市委常委' },
      { label: '送', text: '市直宣传文化系统各单位主要负责人，各区（市）党委书记、宣传部长' },
      { label: '发', text: '市直宣传文化系统各单位，各区（市）党委宣传部，市委宣传部机关各处室' },
    ],
    ...(changes.extraDistribution === undefined ? {} : { extraDistribution: changes.extraDistribution }),
    imprint: { organizer: '政策法规研究室', reviewer: '张三', editor: '李四', phone: '88880000', ...changes.imprint },
  };
}

function numberColumns(columns: readonly ColumnPart[]): readonly Column[] {
  const counts = { item: 0, paragraph: 0 };
  const next = (kind: keyof typeof counts): number => (counts[kind] += 1);
  return columns.map((part, index) => ({
    id: `c${index + 1}`,
    name: plainColumnName(part.name) === '简讯' ? '简 讯' : part.name,
    form: part.form,
    items: part.items.map((item) => ({
      ...item,
      id: `a${next('item')}`,
      paragraphs: item.paragraphs.map((paragraph) => ({ ...paragraph, id: `p${next('paragraph')}` })),
    })),
  }));
}
