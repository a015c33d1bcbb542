/** Lines around a manuscript's words that say who sent, wrote, reviewed or signed it. */
import { findDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import type { DraftFacts } from './recognized.js';
import { slice, trim, without } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { namesInBrackets, signedByPost, signedWithPost, writerWithPosts } from './signed-posts.js';
import { looksLikeUnits, plainUnits, sourceParts } from './sources.js';
import type { SourceParts } from './sources.js';

/** What the lines read so far say. */
export interface DraftFields {
  readonly sources: Rich[];
  readonly facts: { -readonly [Name in keyof DraftFacts]: DraftFacts[Name] };
  /** What has no field of its own, as Chinese sentences. */
  readonly notes: string[];
}

type Field = keyof DraftFacts | 'source' | 'note';

const phoneNames = '(?:联系|办公|手机|值班)?电\\s*话|联系方式|手\\s*机(?:号码?)?';
const labels: readonly { readonly names: string; readonly field: Field }[] = [
  {
    names:
      '供稿(?:单位|部门)?|(?:报送|来稿|投稿|撰稿|作者|推荐|选送|提供|发稿)(?:单位|部门)|报送|来稿|投稿|信息来源|稿件来源|来源|稿源|单位(?:名称)?',
    field: 'source',
  },
  {
    names:
      '文[/／、]?图|图[/／、]?文|作\\s*者|供稿人|拟\\s*稿人?|撰稿人?|撰\\s*(?:写|文)|采\\s*写|主\\s*笔|通讯员|执\\s*笔人?|信息员|(?:报送|投稿|来稿|编写|填报)人|文字?',
    field: 'author',
  },
  {
    names: '签\\s*发人?|签批人?|(?:主管|分管|主要|单位)?领导(?:签[字发批]|审[核批])|(?:签发|审签|分管|主要)领导|审签人?|批准人?',
    field: 'signedBy',
  },
  { names: phoneNames, field: 'phone' },
  {
    names:
      '审\\s*核人?|审\\s*稿人?|核\\s*稿人?|初审人?|复审人?|终审人?|校\\s*对|责任?编辑?|编\\s*辑|联系人|(?:电子|联系)?邮\\s*箱|邮\\s*编|传\\s*真|地\\s*址|(?:报送|成文|投稿|来稿|收稿|填报|撰稿|供稿|发布)(?:日期|时间)|浏览(?:次数|量)?|阅读量|点击(?:数|量)?|字\\s*[号体]|字\\s*数|栏\\s*目|拟投栏目|类\\s*别|主题词|关键词|日\\s*期|时\\s*间(?=\\s*[：:]\\s*\\d{4}\\s*[年.-])|呈报|(?:(?:主管|分管|主要|单位)?(?:领导|负责人))?(?:审核|审签|审批|签发|领导|部门|单位|处理)意见|监\\s*制|策\\s*划|统\\s*(?:筹|稿)|制\\s*作|剪\\s*辑|(?:一|二|三|初|复|终)审|复\\s*核人?|审\\s*定人?|(?:总|主)\\s*编|美\\s*编|排\\s*版|图片?|摄\\s*影|视\\s*频|(?:部门|科室|单位)?负责人|经办人|(?:课题组|调研组|写作组)?(?:副?组\\s*长|成\\s*员)',
    field: 'note',
  },
];
/** Names may be spaced out over the width of longer ones: 撰 稿 人. */
const spacedOut = (names: string): string => names.replace(/(?<=\p{Script=Han}|\))(?=\p{Script=Han}|\(\?:)/gu, '\\s*');
const anyLabel = labels.map(({ names }) => spacedOut(names)).join('|');
/** The day, and the time of day, that a web page puts before its source. */
const stamp = '\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?\\s+';
/** Between a label and its words: 作者：张示例, 文/张示例, 编辑 | 张示例. */
const colon = '\\s*[：:/／|｜]';
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
const eachField = new RegExp(`(?<=^|[\\s（(，,；;、。|｜/／【\\[])(${anyLabel})${colon}\\s*`, 'gu');
const longestFields = 120;
const longestFact = 80;
const longestName = 12;
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

/** Whether a line names only the units, in whatever form, that sent the manuscript in. */
export function isUnitLine(line: Line): boolean {
  if (line.role === 'source') return true;
  const parts = sourceParts(line.rich);
  return parts ? looksLikeUnits(parts.units) : (plainUnits(line) ?? unitWithDay(line)) !== undefined;
}

const longestSigned = 60;

/** 甲镇党委　2031年7月2日: the units of a line that has the day before or behind them, and the day. */
function unitWithDay(line: Line): { readonly parts: SourceParts; readonly day: Rich } | undefined {
  const { text, rich } = line;
  const found = text.length <= longestSigned ? findDate(text) : undefined;
  if (!found || (found.start > 0 && found.end < text.length)) return undefined;
  const unit = trim(found.start > 0 ? slice(rich, 0, found.start) : slice(rich, found.end));
  const parts = plainUnits({ ...line, rich: unit, text: unit.text });
  return parts && { parts, day: slice(rich, found.start, found.end) };
}

/** （作者系甲镇党委书记）: who the writer is. */
function isAboutWriter({ text }: Line): boolean {
  return text.length <= longestFact && /^[（(]\s*(?:作者|执笔人?|笔者)\s*(?:系|为|是|单位)[^（）()。]{2,60}[）)]$/u.test(text);
}

function isLabelled({ text }: Line): boolean {
  return text.length <= longestFields && fieldStart.test(text) && !sentenceBehind.test(text);
}

/** Books a line of units or fields and notes what it says; false when it is no such line. */
export function readFieldLine(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  if (isDateLine(line)) {
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
  if (writer) {
    ledger.leave(line.rich, '署名的职务，专报不印');
    takeField('author', '作者', writer, fields, ledger);
    return true;
  }
  const match = byline.exec(line.text);
  if (match) return readByline(line, match, fields, ledger);
  if (readUnitsWithFields(line, fields, ledger)) return true;
  const dated = unitWithDay(line);
  if (dated) fields.notes.push(`文中署的日期：${ledger.keep(dated.day)}。`);
  const parts = sourceParts(line.rich) ?? plainUnits(line) ?? dated?.parts;
  if (!parts || !isUnitLine(line)) return false;
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

function bracketed(rich: Rich): Rich {
  const mark = { line: -1, start: 0, length: 1, isBold: false };
  return { text: `（${rich.text}）`, spans: [mark, ...rich.spans, mark] };
}

function readLabelled(line: Line, fields: DraftFields, ledger: Ledger): boolean {
  const matches = [...line.text.matchAll(eachField)];
  const day = findDate(line.text.slice(0, matches[0]?.index ?? 0));
  if (day) fields.notes.push(`文中署的日期：${line.text.slice(day.start, day.end)}。`);
  ledger.leave(line.rich, '栏目标签，内容已记入来稿信息');
  matches.forEach((match, at) => {
    const end = matches[at + 1]?.index ?? line.text.length;
    const value = withoutDay(trimmedValue(slice(line.rich, match.index + match[0].length, end)), fields, ledger);
    const name = (match[1] ?? '').replace(/\s/gu, '');
    if (value.text === '') return;
    const field = labels.find(({ names }) => new RegExp(`^(?:${spacedOut(names)})$`, 'u').test(match[1] ?? ''))?.field ?? 'note';
    takeField(field, name, value, fields, ledger);
  });
  return true;
}

/** The words of a field without the day that stands behind them: 报送人：张示例　2031年8月3日. */
function withoutDay(value: Rich, fields: DraftFields, ledger: Ledger): Rich {
  const day = findDate(value.text);
  if (!day || day.end < value.text.length || !/\s$/u.test(value.text.slice(0, day.start))) return value;
  fields.notes.push(`文中署的日期：${ledger.keep(slice(value, day.start, day.end))}。`);
  return trim(slice(value, 0, day.start));
}

function takeField(field: Field, name: string, value: Rich, fields: DraftFields, ledger: Ledger): void {
  const phone = field === 'author' || name === '联系人' ? phoneBehind.exec(value.text) : null;
  if (phone && phone.index > 0) {
    takeField('phone', '电话', slice(value, value.text.length - (phone[1] ?? '').length), fields, ledger);
    takeField(field, name, trim(slice(value, 0, phone.index)), fields, ledger);
  } else if (field === 'source') takeSource(value, fields, ledger);
  else if (field === 'author' && fields.facts.author !== undefined && value.text.length <= longestName)
    fields.facts.author = `${fields.facts.author}、${ledger.keep(closedName(value))}`;
  else if (field === 'note' || fields.facts[field] !== undefined || value.text.length > longestFact)
    fields.notes.push(`${name}：${ledger.keep(value)}。`);
  else fields.facts[field] = ledger.keep(field === 'phone' ? value : closedName(value));
}

/** 本报讯（记者 张示例）, 示例区讯（张示例）: the byline within the words that open a piece of news; the words stay, the names are the writers'. */
export function readNewsByline({ rich }: Line, { facts }: DraftFields): void {
  const head = newsHead.exec(rich.text.slice(0, longestFact));
  if (!head || facts.author !== undefined) return;
  const inner = head[0].slice(head[0].search(/[（(]/u));
  const named = newsWriters.exec(inner)?.[1]?.replace(/(?:特约)?(?:记者|通讯员)\s*[：:]?/gu, ' ');
  // Behind the name of a place stands anything: without 记者 only names are.
  const names = named ?? namesInBrackets({ text: inner, rich: { text: inner, spans: [] } })?.text;
  if (names !== undefined) facts.author = names.trim().replace(/[\s、，,]+/gu, '、');
}

const newsHead = /^(?:(?:本报|本刊|本网|本台)[^，。（(]{0,12}|\p{Script=Han}{2,10})讯\s*[（(][^（）()。]{2,40}[）)]/u;
const newsWriters =
  /^[（(]\s*(?:本报|本网|本台)?(?:首席|见习|实习|全媒体|融媒体?|特约)?(?:记者|通讯员)\s*[：:]?\s*(\p{Script=Han}[\p{Script=Han}\s、，,：:]{1,30}?)\s*[）)]$/u;

const phoneBehind = /[\s，,、]*(?:(?:联系)?电话|手机)?[：:\s]?(?<![\d-])(1\d{10}|0\d{2,3}[-－—]?\d{7,8}|\d{7,8})$/u;

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

function takeUnits(rich: Rich, { units, persons }: SourceParts, fields: DraftFields, ledger: Ledger): void {
  ledger.leave(rich, '来源行的括号或标签，印出时统一');
  const known = fields.sources.map(({ text }) => text);
  const isKnown = ({ text }: Rich): boolean => known.some((name) => name === text || isOfficeOf(name, text));
  fields.sources.push(...units.filter((unit) => !isKnown(unit)));
  for (const unit of units) if (isKnown(unit)) ledger.leave(unit, '重复的来源单位');
  if (persons.length > 0) takeField('author', '作者', joinedNames(persons), fields, ledger);
}

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

function readByline(line: Line, match: RegExpExecArray, fields: DraftFields, ledger: Ledger): boolean {
  const names = match.groups?.['names'] ?? '';
  const media = match.groups?.['media'] ?? '';
  ledger.leave(line.rich, '署名行的固定字样，内容已记入来稿信息');
  const start = line.text.lastIndexOf(names);
  takeField('author', '作者', trimmedValue(slice(line.rich, start, start + names.length)), fields, ledger);
  if (media !== '' && !/^(?:本报|本刊|本网|本台|特约|见习|实习|首席|全媒体|融媒体?)$/u.test(media)) {
    const at = line.text.indexOf(media);
    fields.sources.push(slice(line.rich, at, at + media.length));
  }
  return true;
}

function trimmedValue(rich: Rich): Rich {
  const value = trim(rich);
  const start = /^[（(]?/u.exec(value.text)?.[0].length ?? 0;
  const hasPair = start > 0 || /^[^（(]*[）)】\]]$/u.test(value.text);
  const end = /[\s，,；;、。|｜/／（(【[]*$/u.exec(value.text)?.index ?? value.text.length;
  const cut = slice(value, 0, end);
  return trim(hasPair && /[）)】\]]$/u.test(cut.text) ? slice(cut, start, cut.text.length - 1) : cut);
}

/** 王 某: a name of two characters spaced out to the width of three. */
function closedName(rich: Rich): Rich {
  return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(rich.text) ? without(rich, /\s+/gu) : rich;
}
