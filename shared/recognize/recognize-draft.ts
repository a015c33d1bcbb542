import type { Article, Paragraph } from '../document/issue.js';
import { isNote, isSummary, noteLabelLength, readNote } from './editor-notes.js';
import { buildArticle } from './build-item.js';
import type { RawItem } from './body-items.js';
import {
  withoutBulletin,
  withoutCollectionName,
  withoutHeads,
  withoutInstruction,
  withoutTitleSource,
  withTitleCut,
} from './draft-heads.js';
import type { Place } from './draft-heads.js';
import { isListedAppendix, isEnd, partEnd } from './draft-end.js';
import { countTitleLines, findTitleStart, formName, isKaiBelow } from './draft-title.js';
import { areIssued, leaveAppendixName, leaveDocumentTail, leaveReceiver, readSecrecy, withoutDocumentHead } from './official-frame.js';
import { readCover } from './cover.js';
import type { Cover } from './cover.js';
import { isDateLine, isFieldLine, isPhoneLine, isUnitLine, readFieldLine } from './draft-fields.js';
import type { DraftFields } from './draft-values.js';
import { readNewsByline, toldFacts } from './draft-bylines.js';
import { findParts } from './draft-parts.js';
import { leftPictures } from './left-pictures.js';
import { withAlikeHeadings } from './item-headings.js';
import { isLoneCaption } from './captions.js';
import { withoutContents } from './draft-contents.js';
import { coverReport } from './draft-letters.js';
import { draftLines } from './draft-lines.js';
import { paperLabel } from './draft-pages.js';
import { openLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { comeOffPages } from './page-ends.js';
import { addLine, paragraphText, pictureParagraphs } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import type { RecognizedDraft, RecognizeOptions } from './recognized.js';
import { boldLead } from './leads.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import { slice, trim } from './rich-text.js';
import { findSetHeadings } from './set-headings.js';
import type { SourceLine } from './source-line.js';
import { looksLikeUnits, sourceParts, trailingSourceStart, unitBefore } from './sources.js';
import { isSubtitle, isTitleLike } from './titles.js';

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
  if (starts.length < 2) return withSourceNote(whole);
  const parts = starts.map((start, at) => ({
    ...recognizeOne(source.slice(start, starts[at + 1]), options, missing, at === 0 ? 'first' : 'later'),
    firstLine: source[start]?.line ?? 1,
  }));
  return {
    ...whole,
    parts: withCommonSources(parts, lines).map(withSourceNote),
    notes: [
      ...whole.notes,
      ...parts
        .filter(({ article }) => coverReport.test(article.title))
        .map(({ article }) => `“${article.title}”像是报送函，不是稿件，请核对。`),
      `这个文件里像是有${parts.length}篇稿件，请确认是否分开收下。`,
    ],
  };
}

/** Says that no source was found, and which unit the title opens with. */
function withSourceNote<Draft extends RecognizedDraft>(draft: Draft): Draft {
  const { title, sources, paragraphs } = draft.article;
  if (sources.length > 0 || paragraphs.length === 0) return draft;
  const [place, words] = title === '' ? ['正文', wordsOf(paragraphs[0]).slice(0, longestOpening)] : ['标题', title];
  const unit = /^(?:关于|党)/u.test(words) ? undefined : unitBefore(words);
  return { ...draft, notes: [`没有找到来源单位${unit === undefined ? '' : `，${place}开头的“${unit}”可能就是`}。`, ...draft.notes] };
}

/** Longest opening of a text that may name its unit. */
const longestOpening = 24;

function wordsOf({ lead = '', text = '' }: Partial<Paragraph> = {}): string {
  return `${lead}${text}`;
}

type OnePart = Omit<RecognizedDraft, 'parts'>;

/** The parts that name no source of their own with those that the file names for all: in a letter, in a paper's head, below the last. */
function withCommonSources<Part extends OnePart>(parts: readonly Part[], lines: readonly Line[]): readonly Part[] {
  const [sources, where] = commonSources(parts, lines);
  if (sources.length === 0) return parts;
  return parts.map((part): Part => {
    if (part.article.sources.length > 0) return part;
    return {
      ...part,
      article: { ...part.article, sources },
      notes: [...part.notes, `来源${where}记为${sources.join('、')}，请核对。`],
    };
  });
}

