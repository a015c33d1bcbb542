import type { Article } from '../document/issue.js';
import { noteLabelLength } from './editor-notes.js';
import { buildArticle } from './build-item.js';
import type { RawItem } from './body-items.js';
import { withoutBullet } from './bullets.js';
import { isListedAppendix, isEnd, partEnd } from './draft-end.js';
import { countTitleLines, findTitleStart, formName } from './draft-title.js';
import { areIssued, leaveAppendixName, leaveDocumentTail, leaveReceiver, readSecrecy, withoutDocumentHead } from './official-frame.js';
import { isKnownColumnLabel } from './column-names.js';
import { readCover } from './cover.js';
import { isPhoneLine, isUnitLine, readFieldLine, readNewsByline } from './draft-fields.js';
import type { DraftFields } from './draft-fields.js';
import { findParts, isPartLabel } from './draft-parts.js';
import { leftPictures } from './left-pictures.js';
import { withoutContents } from './draft-contents.js';
import { coverReport } from './draft-letters.js';
import { draftLines } from './draft-lines.js';
import { paperLabel } from './draft-pages.js';
import { openLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import { lineBehind, toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { comeOffPages } from './page-ends.js';
import { addLine, pictureParagraphs } from './paragraphs.js';
import type { RecognizedDraft, RecognizeOptions } from './recognized.js';
import { sentenceEnd } from './leads.js';
import { headingLevel } from '../document/heading-level.js';
import { slice, trim } from './rich-text.js';
import { findSetHeadings } from './set-headings.js';
import type { SourceLine } from './source-line.js';
import { looksLikeUnits, sourceParts, trailingSourceStart } from './sources.js';
import { isSubtitle, isTitleLike } from './titles.js';

/** Longest first sentence of a brief that is its title, with its stop. */
const longestCutTitle = 40;

/**
 * A manuscript made of lines that are no issue: title, subtitle, 编者按, paragraphs with their levels, source units and
 * what it says of its writers; the same as several where the lines look like several.
 *
 * @param missing what an issue has and the lines lack, in Chinese
 */
export function recognizeDraft(source: readonly SourceLine[], options: RecognizeOptions, missing: readonly string[] = []): RecognizedDraft {
  const whole = recognizeOne(source, options, missing);
  const lines = draftLines(source, openLedger(source), options, []);
  const starts = findParts(lines).map((at) => (at === 0 ? 0 : (lines[at]?.rich.spans[0]?.line ?? 0)));
  if (starts.length < 2) return whole;
  const parts = starts.map((start, at) => ({
    ...recognizeOne(source.slice(start, starts[at + 1]), options, missing, at === 0),
    firstLine: source[start]?.line ?? 1,
  }));
  return {
    ...whole,
    parts: withPaper(withLetterSources(parts), lines),
    notes: [...whole.notes, `这个文件里像是有${parts.length}篇稿件，请确认是否分开收下。`],
  };
}

/** What a letter sends along names no unit of its own: it comes from the letter's. */
function withLetterSources<Part extends Omit<RecognizedDraft, 'parts'>>(parts: readonly Part[]): readonly Part[] {
  const [letter, ...sent] = parts;
  if (!letter || !coverReport.test(letter.article.title) || letter.article.sources.length === 0) return parts;
  const taken = sent.map((part): Part => {
    if (part.article.sources.length > 0) return part;
    const { sources } = letter.article;
    return {
      ...part,
      article: { ...part.article, sources },
      notes: [...part.notes, `来源单位按报送函记为${sources.join('、')}，请核对。`],
    };
  });
  return [letter, ...taken];
}

/** What a newspaper's page holds comes from the paper where it names no other source. */
function withPaper<Part extends Omit<RecognizedDraft, 'parts'>>(parts: readonly Part[], lines: readonly Line[]): readonly Part[] {
  const isPage = lines.some(({ rich, text }) => text.startsWith(paperLabel) && rich.spans[0]?.line === -1);
  const sources = isPage ? (parts[0]?.article.sources ?? []) : [];
  return parts.map((part): Part => {
    if (part.article.sources.length > 0 || sources.length === 0) return part;
    return {
      ...part,
      article: { ...part.article, sources },
      notes: [...part.notes, `来源按报纸的版头记为${sources.join('、')}，请核对。`],
    };
  });
}

function recognizeOne(
  source: readonly SourceLine[],
  options: RecognizeOptions,
  missing: readonly string[],
  opensCollection = false,
): RecognizedDraft {
  const ledger = openLedger(source);
  const warnings: string[] = [];
  const all = draftLines(source, ledger, options, warnings);
  const lines = opensCollection ? withoutCollectionName(all, ledger) : all;
  const fields: DraftFields = { sources: [], facts: {}, notes: [] };
  const item = readItem(lines, fields, ledger);
  const cover = readCover([], ledger);
  const context = { ledger, cover, warnings: [], nextId: () => options.nextId(), mayGuessLeads: false };
  const hasPageEnds = options.keepsLines !== true && comeOffPages(item.paragraphs);
  const article = buildArticle(item, { ...context, warnings, hasPageEnds });
  const notes = [...composeNotes(article, missing), ...fields.notes];
  for (const { text, number } of lines) {
    if (text.includes('\uFFFD')) warnings.push(`第${number}行有无法读出的字（�），请对照原件。`);
  }
  const isTitled = (warning: string) => !(article.title === '' && warning.endsWith('没有找到标题。'));
  return {
    kind: 'article',
    article,
    facts: fields.facts,
    notes,
    warnings: warnings.filter(isTitled),
    leftAside: [...ledger.leftAside(), ...leftPictures(source, article.paragraphs)],
    inferredLeads: 0,
  };
}

function readItem(all: readonly Line[], fields: DraftFields, ledger: Ledger): RawItem {
  const framed = withoutDocumentHead(withoutContents(all, ledger), fields, ledger);
  const { lines, closing, appendices } = partEnd(withTitleCut(withoutHeads(framed, ledger), ledger));
  const titleAt = findTitleStart(lines);
  const titleCount = countTitleLines(lines.slice(titleAt));
  const item: RawItem = {
    titleLines: lines.slice(titleAt, titleAt + titleCount),
    paragraphs: [],
    sources: fields.sources,
    firstLine: lines[0]?.number ?? 1,
    isClosed: false,
  };
  readPreamble(lines.slice(0, titleAt), item, fields, ledger);
  let at = titleAt + titleCount;
  const subtitle = lines[at];
  if (titleCount > 0 && subtitle && isSubtitle(subtitle) && !isUnitLine(subtitle)) {
    item.subtitle = subtitle;
    at += 1;
  }
  while (titleCount > 0 && at < lines.length && isEnd(lines[at]) && readFieldLine(lines[at] as Line, fields, ledger)) at += 1;
  while (titleCount > 0 && leaveReceiver(lines[at], item.titleLines, fields, ledger)) at += 1;
  const note = lines[at];
  if (note && noteLabelLength(note.text) > 0 && noteLabelLength(note.text) < note.text.length) {
    item.note = [{ lines: [note] }];
    at += 1;
  }
  const body = findSetHeadings(lines.slice(at), fields.notes);
  if (body[0]) readNewsByline(body[0], fields);
  for (const [index, line] of body.entries()) {
    if ((line.role === 'source' || isPhoneLine(line)) && readFieldLine(line, fields, ledger)) continue;
    addLine(item.paragraphs, index === body.length - 1 ? withoutSource(line, fields, ledger) : line);
  }
  const isIssued = areIssued(closing);
  closing.forEach((line, index) => {
    if (isListedAppendix(closing, index)) leaveAppendixName(line, ledger);
    else if (!leaveDocumentTail(line, ledger, isIssued)) readFieldLine(line, fields, ledger);
  });
  for (const line of appendices) addLine(item.paragraphs, line);
  item.paragraphs.push(...pictureParagraphs(closing));
  return item;
}

/** What stands over the title: fields, 密级, the name of a form; the rest is text. */
function readPreamble(lines: readonly Line[], { paragraphs }: RawItem, fields: DraftFields, ledger: Ledger): void {
  for (const line of lines) {
    if (readFieldLine(line, fields, ledger) || readSecrecy(line, fields, ledger)) continue;
    if (formName.test(line.loose)) ledger.leave(line.rich, '表单的名称，不是稿件的标题');
    else addLine(paragraphs, line);
  }
}

/** What a kind of text is called, which stands over its title: 经验材料. */
const kindName =
  /^[【〔[（(]?(?:短评|时评|评论|社论|言论|特写|侧记|消息|(?:经验|典型|交流|经验交流|汇报|发言|先进|事迹|宣传)\s*材料|(?:工作|宣传|宣传信息|信息|调研|经验)\s*(?:信息|简讯|专报|简报)|发言(?:提纲|稿)|讲话稿|交流发言|信息稿|新闻稿|通讯稿|宣传稿|送审稿|讨论稿|征求意见稿|情况反映)[】〕\]）)]?$/u;

/** Without the number of the manuscript in its file and the name of the column it is meant for, which stand over its title. */
function withoutHeads(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  let rest = lines;
  for (let count = 0; count < mostHeads; count += 1) {
    const without = withoutHead(rest, ledger);
    if (without === rest) break;
    rest = without;
  }
  return rest;
}

const mostHeads = 4;

function withoutHead(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const first = lines[0];
  if (!first || lines.length === 1) return lines;
  const prefix = columnPrefix.exec(first.text)?.[0] ?? '';
  if (prefix !== '' && first.text.length - prefix.length >= shortestTitle && isKnownColumnLabel(partOf(first, prefix.trim().length))) {
    ledger.leave(slice(first.rich, 0, prefix.length), '标题前的栏目名，不是标题的文字');
    return [lineBehind(first, prefix.length), ...lines.slice(1)];
  }
  const isLabel = isPartLabel(first);
  const isKind = kindName.test(first.text) && lines[1] !== undefined && isTitleLike(lines[1]);
  if (!isLabel && !isKind && !isKnownColumnLabel(first)) return lines;
  ledger.leave(first.rich, isLabel ? '稿件的序号' : isKind ? '文种的名称，不是稿件的标题' : '栏目名，不是稿件的标题');
  return lines.slice(1);
}

const columnPrefix = /^[【〔［[][^】〕］\]]{2,8}[】〕］\]]\s*/u;
const shortestTitle = 6;

function partOf(line: Line, length: number): Line {
  return withRich(line, slice(line.rich, 0, length));
}

/** Without what the file calls its manuscripts together (示例区5月份信息), which stands apart over the first title. */
function withoutCollectionName(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const [name, title, text] = lines;
  if (!name || !title || !text || !isTitleLike(name) || !isTitleLike(title) || title.isAdjacent || isTitleLike(text)) return lines;
  if (!/(?:信息|稿件|来稿|材料|简报|汇总|合集)$/u.test(name.text)) return lines;
  ledger.leave(name.rich, '几篇稿件的总名，不是稿件的标题');
  return lines.slice(1);
}

/** A brief that opens with its text behind a mark (▲): the first sentence, a short one, is its title. */
function withTitleCut(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const [opening, ...others] = lines;
  const first = opening && withoutBullet(opening, ledger);
  if (!first?.isListed) return lines;
  const end = sentenceEnd(first.text, 0);
  if (end > longestCutTitle || end === first.text.length || !first.text.slice(0, end).endsWith('。')) return [first, ...others];
  ledger.leave(slice(first.rich, end - 1, end), '简讯标题后的句号');
  const title = slice(first.rich, 0, end - 1);
  return [{ ...first, rich: title, text: title.text, loose: toLoose(title.text), role: 'title' }, lineBehind(first, end), ...others];
}

/** The last line without the source in brackets that closes it. */
function withoutSource(line: Line, fields: DraftFields, ledger: Ledger): Line {
  const start = trailingSourceStart(line.text);
  const source = start === undefined ? undefined : trim(slice(line.rich, start));
  const parts = source && sourceParts(source);
  if (start === undefined || !source || !parts || !looksLikeUnits(parts.units)) return line;
  readFieldLine({ ...line, rich: source, text: source.text, loose: toLoose(source.text) }, fields, ledger);
  const rich = trim(slice(line.rich, 0, start));
  return withRich(line, rich);
}

/** What only an issue has: lines without any of it are plainly a manuscript, and nobody asks why they are no issue. */
const issuesOwn: readonly string[] = ['报头', '期号', '栏目', '报/送/发'];

function composeNotes(article: Article, missing: readonly string[]): readonly string[] {
  const levels = new Set(article.paragraphs.flatMap(({ text, level }) => (level === undefined ? [] : (headingLevel(text) ?? []))));
  const names = ['一、', '（一）', '1.', '（1）'].filter((_name, at) => [...levels].some((level) => level === at + 1));
  const lacking = missing.filter((part) => part !== '来源单位' || article.sources.length === 0);
  const isPlain = issuesOwn.every((part) => lacking.includes(part));
  const why = lacking.length > 0 ? `没有找到${lacking.join('、')}，不是一期专报，已作为来稿收下。` : '不是一期专报，已作为来稿收下。';
  return [
    ...(isPlain ? [] : [why]),
    ...(article.title === '' ? ['没有找到标题。'] : []),
    ...(names.length > 0 ? [`标题层次${names.map((name) => `“${name}”`).join('')}已保留。`] : []),
  ];
}
