import { dayOrMonth, findDate } from './dates.js';
import { concat, without, slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { familyNames } from './family-names.js';
import type { Line } from './line.js';

const openers = '（(';
const closers = '）)';
const unitEnding =
  /(?:部|局|委|办|处|室|科|组|团|联|会|院|厅|署|司|社|台|站|馆|所|校|队|班|园|厂|网|报|行|州|盟|村|中心|基地|集团|公司|学院|大学|中学|小学|政府|人大|政协|法院|检察院|支队|大队|工会|协会|研究会|开发区|功能区|新区|高新区|街道|镇|乡|区|市|县|省|旗)$/u;
/** Endings that make a name of a unit even where nothing marks the line as a source. */
const plainUnitEnding =
  /(?:(?:宣传|组织|统战|武装)部|局|厅|(?:党|纪|监|政法|团|工|市|区|县|省|州)委|委员会|党组|管委会|办公室|办公厅|(?:文明|网信|外宣|新闻|督查|改革)办|中心|讲师团|研究室|研究院|调研组|课题组|写作组|报道组|编辑部|党校|文联|社科联|妇联|残联|(?:总|机关|公司|集团|街道|镇|乡|[省市区县局院校厂])工会|人大|政协|政府|大学|学院|医院|报社|电视台|广播台|图书馆|博物馆|文化馆|集团|公司|银行|街道|办事处|工作室|工作站|总队|支队|大队|法院|检察院|开发区|新区|高新区|管理区)$/u;
/** A room, office or station by what it is for, behind the place or body it belongs to: 甲镇党委宣传办, 乙街道文化站, 丙县督查室. */
const roomOfUnit =
  /^[\p{Script=Han}×]{1,12}?(?:省|市|区|县|旗|州|镇|乡|街道)(?:党委|党工委|委|政府|府|人大)?(?:党政|党建|党群|宣传|宣教|文化|综合|组织|政工|统战|综治|政法|信访|应急|督查|文明|网信|新闻|外宣|史志|社会事务|经济发展|公共服务|群团|文体|广播|融媒|派出|卫生|水利|城管|城建|规建|安监|环保|民政|司法|财政|教育|卫健|农业|便民|服务){0,3}(?:办|站|所|室|科|股)$/u;
/** A room by whatever it is for right behind its unit: 甲县融媒体中心舆情室. */
const [shortestRoom, longestRoom] = [2, 7];
const endsLikeRoom = /[室科处股办部站队组]$/u;
/** A room behind its unit, apart by a blank: 市委党校 教研室. */
const roomBehind = /\s\p{Script=Han}{2,8}[室科处办组部]$/u;
/** Words of titles and headings that no name of a unit holds. */
const saying =
  /[的把让使从是在为以与]|开展|推进|推动|打造|举办|召开|加强|走进|走访|助力|强化|完善|健全|构建|调研|建成|新建|启动|启用|完成|成立|拆除|揭牌|提升|做好|深化|赋能/u;
/** Words of titles that end as names of units do: 基层治理开新局, 围绕中心 服务大局. */
const noUnit = /(?:[新大全格布破变开结]局|(?:围绕|聚焦|紧扣|突出|服务)中心)$/u;
/** What a periodical calls itself where it is the source. */
const own = /^(?:本刊|本报|本网|本刊编辑部|编辑部)(?:讯|综合|整理)?$/u;
/** Between who wrote it and the word that says so. */
export const slash = '\\s*[/／|｜丨]\\s*';
/** 文/甲区委宣传部, 甲区委宣传部/文: who wrote it, under a title as magazines have it. */
const writing = `(?:文字?|图文|撰文|文图|作者)${slash}`;
const written = `${slash}(?:图?文|文图|撰文)$`;
const labels =
  '(?:[供撰]稿(?:单位|部门)?|(?:报送|来稿|投稿|作者|推荐|选送|提供|发稿)(?:单位|部门)|报送|来稿|投稿|信息来源|稿件来源|来源|稿源|摘自)\\s*[：:丨｜]';
const label = new RegExp(`^(?:${labels}|${writing})\\s*`, 'u');
const bracketedLabel = new RegExp(`^[（(]\\s*${labels}`, 'u');
const suffix = new RegExp(
  `${written}|${/\s*(?:(?:文|图)\s*[/／、]\s*(?:图|摄影?|文)|报道|供稿|报送|上报|提供|来稿|投稿|撰稿|选送|整理|摘编|汇编)$|\s+报$|\s*[（(](?:盖章|公章|章)[）)]$/u.source}`,
  'u',
);
const signature = /^(?:反映人|执\s*笔\s*人?|撰\s*稿\s*人?|作\s*者|记\s*者|通讯员|整\s*理|摄\s*影|图|文|文\/图)\s*[：:]/u;
/** The same of people alone: 文/张示例, 张示例 / 文. */
const people = '\\p{Script=Han}{2,4}(?:[\\s、，]+\\p{Script=Han}{2,4}){0,5}';
const byWriters = new RegExp(`^${writing}${people}$|^${people}${written}`, 'u');
/** A line of who wrote, made or told it, without brackets: 执笔：张示例, 反映人：政协委员　李示例, 本报记者　王示例. */
const byLine =
  /^(?:(?:课题组|调研组|写作组)?(?:组\s*长|成\s*员|执\s*笔人?|撰\s*稿人?|作\s*者|反映人|通讯员)\s*[：:]\s*|本[报刊台网]\s*(?:记者|通讯员)\s*[：:]?\s*)\p{Script=Han}[\p{Script=Han}\s、，（）()]{1,40}$/u;
/** What stands before a person's name within a source line. */
const personNames =
  '摄\\s*影|供图|[文图][/／、][文图]|图文|图片?|[科处部局室组]长|负责人|经办人|(?:供稿|撰稿|作|联系|审稿|审核|投稿|报送|信息)[人者员]|作者|撰\\s*稿|通讯员|记\\s*者|执\\s*笔人?|整\\s*理|编\\s*辑|审\\s*核|(?:联系)?电\\s*话';
const personLabel = new RegExp(`(?<=^|[\\s，,；;、/])(?:${personNames})\\s*[：:]\\s*`, 'gu');
const dashes = /^(?:—{1,3}|──?|－{1,2}|--|―{1,2}|–{1,2})\s*/u;
/** □ 甲区融媒体中心　王示例: the mark of a byline, of a unit with its writer. */
const byMark = /^[□■◇◆○●]\s*(?=\S)/u;
const person = /^(?:(?:通讯员|记者|作者|供稿人|执笔)\s*)?\p{Script=Han}{2,4}$/u;
/** The day, or the month, behind a unit in brackets: （甲区委宣传部　2025年3月）. */
const dayBehind = new RegExp(`(?<=\\S)[\\s，,]+${dayOrMonth}$`, 'u');
/** The same before it. */
const dayBefore = new RegExp(`^${dayOrMonth}[\\s，,]+(?=\\p{Script=Han}{2})`, 'u');
/** What stands in brackets and names no unit: what a picture shows; in a masthead whom it goes to, that it is not public. */
const ofDocument = /^(?:共?\s*印\s*\d|图(?:为|片?\s*[：:\d一二三四五六七八九十])|此件|内部(?:文件|资料|材料|参考|刊物|信息))/u;
/** Longest source line in characters, brackets included. */
const longestSource = 60;

/** What a line says of who sent an article in. */
export interface SourceParts {
  readonly units: readonly Rich[];
  /** Names of people behind the units. */
  readonly persons: readonly Rich[];
}

/** The units named by a line that is wholly in brackets, （甲区委宣传部、乙局）, or labelled 供稿：; undefined for other lines. */
export function sourceUnits(rich: Rich): readonly Rich[] | undefined {
  return sourceParts(rich)?.units;
}

/** What was found in the words of a line: every rule that looks at lines asks for it anew. */
const readSources = new WeakMap<Rich, { readonly parts: SourceParts | undefined }>();

/** The same with the people named behind the units. */
export function sourceParts(rich: Rich): SourceParts | undefined {
  const known = readSources.get(rich) ?? { parts: readSource(rich) };
  readSources.set(rich, known);
  return known.parts;
}

/** 作者：张示例（甲县融媒体中心）: who wrote it, and where they work. */
const writerOfUnit = /^(?:作者|撰稿人?|执笔人?|通讯员|供稿人?)\s*[：:]\s*(\p{Script=Han}{2,4})\s*[（(](\p{Script=Han}{3,24})[）)]$/u;
/** （甲县县委宣传部 or 乙镇党委）, whose other bracket a scan has lost. */
const tornBracket = /^(?:[（(][\p{Script=Han}、\s]{3,40}|[\p{Script=Han}、\s]{3,40}[）)])$/u;

function unitOfWriter(rich: Rich): SourceParts | undefined {
  const [, name, unit] = writerOfUnit.exec(rich.text) ?? [];
  if (name === undefined || unit === undefined || !unitEnding.test(unit)) return undefined;
  const part = (words: string): Rich => slice(rich, rich.text.indexOf(words), rich.text.indexOf(words) + words.length);
  return { units: [part(unit)], persons: [part(name)] };
}

function withTornBracket(rich: Rich): SourceParts | undefined {
  const isOpen = openers.includes(rich.text.charAt(0));
  const parts = splitUnits(trim(slice(rich, isOpen ? 1 : 0, rich.text.length - (isOpen ? 0 : 1))));
  return looksLikeUnits(parts.units) ? parts : undefined;
}

function readSource(rich: Rich): SourceParts | undefined {
  const { text } = rich;
  if (text.length < 4 || text.length > longestSource) return undefined;
  const ofWriter = unitOfWriter(rich);
  if (ofWriter) return ofWriter;
  if (tornBracket.test(text)) return withTornBracket(rich);
  const isWhole = isBracketed(text);
  if (!isWhole && !label.test(text)) return undefined;
  const inner = isWhole ? trim(slice(rich, 1, text.length - 1)) : rich;
  if (/[。；！？]$|[。！？]/u.test(inner.text) || /^[一二三四五六七八九十\d]{1,3}$/u.test(inner.text) || isDay(inner.text))
    return undefined;
  if (ofDocument.test(inner.text)) return undefined;
  const [early = ''] = dayBefore.exec(inner.text) ?? [];
  const dated = dayBehind.exec(inner.text);
  const parts = splitUnits(slice(inner, early.length, dated && dated.index > early.length ? dated.index : inner.text.length));
  if (parts.units.length === 0) return undefined;
  return isWhole || looksLikeUnits(parts.units) || parts.units.every(opensWithUnit) ? parts : undefined;
}

/** Whether a line in brackets names who wrote or made a piece, not who sent it: （执笔：张示例）. */
export function isSignatureLine({ text, rich }: Pick<Line, 'text' | 'rich'>): boolean {
  if (text.length > longestSource) return false;
  if (byWriters.test(text)) return !looksLikeUnits(splitUnits(rich).units);
  if (byLine.test(text)) return !looksLikeUnits(sourceParts(rich)?.units ?? []);
  if (!isBracketed(text) || !signature.test(text.slice(1).trimStart())) return false;
  return !looksLikeUnits(sourceParts(rich)?.units ?? []);
}

/** Whether a line is a source in brackets by its label, whatever it is: （来源：某论坛）. */
export function isLabelledSource({ text, rich }: Pick<Line, 'text' | 'rich'>): boolean {
  return text.length <= longestSource && bracketedLabel.test(text) && sourceParts(rich) !== undefined;
}

/** 乙镇　供稿: what stands behind the unit says that it sent the article in. */
const saidSource = new RegExp(`^\\S{2,24}(?:\\s+(?:供稿|来稿|投稿|报送|提供|选送)$|供稿$|${written})`, 'u');

/** 甲小学　俞示例: a name behind the unit, which 常委 is not. */
const nameBehind = new RegExp(`(?<!常委)[ \\u3000]{1,4}[${familyNames}]\\p{Script=Han}{1,2}$`, 'u');

type UnitsLine = Pick<Line, 'rich' | 'text' | 'align'>;

/** The same of lines without brackets and label. */
const readUnits = new WeakMap<Rich, Pick<UnitsLine, 'text' | 'align'> & { readonly parts: SourceParts | undefined }>();

/** The units of a line that says nothing else, without brackets or label: 甲区委宣传部, ——甲区委宣传部, 甲局 张三. */
export function plainUnits(line: UnitsLine): SourceParts | undefined {
  const known = readUnits.get(line.rich);
  if (known?.text === line.text && known.align === line.align) return known.parts;
  const parts = readPlainUnits(line);
  readUnits.set(line.rich, { text: line.text, align: line.align, parts });
  return parts;
}

function readPlainUnits({ text, rich, align }: UnitsLine): SourceParts | undefined {
  if (own.test(text)) return { units: [rich], persons: [] };
  const [isSaid, hasName] = [saidSource.test(text), nameBehind.test(text)];
  // Set to the right stands nothing but who sent it, where it ends as the name of any unit does: 示例镇.
  // So does what a dash leads in, where an article ends.
  const ending = align === 'right' || dashes.test(text) || isSaid || hasName ? unitEnding : plainUnitEnding;
  const shortest = align === 'right' || isSaid || hasName ? 2 : 4;
  if (
    text.length < shortest ||
    text.length > longestSource ||
    /[。！？：:，“”《》\d]/u.test(text) ||
    saying.test(text.replace(/调研组$/u, ''))
  )
    return undefined;
  const marked = byMark.exec(text)?.[0].length ?? 0;
  const parts = splitUnits(slice(rich, marked || (dashes.exec(text)?.[0].length ?? 0)));
  if (marked > 0 && parts.persons.length === 0) return undefined;
  const isPlain =
    parts.units.length > 0 &&
    parts.units.every(
      (unit) =>
        unit.text.length >= shortest &&
        unit.text.length <= 24 &&
        !noUnit.test(unit.text) &&
        (ending.test(unit.text.replace(roomBehind, '')) || roomOfUnit.test(unit.text) || isUnitWithRoom(unit.text)),
    );
  return isPlain ? parts : undefined;
}

/** Whether a title closes with a unit in brackets: 甲县书香进巷（甲县文旅局）. */
export function closesWithUnit(line: UnitsLine): boolean {
  const start = unitInBrackets.exec(line.text)?.index ?? 0;
  if (start < shortestBefore) return false;
  const rich = slice(line.rich, start + 1, line.text.length - 1);
  return plainUnits({ rich, text: rich.text }) !== undefined;
}

const unitInBrackets = /[（(]\p{Script=Han}{3,24}[）)]$/u;
/** Shortest title before such a unit. */
const shortestBefore = 6;

/** Whether a name is that of a unit with a room of its own behind it. */
function isUnitWithRoom(text: string): boolean {
  if (!endsLikeRoom.test(text) || !/^\p{Script=Han}+$/u.test(text)) return false;
  for (let length = shortestRoom; length <= longestRoom; length += 1)
    if (text.length - length >= 3 && plainUnitEnding.test(text.slice(0, -length))) return true;
  return false;
}

/** Names of units, or what stands for one, at the start of a title: 甲街道拆除……, 乙局：…… */
const unitStart =
  /^\p{Script=Han}{1,12}?(?:街道|镇|乡|[区县市省](?!场|域|民|井|面|际|情|长)|委|局|厅|部(?!门)|办|院|校|公司|集团|中心|大学|中学|小学|分局|支队|大队|社区|村|厂|党支部|党总支)(?=[：:\p{Script=Han}“])/u;

/** The unit a title opens with; undefined where it opens with something else. */
export function unitBefore(text: string): string | undefined {
  const unit = unitStart.exec(text)?.[0];
  return unit === undefined || saying.test(unit) ? undefined : unit;
}

/** A labelled name that opens with a place or unit and holds no more than a name does: 示例区职业中专. */
function opensWithUnit({ text }: Rich): boolean {
  return text.length <= longestLabelled && /^\p{Script=Han}+$/u.test(text) && unitBefore(text) !== undefined && !saying.test(text);
}

const longestLabelled = 16;

/** A calendar day, which stands in brackets under the title of a speech, or a span of days: 3月10日—16日. */
function isDay(text: string): boolean {
  const found = findDate(text);
  return (found?.start === 0 && found.end === text.length) || spanOfDays.test(text);
}

const spanOfDays = /^(?=.{0,30}\d)(?:[\d\s年月日至到－—―~～.-]|第[\d一二三四五]{1,2}[周季]|[上下]半[年月]){3,30}$/u;

/** Whether every unit ends like the name of one (部, 局, 中心 …). */
export function looksLikeUnits(units: readonly Rich[]): boolean {
  return units.length > 0 && units.every(({ text }) => text.length >= 2 && text.length <= 30 && (unitEnding.test(text) || own.test(text)));
}

/** Where a source in brackets begins that closes a running paragraph; undefined when there is none. */
export function trailingSourceStart(text: string): number | undefined {
  const match = /(?<=[。！？…”])[ \u3000]*[（(][^（）()。，“”《》]{2,40}[）)]$/u.exec(text);
  return match?.index;
}

function isBracketed(text: string): boolean {
  if (!openers.includes(text.charAt(0)) || !closers.includes(text.at(-1) ?? '')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (openers.includes(character)) depth += 1;
    if (closers.includes(character)) depth -= 1;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return depth === 0;
}

/** 供稿单位：甲局　供稿人：张示例: the units, and whatever a person's label stands before, unless that is a unit itself. */
function splitUnits(inner: Rich): SourceParts {
  const cuts = [...inner.text.matchAll(personLabel)];
  const parts = splitNames(trim(slice(inner, 0, cuts[0]?.index ?? inner.text.length)));
  const labelled = cuts.map((cut, at) =>
    splitNames(trim(slice(inner, cut.index + cut[0].length, cuts[at + 1]?.index ?? inner.text.length))),
  );
  const behind = labelled.flatMap(({ units }) => units);
  return {
    units: [...parts.units, ...behind.filter(({ text }) => isWholeUnit(text))],
    persons: [...parts.persons, ...behind.filter(({ text }) => !isWholeUnit(text)), ...labelled.flatMap(({ persons }) => persons)],
  };
}

function splitNames(inner: Rich): SourceParts {
  const named = label.exec(inner.text);
  let rest = named ? slice(inner, named[0].length) : inner;
  const ending = suffix.exec(rest.text);
  if (ending) rest = slice(rest, 0, ending.index);
  const units: Rich[] = [];
  const persons: Rich[] = [];
  for (const part of partedAt(rest, /[、，,；;／/]/gu)) {
    const isName = units.length > 0 && person.test(part.text) && part.text.length <= 3 && !unitEnding.test(part.text);
    if (isName) persons.push(part);
    else splitPart(part, units, persons);
  }
  return { units, persons };
}

/** Two names parted by a blank or by 和, 与, 及; and people's names behind a unit. */
function splitPart(part: Rich, units: Rich[], persons: Rich[]): void {
  const closed = spaced(part);
  const [head, ...names] = withNamesClosed(partedAt(part, /\s+/gu).filter(({ text }) => !roleOfPerson.test(text)));
  // 市委党校 教研室 张示例: a room of the unit, before the names.
  const [room, ...people] = names;
  const areNames = people.length > 0 && people.every(({ text }) => person.test(text) && !unitEnding.test(text));
  if (head && room && areNames && unitEnding.test(head.text) && roomBehind.test(` ${room.text}`)) {
    units.push(slice(part, 0, part.text.indexOf(room.text, head.text.length) + room.text.length));
    persons.push(...people);
    return;
  }
  const isSpaced = closed.text !== part.text && names.every(({ text }) => text.length < 2);
  if (isSpaced || !head || names.length === 0) {
    units.push(...splitAtAnd(closed));
    return;
  }
  if (!unitEnding.test(head.text)) units.push(closed);
  else if (names.every(({ text }) => isWholeUnit(text))) for (const each of [head, ...names]) units.push(...splitAtAnd(each));
  else if (names.every(({ text }) => /^\p{Script=Han}{1,4}$/u.test(text) && !unitEnding.test(text))) {
    units.push(...splitAtAnd(head));
    persons.push(...names);
  } else units.push(closed);
}

const roleOfPerson = /^(?:(?:特约|本报|本网)?(?:记者|通讯员)|供稿人?|撰稿人?|作者)$/u;

/** 甲局 孟 天 罗示例: a name of two characters spaced out to the width of three is one. */
function withNamesClosed([head, ...rest]: readonly Rich[]): readonly Rich[] {
  const names: Rich[] = [];
  const isUnit = head !== undefined && head.text.length > 2 && unitEnding.test(head.text);
  for (let at = 0; at < rest.length; at += 1) {
    const [name, next] = [rest[at], rest[at + 1]];
    if (!name) break;
    const isSpaced = name.text.length === 1 && next?.text.length === 1 && isUnit;
    names.push(isSpaced ? concat([name, next]) : name);
    if (isSpaced) at += 1;
  }
  return head ? [head, ...names] : [];
}

function splitAtAnd(unit: Rich): readonly Rich[] {
  const match = /^(.{3,}?)(?:和|与|及|、)(.{3,})$/u.exec(unit.text);
  const [left, right] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || !unitEnding.test(left) || !isWholeUnit(right) || !isWholeUnit(left)) return [unit];
  return [slice(unit, 0, left.length), slice(unit, unit.text.length - right.length)];
}

/** A name that stands by itself, as 宣传部 behind 甲区委 does not. */
function isWholeUnit(text: string): boolean {
  return unitEnding.test(text) && (text.length > 4 || /^[市区县省州团]/u.test(text));
}

function partedAt(rich: Rich, pattern: RegExp): readonly Rich[] {
  const parts: Rich[] = [];
  let from = 0;
  for (const match of rich.text.matchAll(pattern)) {
    parts.push(trim(slice(rich, from, match.index)));
    from = match.index + match[0].length;
  }
  parts.push(trim(slice(rich, from)));
  return parts.filter(({ text }) => text !== '');
}

/** A name spaced out over the line, 市 文 联, closed up. */
function spaced(unit: Rich): Rich {
  return /^\p{Script=Han}+(?:\s+\p{Script=Han}+)+$/u.test(unit.text) ? without(unit, /\s+/gu) : unit;
}
