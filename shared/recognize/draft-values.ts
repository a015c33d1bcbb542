/** What the labels and signatures around a manuscript say, taken into its fields. */
import type { Field } from './draft-labels.js';
import type { Ledger } from './ledger.js';
import type { DraftFacts } from './recognized.js';
import { slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { writerWithPosts } from './signed-posts.js';
import { looksLikeUnits, sourceParts } from './sources.js';
import type { SourceParts } from './sources.js';

/** What the lines read so far say. */
export interface DraftFields {
  readonly sources: Rich[];
  readonly facts: { -readonly [Name in keyof DraftFacts]: DraftFacts[Name] };
  /** What has no field of its own, as Chinese sentences. */
  readonly notes: string[];
  /** What the last source was called: 报送单位. */
  sourceName?: string;
}

/** Longest fact, in characters. */
export const longestFact = 80;
const longestName = 12;

/** The words as a source line in brackets has them. */
export function bracketed(rich: Rich): Rich {
  const mark = { line: -1, start: 0, length: 1, isBold: false };
  return { text: `（${rich.text}）`, spans: [mark, ...rich.spans, mark] };
}

/** Takes what a label says into the field it names; what has no field, or is there already, becomes a note. */
export function takeField(field: Field, name: string, value: Rich, fields: DraftFields, ledger: Ledger): void {
  const phone = field === 'author' || name.startsWith('联系人') ? phoneBehind.exec(value.text) : null;
  if (phone && phone.index > 0) {
    takeField('phone', '电话', slice(value, value.text.length - (phone[1] ?? '').length), fields, ledger);
    takeField(field, name, trim(slice(value, 0, phone.index)), fields, ledger);
  } else if (field === 'source') takeNamedSource(name, value, fields, ledger);
  else if (field === 'phone' && unitBehind.test(value.text)) {
    const at = value.text.search(unitBehind);
    takeField('phone', name, slice(value, 0, at), fields, ledger);
    takeSource(trim(slice(value, at)), fields, ledger);
  } else if (field === 'author' && writerWithPosts({ text: value.text, rich: value })) takeWriter(value, fields, ledger);
  else if (field === 'author' && namesUnitAndWriter(value)) takeSource(value, fields, ledger);
  else if (field === 'author' && namesOf(fields.facts.author).includes(value.text)) ledger.leave(value, '重复的作者');
  else if (field === 'author' && fields.facts.author !== undefined && value.text.length <= longestName)
    fields.facts.author = `${fields.facts.author}、${ledger.keep(closedName(value))}`;
  else if (field === 'note' || fields.facts[field] !== undefined || value.text.length > longestFact)
    fields.notes.push(`${name}：${ledger.keep(value)}。`);
  else fields.facts[field] = ledger.keep(field === 'phone' ? value : closedName(value));
}

/** 执笔人：县政协委员、林业站站长　张示例: the name behind the posts. */
function takeWriter(value: Rich, fields: DraftFields, ledger: Ledger): void {
  ledger.leave(value, '署名的职务，专报不印');
  takeField('author', '作者', writerWithPosts({ text: value.text, rich: value }) ?? value, fields, ledger);
}

/** 甲县融媒体中心　张示例: a unit and who writes for it. */
function namesUnitAndWriter(value: Rich): boolean {
  const parts = sourceParts(bracketed(value));
  return parts !== undefined && parts.persons.length > 0 && looksLikeUnits(parts.units);
}

/** The names that a fact holds. */
export function namesOf(author = ''): readonly string[] {
  return author.split(/[\s、，,]+/u);
}

/** 0000-1234567　甲县委宣传部: who has that phone, behind it. */
const unitBehind = /(?<=\d)\s{1,20}(?=\p{Script=Han}{2,30}$)/u;
/** A phone at the end of a text. */
export const phoneBehind = /[\s，,、]*(?:(?:联系)?电话|手机)?[：:\s]?(?<![\d-])(1\d{10}|0\d{2,3}[-－—]?\d{7,8}|\d{7,8})$/u;

/** What a label names as a source; two labels with a unit each are told, as one of them may be whom it is sent to. */
function takeNamedSource(name: string, value: Rich, fields: DraftFields, ledger: Ledger): void {
  const { sourceName: before } = fields;
  const known = fields.sources.length;
  takeSource(value, fields, ledger);
  if (before !== undefined && before !== name && known > 0 && fields.sources.length > known)
    fields.notes.push(`“${before}”和“${name}”后面写着不同的单位，都记为来源，请核对。`);
  fields.sourceName = name;
}

/** 供稿：甲区委宣传部 张三 13900000000: a unit, else a person; the phone behind them. */
function takeSource(named: Rich, fields: DraftFields, ledger: Ledger): void {
  const phone = phoneBehind.exec(named.text);
  if (phone) takeField('phone', '电话', slice(named, named.text.length - (phone[1] ?? '').length), fields, ledger);
  const value = phone ? trim(slice(named, 0, phone.index)) : named;
  if (value.text === '') return;
  const parts = sourceParts(bracketed(value));
  const isPerson = /^\p{Script=Han}{2,3}(?:[\s、，,]+\p{Script=Han}{2,3})*$/u.test(value.text) && !(parts && looksLikeUnits(parts.units));
  if (isPerson) takeField('author', '作者', value, fields, ledger);
  else if (parts) takeUnits(value, parts, fields, ledger);
  else fields.sources.push(value);
}

/** The units that a line names, each once, and the writers behind them. */
export function takeUnits(rich: Rich, { units, persons }: SourceParts, fields: DraftFields, ledger: Ledger): void {
  ledger.leave(rich, '来源行的括号或标签，印出时统一');
  const known = fields.sources.map(({ text }) => text);
  const isKnown = ({ text }: Rich): boolean =>
    known.some((name) => name === text || isOfficeOf(name, text) || roomBehind.test(behind(text, name)));
  fields.sources.push(...units.filter((unit) => !isKnown(unit)));
  for (const unit of units) if (isKnown(unit)) ledger.leave(unit, '重复的来源单位');
  if (persons.length > 0) takeField('author', '作者', joinedNames(persons), fields, ledger);
}

/** What stands behind a unit in the name of one of its rooms. */
function behind(text: string, unit: string): string {
  return text.startsWith(unit) ? text.slice(unit.length) : '';
}

const roomBehind = /^\p{Script=Han}{0,6}(?:办公室|[办科股室])$/u;

/** Whether the first name is the other's with the office that wrote for it: 示例区甲镇党委宣传办 and 甲镇. */
function isOfficeOf(name: string, unit: string): boolean {
  const at = name.indexOf(unit);
  return at >= 0 && ofOrgan.test(name.slice(at + unit.length));
}

const ofOrgan = /^(?:党委|党工委|党组|人民政府|政府|办事处|委员会)?(?:\p{Script=Han}{0,8}(?:办公室|[办部科股室]))?$/u;

function joinedNames(persons: readonly Rich[]): Rich {
  return {
    text: persons.map(({ text }) => text).join('、'),
    spans: persons.flatMap(({ spans }, at) => (at === 0 ? spans : [{ line: -1, start: 0, length: 1, isBold: false }, ...spans])),
  };
}

/** 王 某: a name of two characters spaced out to the width of three. */
function closedName(rich: Rich): Rich {
  return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(rich.text) ? without(rich, /\s+/gu) : rich;
}
