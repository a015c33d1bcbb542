import { findDate } from './dates.js';
import { readInstruction, readInstructionLabel } from './instruction.js';
import { findIssueNumber, findTotal } from './issue-number.js';
import type { Ledger } from './ledger.js';
import {
  contentsInRow,
  contentsLabel,
  dayLabel,
  isPiece,
  longestPiece,
  readNameByPlace,
  readOrganByPlace,
  remark,
} from './masthead-fields.js';
import type { MastheadFields, MastheadText } from './masthead-fields.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { isBracketedDate, monthAndDay } from './masthead-like.js';
import { isName, isPeriodical, readNames, readOrganBesideDay } from './masthead-names.js';
import { slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { secrecy } from './secrecy.js';

const copyNumber = /^(?:份\s*号\s*[：:]?\s*(\d(?: \d){3,7}|\S{1,20})|(\d{6}))(?=\s|$)/u;
const serial = /^(?:编\s*号\s*[：:]\s*(\S{1,40})|(?:编\s*号\s*|№\s*|No\.?\s*)([\w〔〕[\]（）()\-第号\p{Script=Han}]{1,30}))(?=\s|$)/u;
const printRun = /^[(（]?\s*(?:共\s*印|印\s*发?|印数|印发份数)\s*[：:]?\s*(\d{1,7})\s*份\s*[)）]?$/u;
const urgency = /^(?:特急|特提|加急|平急|急件)$/u;
const supplement = /^(?:\d{4}\s*年\s*)?[(（]?\s*增\s*刊\s*[)）]?$/u;
/** An issue outside the row, which has no number. */
const special = /^(?:\d{4}\s*年\s*)?[(（]?\s*(?:特|专|号)\s*[刊外]\s*[)）]?$/u;
const signerLabel = /^签\s*发人?\s*[：:]\s*(?=\S)/u;
const supervisor = /^主管(?:单位|部门)?\s*[：:]/u;
const bareNumber = /^[（(〔【[]\s*(\d{1,4})\s*[）)〕】\]]$/u;

export interface MastheadReading {
  readonly fields: Readonly<MastheadFields>;
  /** Lines of the cover that are no part of the masthead: likely titles without a column. */
  readonly rest: readonly Line[];
}

/** Reads 刊名, 期号, 编发单位, 日期 and what may stand around them; books what it reads. */
export function readMasthead(lines: readonly Line[], ledger: Ledger): MastheadReading {
  const fields: MastheadFields = {};
  const texts: MastheadText[] = [];
  let isInstructed = false;
  for (const line of lines) {
    isInstructed = readInstruction(line, isInstructed, fields, ledger);
    if (isInstructed) continue;
    if (isName(line) || !(line.text.length <= longestPiece * 2 || isPiece(line.text))) texts.push({ rich: line.rich, line });
    else readPieces(line, fields, texts, ledger);
  }
  readDayWithoutYear(texts, lines, fields, ledger);
  readBareNumber(texts, fields, ledger);
  const unnamed = readOrganBesideDay(texts, fields, ledger).filter(({ rich, line }) => !readNames(rich, line, fields, ledger));
  const placed = readNameByPlace(readOrganByPlace(unnamed, lines, fields, ledger), lines, fields, ledger);
  return {
    fields,
    rest: placed.map(({ rich, line }) => (rich.text === line.text ? line : withRich(line, rich))),
  };
}

/** （88） right under the name of a periodical, in a masthead with its day and no other number. */
function readBareNumber(texts: MastheadText[], fields: MastheadFields, ledger: Ledger): void {
  const at = texts.findIndex(({ rich, line }, place) => {
    const above = texts[place - 1]?.rich.text;
    return bareNumber.test(line.text) && rich.text === line.text && above !== undefined && isPeriodical(above);
  });
  const found = texts[at];
  const number = Number(bareNumber.exec(found?.rich.text ?? '')?.[1]);
  if (!found || fields.number !== undefined || fields.date === undefined || !(number >= 1)) return;
  fields.number = number;
  ledger.leave(found.rich, `期号的其他写法，已记为第${number}期`);
  texts.splice(at, 1);
}

/** 11月25日 in a masthead whose number says the year: 2024年第11期. */
function readDayWithoutYear(texts: MastheadText[], lines: readonly Line[], fields: MastheadFields, ledger: Ledger): void {
  if (fields.date !== undefined) return;
  const year = lines.flatMap(({ text }) => /(\d{4})\s*年\s*第/u.exec(text)?.[1] ?? [])[0];
  const at = texts.findIndex(({ rich }) => rich.text.length <= longestPiece && monthAndDay.test(rich.text));
  const found = texts[at];
  const day = found && monthAndDay.exec(found.rich.text)?.[1];
  const date = year !== undefined && day ? findDate(`${year}年${day}`) : undefined;
  if (!found || !day || !date) return;
  fields.date = date.date;
  const start = found.rich.text.length - day.length;
  ledger.leave(slice(found.rich, start), `日期的其他写法，已记为${date.printed}`);
  const rest = trim(slice(found.rich, 0, start));
  texts.splice(at, 1, ...(rest.text === '' ? [] : [{ ...found, rich: rest }]));
}

/** The date in brackets right under the title, (2024年6月7日), where the masthead has none: the lines without it. */
export function readDateUnderTitle(lines: readonly Line[], fields: MastheadFields, ledger: Ledger): readonly Line[] {
  const line = lines[1];
  if (fields.date !== undefined || !line || !isBracketedDate(line)) return lines;
  readDate(line.rich, fields, ledger);
  ledger.leave(line.rich, '题下日期的括号');
  return lines.filter((each) => each !== line);
}

/** The lines without the masthead's date, where it strayed among them as words taken out of a PDF do: one line that says nothing else. */
export function readStrayDate(lines: readonly Line[], fields: MastheadFields, ledger: Ledger): readonly Line[] {
  const isDate = ({ text }: Line): boolean => {
    const found = findDate(text);
    return found?.start === 0 && found.end === text.length;
  };
  const line = fields.date === undefined ? lines.find(isDate) : undefined;
  if (!line) return lines;
  readDate(line.rich, fields, ledger);
  return lines.filter((each) => each !== line);
}

function readPieces(line: Line, fields: MastheadFields, texts: MastheadText[], ledger: Ledger): void {
  const waiting: Rich[] = [...partedAtLabels(line.rich)];
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const rich = trim(piece);
    if (rich.text === '' || readLabelled(rich, fields, ledger)) continue;
    const cut = readOpening(rich, fields, ledger) ?? readNumber(rich, fields, ledger) ?? readDate(rich, fields, ledger);
    if (cut) waiting.unshift(...cut);
    else texts.push({ rich, line });
  }
}

