/**
 * The saved shape of an issue. Apart from its types (`issue.ts`), so that the window does not load zod.
 */
import { z } from 'zod';
import { idSchema, publicationIdSchema, sha256Schema } from './id-schema.js';
import { issueStates } from './issue-states.js';
import { markKinds } from './mark-kinds.js';
import { paragraphFits } from './paragraph-fit.js';
import { pictureLimits, pictureShares } from './picture-limits.js';
import { brokenLinePattern, cellsPattern, linePattern } from './plain-characters.js';
import { issueVersion } from './saved-versions.js';

/** Text on one line: no line break and nothing else that `plain-characters.ts` names. */
const lineSchema = z.string().regex(linePattern);

/** A title; `\n` is a break the editor set by hand (drop it, never turn it into a blank, to read the title). */
const titleSchema = z.string().regex(brokenLinePattern);

/** ISO calendar day, `2022-07-28`. */
export const dateSchema = z.iso.date();

/** Level of a heading paragraph inside an article: 一、 = 1, （一） = 2, 1. = 3, （1） = 4 (GB/T 9704-2012, 7.3.3). */
export const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** The paragraph of a submission that a paragraph was made from. */
export const sentParagraphSchema = z.strictObject({ submission: idSchema, paragraph: idSchema });

/** A stretch of a paragraph's text set apart: 加粗 or 楷体; offsets as strings count them. */
export const textMarkSchema = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(1),
  kind: z.enum(markKinds),
});

/** A note at the page's foot (脚注); its number stands behind `at` characters of the paragraph's lead and text. */
export const footnoteSchema = z.strictObject({ at: z.int().min(0), text: lineSchema });

/** How a table is set; its words are the paragraph's text (`table.ts`). */
export const tableSchema = z.strictObject({
  /** Rows from the top that are repeated on every page. */
  headerRows: z.int().min(0),
  /** Widths of the columns as shares of their sum; absent: by what they hold. */
  widths: z.array(z.int().min(1).max(10_000)).min(1).optional(),
});

/** A picture; the paragraph's text is its caption. */
export const pictureSchema = z.strictObject({
  /** The file among the attachments, by its SHA-256. */
  sha256: sha256Schema,
  type: z.enum(['png', 'jpeg']),
  /** In dots. */
  width: z.int().min(1).max(pictureLimits.side),
  height: z.int().min(1).max(pictureLimits.side),
  /** What it shows, for those who cannot see it. */
  alt: lineSchema.optional(),
  /** Per cent of the measure it is wide; absent: by its dots. */
  share: z.int().min(pictureShares.least).max(pictureShares.most).optional(),
});

const paragraphShape = z.strictObject({
  id: idSchema,
  /** Bold opening sentence or sentences (段首句), with their stop; may hold two levels one after the other. */
  lead: lineSchema.optional(),
  /** The lead was guessed, not read from bold type: the editor has yet to confirm it. */
  leadInferred: z.literal(true).optional(),
  /** The paragraph without its lead; of a table, its caption and cells. */
  text: z.string().regex(cellsPattern),
  /** Emphasis within `text`, in the one form of `text-marks.ts`; absent when there is none. */
  marks: z.array(textMarkSchema).optional(),
  /** In the one form of `footnotes.ts`; absent when there are none, as in a table or picture. */
  footnotes: z.array(footnoteSchema).min(1).optional(),
  /** Set on a heading paragraph; its number (一、) is part of `text`. */
  level: levelSchema.optional(),
  /** Set closer or wider than its style, to be rid of a last line of a character or two. */
  fit: z.enum(paragraphFits).optional(),
  /** Makes the paragraph a table. */
  table: tableSchema.optional(),
  /** Makes the paragraph a picture. */
  picture: pictureSchema.optional(),
  from: sentParagraphSchema.optional(),
});

/** Only a table's text holds more than one line. */
export const paragraphSchema = paragraphShape.refine(({ text, table }) => table !== undefined || linePattern.test(text), {
  path: ['text'],
});

/** Where an article came from: the imported file's name and the SHA-256 of its bytes, in lower-case hex. */
export const originSchema = z.strictObject({
  file: z.string(),
  sha256: sha256Schema,
});

