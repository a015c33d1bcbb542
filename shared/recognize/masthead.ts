import { findDate, numberOf } from './dates.js';
import { readInstruction, readInstructionLabel } from './instruction.js';
import { findIssueNumber, findTotal } from './issue-number.js';
import type { Ledger } from './ledger.js';
import { closeSpaced, contentsLabel, isMastheadMark, organSuffix, readNameByPlace, readOrganByPlace } from './masthead-fields.js';
import type { MastheadFields, MastheadText } from './masthead-fields.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';

const secrecy =
  /^(?:密级\s*[：:]?\s*)?[（(]?((?:绝密|机密|秘密)(?:\s*[★☆*＊]\s*(?:\d{1,2}\s*(?:年|个?月|天|日)|长期|\p{Script=Han}{1,6})?)?|内部(?:文件|资料|参考|刊物|信息)(?:[，,\s]*(?:注意保存|注意保密|请勿外传|不得外传|妥善保管))?)[）)]?(?=\s|$)/u;
const copyNumber = /^(?:份\s*号\s*[：:]?\s*(\S{1,20})|(\d{6}))(?=\s|$)/u;
const serial = /^(?:编\s*号\s*[：:]\s*(\S{1,40})|(?:编\s*号\s*|№\s*|No\.?\s*)([\w〔〕[\]（）()\-第号\p{Script=Han}]{1,30}))(?=\s|$)/u;
const printRun = /^[(（]?\s*(?:共\s*印|印\s*发?|印数|印发份数)\s*[：:]?\s*(\d{1,7})\s*份\s*[)）]?$/u;
const urgency = /^(?:特急|特提|加急|平急|急件)$/u;
const supplement = /^[(（]?\s*增\s*刊\s*[)）]?$/u;
const signerLabel = /^签\s*发人?\s*[：:]\s*(?=\S)/u;
/** What may stand before a day. */
const dayLabel = /(?:出版|印发|编印|出刊|刊出)?(?:日期|时间)\s*[：:]\s*$/u;
const organLabel = /^(?:编发单位|主办单位|主办|编印单位|编印|编发)\s*[：:]\s*/u;
const periodical = /(?:专报|简报|信息|通报|快报|内参|参考|要情|动态|摘报|汇报|通讯|专刊|周报|月报|交流|简讯|文摘)$/u;
const organLike = /^中共|(?:委员会|宣传部|办公室|党委|党工委|政府|研究室|领导小组|指挥部|局|委|部|厅|院|中心)$/u;
const longestPiece = 60;

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
    if (isName(line) || line.text.length > longestPiece * 2) texts.push({ rich: line.rich, line });
    else readPieces(line, fields, texts, ledger);
  }
  readDayWithoutYear(texts, lines, fields, ledger);
  const unnamed = texts.filter(({ rich, line }) => !readNames(rich, line, fields, ledger));
  const placed = readNameByPlace(readOrganByPlace(unnamed, lines, fields, ledger), lines, fields, ledger);
  return {
    fields,
    rest: placed.map(({ rich, line }) => (rich.text === line.text ? line : withRich(line, rich))),
  };
}

const monthAndDay = /(?:^|\s)(\d{1,2}\s*月\s*\d{1,2}\s*日)$/u;

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

/** Whether a line is the name of the periodical as a whole, though its words may look like 密级 (内部参考). */
function isName(line: Line): boolean {
  return line.mastheadPart === 'name' || (line.heading === 1 && line.loose.length <= 20 && periodical.test(line.loose));
}

/** 某部编　　第12期: who puts the periodical together, and its number, in one row. */
function isOrganWithNumber({ text }: Line): boolean {
  const number = text.length <= longestPiece ? findIssueNumber(text) : undefined;
  return number?.end === text.length && organSuffix.test(text.slice(0, number.start).trimEnd());
}

/** Whether a line may well belong to a masthead: also a lone date, organ or name of a periodical. */
export function isMastheadLike(line: Line): boolean {
  if (line.role === 'masthead' || isMastheadMark(line) || isOrganWithNumber(line)) return true;
  const words = line.text.replace(/\s/gu, '');
  const date = findDate(words);
  if (monthAndDay.test(line.text) && organLike.test(line.text.replace(monthAndDay, '').trim())) return true;
  const besides = date ? words.slice(0, date.start) + words.slice(date.end) : '';
  if (date && (besides.length <= 20 || (besides.length <= longestPiece && organLike.test(besides) && !/[，。；]/u.test(besides))))
    return true;
  return line.loose.length <= 20 && (/^中共.*[部委办]$/u.test(line.loose) || (line.loose.length <= 12 && /[专简]报$/u.test(line.loose)));
}

/** Books a line as a repetition when it says only what the masthead says already. */
export function leaveRepeatedMasthead(line: Line, fields: Readonly<MastheadFields>, ledger: Ledger): boolean {
  const isRepeated = line.text.length <= longestPiece && isMadeOf(line.loose, fields);
  if (isRepeated) ledger.leave(line.rich, '重复的报头');
  return isRepeated;
}

/** The date in brackets right under the title, (2024年6月7日), where the masthead has none: the lines without it. */
export function readDateUnderTitle(lines: readonly Line[], fields: MastheadFields, ledger: Ledger): readonly Line[] {
  const line = lines[1];
  if (fields.date !== undefined || !line || !isBracketedDate(line)) return lines;
  readDate(line.rich, fields, ledger);
  ledger.leave(line.rich, '题下日期的括号');
  return lines.filter((each) => each !== line);
}