function commonSources(parts: readonly OnePart[], lines: readonly Line[]): readonly [sources: readonly string[], where: string] {
  const [first, last] = [parts[0]?.article, parts.at(-1)?.article];
  if (!first || !last) return [[], ''];
  if (coverReport.test(first.title)) return [first.sources, '单位按报送函'];
  if (lines.some(({ rich, text }) => text.startsWith(paperLabel) && rich.spans[0]?.line === -1)) return [first.sources, '按报纸的版头'];
  const isLastAlone = parts.slice(0, -1).every(({ article }) => article.sources.length === 0);
  return [isLastAlone ? last.sources : [], '单位按文末的署名'];
}

function recognizeOne(
  source: readonly SourceLine[],
  options: RecognizeOptions,
  missing: readonly string[],
  place: Place = 'whole',
): RecognizedDraft {
  const ledger = openLedger(source);
  const warnings: string[] = [];
  const all = draftLines(source, ledger, options, warnings);
  const lines = place === 'first' ? withoutCollectionName(all, ledger) : all;
  const fields: DraftFields = { sources: [], facts: {}, notes: [] };
  const item = readItem(lines, fields, ledger, place);
  const cover = readCover([], ledger);
  const mayGuessLeads = hasBoldLeads(item) ? false : 'alike';
  const hasPageEnds = options.keepsLines !== true && comeOffPages(item.paragraphs);
  const article = buildArticle(item, { ledger, cover, warnings, nextId: () => options.nextId(), mayGuessLeads, hasPageEnds });
  const inferred = article.paragraphs.flatMap(({ lead, leadInferred }) => (leadInferred && lead !== undefined ? [lead] : []));
  const notes = [...composeNotes(article, missing), ...fields.notes, ...toldFacts(fields.facts)];
  if (mayGuessLeads && inferred.length > 0) warnings.push(toldLeads(inferred));
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
    inferredLeads: inferred.length,
  };
}

function hasBoldLeads({ paragraphs }: RawItem): boolean {
  const leads = paragraphs.map((paragraph) => [boldLead(paragraphText(paragraph)).length, paragraphText(paragraph).text.length] as const);
  return leads.some(([length, whole], at) => length > 0 && length < whole && paragraphs[at]?.level === undefined);
}

/** Leads that a message names one by one. */
const mostNamed = 5;

function toldLeads(leads: readonly string[]): string {
  const rest = leads.length > mostNamed ? `等${leads.length}处` : '';
  return `${leads
    .slice(0, mostNamed)
    .map((lead) => `“${lead}”`)
    .join('')}${rest}句式相近、各领一段，认作段首句，请核对。`;
}

/** What an editor or the writer says over the title: 编者按, 【摘要】. */
interface Preface {
  readonly note?: readonly RawParagraph[];
  readonly summary?: Line;
}

/** The preface, and the lines behind it. */
function readPreface(lines: readonly Line[], cover: Cover): Preface & { readonly rest: readonly Line[] } {
  const [first] = lines;
  const isSummed = first !== undefined && isSummary(first);
  if (!first || !(isSummed || isNote(first))) return { rest: lines };
  const { paragraphs, end } = isSummed ? { paragraphs: [], end: 1 } : readNote(lines, 0, cover);
  const title = lines[end];
  if (!title || !isTitleLike(title) || lines.length <= end + 1) return { rest: lines };
  return { rest: lines.slice(end), ...(isSummed ? { summary: first } : { note: paragraphs }) };
}