const itemShape = {
  id: idSchema,
  title: titleSchema,
  /** The title as the contents on the cover break or word it; absent: the contents use `title`. */
  coverTitle: titleSchema.optional(),
  paragraphs: z.array(paragraphSchema),
  /** Units that sent the article in, without brackets, in printed order. */
  sources: z.array(lineSchema),
  origin: originSchema.optional(),
  /** Ids of the submissions it was made from; more than one make a 综合稿. */
  submissions: z.array(idSchema).min(1).max(100).optional(),
};

export const articleSchema = z.strictObject({
  type: z.literal('article'),
  ...itemShape,
  /** Printed on its own line under the title; usually opens with ——. */
  subtitle: lineSchema.optional(),
  /** 编者按, one string a paragraph, without the label. */
  editorNote: z.array(lineSchema).optional(),
});

/** A brief (简讯): its title, with 。, is the bold lead of its first paragraph. */
export const briefSchema = z.strictObject({
  type: z.literal('brief'),
  ...itemShape,
  /** The title was guessed from the first sentence: the editor has yet to confirm it. */
  leadInferred: z.literal(true).optional(),
});

export const itemSchema = z.discriminatedUnion('type', [articleSchema, briefSchema]);

/** What a column holds: full articles or briefs. */
export const columnFormSchema = z.enum(['article', 'brief']);

export const columnSchema = z.strictObject({
  id: idSchema,
  /** As printed between 〔〕, blanks included: 简 讯. */
  name: lineSchema,
  form: columnFormSchema,
  items: z.array(itemSchema),
});

export const distributionLineSchema = z.strictObject({
  /** 报, 送 or 发, without the colon. */
  label: lineSchema,
  text: lineSchema,
});

export const imprintSchema = z.strictObject({
  /** 承办 */
  organizer: lineSchema,
  /** 审核 */
  reviewer: lineSchema,
  /** 编辑 */
  editor: lineSchema,
  /** 电话 */
  phone: lineSchema,
  /** 签发 */
  signer: lineSchema.optional(),
  /** 主编 */
  chiefEditor: lineSchema.optional(),
  /** 校对 */
  proofreader: lineSchema.optional(),
});

export const mastheadSchema = z.strictObject({
  /** Name of the periodical (刊名), as this issue prints it. */
  name: lineSchema,
  /** The publication it belongs to; absent: the library's own. Not printed. */
  publication: publicationIdSchema.optional(),
  /** 第N期; numbering restarts every year, supplements count on their own. */
  number: z.int().min(1).max(9999),
  date: dateSchema,
  /** 编发单位 */
  organ: lineSchema,
  /** 增刊 */
  supplement: z.literal(true).optional(),
  /** 密级 and its term, 机密★1年. */
  secrecy: lineSchema.optional(),
  /** 份号 */
  copyNumber: lineSchema.optional(),
  /** 编号 */
  serial: lineSchema.optional(),
  /** 总第N期: counted over all years. */
  total: z.int().min(1).max(99_999).optional(),
  /** 印数 */
  printRun: z.int().min(1).max(1_000_000).optional(),
});

export const issueStateSchema = z.enum(issueStates);

/** The pattern of an issue's key, without ends. */
export const issueKeyPattern = String.raw`\d{4}-Z?\d{2,4}(?:-[0-9a-f]{8})?`;

/** `YYYY-NN` for an issue, `YYYY-ZNN` for a supplement (增刊); one of another publication than the library's own ends with `-` and its id. */
export const issueKeySchema = z.string().regex(new RegExp(`^${issueKeyPattern}$`, 'u'));

/** A finding the editor leaves as it is, known by its rule, its article and its words. */
const ignoredFindingSchema = z.strictObject({
  rule: z.string().min(1).max(64),
  itemId: idSchema.optional(),
  quote: z.string(),
});

export const issueSchema = z.strictObject({
  version: z.literal(issueVersion),
  state: issueStateSchema,
  masthead: mastheadSchema,
  /** Text already inside the 领导批示 box; empty when leaders write by hand. */
  instruction: lineSchema,
  /** In printed order; a column without items is kept here and not printed. */
  columns: z.array(columnSchema),
  /** 报/送/发 */
  distribution: z.array(distributionLineSchema),
  /** 本期增发: receivers of this issue only. */
  extraDistribution: lineSchema.optional(),
  imprint: imprintSchema,
  /** The printed issue it was imported from; the file is among the attachments. */
  origin: originSchema.optional(),
  /** Absent when nothing is ignored. */
  ignored: z.array(ignoredFindingSchema).optional(),
});
