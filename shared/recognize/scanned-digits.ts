/** Figures of a masthead that a scan took for letters: 第 l5 期, 5 月 2O 日. */
import { findIssueNumber, findTotal } from './issue-number.js';
import type { Ledger } from './ledger.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import { longestPiece } from './masthead-fields.js';
import { isMastheadLike } from './masthead-like.js';
import { added, concat, slice } from './rich-text.js';
import type { Rich } from './rich-text.js';

const figure = '[\\dlIOo]';
const figures = `${figure}(?:\\s?${figure}){0,4}`;
const counted = new RegExp(`(?<=第\\s{0,2})${figures}(?=\\s{0,2}[期号])|(?<![A-Za-z\\d])${figures}(?=\\s{0,2}[年月日])`, 'gu');

/** A line of a masthead, or of a running head, with the figures that letters stand for; the letters are left aside. */
export function withScannedDigits(line: Line, ledger: Ledger): Line {
  if (line.table || line.text.length > longestPiece || !/\d/u.test(line.text)) return line;
  const letters = [...line.text.matchAll(counted)].flatMap(({ 0: words, index }) =>
    /\d/u.test(words) ? [...words.matchAll(/[lIOo]/gu)].map((letter) => index + letter.index) : [],
  );
  if (letters.length === 0) return line;
  const parts: Rich[] = [];
  let from = 0;
  for (const at of letters) {
    parts.push(slice(line.rich, from, at), added(/[lI]/u.test(line.text.charAt(at)) ? '1' : '0'));
    from = at + 1;
  }
  const read = withRich(line, concat([...parts, slice(line.rich, from)]));
  const end = (findTotal(read.text) ?? findIssueNumber(read.text))?.end;
  if (!isMastheadLike(read) && end !== read.text.length) return line;
  for (const at of letters) ledger.leave(slice(line.rich, at, at + 1), '扫描认作字母的数字，已记为数字');
  return read;
}
