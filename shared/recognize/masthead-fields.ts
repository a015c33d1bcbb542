/** What a masthead says, and what its words say by the place they stand in. */
import { findDate } from './dates.js';
import { findIssueNumber, isIssueNumberLine } from './issue-number.js';
import type { Ledger } from './ledger.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { slice, without } from './rich-text.js';
import type { Rich } from './rich-text.js';

/** The label of the 领导批示 box, with what may stand behind it; whose leaders they are is said before a colon or alone: 市委领导批示：. */
export const instruction =
  /^(?:[【〔[（(]?领\s*导\s*(?:同\s*志\s*)?批\s*示\s*(?:[】〕\]）)]|[：:])?\s*|[【〔[（(]?(?:领导)?批示(?:摘登|摘编|摘录|选登|选载)[】〕\]）)]?\s*[：:]?\s*$|[省市县区州局院校厅党委政府集团公司主要有关各级]{1,10}领导(?:同志)?批示\s*(?:[：:]\s*|$)|批\s*示\s*[：:]?\s*$)/u;
/** The label over the contents. */
export const contentsLabel =
  /^[▍▎▌★☆◆◇●■▲△▼※＊*【〔［[\s—-]*(?:本\s*期\s*)?(?:(?:contents\s*)?目\s*录(?:\s*contents)?|contents|要\s*目|要\s*点|导\s*读|看\s*点|要\s*点\s*速\s*览|内\s*容\s*导\s*航|本\s*期\s*内\s*容|内\s*容\s*提\s*要)[★☆◆◇●■▲△▼※＊*】〕］\]\s—-]*[：:]?$/iu;
/** The same with its entries behind it in one row: 本期导读：▲…… ▲……. */
export const contentsInRow = /^(?:本期)?(?:目录|导读|要目|看点|要点)\s*[：:]\s*[▲△▶►●○◆◇■□★☆※①-⑳].{1,400}$/u;
/** 附注 (GB/T 9704-2012, 7.3.8): whom the document goes to. */
export const remark = /^[（(]此件.{2,20}[）)]$/u;
/** What is printed behind an organ and is not its name. */
export const organSuffix = /\s*(?:合\s*编|编\s*印|主\s*编|主\s*办|编\s*发|编\s*制|汇\s*编|主管|编)$/u;
const issuing = '(?:出版|印发|编印|出刊|刊出)';
/** What may stand before a day. */
export const dayLabel = new RegExp(`${issuing}?(?:日期|时间)\\s*[：:]\\s*$`, 'u');
/** The same where it says that it is the day of an issue. */
export const issueDayLabel = new RegExp(`${issuing}(?:日期|时间)\\s*[：:]\\s*$`, 'u');
/** Longest piece of a masthead, in characters. */
export const longestPiece = 60;
/** The same with the blanks that set its parts apart. */
const longestSpaced = 300;
/** Longest name of an organ, in characters, that its place alone tells. */
const longestOrgan = 40;
/** The same of a periodical's name. */
const longestName = 16;
/** What says of which kind this issue is stands behind it: （专刊）. */
const nameKind = /\s*[（(](?:专刊|专报|特刊|专辑|内参|内刊|增刊|试刊)[）)]$/u;
const plainName = /^\p{Script=Han}[\p{Script=Han}\s·•]*\p{Script=Han}(?:\s*[（(]\p{Script=Han}{2}[）)])?$/u;

export interface MastheadFields {
  name?: string;
  number?: number;
  supplement?: true;
  /** 特刊, which has no number. */
  isSpecial?: true;
  /** 第3—4期, the number of several in one (合刊). */
  joint?: string;
  date?: string;
  organ?: string;
  secrecy?: string;
  copyNumber?: string;
  serial?: string;
  printRun?: number;
  total?: number;
  instruction?: string;
  /** 签发人, where it stands in the masthead; it is one of the imprint. */
  signer?: string;
}

/** Words of a masthead that no pattern has claimed yet. */
export interface MastheadText {
  readonly rich: Rich;
  readonly line: Line;
}

/** Whether a text is short enough for a piece of a masthead; blanks between organ and day, however many, count once. */
export function isPiece(text: string): boolean {
  return text.length <= longestPiece || (text.length <= longestSpaced && text.replace(/\s+/gu, ' ').length <= longestPiece);
}

/** Whether a line is the label over the contents: 目录, ★本期要目★. */
export function isContentsLabel({ text }: Line): boolean {
  return contentsLabel.test(text);
}

/** Whether a line is one that only mastheads have: 第N期 or 领导批示, alone on its line. */
export function isMastheadMark(line: Line): boolean {
  return instruction.test(line.text) || isIssueNumberLine(line.text);
}

/** What stands between 第N期 and the date of a masthead is its organ, when nothing else was taken for it. */
export function readOrganByPlace(
  texts: readonly MastheadText[],
  lines: readonly Line[],
  fields: MastheadFields,
  ledger: Ledger,
): readonly MastheadText[] {
  const numberAt = lines.findIndex(isMastheadMark);
  const dateAt = lines.findIndex(({ text }) => findDate(text) !== undefined);
  const places = new Set(lines.slice(Math.max(0, numberAt + 1), dateAt + 1));
  const between = texts.filter(({ line }) => places.has(line));
  const [only] = between;
  if (fields.organ !== undefined || numberAt < 0 || between.length !== 1 || !only || only.rich.text.length > longestOrgan) return texts;
  const suffix = organSuffix.exec(only.rich.text);
  if (suffix) ledger.leave(slice(only.rich, suffix.index), '编发单位后的“编”“编印”字样，不印');
  fields.organ = ledger.keep(closeSpaced(suffix ? slice(only.rich, 0, suffix.index) : only.rich));
  return texts.filter((text) => text !== only);
}

/** The only words above 第N期 of a masthead that is else complete are its name, whatever they are (样例宣传). */
export function readNameByPlace(
  texts: readonly MastheadText[],
  lines: readonly Line[],
  fields: MastheadFields,
  ledger: Ledger,
): readonly MastheadText[] {
  if (fields.name !== undefined || fields.organ === undefined || fields.date === undefined) return texts;
  const numberAt = lines.findIndex(({ text }) => isIssueNumberLine(text) || (isPiece(text) && findIssueNumber(text)?.end === text.length));
  const places = new Set(lines.slice(0, numberAt + 1));
  const above = texts.filter(({ line }) => places.has(line));
  const named = above.filter(({ rich }) => plainName.test(rich.text) && toLoose(rich.text).length <= longestName);
  const [only] = named;
  if (named.length !== 1 || !only) return texts;
  const kind = nameKind.exec(only.rich.text);
  if (kind) ledger.leave(slice(only.rich, kind.index), '刊名后的字样，专报没有这一项');
  fields.name = ledger.keep(closeSpaced(kind ? slice(only.rich, 0, kind.index) : only.rich));
  return texts.filter((text) => text !== only);
}

/** Words spaced out over the line, 宣 传 信 息, closed up. */
export function closeSpaced(rich: Rich): Rich {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(rich.text) ? without(rich, /\s+/gu) : rich;
}
