/** Lines around a manuscript's words that say who sent, wrote, reviewed or signed it. */
import { dayOrMonth, findDate } from './dates.js';
import { anyLabel, labels, phoneNames, spacedOut } from './draft-labels.js';
import type { Ledger } from './ledger.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import { slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { bracketed, longestFact, phoneBehind, takeField, takeUnits } from './draft-values.js';
import type { DraftFields } from './draft-values.js';
import { namesInBrackets, signedByPost, signedWithPost, writerWithPosts } from './signed-posts.js';
import { looksLikeUnits, plainUnits, sourceParts } from './sources.js';
import type { SourceParts } from './sources.js';

/** The day, and the time of day, that a web page puts before its source. */
const stamp = '\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?\\s+';
/** Bars that part fields, or a label from its words, on web pages. */
const bars = '|｜丨︱│┃';
/** Between a label and its words: 作者：张示例, 文/张示例, 编辑 | 张示例. */
const colon = `(?:\\s*(?:[：:${bars}]|[/／](?!\\s*[文图]))|(?<=[文图][/／、][文图])\\s+)`;
const fieldStart = new RegExp(`^(?:${stamp})?[（(【\\[]?\\s*(?:${anyLabel})${colon}`, 'u');
const phoneOnly = new RegExp(`^(?:${phoneNames})\\s*[：:][\\d\\s\\-－—()（）、,，转+]{5,40}$`, 'u');
/** 联系电话 0000-1234567: the label without its colon. */
const bareTelephone = new RegExp(`^(?:${phoneNames})\\s+(?=[\\d\\-－—()（）]{7,30}$)`, 'u');
/** A sentence with words behind it that are no further field. */
const sentenceBehind = new RegExp(`[。！？](?!\\s*(?:${anyLabel})${colon})(?=.*\\p{Script=Han})`, 'u');
const senderStart = new RegExp(
  `^[（(【\\[]?\\s*(?:${labels
    .filter(({ field }) => field === 'source' || field === 'author')
    .map(({ names }) => spacedOut(names))
    .join('|')})${colon}`,
  'u',
);
const eachField = new RegExp(`(?<=^|[\\s（(，,；;、。${bars}/／【\\[])(${anyLabel})${colon}\\s*`, 'gu');
const longestFields = 120;
const byline =
  /^[□■◎○●◆◇▲△\s（(]*(?<media>[^\s，。：；！？“”《》（）]{0,24}?)(?:本报|本刊|本网|本台)?(?:首席|见习|实习|全媒体|融媒体?)?(?:记者|通讯员|特约记者|实习生)(?:\s*[：:])?\s*(?<names>\p{Script=Han}[\p{Script=Han}\s、，,·/]{1,30})[）)]?$/u;

const fieldName = new RegExp(`^(?:${anyLabel})$`, 'u');

/** Whether a text is only the name of a field, as a form has it over what is filled in. */
export function isFieldName(text: string): boolean {
  return text.length > 1 && fieldName.test(text);
}

/** Whether a line says only who sent or wrote the manuscript, or when; what it says is read by `readFieldLine`. */
export function isFieldLine(line: Line): boolean {
  return (
    line.role === 'author' ||
    writerWithPosts(line) !== undefined ||
    signedWithPost(line) !== undefined ||
    signedByPost(line) !== undefined ||
    namesInBrackets(line) !== undefined ||
    isAboutWriter(line) ||
    bareTelephone.test(line.text) ||
    isLabelled(line) ||
    byline.test(line.text) ||
    isDateLine(line)
  );
}

/** Whether a line is a phone number with its label, which is no text wherever it stands. */
export function isPhoneLine({ text }: Line): boolean {
  return phoneOnly.test(text);
}

/** Whether a line names a sender: units, a writer, a byline. */
export function isSenderLine(line: Line): boolean {
  return (
    isUnitLine(line) ||
    signedWithPost(line) !== undefined ||
    signedByPost(line) !== undefined ||
    byline.test(line.text) ||
    (isLabelled(line) && senderStart.test(line.text))
  );
}

/** Whether a line holds a calendar day, or a month, and nothing else. */
export function isDateLine(line: Line): boolean {
  if (/^[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月\s*[）)]?$/u.test(line.text)) return true;
  // A form not filled in: 20××年×月×日.
  if (/^[\d×]{2,4}\s*年\s*[\d×]{1,2}\s*月\s*[\d×]{1,2}\s*日$/u.test(line.text)) return true;
  const date = line.text.length <= 24 ? findDate(line.text) : undefined;
  return date !== undefined && /^[（(]?$/u.test(line.text.slice(0, date.start)) && /^[）)]?$/u.test(line.text.slice(date.end));
}

/** Whether a line holds a day without its year: only where a manuscript is signed is that no line of the text. */
export function isBareDay({ text }: Line): boolean {
  return /^\d{1,2}\s*月\s*\d{1,2}\s*日$/u.test(text);
}