function readItem(all: readonly Line[], fields: DraftFields, ledger: Ledger, place: Place): RawItem {
  const framed = withoutDocumentHead(withoutContents(all, ledger), fields, ledger);
  const cover = readCover([], ledger);
  const { note, summary, rest } = readPreface(withoutBulletin(withoutInstruction(framed, fields, ledger), fields, ledger), cover);
  const { lines, closing, appendices } = partEnd(withTitleCut(withoutHeads(rest, fields, ledger, place), ledger, place));
  const titleAt = findTitleStart(lines);
  const titleCount = countTitleLines(lines.slice(titleAt));
  const item: RawItem = {
    titleLines: [...withoutTitleSource(lines.slice(titleAt, titleAt + titleCount), fields, ledger)],
    paragraphs: [],
    sources: fields.sources,
    firstLine: lines[0]?.number ?? 1,
    isClosed: false,
    ...(note ? { note } : {}),
  };
  fields.notes.push(...toldTitle(item.titleLines));
  readPreamble(lines.slice(0, titleAt), item, fields, ledger);
  if (summary) addLine(item.paragraphs, summary);
  const at = titleCount === 0 ? titleAt : readBelowTitle(lines, titleAt + titleCount, item, fields, ledger);
  const below = lines[at];
  const own = below && item.note === undefined && noteLabelLength(below.text) > 0 ? readNote(lines, at, cover, 'belowTitle') : undefined;
  if (own) item.note = own.paragraphs;
  readBody(lines.slice(own?.end ?? at), item, fields, ledger);
  const isIssued = areIssued(closing);
  closing.forEach((line, index) => {
    if (isListedAppendix(closing, index)) leaveAppendixName(line, ledger);
    else if (!leaveDocumentTail(line, ledger, isIssued)) readFieldLine(line, fields, ledger);
  });
  for (const line of appendices) addLine(item.paragraphs, line);
  const paragraphs = withAlikeHeadings(item.paragraphs, fields.notes);
  return { ...item, paragraphs: [...paragraphs, ...pictureParagraphs(closing)] };
}

/** Says of a title of two lines that nothing but their look makes it one. */
function toldTitle([first, second]: readonly Line[]): readonly string[] {
  if (!first || !second || second.isSoft || second.role !== undefined || second.heading !== undefined) return [];
  const isSetAlike = second.align === 'center' && isHalved(first) === isHalved(second) && !isKaiBelow(second, first);
  if (isSetAlike || /^关于/u.test(second.text)) return [];
  return [`标题认作两行：“${first.text}”“${second.text}”，请核对。`];
}

/** 科技赋能添活力　文化铸魂促振兴: two halves of a verse, as one line over or under a title has them. */
function isHalved({ text }: Line): boolean {
  return /^\S{4,16}\s+\S{4,16}$/u.test(text);
}

/** What stands between title and text: the title once more, a second title, fields, whom it is sent to; the place behind them. */
function readBelowTitle(lines: readonly Line[], from: number, item: RawItem, fields: DraftFields, ledger: Ledger): number {
  let at = from;
  const title = toLoose(item.titleLines.map(({ text }) => text).join(''));
  const isAgain = (): boolean => lines[at]?.loose === title && lines.length > at + 1;
  if (isAgain()) ledger.leave((lines[at++] as Line).rich, '重复的标题');
  const subtitle = lines[at];
  if (subtitle && isSubtitle(subtitle) && !isUnitLine(subtitle)) {
    item.subtitle = subtitle;
    at += 1;
  } else if (subtitle && isSetAsSubtitle(item.titleLines, subtitle, lines[at + 1])) {
    fields.notes.push(`“${subtitle.text}”按字体认作副标题，请核对。`);
    item.subtitle = subtitle;
    at += 1;
  }
  while (at < lines.length && isEnd(lines[at]) && readFieldLine(lines[at] as Line, fields, ledger)) at += 1;
  // Over the text below a form it stands once more.
  if (isAgain()) ledger.leave((lines[at++] as Line).rich, '重复的标题');
  while (leaveReceiver(lines[at], item.titleLines, fields, ledger)) at += 1;
  return at;
}

/** Whether a line right below the title is a second one by its 楷体 in the middle alone. */
function isSetAsSubtitle([title, ...more]: readonly Line[], line: Line, next: Line | undefined): boolean {
  if (!title || more.length > 0 || !next || isEnd(line) || !isTitleLike(line)) return false;
  return title.align === 'center' && isKaiBelow(title, line) && numberLevel(line.text) === undefined;
}

