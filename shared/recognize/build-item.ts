import { footnotesPart, shiftFootnotes, type Footnotes } from '../document/footnotes.js';
import { plainTitle, type Article, type Brief, type Level, type Paragraph } from '../document/issue.js';
import { normalizeTable, type TableForm } from '../document/table.js';
import { marksPart } from '../document/text-marks.js';
import type { RawItem } from './body-items.js';
import { noteLabelLength } from './editor-notes.js';
import { claim, coverTitleOf, findCoverRun, looseOf, runLines } from './cover.js';
import type { Cover } from './cover.js';
import { boldLead, guessAlikeLeads, guessLeads, openAlike, sentenceEnd } from './leads.js';
import type { Ledger } from './ledger.js';
import { toLoose, type LinePicture } from './line.js';
import { closePageEnds } from './page-ends.js';
import { paragraphText, pictureParagraphs } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import { boldOpeningLength, concat, emphasisOf, emptyRich, slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { composeTitle } from './titles.js';

export interface BuildContext {
  readonly ledger: Ledger;
  readonly cover: Cover;
  readonly warnings: string[];
  nextId(): string;
  /** Leads may be guessed: nothing in the articles is bold; of a manuscript only those that are plainly alike. */
  readonly mayGuessLeads: boolean | 'alike';
  /** The column is one of news, whose short first sentences are leads only where they open alike: 上好“必修课”。上好“实践课”。 */
  readonly isNews?: boolean;
  /** The lines come off printed pages, whose ends part paragraphs: what stands behind one may go on with the last. */
  readonly hasPageEnds: boolean;
}

const longestBriefTitle = 60;
const newsOpening = /^(?:近日|日前|近期|今年|\d{1,4}[年月]|[“]?\d)/u;

/** The article made of what was found; books its words. */
export function buildArticle(item: RawItem, context: BuildContext): Article {
  const { ledger } = context;
  const title =
    item.titleLines.length > 0 ? ledger.keep(composeTitle(item.titleLines, context.cover, item.coverRun)) : titleFromCover(item, context);
  const id = context.nextId();
  const paragraphs = buildParagraphs(withHeadPictures(item), context);
  const editorNote = item.note?.map((paragraph, at) => keepNote(paragraphText(paragraph), at, ledger)).filter((text) => text !== '');
  return {
    type: 'article',
    id,
    title,
    ...coverTitlePart(item, title, context),
    ...(item.subtitle ? { subtitle: ledger.keep(item.subtitle.rich) } : {}),
    ...(editorNote && editorNote.length > 0 ? { editorNote } : {}),
    paragraphs,
    sources: item.sources.map((source) => ledger.keep(source)),
  };
}

/** The paragraphs, first the pictures that stand beside the title. */
function withHeadPictures({ titleLines, subtitle, note = [], paragraphs }: RawItem): readonly RawParagraph[] {
  const head = pictureParagraphs([...titleLines, ...(subtitle ? [subtitle] : []), ...note.flatMap(({ lines }) => lines)]);
  return head.length === 0 ? paragraphs : [...head, ...paragraphs];
}

/** The brief made of what was found: its title is cut from the start of its first paragraph; books its words. */
export function buildBrief(item: RawItem, context: BuildContext): Brief {
  const { ledger, cover, warnings } = context;
  const [opening] = item.paragraphs;
  const first = opening?.table || opening?.picture ? undefined : opening;
  const firstText = first ? trim(paragraphText(first)) : emptyRich;
  const hasTitleLine = item.titleLines.length > 0;
  const cut = hasTitleLine
    ? titleOfLines(composeTitle(item.titleLines, cover, item.coverRun), firstText)
    : cutBriefTitle(item, firstText, context);
  const title = ledger.keep(cut.title);
  const inTitle = keepTitleNotes(first ? cut.head : emptyRich, cut.title, item, context);
  if (title === '') warnings.push(`第${item.firstLine}行起的简讯没有找到标题。`);
  const run = item.coverRun ?? findCoverRun(cover, toLoose(title));
  if (run && !item.coverRun) claim(cover, run);
  const id = context.nextId(),
    firstId = context.nextId();
  const rest = [...pictureParagraphs(item.titleLines), ...item.paragraphs.slice(first ? 1 : 0)].map((paragraph) =>
    plainParagraph(paragraph, context),
  );
  return {
    type: 'brief',
    id,
    title,
    ...coverTitlePart(run ? { ...item, coverRun: run } : item, title, context),
    ...(cut.isGuessed && title !== '' ? { leadInferred: true } : {}),
    paragraphs: first ? [{ id: firstId, ...withNotes(keptText(cut.rest, ledger), inTitle) }, ...rest] : rest,
    sources: item.sources.map((source) => ledger.keep(source)),
  };
}

/** Footnotes of a brief's run-in title, which has none of its own: they hang on the text right behind it. One from inside the title is told. */
function keepTitleNotes(head: Rich, title: Rich, { firstLine }: RawItem, { ledger, warnings }: BuildContext): Footnotes {
  return ledger.keepNotes(head).map((note) => {
    if (note.at < title.text.length) warnings.push(`第${firstLine}行：简讯标题里的脚注“${shorten(note.text)}”已移到标题后面，请核对。`);
    return { ...note, at: 0 };
  });
}

function withNotes({ footnotes = [], ...kept }: Omit<Paragraph, 'id'>, before: Footnotes): Omit<Paragraph, 'id'> {
  return { ...kept, ...footnotesPart([...before, ...footnotes]) };
}

/** Paragraphs with their leads, read from bold type or, where that is allowed, guessed. */
export function buildParagraphs(found: readonly RawParagraph[], context: BuildContext): readonly Paragraph[] {
  const raw = context.hasPageEnds ? closePageEnds(found, context) : found;
  const texts = raw.map((paragraph) => trim(paragraphText(paragraph)));
  const guessed = guessedLeads(raw, texts, context);
  return raw.map((paragraph, at) => {
    const rich = texts[at] ?? emptyRich;
    if (paragraph.table) return buildTable(paragraph, paragraph.table, context);
    if (paragraph.picture) return pictureOf(paragraph.picture, context);
    if (paragraph.level !== undefined) return buildHeading(rich, paragraph.level, context);
    return buildParagraph(paragraph, rich, guessed[at] ?? 0, context);
  });
}

/** Lengths of the guessed leads, one a paragraph. */
function guessedLeads(raw: readonly RawParagraph[], texts: readonly Rich[], { mayGuessLeads, isNews }: BuildContext): readonly number[] {
  if (!mayGuessLeads) return [];
  if (mayGuessLeads === 'alike') return guessAlikeLeads(texts.map(({ text }, at) => (isRunning(raw[at]) ? text : undefined)));
  const running = raw.flatMap((paragraph, at) => (isRunning(paragraph) ? [at] : []));
  const words = running.map((at) => texts[at]?.text ?? '');
  const leads = guessLeads(words);
  if (isNews && !openAlike(words, leads)) return [];
  const lengths = new Map(running.map((at, place) => [at, leads[place] ?? 0]));
  return raw.map((_paragraph, at) => lengths.get(at) ?? 0);
}

function isRunning(paragraph: RawParagraph | undefined): boolean {
  return paragraph?.level === undefined && paragraph?.picture === undefined && paragraph?.table === undefined;
}

function pictureOf({ picture, caption }: LinePicture, { nextId, ledger }: BuildContext): Paragraph {
  return { id: nextId(), text: ledger.keep(caption), picture };
}

function buildParagraph(raw: RawParagraph, rich: Rich, guess: number, context: BuildContext): Paragraph {
  const { ledger, warnings } = context;
  const lineNumber = raw.lines[0]?.number ?? 0;
  const read = boldLead(rich);
  const length = read.length > 0 ? read.length : guess;
  if (read.isCompleted) {
    warnings.push(`第${lineNumber}行：加粗只到半句，已把整句“${shorten(rich.text.slice(0, length))}”作为段首句，请核对。`);
  }
  const id = context.nextId();
  const lead = trim(slice(rich, 0, length)),
    text = trim(slice(rich, length));
  const inLead = ledger.keepNotes(lead);
  const { footnotes, ...kept } = keptText(text, ledger);
  const notes = footnotesPart([...inLead, ...shiftFootnotes(footnotes, lead.text.length)]);
  if (lead.text === '') return { id, ...kept, ...notes };
  return {
    id,
    ...notes,
    lead: ledger.keep(lead),
    ...(read.length > 0 && raw.lines[0]?.isGuess !== true ? {} : { leadInferred: true }),
    ...kept,
  };
}

function buildHeading(rich: Rich, level: Level, { nextId, ledger }: BuildContext): Paragraph {
  return { id: nextId(), text: ledger.keep(rich), ...footnotesPart(ledger.keepNotes(rich)), level };
}

/** Words with their emphasis and footnotes. */
function keptText(rich: Rich, ledger: Ledger): Omit<Paragraph, 'id'> {
  return { text: ledger.keep(rich), ...marksPart(emphasisOf(rich)), ...footnotesPart(ledger.keepNotes(rich)) };
}

function buildTable({ lines }: RawParagraph, table: TableForm, { ledger, nextId }: BuildContext): Paragraph {
  const rich = lines[0]?.rich ?? emptyRich;
  return normalizeTable({ id: nextId(), text: ledger.keep(rich), ...marksPart(emphasisOf(rich)), table });
}

function plainParagraph(paragraph: RawParagraph, context: BuildContext): Paragraph {
  if (paragraph.table) return buildTable(paragraph, paragraph.table, context);
  if (paragraph.picture) return pictureOf(paragraph.picture, context);
  return paragraph.level === undefined
    ? buildParagraph(paragraph, trim(paragraphText(paragraph)), 0, context)
    : buildHeading(trim(paragraphText(paragraph)), paragraph.level, context);
}

function titleOfLines(title: Rich, rest: Rich): CutTitle {
  return { title, head: title, rest, isGuessed: false };
}

interface CutTitle {
  readonly title: Rich;
  /** The title with the stop behind it. */
  readonly head: Rich;
  readonly rest: Rich;
  readonly isGuessed: boolean;
}

function cutBriefTitle(item: RawItem, rich: Rich, { cover, ledger }: BuildContext): CutTitle {
  const { text } = rich;
  const bold = boldOpeningLength(rich);
  const lead = boldLead(rich);
  const covered = item.coverRun ? coveredLength(text, looseOf(cover, item.coverRun)) : 0;
  const sentence = sentenceEnd(text, 0);
  let length = 0;
  if (bold > 0 && !lead.isCompleted && /[。！？；：…][”’]*$/u.test(text.slice(0, lead.length))) length = lead.length;
  else if (covered > 0 && !/^[，、]/u.test(text.slice(covered))) length = covered;
  else if (bold > 0 && bold === text.length) length = bold;
  else if (sentence <= longestBriefTitle && sentence < text.length && !newsOpening.test(text)) length = sentence;
  const isGuessed =
    bold === 0 || item.paragraphs[0]?.lines[0]?.isGuess === true || (covered === 0 && length === sentence && lead.isCompleted);
  const body = slice(rich, 0, length);
  const hasStop = body.text.endsWith('。');
  const title = trim(hasStop ? slice(body, 0, length - 1) : body);
  const stopAt = hasStop ? length - 1 : length;
  const hasStopAfter = length > 0 && text.charAt(stopAt) === '。';
  if (hasStopAfter) ledger.keep(slice(rich, stopAt, stopAt + 1));
  const end = hasStopAfter ? stopAt + 1 : length;
  return { title, head: slice(rich, 0, end), rest: trim(slice(rich, end)), isGuessed };
}

/** How much of the text its cover title covers, blanks included; 0 when the text does not open with it. */
function coveredLength(text: string, loose: string): number {
  if (!toLoose(text).startsWith(loose)) return 0;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (seen === loose.length) return at;
    if (text.charAt(at).trim() !== '') seen += 1;
  }
  return text.length;
}

function titleFromCover(item: RawItem, { cover, ledger, warnings }: BuildContext): string {
  if (item.coverRun) {
    warnings.push(`第${item.firstLine}行起的稿件前没有标题，已用目录中的标题，请核对。`);
    return coverTitleOf(cover, item.coverRun);
  }
  warnings.push(`第${item.firstLine}行起的稿件没有找到标题。`);
  return ledger.keep(emptyRich);
}

function coverTitlePart(item: RawItem, title: string, { cover, ledger }: BuildContext): { readonly coverTitle?: string } {
  if (!item.coverRun) return {};
  ledger.keep(concat(runLines(cover, item.coverRun).map(({ rich }) => rich)));
  const coverTitle = coverTitleOf(cover, item.coverRun);
  // The contents print a title without the breaks set in it unless they are told otherwise.
  return coverTitle === title || coverTitle === plainTitle(title) ? {} : { coverTitle };
}

function keepNote(rich: Rich, at: number, ledger: Ledger): string {
  const label = at === 0 ? noteLabelLength(rich.text) : 0;
  ledger.leave(slice(rich, 0, label), '版面固定字样，印出时自动加上');
  return ledger.keep(trim(slice(rich, label)));
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