/** Whether a line names only the units, in whatever form, that sent the manuscript in. */
export function isUnitLine(line: Line): boolean {
  if (line.role === 'source' || unitWithPhone(line)) return true;
  const parts = sourceParts(line.rich);
  return parts ? looksLikeUnits(parts.units) : (plainUnits(line) ?? unitWithDay(line)) !== undefined;
}

const longestSigned = 60;
/** What parts a value from the next field. */
const fieldEnd = new RegExp(`[\\s，,；;、。${bars}/／（(【\\[]*$`, 'u');

/** （甲局　2031年3月）: the day, or the month, behind or before a unit. */
const monthInBrackets = new RegExp(`(?<=^[（(]\\s?)${dayOrMonth}(?=[\\s，,])|(?<=[\\s，,])${dayOrMonth}(?=[）)]$)`, 'u');

/** 甲镇党委　2031年7月2日: the units of a line that has the day before or behind them, and the day. */
function unitWithDay(line: Line): { readonly parts: SourceParts; readonly day: Rich } | undefined {
  const { text, rich } = line;
  const found = text.length <= longestSigned ? findDate(text) : undefined;
  if (!found) return undefined;
  const [before, behind] = [text.slice(0, found.start), text.slice(found.end)];
  const isBracketed = /[（(]\s*$/u.test(before) && /^\s*[）)]$/u.test(behind);
  if (before !== '' && behind !== '' && !isBracketed) return undefined;
  const unit = trim(before === '' ? slice(rich, found.end) : slice(rich, 0, isBracketed ? before.search(/[（(]\s*$/u) : found.start));
  const parts = plainUnits({ ...line, rich: unit, text: unit.text });
  return parts && { parts, day: slice(rich, found.start, found.end) };
}

/** 甲镇党政办　张示例　13900000000: the units of a line, the writers behind them, and the phone behind these. */
function unitWithPhone(line: Line): { readonly parts: SourceParts; readonly phone: Rich } | undefined {
  if (line.text.length > longestSigned) return undefined;
  const rich = /^[（(].*[）)]$/u.test(line.text) ? slice(line.rich, 1, line.text.length - 1) : line.rich;
  const found = phoneBehind.exec(rich.text);
  const unit = trim(slice(rich, 0, found?.index ?? 0));
  const parts = found ? plainUnits({ ...line, rich: unit, text: unit.text }) : undefined;
  return found && parts ? { parts, phone: slice(rich, rich.text.length - (found[1] ?? '').length) } : undefined;
}

/** （作者系甲镇党委书记）: who the writer is. */
function isAboutWriter({ text }: Line): boolean {
  return text.length <= longestFact && /^[（(]\s*(?:作者|执笔人?|笔者)\s*(?:系|为|是|单位)[^（）()。]{2,60}[）)]$/u.test(text);
}

/** What one who let it pass says, and who: 审核意见：同意。张示例　2031-08-20. */
const opinion = /^\p{Script=Han}{2,8}意见\s?[：:]\s?[^。：:]{1,20}。\s?\p{Script=Han}{2,4}(?:\s{0,4}[\d年月日./-]{4,11})?$/u;

function isLabelled({ text }: Line): boolean {
  return text.length <= longestFields && fieldStart.test(text) && (opinion.test(text) || !sentenceBehind.test(text));
}

/** Books a line of units or fields and notes what it says; false when it is no such line. */
export function readFieldLine(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  if (isDateLine(line) || isBareDay(line)) {
    fields.notes.push(`文中署的日期：${ledger.keep(line.rich)}。`);
    return true;
  }
  if (isLabelled(line)) return readLabelled(line, fields, ledger);
  const [named = ''] = bareTelephone.exec(line.text) ?? [];
  if (named !== '') {
    ledger.leave(line.rich, '栏目标签，内容已记入来稿信息');
    takeField('phone', '电话', slice(line.rich, named.length), fields, ledger);
    return true;
  }
  if (readSignature(line, fields, ledger)) return true;
  const match = byline.exec(line.text);
  if (match) return readByline(line, match, fields, ledger);
  return readUnitsWithFields(line, fields, ledger) || readUnits(line, fields, ledger);
}

/** Who signs a manuscript, with a post, a name or both. */
function readSignature(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  const signed = signedWithPost(line);
  if (signed) {
    ledger.leave(signed.post, '署名的职务，专报不印');
    fields.sources.push(signed.unit);
    takeField('author', '作者', signed.name, fields, ledger);
    return true;
  }
  if (isAboutWriter(line)) {
    fields.notes.push(`文中注明：${ledger.keep(line.rich)}。`);
    return true;
  }
  const post = signedByPost(line);
  if (post) {
    ledger.leave(line.rich, '署名的职务，专报不印');
    fields.sources.push(post.unit);
    fields.notes.push(`署名“${post.unit.text}${post.post.text}”只有职务，来源单位记为${post.unit.text}，请核对。`);
    return true;
  }
  const names = namesInBrackets(line);
  if (names) {
    ledger.leave(line.rich, '署名行的固定字样，内容已记入来稿信息');
    fields.notes.push(`“${line.text}”认作作者，请核对。`);
    takeField('author', '作者', names, fields, ledger);
    return true;
  }
  const writer = line.role === 'author' ? line.rich : writerWithPosts(line);
  if (!writer) return false;
  ledger.leave(line.rich, '署名的职务，专报不印');
  takeField('author', '作者', writer, fields, ledger);
  return true;
}

/** The units of a line that names nothing else but writers, the day and a phone. */
function readUnits(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  const dated = unitWithDay(line);
  if (dated) {
    ledger.leave(line.rich, '来源行的括号或标签，印出时统一');
    fields.notes.push(`文中署的日期：${ledger.keep(dated.day)}。`);
  }
  const called = unitWithPhone(line);
  if (called) takeField('phone', '电话', called.phone, fields, ledger);
  const parts = called?.parts ?? sourceParts(line.rich) ?? plainUnits(line) ?? dated?.parts;
  if (!parts || !isUnitLine(line)) return false;
  const [month] = line.text.length <= longestSigned ? (monthInBrackets.exec(line.text) ?? []) : [];
  if (month !== undefined) fields.notes.push(`文中署的日期：${month}。`);
  takeUnits(line.rich, parts, fields, ledger);
  return true;
}

/** （甲局供稿　撰稿：张示例　审核：李示例）: units with labels behind them. */
function readUnitsWithFields(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  const [first] = line.text.length <= longestFields ? line.text.matchAll(eachField) : [];
  if (!first || first.index < 2 || !/[：:]/u.test(first[0]) || !isUnitLine(line)) return false;
  const isBracketed = /^[（(].*[）)]$/u.test(line.text);
  const head = trim(slice(line.rich, isBracketed ? 1 : 0, first.index));
  const parts = sourceParts(bracketed(head));
  if (!parts || !looksLikeUnits(parts.units)) return false;
  ledger.leave(line.rich, '来源行的括号或标签，印出时统一');
  takeUnits(head, parts, fields, ledger);
  const behind = slice(line.rich, first.index, isBracketed ? line.text.length - 1 : line.text.length);
  return readLabelled(withRich(line, behind), fields, ledger);
}

function readLabelled(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  const matches = [...line.text.matchAll(eachField)];
  const day = findDate(line.text.slice(0, matches[0]?.index ?? 0));
  if (day) fields.notes.push(`文中署的日期：${line.text.slice(day.start, day.end)}。`);
  ledger.leave(line.rich, '栏目标签，内容已记入来稿信息');
  matches.forEach((match, at) => {
    const end = matches[at + 1]?.index ?? line.text.length;
    const value = withoutDay(trimmedValue(without(slice(line.rich, match.index + match[0].length, end), stampPlace)), fields, ledger);
    const name = (match[1] ?? '').replace(/\s/gu, '');
    if (value.text === '') return;
    const field = labels.find(({ names }) => new RegExp(`^(?:${spacedOut(names)})$`, 'u').test(match[1] ?? ''))?.field ?? 'note';
    takeField(field, name, value, fields, ledger);
  });
  return true;
}

/** Where a seal goes: （盖章）. */
const stampPlace = /\s{0,20}[（(](?:盖\s?章|公\s?章|签\s?章|章)[）)]\s*$/gu;

/** The words of a field without the day that stands behind them: 报送人：张示例　2031年8月3日. */
function withoutDay(value: Rich, fields: DraftFields, ledger: Ledger): Rich {
  const day = findDate(value.text);
  if (!day || day.end < value.text.length || !/\s$/u.test(value.text.slice(0, day.start))) return value;
  fields.notes.push(`文中署的日期：${ledger.keep(slice(value, day.start, day.end))}。`);
  return trim(slice(value, 0, day.start));
}

function readByline(line: Line, match: RegExpExecArray, fields: DraftFields, ledger: Ledger): boolean {
  const names = match.groups?.['names'] ?? '';
  const media = match.groups?.['media'] ?? '';
  ledger.leave(line.rich, '署名行的固定字样，内容已记入来稿信息');
  const start = line.text.lastIndexOf(names);
  const named = without(slice(line.rich, start, start + names.length), nameRole);
  takeField('author', '作者', trimmedValue(named), fields, ledger);
  if (media !== '' && !/^(?:本报|本刊|本网|本台|特约|见习|实习|首席|全媒体|融媒体?)$/u.test(media)) {
    const at = line.text.indexOf(media);
    fields.sources.push(slice(line.rich, at, at + media.length));
  }
  return true;
}

/** 通讯员 张示例 记者 李示例: what the second name is called. */
const nameRole = /(?<=\s)(?:特约)?(?:记者|通讯员)(?:\s*[：:]\s*|\s+)/gu;

function trimmedValue(rich: Rich): Rich {
  const value = trim(rich);
  const start = /^[（(]?/u.exec(value.text)?.[0].length ?? 0;
  const hasPair = start > 0 || /^[^（(]*[）)】\]]$/u.test(value.text);
  const end = fieldEnd.exec(value.text)?.index ?? value.text.length;
  const cut = slice(value, 0, end);
  return trim(hasPair && /[）)】\]]$/u.test(cut.text) ? slice(cut, start, cut.text.length - 1) : cut);
}
