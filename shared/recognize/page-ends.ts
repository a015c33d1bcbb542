/** Page ends of printed pages that fall after a stop, where nothing in the words tells that the paragraph goes on. */
import { boldLead, guessLeads } from './leads.js';
import { numberLevel } from '../document/heading-level.js';
import { paragraphText } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import { trim } from './rich-text.js';

/** Fewest paragraphs with a lead that show how an article's paragraphs open. */
const fewestAlike = 2;
/** Shortest text, in characters, before a page end: a page ends with a full line. */
const shortestBefore = 28;

/** Whether lines come off printed pages: a page number, a page break, or a paragraph cut in the middle of its sentence. */
export function comeOffPages(paragraphs: readonly RawParagraph[]): boolean {
  return paragraphs.some(({ lines }) =>
    lines.some((line, at) => !line.isParagraph && !line.isSoft && (line.followsPage || (at > 0 && !line.isAdjacent))),
  );
}

/**
 * The paragraphs of an article without the breaks that page ends left after a stop: where a paragraph does not open like
 * its kind (with an indent, a lead, a number), it goes on with the one before it. Each join is told.
 */
export function closePageEnds(paragraphs: readonly RawParagraph[], { warnings }: { readonly warnings: string[] }): readonly RawParagraph[] {
  const breaks = new Set([...unindentedAt(paragraphs), ...unledAt(paragraphs)]);
  const whole: RawParagraph[] = [];
  paragraphs.forEach((paragraph, at) => {
    const last = whole.at(-1);
    if (!last || !breaks.has(at) || !mayGoOn(last, paragraph)) {
      whole.push(paragraph);
      return;
    }
    const opening = paragraphText(paragraph).text.slice(0, 12);
    warnings.push(
      `第${paragraph.lines[0]?.number ?? 0}行：换页恰在句号后，“${opening}…”不像另起的一段，已接到上一段（页末接段），请核对。`,
    );
    whole[whole.length - 1] = { ...last, lines: [...last.lines, ...paragraph.lines] };
  });
  return whole;
}

/** A table or a picture, which says nothing of how paragraphs open, and which none goes on with. */
function isFigure({ table, picture }: RawParagraph): boolean {
  return table !== undefined || picture !== undefined;
}

/** Whether nothing says that a paragraph is one of its own. */
function mayGoOn(before: RawParagraph, { lines, level }: RawParagraph): boolean {
  const [line] = lines;
  if (!line || line.isParagraph || line.isIndented || line.opens || line.isQuoted || line.heading !== undefined) return false;
  return level === undefined && before.level === undefined && !isFigure(before) && paragraphText(before).text.length >= shortestBefore;
}

/** Paragraphs behind a page end that are not indented, in an article that indents its paragraphs. */
function unindentedAt(paragraphs: readonly RawParagraph[]): readonly number[] {
  const isIndented = paragraphs.map(({ lines }) => lines[0]?.isIndented === true);
  const indented = isIndented.filter(Boolean).length;
  if (indented < fewestAlike || indented * 2 < paragraphs.filter((each) => !isFigure(each)).length) return [];
  return paragraphs.flatMap(({ lines }, at) => (lines[0]?.followsPage === true && isIndented[at] !== true ? [at] : []));
}

/** The one paragraph that opens without a lead or number behind the first that has one; none where there are more. */
function unledAt(paragraphs: readonly RawParagraph[]): readonly number[] {
  const running = paragraphs.flatMap((paragraph, at) => (isFigure(paragraph) ? [] : [{ paragraph, at }]));
  const opens = opensAsLead(running.map(({ paragraph }) => paragraph));
  const first = opens.indexOf(true);
  const [only, ...others] = running.filter((_, index) => index > first && opens[index] === false);
  if (first < 0 || !only || others.length > 0 || opens.filter(Boolean).length < fewestAlike) return [];
  // Last of all stands, as often, a closing paragraph: only a page end seen in the file speaks against it.
  const isClosing = only === running.at(-1) && only.paragraph.lines[0]?.followsPage !== true;
  return isClosing ? [] : [only.at];
}

/** Which paragraphs open with a lead, read or guessed, or with a number. */
function opensAsLead(paragraphs: readonly RawParagraph[]): readonly boolean[] {
  const texts = paragraphs.map((paragraph) => trim(paragraphText(paragraph)));
  const isBold = texts.map((text, at) => paragraphs[at]?.level !== undefined || boldLead(text).length > 0);
  const guessed = isBold.includes(true) ? [] : guessLeads(texts.map(({ text }) => text));
  return texts.map(({ text }, at) => isBold[at] === true || (guessed[at] ?? 0) > 0 || isNumbered(text));
}

function isNumbered(text: string): boolean {
  return numberLevel(text) !== undefined || /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、])/u.test(text);
}