/** 主办：甲　　承办：乙 in one row are two things, as are 签发人：丙 and the day. */
function partedAtLabels(rich: Rich): readonly Rich[] {
  const signed = isPiece(rich.text) && /签\s*发人?\s*[：:]\s*\S/u.test(rich.text) ? findDate(rich.text) : undefined;
  const cuts = [...rich.text.matchAll(/(?<=\S)\s+(?=(?:主管|主办|承办|协办|指导|编印|编辑|主编|出版|签\s*发)(?:单位|人)?\s*[：:])/gu)].map(
    ({ index }) => index,
  );
  if (signed && /\S\s+$/u.test(rich.text.slice(0, signed.start))) cuts.push(signed.start);
  return [0, ...cuts].map((start, at) => slice(rich, start, cuts[at] ?? rich.text.length));
}

/** Pieces that are one thing as a whole. */
function readLabelled(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const { text } = rich;
  if (readInstructionLabel(rich, fields, ledger)) return true;
  const signed = signerLabel.exec(text);
  if (signed) {
    ledger.leave(slice(rich, 0, signed[0].length), '版面固定字样，印出时自动加上');
    fields.signer = ledger.keep(slice(rich, signed[0].length));
    return true;
  }
  if (contentsLabel.test(text)) ledger.leave(rich, '版面固定字样，印出时自动加上');
  else if (contentsInRow.test(text)) ledger.leave(rich, '排成一行的目录，印出时按标题重排');
  else if (urgency.test(text)) ledger.leave(rich, '紧急程度，专报没有这一项');
  else if (remark.test(text)) ledger.leave(rich, '附注（发送范围），专报没有这一项');
  else if (supervisor.test(text)) ledger.leave(rich, '主管单位，专报没有这一项');
  else if (supplement.test(text)) {
    fields.supplement = true;
    keepAs(rich, '增刊', ledger, '已记为增刊');
  } else if (special.test(text)) {
    fields.isSpecial = true;
    ledger.leave(rich, '刊名后的字样，专报没有这一项');
  } else if (printRun.test(text)) {
    const run = Number(printRun.exec(text)?.[1]);
    if (fields.printRun !== undefined || run < 1 || run > 1_000_000) return false;
    fields.printRun = run;
    keepAs(rich, `印${run}份`, ledger, '已记为印数');
  } else return false;
  return true;
}