/** Says of lines behind ▲, as accounts set them under pictures, that they may be captions; more than two below each other are a list. */
function toldCaptions(lines: readonly Line[]): readonly string[] {
  // What opens the text with such a mark is no picture's.
  if (markedCaption.test(lines[0]?.text ?? '')) return [];
  const isMarked = (at: number): boolean => markedCaption.test(lines[at]?.text ?? '');
  const isListed = (at: number): boolean => [at - 2, at - 1, at].some((from) => isMarked(from) && isMarked(from + 1) && isMarked(from + 2));
  return lines.flatMap(({ number, text }, at) =>
    isMarked(at) && !isListed(at) && !isLastCaption(lines, at) ? [`第${number}行：“${text}”像是图片说明，留在正文里，请核对。`] : [],
  );
}

/** Whether a line behind ▲ closes the text below a whole sentence, and is the only one: the caption of a picture that did not come along. */
function isLastCaption(lines: readonly Line[], at: number): boolean {
  if (at < lines.length - 1 || at < 2 || !/[。！？][”’）)]?$/u.test(lines[at - 1]?.text ?? '')) return false;
  return lines.every(({ text }, index) => markedCaption.test(text) === (index === at));
}

const markedCaption = /^[▲△▼]\s*[^。；！？：]{4,40}$/u;

/** What the editors add to a text: 编者注：…. */
const closingNote = /^[（(【]?\s*编者注\s*[】]?\s*[：:]/u;

function readBody(lines: readonly Line[], { paragraphs }: RawItem, fields: DraftFields, ledger: Ledger): void {
  const body = findSetHeadings(lines, fields.notes);
  fields.notes.push(...toldCaptions(lines));
  if (body[0]) readNewsByline(body[0], fields);
  for (const [index, line] of body.entries()) {
    if ((line.role === 'source' || isPhoneLine(line)) && readFieldLine(line, fields, ledger)) continue;
    if (isLoneCaption(line) || isLastCaption(body, index)) ledger.leave(line.rich, '图片说明，图片没有一起收下');
    else if (closingNote.test(line.text)) ledger.leave(line.rich, '编者注，不是稿件的文字');
    else addLine(paragraphs, index === body.length - 1 ? withoutSource(line, fields, ledger) : line);
  }
}

/** What stands over the title: fields, 密级, the name of a form; the rest is text. */
function readPreamble(lines: readonly Line[], { titleLines, paragraphs }: RawItem, fields: DraftFields, ledger: Ledger): void {
  for (const line of lines) {
    if (readFieldLine(line, fields, ledger) || readSecrecy(line, fields, ledger)) continue;
    if (formName.test(line.loose)) ledger.leave(line.rich, '表单的名称，不是稿件的标题');
    else if (titleLines[0]?.opensPart === true && isTitleLike(line)) {
      ledger.leave(line.rich, '标题上面的名称，不是稿件的标题');
      fields.notes.push(`“${line.text}”在标明的标题上面，认作表单或栏目的名称，请核对。`);
    } else addLine(paragraphs, line);
  }
}

/** The last line without the source, or the writer, in brackets that closes it. */
function withoutSource(line: Line, fields: DraftFields, ledger: Ledger): Line {
  const start = trailingSourceStart(line.text);
  const source = start === undefined ? undefined : trim(slice(line.rich, start));
  if (start === undefined || !source) return line;
  const closing = withRich(line, source);
  const namesUnits = looksLikeUnits(sourceParts(source)?.units ?? []);
  if (!namesUnits && (isDateLine(closing) || !isFieldLine(closing))) return line;
  readFieldLine(closing, fields, ledger);
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
    ...(article.title === '' ? ['没有找到标题，请核对。'] : []),
    ...(names.length > 0 ? [`标题层次${names.map((name) => `“${name}”`).join('')}已保留。`] : []),
  ];
}
