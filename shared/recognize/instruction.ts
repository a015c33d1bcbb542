/** 领导批示: what leaders wrote on the periodical, in a box of the masthead. */
import { noteLabelLength } from './editor-notes.js';
import { entryMarkLength } from './bullets.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { instruction } from './masthead-fields.js';
import type { MastheadFields } from './masthead-fields.js';
import { slice } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { isSignedSentence } from './signed-sentence.js';

/** Reads 领导批示 and what may stand behind it; false for other words. */
export function readInstructionLabel(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const label = instruction.exec(rich.text);
  if (!label) return false;
  ledger.leave(slice(rich, 0, label[0].length), '版面固定字样，印出时自动加上');
  const rest = slice(rich, label[0].length);
  if (rest.text !== '') fields.instruction = `${fields.instruction ?? ''}${ledger.keep(rest)}`;
  return true;
}

/**
 * What stands in the 领导批示 box: by its style or after its label, whatever its words and length; and, right under those, the
 * sentences and the leader's name with the day.
 */
export function readInstruction(line: Line, isInstructed: boolean, fields: MastheadFields, ledger: Ledger): boolean {
  if (line.mastheadPart !== 'instruction' && instruction.test(line.text)) return readInstructionLabel(line.rich, fields, ledger);
  const said = fields.instruction ?? '';
  const isNext = isSaid(line);
  if (said === '' && spokenInstruction.test(line.text)) {
    const mark = entryMarkLength(line.text);
    ledger.leave(slice(line.rich, 0, mark), '排版标记');
    fields.instruction = ledger.keep(slice(line.rich, mark));
    return true;
  }
  const runsOn =
    (isInstructed || isNext) &&
    !line.opensPart &&
    line.column === undefined &&
    noteLabelLength(line.text) === 0 &&
    (isSentence(line) || (said !== '' && isSigned(line)));
  if (line.mastheadPart !== 'instruction' && !runsOn) return false;
  const isParted = said !== '' && (isNext || isSigned(line) || /\d日[）)]?$/u.test(said));
  fields.instruction = `${said}${isParted ? '　' : ''}${ledger.keep(line.rich)}`;
  return true;
}

/** 市委主要领导在本专报第17期上批示：, which needs no label over it. */
const spokenInstruction = /^.{4,40}批示(?:指出|如下)?[：:]$/u;

function isSentence({ text }: Line): boolean {
  return /[。；，][”’]?$/u.test(text) || isSignedSentence(text);
}

/** Whether a line right under an empty label 领导批示 is what leaders wrote. */
export function isWritten({ text }: Pick<Line, 'text'>): boolean {
  return /[。！][”’]?$/u.test(text) || isSignedSentence(text);
}

/** What one more leader wrote, told by its own words: 分管副市长批示：照办。（4月11日） */
export function isSaid(line: Pick<Line, 'text'>): boolean {
  return isWritten(line) && line.text.length <= longestSaid && /^.{2,20}批示(?:指出|要求)?[：:]/u.test(line.text);
}

const longestSaid = 200;

/** A name with the day it was written on, 王示例　7月2日, or set to the right. */
export function isSigned({ text, align }: Pick<Line, 'text' | 'align'>): boolean {
  const name = /^(?:[—–-]{1,2}\s*)?\p{Script=Han}{2,4}(\s+(?:\d{4}年)?\d{1,2}月\d{1,2}日)?$/u.exec(text);
  return name !== null && (name[1] !== undefined || align === 'right');
}