/** 密级, 份号, 编号 at the start of a piece; the rest of the piece comes back. */
function readOpening(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  const openings = [
    ['secrecy', secrecy],
    ['copyNumber', copyNumber],
    ['serial', serial],
  ] as const;
  for (const [field, pattern] of openings) {
    const isNumber = field === 'serial' && fields.number === undefined && findIssueNumber(rich.text)?.start === 0;
    const match = fields[field] === undefined && !isNumber ? pattern.exec(rich.text) : null;
    const value = match?.[1] ?? match?.[2];
    if (!match || value === undefined) continue;
    const start = match[0].lastIndexOf(value);
    for (const around of [slice(rich, 0, start), slice(rich, start + value.length, match[0].length)])
      ledger.leave(around, '版面固定字样，印出时自动加上');
    const found = slice(rich, start, start + value.length);
    fields[field] = ledger.keep(without(found, /(?<=[★☆*＊\d])\s+|\s+(?=[★☆*＊])/gu));
    return [slice(rich, match[0].length)];
  }
  return undefined;
}

function readNumber(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  if (!isPiece(rich.text)) return undefined;
  const match = findIssueNumber(rich.text);
  const total = findTotal(rich.text);
  if (!match || (total && total.start < match.start && total.end >= match.end)) return readTotal(rich, fields, ledger);
  const { number, isSupplement } = match;
  const found = slice(rich, match.start, match.end);
  const around = [slice(rich, 0, match.start), slice(rich, match.end)];
  if (fields.number !== undefined) {
    ledger.leave(found, fields.number === number ? '重复的报头' : `另一个期号，报头已记为第${fields.number}期`);
    return around;
  }
  fields.number = number;
  if (match.isJoint) fields.joint = found.text.trim();
  if (isSupplement) fields.supplement = true;
  ledger.leave(found, `期号的其他写法，已记为${isSupplement ? '增刊' : ''}第${number}期`);
  const start = Math.max(0, found.text.search(/第\s*[^总]/u));
  const plain = slice(found, start, found.text.indexOf('期', start) + 1);
  if (toLoose(plain.text) === `第${number}期`) ledger.keep(without(plain, /\s+/gu));
  const mark = found.text.indexOf('增刊');
  if (mark >= 0) ledger.keep(slice(found, mark, mark + 2));
  readTotal(found, fields, ledger);
  return around;
}

const mostTotal = 99_999;

function readTotal(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  const total = findTotal(rich.text);
  if (!total) return undefined;
  const part = slice(rich, total.start, total.end);
  const isGood = total.number >= 1 && total.number <= mostTotal;
  if (fields.total === undefined && isGood) {
    fields.total = total.number;
    keepAs(part, `（总第${total.number}期）`, ledger, `总期数的其他写法，已记为总第${total.number}期`);
  } else ledger.leave(part, fields.total === total.number ? '重复的报头' : '另一个总期数，没有收入');
  return [slice(rich, 0, total.start), slice(rich, total.end)];
}

const behindDay = /^\s*(?:[（(]?星期[一二三四五六日天][）)]?|出\s*[刊版](?=\s|$))/u;

/** 2031年10月1日—10月7日: the days a weekly is about. */
const period = /^\s*(?:[-—–~～]{1,2}|至|到)\s*\d/u;

function readDate(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  const found = isPiece(rich.text) ? findDate(rich.text) : undefined;
  if (!found || period.test(rich.text.slice(found.end))) return undefined;
  const part = slice(rich, found.start, found.end);
  if (fields.date === undefined) {
    fields.date = found.date;
    keepAs(part, found.printed, ledger, `日期的其他写法，已记为${found.printed}`);
  } else ledger.leave(part, fields.date === found.date ? '重复的报头' : `另一个日期，报头已记为${fields.date}`);
  const before = slice(rich, 0, found.start);
  const label = dayLabel.exec(before.text);
  if (label) ledger.leave(slice(before, label.index), '版面固定字样，印出时自动加上');
  const behind = slice(rich, found.end);
  const added = behindDay.exec(behind.text)?.[0].length ?? 0;
  if (added > 0) ledger.leave(slice(behind, 0, added), '日期后的星期、“出刊”字样，专报不印');
  return [label ? slice(before, 0, label.index) : before, slice(behind, added)];
}

/** Keeps a part when it is printed again with the same characters; else says what it was taken for. */
function keepAs(rich: Rich, printed: string, ledger: Ledger, reason: string): void {
  const close = without(rich, /\s+/gu);
  if (close.text === printed) ledger.keep(close);
  else ledger.leave(rich, reason);
}
