/** What an official document (公文, GB/T 9704-2012) prints around its words: 版头 with 发文字号 over the title, 版记 below the text. */
import { isUnitLine, readFieldLine } from './draft-fields.js';
import type { DraftFields } from './draft-values.js';
import type { Ledger } from './ledger.js';
import { lineBehind } from './line.js';
import type { Line } from './line.js';
import { remark } from './masthead-fields.js';
import { slice, trim } from './rich-text.js';
import { secrecyLine } from './secrecy.js';
import { looksLikeUnits } from './sources.js';

/** Lines a 版头 may have over its number: 份号, 密级, 紧急程度, the organ over two lines. */
const mostBefore = 6;
/** 示宣发〔2031〕3号: who sends it, year and number (7.2.5); of a form not filled in, × or blanks. */
const documentNumber = /^[\p{Script=Han}×X][\p{Script=Han}×X\s]{0,15}[〔［[（(][\s\d×X]{0,8}[〕］\])）]\s*第?[\s\d×X]{1,8}号(?=\s|$)/u;
const organMark = /^[\p{Script=Han}×X][\p{Script=Han}×X（）()\s]{2,40}文\s*件$/u;
const serial = /^(?:№|No\.?)?\s*\d{3,8}$/iu;
/** 抄送 and 印发机关 with its date (7.4). */
const copies = /^(?:抄\s*送|抄\s*报|分\s*送)\s*[：:]/u;
const issued = /^\p{Script=Han}.{2,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发?$/u;

/** The lines of a manuscript without the 版头 over its title; number, 密级 and 签发人 go into the fields. */
export function withoutDocumentHead(lines: readonly Line[], fields: DraftFields, ledger: Ledger): readonly Line[] {
  const at = lines.slice(0, mostBefore + 1).findIndex(({ text }) => documentNumber.test(text));
  const line = lines[at];
  if (!line || lines.length < at + 2) return lines;
  const number = documentNumber.exec(line.text)?.[0] ?? '';
  fields.notes.push(`文中标明：${ledger.keep(trim(slice(line.rich, 0, number.length)))}。`);
  const behind = lineBehind(line, number.length);
  if (behind.text !== '' && !readFieldLine(behind, fields, ledger)) ledger.leave(behind.rich, headReason);
  const [before, rest] = [lines.slice(0, at), lines.slice(at + 1)];
  // The number stands under a title as well, where a web page prints a document.
  if (!before.every(isHeadLine)) return [...before, ...rest];
  for (const head of before) if (!readSecrecy(head, fields, ledger)) ledger.leave(head.rich, headReason);
  return rest;
}

const headReason = '公文的版头，不是稿件的文字';

function isHeadLine(line: Line): boolean {
  const { text } = line;
  return organMark.test(text) || secrecyLine.test(text) || serial.test(text) || isUnitLine(line);
}

/** 第3期 of what it was sent in as. */
const bareNumber = /^第\s*\d{1,4}\s*期$/u;

/** 密级, urgency and number over a title: no words of the article, told as notes. */
export function readSecrecy({ rich, text }: Line, { notes }: DraftFields, ledger: Ledger): boolean {
  if (!secrecyLine.test(text) && !bareNumber.test(text)) return false;
  notes.push(`文中标明：${ledger.keep(rich)}。`);
  return true;
}

/** What a report to others is called: 关于……的报告, 情况报告. */
const documentTitle =
  /关于.{2,80}(?:报告|请示|函|通知|通报|意见|方案|汇报|决定|批复|公告|通告|纪要|说明)$|(?:情况|工作)(?:的)?(?:报告|汇报|通报)$/u;
/** Whom a document is sent to (主送机关, 7.3.2): units, or a form not filled in. */
const receivers = /^([\p{Script=Han}×（）()、，,\s]{2,80})[：:]$/u;
const manyUnits = /^(?:各|有关|驻|市直|县直|区直|省直).{1,24}$|^(?:×+|主送机关)$/u;

/** Books the line under a document's title that says whom it is sent to; false when it is none. */
export function leaveReceiver(line: Line | undefined, titleLines: readonly Line[], { notes }: DraftFields, ledger: Ledger): boolean {
  const named = line && line.text.length <= 82 ? receivers.exec(line.text)?.[1] : undefined;
  const title = titleLines.map(({ loose }) => loose).join('');
  const isDocument = documentTitle.test(title) || notes.some((note) => note.startsWith('文中标明：') && note.endsWith('号。'));
  if (!line || named === undefined || !isDocument) return false;
  const areUnits = named
    .split(/[、，,]/u)
    .every((name) => manyUnits.test(name.trim()) || looksLikeUnits([{ text: name.trim(), spans: [] }]));
  if (areUnits) ledger.leave(line.rich, '公文的主送机关，不是稿件的文字');
  return areUnits;
}

/** Whether a line below a document's text names its appendices (附件说明, 7.3.4). */
export function isAppendixName({ text }: Line): boolean {
  return text.length <= longestName && /^附\s*(?:件\s*\d{0,2}\s*)?[：:]\s*\S/u.test(text) && !/[。！？]/u.test(text);
}

const longestName = 80;

/** Books a line that names an appendix. */
export function leaveAppendixName(line: Line, ledger: Ledger): void {
  ledger.leave(line.rich, '公文的附件说明，不是稿件的文字');
}

/** Whether a line is of the 版记 at the end. */
export function isDocumentTail({ text }: Line): boolean {
  return copies.test(text) || issued.test(text) || remark.test(text);
}

/** Whether the lines that close a document say when it was issued: 报送： there names whom it goes to, not who sent it. */
export function areIssued(closing: readonly Line[]): boolean {
  return closing.some(({ text }) => issued.test(text));
}

/** Books a line of the 版记 or one that names appendices; false when it is neither. */
export function leaveDocumentTail(line: Line, ledger: Ledger, isIssued: boolean): boolean {
  if (isAppendixName(line)) {
    leaveAppendixName(line, ledger);
    return true;
  }
  if (!isDocumentTail(line) && !(isIssued && /^报\s*送\s*[：:]/u.test(line.text))) return false;
  ledger.leave(line.rich, '公文的版记，不是稿件的文字');
  return true;
}
