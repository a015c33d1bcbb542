import { imprintFields, normalizeImprint } from '../document/imprint-fields.js';
import type { DistributionLine, Imprint } from '../document/issue.js';
import { closeDigits } from './blanks.js';
import { findDate } from './dates.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { instruction } from './masthead-fields.js';
import { plainUnits, slash } from './sources.js';
import { concat, slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';

const distributionLabel =
  /^((?:抄|呈)?\s*报|(?:抄|主|分|印|呈|报)?\s*送|(?:分|下)?\s*发|呈|发\s*送(?:范围|对象|单位)?|送\s*阅|[发送报]\s*至|印\s*发(?!\s*[：:]\s*\d+\s*份))\s*[：:]\s*/u;
const innerLabel = /(?<=[\s。；])(?<![抄报主分印呈发]\s{1,4})(?:报|送|发|抄报|抄送)\s*[：:]/gu;
const extraLabel = /^本期增发\s*[：:]?\s*/u;
/** Words before a label, 责任编辑 or 投稿邮箱, are part of it where they begin the piece. */
const imprintLabel =
  /((?:(?<=^|[\s（(，,；;。[【])\p{Script=Han}{1,4}?)?(?:承\s*办(?:单位|处室)?|(?:编\s*审|审\s*[核稿]|核\s*稿)人?|编\s*辑|责\s*编|电\s*话|签\s*发人?|校\s*对|主\s*编|联系人|传\s*真|邮\s*编|地\s*址|邮\s*箱|主题词|编\s*委(?:会主任)?|顾\s*问|监\s*制|策\s*划|统\s*筹|审\s*[批定签])|(?<=^|\s)[编审校签])\s*[：:]\s*/gu;
/** 编辑/张示例　审核/李示例, or with blanks alone: labels and names in turn, two at least, without colons. */
const names = '\\p{Script=Han}{2,4}(?:、\\p{Script=Han}{2,4}){0,3}';
const nameLabel = '(?:(?:责任|值班|执行)?(?:编辑|主编|编审|校对)|副主编|责编|审[核稿校定签批]|核稿|核发|签发)人?';
const rowOfNames = new RegExp(`^${nameLabel}(?:${slash}|\\s+)${names}(?:\\s+${nameLabel}(?:${slash}|\\s+)${names}){1,5}$`, 'u');
const labelOfName = new RegExp(`(?<=^|\\s)(${nameLabel})(?:${slash}|\\s+)`, 'gu');
/** What else offices write in that row, and no line of a distribution list opens with. */
const otherLabel = /(?<=^|\s)((?!报|送|发)\p{Script=Han}{2,5})\s*[：:]\s*/gu;
const printRun =
  /[(（]?\s*(?:(?:共\s*印\s*发?|印数|印[发制]|印)\s*[：:]?\s*(?=\d[\d\s]{0,12}份)|印\s*数\s*[：:]\s*)(\d(?:\s?\d){0,6})\s*份?\s*[)）]?\s*$/u;
/** Longest line that may run on from the one before in a distribution list. */
const longestRunOn = 120;
/** The same of who issues a periodical. */
const longestIssuer = 40;

type ImprintField = keyof Imprint;

const imprintPatterns: readonly { readonly pattern: RegExp; readonly field: ImprintField }[] = [
  { pattern: /承办/u, field: 'organizer' },
  { pattern: /签发|^签$/u, field: 'signer' },
  { pattern: /(?<!副)(?:主编|总编)/u, field: 'chiefEditor' },
  { pattern: /校对|^校$/u, field: 'proofreader' },
  { pattern: /编审|审[核稿]|核稿|^审$/u, field: 'reviewer' },
  { pattern: /编辑|责编|^编$/u, field: 'editor' },
  { pattern: /电话/u, field: 'phone' },
];

const printedLabels: ReadonlySet<string> = new Set(imprintFields.map(({ label }) => label));

export interface Tail {
  readonly distribution: readonly DistributionLine[];
  readonly extraDistribution?: string;
  readonly imprint: Imprint;
  readonly printRun?: number;
  /** Whether anything of a tail was found. */
  readonly isFound: boolean;
}

/** Whether a line opens with a label of the tail: 报：, 承办：, 本期增发 … */
export function isTailLine(line: Line): boolean {
  if (line.role === 'distribution' || line.role === 'imprint') return true;
  if (line.role !== undefined && line.role !== 'furniture') return false;
  if (distributionLabel.test(line.text) || extraLabel.test(line.text)) return true;
  return line.text.length <= longestRunOn && (line.text.search(imprintLabel) === 0 || isBracketedRow(line.text) || isRowOfNames(line.text));
}

/** [本期责编：张示例　审核：李示例]; among the lines of a tail also in round brackets, （联系人：张示例　电话：1234）. */
function isBracketedRow(text: string, brackets = /^[[【].*[\]】]$/u): boolean {
  return text.length <= longestRunOn && brackets.test(text) && text.search(imprintLabel) === 1;
}

/** Who answers for the periodical, which stands in its masthead as well. */
const publisher = /^(?:主\s*管|主\s*办|协\s*办|指\s*导|编\s*印|编\s*发|出\s*版|承\s*印|印\s*刷)(?:单\s*位|部\s*门)?\s*[：:]\s*\S/u;

/** Whether a line is one of a tail where others of it follow. */
export function isTailLead({ role, text }: Line): boolean {
  return role === undefined && text.length <= longestIssuer && publisher.test(text);
}

function isRowOfNames(text: string): boolean {
  return text.length <= longestRunOn && rowOfNames.test(text);
}

const anyBrackets = /^[[【（(].*[\]】）)]$/u;

/** Whether a line has such labels between brackets of any kind, as it may beside the lines of a tail. */
export function isTailRow({ role, text }: Line): boolean {
  return role === undefined && isBracketedRow(text, anyBrackets);
}

/** 甲县人民政府办公室　2024年5月6日印发: the last row of an official document. */
function isIssuing(text: string): boolean {
  const day = text.length <= longestRunOn ? findDate(text) : undefined;
  return day !== undefined && /^\s*印发?(?:$|\s+[（(]?共?\s*印\s*\d)/u.test(text.slice(day.end));
}

/** The unit of such a row in a cell of its own, right over the day. */
function isIssuerOver(line: Line, next: Line | undefined): boolean {
  return next !== undefined && plainUnits(line) !== undefined && isIssuing(next.text) && findDate(next.text)?.start === 0;
}

/** 示例区委宣传部编印: who puts the periodical together, once more. */
function isIssuer(text: string): boolean {
  return text.length <= longestIssuer && /^\p{Script=Han}{2,28}(?:部|委|办|局|室|中心|政府)\s*(?:主办|编印|印发|编发|编制|编)$/u.test(text);
}

/** A row of names without the day of issue behind them. */
function withoutIssuing(rich: Rich, ledger: Ledger): Rich {
  const day = rich.text.length <= longestRunOn ? findDate(rich.text) : undefined;
  if (!day || !/\s$/u.test(rich.text.slice(0, day.start)) || !/^\s*(?:印发?)?\s*$/u.test(rich.text.slice(day.end))) return rich;
  ledger.leave(slice(rich, day.start), '印发单位和日期，报头里有');
  return slice(rich, 0, day.start);
}

interface OpenTail {
  readonly lists: { head: Rich; label: Rich; text: Rich[] }[];
  readonly extra: Rich[];
  readonly imprint: Partial<Record<ImprintField, string>>;
  printRun?: number;
  /** Where a line without a label runs on to. */
  runOn?: Rich[] | undefined;
}

/** Reads 报/送/发 with run-over lines, 本期增发, the fields of the imprint and 印数; books what it reads. */
export function readTail(lines: readonly Line[], ledger: Ledger, warnings: string[]): Tail {
  const open: OpenTail = { lists: [], extra: [], imprint: {} };
  lines.forEach((line, at) => {
    if (isIssuerOver(line, lines[at + 1])) ledger.leave(line.rich, '印发单位和日期，报头里有');
    else for (const part of splitLists(line.rich)) readLine(part, line, open, ledger, warnings);
  });
  const distribution = keepLists(open, ledger);
  const extra = open.extra.length === 0 ? undefined : ledger.keep(closeDigits(concat(open.extra)));
  return {
    distribution,
    ...(extra ? { extraDistribution: extra } : {}),
    imprint: normalizeImprint({ organizer: '', reviewer: '', editor: '', phone: '', ...open.imprint }),
    ...(open.printRun === undefined ? {} : { printRun: open.printRun }),
    isFound: distribution.length > 0 || Object.keys(open.imprint).length > 0,
  };
}

function splitLists(rich: Rich): readonly Rich[] {
  if (!distributionLabel.test(rich.text)) return [rich];
  const cuts = [...rich.text.matchAll(innerLabel)].map((match) => match.index);
  return [0, ...cuts].map((start, at, all) => trim(slice(rich, start, all[at + 1] ?? rich.text.length)));
}

function readLine(rich: Rich, line: Line, open: OpenTail, ledger: Ledger, warnings: string[]): void {
  const label = distributionLabel.exec(rich.text);
  const extra = extraLabel.exec(rich.text);
  if (label) {
    const text = [slice(rich, label[0].length)];
    open.lists.push({ head: slice(rich, 0, label[0].length), label: slice(rich, 0, label[1]?.length ?? 0), text });
    open.runOn = text;
  } else if (extra && open.extra.length === 0) {
    ledger.keep(slice(rich, 0, 4));
    ledger.leave(slice(rich, 4, extra[0].length), '排版标记');
    open.extra.push(slice(rich, extra[0].length));
    open.runOn = open.extra;
  } else if (isBracketedRow(rich.text, anyBrackets)) {
    ledger.leave(rich, '版面固定字样，印出时自动加上');
    readImprint(slice(rich, 1, rich.text.length - 1), line, open, ledger, warnings);
    open.runOn = undefined;
  } else if (rich.text.search(imprintLabel) === 0 || rich.text.search(otherLabel) === 0 || isRowOfNames(rich.text)) {
    readImprint(withoutIssuing(readPrintRun(rich, open, ledger), ledger), line, open, ledger, warnings);
    open.runOn = undefined;
  } else if (instruction.exec(rich.text)?.[0].length === rich.text.length) {
    ledger.leave(rich, '版面固定字样，印出时自动加上');
    open.runOn = undefined;
  } else if (isIssuing(rich.text) || isIssuer(rich.text)) {
    ledger.leave(readPrintRun(rich, open, ledger), '印发单位和日期，报头里有');
    open.runOn = undefined;
  } else if (readPrintRun(rich, open, ledger).text.trim() === '') {
    open.runOn = undefined;
  } else if (open.runOn && rich.text.length <= longestRunOn && !/。$/u.test(open.runOn.at(-1)?.text ?? '')) {
    open.runOn.push(rich);
  } else {
    ledger.leave(rich, '版记中未能识别的文字');
    warnings.push(`第${line.number}行：版记中的“${shorten(rich.text)}”未能识别，没有收入。`);
  }
}

function keepLists(open: OpenTail, ledger: Ledger): readonly DistributionLine[] {
  const seen = new Set<string>();
  const lists: DistributionLine[] = [];
  for (const { head, label, text } of open.lists) {
    const whole = trim(closeDigits(concat(text)));
    const key = `${label.text}${whole.text}`;
    if (seen.has(key)) ledger.leave(concat([head, whole]), '重复的报送行');
    else {
      keepLabel(head, ledger);
      lists.push({ label: ledger.keep(without(label, /\s+/gu)), text: ledger.keep(whole) });
    }
    seen.add(key);
  }
  return lists;
}

function readImprint(rich: Rich, line: Line, open: OpenTail, ledger: Ledger, warnings: string[]): void {
  const labels = labelsIn(rich.text);
  labels.forEach((match, at) => {
    const label = (match[1] ?? '').replace(/\s/gu, '');
    const whole = slice(rich, match.index, labels[at + 1]?.index ?? rich.text.length);
    const value = closePerson(trim(slice(whole, match[0].length)));
    const field = imprintPatterns.find(({ pattern }) => pattern.test(label))?.field;
    if (field === undefined) {
      ledger.leave(whole, `承办行没有“${label}”这一项`);
      if (value.text !== '') warnings.push(`第${line.number}行：承办行没有“${label}”这一项，“${shorten(value.text)}”没有收入。`);
    } else if (open.imprint[field] === undefined) {
      ledger.leave(whole, '版面固定字样，印出时自动加上');
      if (printedLabels.has(label)) keepLabel(slice(whole, 0, match[0].length), ledger);
      open.imprint[field] = ledger.keep(value);
    } else {
      ledger.leave(whole, '重复的承办行');
    }
  });
}

/** The labels of a row of the imprint, in order; one that another holds, as 联系电话 does 电话, counts once. */
function labelsIn(text: string): readonly RegExpExecArray[] {
  if (isRowOfNames(text)) return [...text.matchAll(labelOfName)];
  const known = [...text.matchAll(imprintLabel)];
  const isKnown = ({ index, 0: { length } }: RegExpExecArray): boolean =>
    known.some((other) => other.index < index + length && index < other.index + other[0].length);
  return [...known, ...[...text.matchAll(otherLabel)].filter((match) => !isKnown(match))].sort((left, right) => left.index - right.index);
}

/** A label is printed again, with a full-width colon. */
function keepLabel(rich: Rich, ledger: Ledger): void {
  ledger.leave(rich, '版面固定字样，印出时自动加上');
  ledger.keep(without(rich, /[\s:/／|｜丨]+/gu));
}

function readPrintRun(rich: Rich, open: OpenTail, ledger: Ledger): Rich {
  const match = printRun.exec(rich.text);
  const run = Number(match?.[1]?.replace(/\s/gu, ''));
  if (!match || open.printRun !== undefined || !(run >= 1 && run <= 1_000_000)) return rich;
  open.printRun = run;
  const found = slice(rich, match.index);
  ledger.leave(found, '已记为印数');
  if (found.text.replace(/\s/gu, '') === `印${run}份`) ledger.keep(without(found, /\s+/gu));
  return slice(rich, 0, match.index);
}

/** 王 某: a name of two characters spaced out to the width of three. */
function closePerson(rich: Rich): Rich {
  return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(rich.text) ? without(rich, /\s+/gu) : rich;
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
