/** Which lines look as those of a masthead do, and which only say again what it says. */
import { findDate, numberOf } from './dates.js';
import { findIssueNumber } from './issue-number.js';
import type { Ledger } from './ledger.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { contentsInRow, isMastheadMark, issueDayLabel, longestPiece, organSuffix, remark } from './masthead-fields.js';
import type { MastheadFields } from './masthead-fields.js';
import { organLike } from './masthead-names.js';
import { secrecy } from './secrecy.js';

/** A day without its year at the end of a line. */
export const monthAndDay = /(?:^|\s)(\d{1,2}\s*月\s*\d{1,2}\s*日)$/u;

/** 某部编　　第12期: who puts the periodical together, and its number, in one row. */
function isOrganWithNumber({ text }: Line): boolean {
  const number = text.length <= longestPiece ? findIssueNumber(text) : undefined;
  return number?.end === text.length && organSuffix.test(text.slice(0, number.start).trimEnd());
}

/** 2031年第4期　某部编　2031.2.3: all of it in one row; or the contents in one. */
function isWholeRow({ text }: Line): boolean {
  if (text.length > longestPiece) return contentsInRow.test(text);
  return (findIssueNumber(text)?.start === 0 && findDate(text) !== undefined) || contentsInRow.test(text);
}

/** Whether a line may well belong to a masthead: also a lone date, organ or name of a periodical. */
export function isMastheadLike(line: Line): boolean {
  if (line.role === 'masthead' || isMastheadMark(line) || isOrganWithNumber(line) || isWholeRow(line)) return true;
  if ((line.text.length <= longestPiece && secrecy.test(line.text)) || remark.test(line.text)) return true;
  const words = line.text.replace(/\s/gu, '');
  const date = findDate(words);
  if (monthAndDay.test(line.text) && organLike.test(line.text.replace(monthAndDay, '').trim())) return true;
  const besides = date ? words.slice(0, date.start).replace(issueDayLabel, '') + words.slice(date.end) : '';
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

/** Whether a line is a calendar day in brackets and nothing else. */
export function isBracketedDate({ text }: Line): boolean {
  const found = /^[（(].*[）)]$/u.test(text) ? findDate(text) : undefined;
  return found?.start === 1 && found.end === text.length - 1;
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
