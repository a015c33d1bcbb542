/** The lines of a manuscript without what stands around it; names of the fields of a form before their words. */
import type { Ledger } from './ledger.js';
import { isFieldName } from './draft-fields.js';
import { setChatAside, setLetterAside, setReplyAside } from './draft-letters.js';
import { countedHeads, setWebWordsAside } from './draft-pages.js';
import { lineBehind, withRich } from './line.js';
import type { Line } from './line.js';
import { prepareLines } from './prepare-lines.js';
import type { RecognizeOptions } from './recognized.js';
import { added, concat, slice } from './rich-text.js';
import type { SourceLine } from './source-line.js';

/** Fewest names of fields on lines of their own that make a form. */
const fewestFields = 2;
/** Longest row of a form in a text. */
const longestRow = 240;
/** Longest line that may begin with the name of a field in brackets. */
const longestField = 80;

const titleName = '(?:稿件|信息|文章|新闻)?(?:主?标\\s*题|题\\s*目|题\\s*名)|(?:稿件|信息|文章|案例|材料|作品|课题|项目)(?:名称|题目)';
const textName = '(?:稿件|信息|文章|新闻)?(?:正\\s*文|内\\s*容)(?:如下)?|主要内容';
/** A name in brackets, before a colon, or alone on its line. */
const labelOf = (name: string): RegExp =>
  new RegExp(`^(?:[【[〔（(]\\s*(?:${name})\\s*[】\\]〕）)]\\s*[：:]?|(?:${name})\\s*[：:]|(?:${name})$)\\s*`, 'u');
const titleLabel = labelOf(titleName);
const textLabel = labelOf(textName);
const subtitleLabel = labelOf('副\\s*标\\s*题');

/** The lines of a manuscript as recognition reads them, with what stands around it set aside. */
export function draftLines(
  source: readonly SourceLine[],
  ledger: Ledger,
  options: Pick<RecognizeOptions, 'keepsLines'>,
  warnings: string[],
): readonly Line[] {
  const isSpaced = source.filter(({ text, table }) => !table && spacedName(text) !== undefined).length >= fewestSpaced;
  const rows = isSpaced ? source.map(openSpacedRow) : source;
  const prepared = prepareLines(rows.map(openFormRow), ledger, { ...options, isDraft: true }, warnings);
  const words = countedHeads(setWebWordsAside(prepared, ledger), warnings);
  const sent = setLetterAside(setReplyAside(setChatAside(words, ledger), ledger), ledger, warnings);
  return setLabelsAside(joinFields(openBracketNames(sent)), ledger);
}

/** A row of a form pasted from a table, 报送单位 ⇥ 甲县 ⇥ 报送人 ⇥ 张示例, with its cells on lines of their own. */
function openFormRow(line: SourceLine): SourceLine {
  if (line.table || line.text.length > longestRow || !line.text.includes('\t')) return line;
  const cells = line.text.split('\t').map((cell) => cell.trim());
  const isForm = cells.some((name, at) => at % 2 === 0 && (isFieldName(name) || isLabelName(name)) && (cells[at + 1] ?? '') !== '');
  return isForm ? { ...line, text: line.text.replaceAll('\t', '\n'), isParagraph: true } : line;
}

/** Fewest rows that make a form whose names stand before blanks. */
const fewestSpaced = 3;
const spacedRow = /^[ \u3000]{0,8}(\S(?:[ \u3000]?\S){1,9}?)[ \u3000]{2,8}(?=\S.{0,80}$)/u;

/** What a row of such a form calls its words, 送审时间　　2031年4月18日, with the blanks. */
function spacedName(text: string): string | undefined {
  const [whole, name = ''] = text.length <= longestRow ? (spacedRow.exec(text) ?? []) : [];
  return isFieldName(name) || isLabelName(name) ? whole : undefined;
}

function openSpacedRow(line: SourceLine): SourceLine {
  const named = line.table ? undefined : spacedName(line.text);
  if (named === undefined) return line;
  const at = named.trimEnd().length;
  return { ...line, text: `${line.text.slice(0, at)}\n${line.text.slice(at + 1)}`, isParagraph: true };
}

/** 【报送单位】甲县 as 报送单位：甲县: names of fields that a form without lines puts in brackets. */
function openBracketNames(lines: readonly Line[]): readonly Line[] {
  const named = lines.map((line) => (line.table || line.text.length > longestField ? null : bracketName.exec(line.text)));
  const isName = named.map((match) => match !== null && (isFieldName(match[1] ?? '') || subtitleName.test(match[1] ?? '')));
  const isForm = isName.filter(Boolean).length + lines.filter(isLabel).length >= fewestFields;
  if (!isForm) return lines;
  return lines.map((line, at) => {
    const [whole = '', name = ''] = named[at] ?? [];
    if (!isName[at]) return line;
    const start = line.text.indexOf(name);
    return withRich(line, concat([slice(line.rich, start, start + name.length), added('：'), slice(line.rich, whole.length)]));
  });
}

const bracketName = /^[【[［〔]\s*([^】\]］〕]{2,10}?)\s*[】\]］〕]\s*[：:]?\s*(?=\S)/u;
const subtitleName = /^副\s*标\s*题$/u;

/**
 * The lines of a form whose names stand on lines of their own, 报送人 over 张示例, each with what stands below it: 报送人：张示例.
 * One such line alone may be the writer's own words.
 */
function joinFields(lines: readonly Line[]): readonly Line[] {
  const isName = lines.map((line) => !line.table && isFieldName(line.text));
  const pairs = lines.flatMap((_line, at) => (isName[at] && lines[at + 1] && !isName[at + 1] && !isLabel(lines[at + 1]) ? [at] : []));
  if (pairs.length < fewestFields) return lines;
  const joined = new Set(pairs);
  return lines.flatMap((line, at) => {
    if (joined.has(at - 1)) return [];
    const value = lines[at + 1];
    return [joined.has(at) && value ? withRich(line, concat([line.rich, added('：'), value.rich])) : line];
  });
}

function isLabel(line: Line | undefined): boolean {
  return line !== undefined && isLabelName(line.text);
}

function isLabelName(text: string): boolean {
  return titleLabel.test(text) || textLabel.test(text);
}

/** Without the labels 标题 and 正文; the line behind the one is marked as a title, which opens a manuscript. */
function setLabelsAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const out: Line[] = [];
  let isTitleDue = false;
  for (const line of lines) {
    const subtitle = line.table ? null : subtitleLabel.exec(line.text);
    if (subtitle && subtitle[0].length < line.text.length) {
      ledger.leave(slice(line.rich, 0, subtitle[0].length), '“副标题”字样，不是稿件的文字');
      out.push({ ...lineBehind(line, subtitle[0].length), role: 'subtitle' });
      continue;
    }
    const label = line.table ? undefined : (titleLabel.exec(line.text) ?? textLabel.exec(line.text));
    const isTitle = label !== undefined && label !== null && titleLabel.test(line.text);
    if (label) ledger.leave(slice(line.rich, 0, label[0].length), '“标题”“正文”字样，不是稿件的文字');
    const rest = label ? lineBehind(line, label[0].length) : line;
    if (rest.text === '') isTitleDue = isTitle;
    else {
      out.push(isTitle || isTitleDue ? { ...rest, role: 'title', opensPart: true } : rest);
      isTitleDue = false;
    }
  }
  return out;
}