/** Whether a line is a calendar day in brackets and nothing else. */
export function isBracketedDate({ text }: Line): boolean {
  const found = /^[（(].*[）)]$/u.test(text) ? findDate(text) : undefined;
  return found?.start === 1 && found.end === text.length - 1;
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

/** Whether a line says nothing but name, number, organ or date of the masthead, as running heads do; dashes and page numbers apart. */
function isMadeOf(loose: string, { name, organ, number, date }: Readonly<MastheadFields>): boolean {
  const day = findDate(loose);
  let rest = day && day.date === date ? loose.slice(0, day.start) + loose.slice(day.end) : loose;
  for (const known of [name, organ]) if (known) rest = rest.replace(toLoose(known), '');
  const again = /(?:\d{4}年?)?第\(?([\d〇零一二三四五六七八九十百]+)\)?期/u.exec(rest);
  if (again && numberOf(again[1] ?? '') === number) rest = rest.replace(again[0], '').replace(/\(?总第?\d+期\)?/u, '');
  if (rest === loose) return false;
  return /^(?:[—\-•|()《》]|编印?|第?\d{1,3}页?)*$/u.test(rest);
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

/** 主办：甲　　承办：乙 in one row are two things. */
function partedAtLabels(rich: Rich): readonly Rich[] {
  const cuts = [...rich.text.matchAll(/(?<=\S)\s+(?=(?:主管|主办|承办|协办|指导|编印|编辑|主编|出版|签\s*发)(?:单位|人)?\s*[：:])/gu)].map(
    ({ index }) => index,
  );
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
  else if (urgency.test(text)) ledger.leave(rich, '紧急程度，专报没有这一项');
  else if (supplement.test(text)) {
    fields.supplement = true;
    keepAs(rich, '增刊', ledger, '已记为增刊');
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
    fields[field] = ledger.keep(field === 'secrecy' ? without(found, /(?<=[★☆*＊\d])\s+|\s+(?=[★☆*＊])/gu) : found);
    return [slice(rich, match[0].length)];
  }
  return undefined;
}

function readNumber(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  if (rich.text.length > longestPiece) return undefined;
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

function readDate(rich: Rich, fields: MastheadFields, ledger: Ledger): readonly Rich[] | undefined {
  const found = rich.text.length <= longestPiece ? findDate(rich.text) : undefined;
  if (!found) return undefined;
  const part = slice(rich, found.start, found.end);
  if (fields.date === undefined) {
    fields.date = found.date;
    keepAs(part, found.printed, ledger, `日期的其他写法，已记为${found.printed}`);
  } else ledger.leave(part, fields.date === found.date ? '重复的报头' : `另一个日期，报头已记为${fields.date}`);
  const before = slice(rich, 0, found.start);
  const label = dayLabel.exec(before.text);
  if (label) ledger.leave(slice(before, label.index), '版面固定字样，印出时自动加上');
  const behind = slice(rich, found.end);
  const weekday = /^\s*[（(]?星期[一二三四五六日天][）)]?/u.exec(behind.text)?.[0].length ?? 0;
  if (weekday > 0) ledger.leave(slice(behind, 0, weekday), '日期后的星期，专报不印');
  return [label ? slice(before, 0, label.index) : before, slice(behind, weekday)];
}

function readNames(rich: Rich, line: Line, fields: MastheadFields, ledger: Ledger): boolean {
  if (line.mastheadPart === 'organ' && fields.organ === undefined) {
    fields.organ = ledger.keep(closeSpaced(rich));
    return true;
  }
  if (line.mastheadPart === 'mark' && fields.secrecy === undefined) {
    fields.secrecy = ledger.keep(rich);
    return true;
  }
  const loose = toLoose(rich.text);
  if (fields.name === undefined && isName(line)) {
    fields.name = ledger.keep(closeSpaced(rich));
    return true;
  }
  if (loose === toLoose(fields.name ?? ' ') || loose === toLoose(fields.organ ?? ' ')) {
    ledger.leave(rich, '重复的报头');
    return true;
  }
  if (rich.text.length > 40 || /[。；！？]/u.test(rich.text) || (/[“”]/u.test(rich.text) && !organLike.test(loose))) return false;
  if (fields.organ === undefined && readOrgan(rich, fields, ledger)) return true;
  if (fields.name === undefined && (line.heading === 1 || (periodical.test(loose) && loose.length <= 20))) {
    fields.name = ledger.keep(closeSpaced(rich));
    return true;
  }
  return fields.name === undefined && readTitledName(rich, fields, ledger);
}

/** 《宣传简报》 before the number of an issue. */
function readTitledName(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const titled = /^《(.{2,18})》$/u.exec(rich.text)?.[1];
  if (titled === undefined || !periodical.test(titled)) return false;
  ledger.leave(rich, '刊名的书名号');
  fields.name = ledger.keep(slice(rich, 1, rich.text.length - 1));
  return true;
}

/** 编发单位 by its label, by its own words or by 编印 behind it. */
function readOrgan(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const label = organLabel.exec(rich.text);
  const suffix = organSuffix.exec(rich.text);
  const isOrgan = organLike.test(toLoose(rich.text)) || (suffix !== null && organLike.test(toLoose(rich.text.slice(0, suffix.index))));
  if (!label && !isOrgan) return false;
  const named = slice(rich, label?.[0].length ?? 0, suffix?.index ?? rich.text.length);
  if (label) ledger.leave(slice(rich, 0, label[0].length), '版面固定字样，印出时自动加上');
  if (suffix) ledger.leave(slice(rich, suffix.index), '编发单位后的“编”“编印”字样，不印');
  fields.organ = ledger.keep(closeSpaced(named));
  return true;
}

/** Keeps a part when it is printed again with the same characters; else says what it was taken for. */
function keepAs(rich: Rich, printed: string, ledger: Ledger, reason: string): void {
  const close = without(rich, /\s+/gu);
  if (close.text === printed) ledger.keep(close);
  else ledger.leave(rich, reason);
}
