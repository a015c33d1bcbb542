/** Headings without a number inside the articles of an issue: by the file's own marks, by how they are set, or alike in a text. */
import type { Level } from '../document/issue.js';
import type { RawItem } from './body-items.js';
import { bulletLength } from './bullets.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import { paragraphText } from './paragraphs.js';
import type { RawParagraph } from './paragraphs.js';
import { findSetHeadings } from './set-headings.js';
import { isTitleLike } from './titles.js';

/** Fewest lines of a text, alike and each over a paragraph, that are headings. */
const fewestAlike = 2;
const [shortest, longest] = [4, 30];
/** Characters by which the lengths of headings that are alike differ at most. */
const mostApart = 1;
/** Shortest paragraph under a heading. */
const shortestText = 30;

/** The article with the levels of its headings; what was found by its look or its words is told. */
export function withItemHeadings(item: RawItem, warnings: string[]): RawItem {
  const depth = item.titleLines[0]?.heading;
  const deeper = item.paragraphs.map((paragraph) => (depth === undefined ? 0 : depthOf(paragraph) - depth));
  // Our own text leaves one depth free, for second lines of titles.
  const free = Math.min(...deeper.filter((by) => by > 0)) > 1 ? 1 : 0;
  const marked = item.paragraphs.map((paragraph, at) => withLevel(paragraph, asLevel((deeper[at] ?? 0) - free)));
  const withWords = marked.filter(({ lines }) => lines.length > 0);
  const set = findSetHeadings(withWords.flatMap(lineOf), warnings);
  const levels = new Map(withWords.map((paragraph, at) => [paragraph, set[at]?.bodyLevel]));
  const leveled = marked.map((paragraph) => withLevel(paragraph, levels.get(paragraph)));
  return { ...item, paragraphs: withAlikeHeadings(leveled, warnings) };
}

/** The paragraphs with the level of those that are headings by their likeness alone, which is told. */
export function withAlikeHeadings(paragraphs: readonly RawParagraph[], warnings: string[]): RawParagraph[] {
  const alike = alikeAt(paragraphs);
  const found = alike.flatMap((at) => paragraphs[at]?.lines ?? []);
  if (found.length > 0)
    warnings.push(
      `第${found[0]?.number ?? 0}行起：${found.map(({ text }) => `“${text}”`).join('')}样子相近、各领一段，认作第一层标题，请核对。`,
    );
  return paragraphs.map((paragraph, at) => (alike.includes(at) ? withLevel(paragraph, 1) : paragraph));
}

/** The depth of a text's own mark before a heading: 3 of ###; 0 of other paragraphs. */
function depthOf({ lines }: RawParagraph): number {
  const [line, ...more] = lines;
  return !line || more.length > 0 || line.isParagraph ? 0 : (line.heading ?? 0);
}

/** ### under ## is of the first level. */
function asLevel(deeper: number): Level | undefined {
  return deeper === 1 || deeper === 2 || deeper === 3 || deeper === 4 ? deeper : undefined;
}

function withLevel(paragraph: RawParagraph, level: Line['bodyLevel']): RawParagraph {
  const isText = paragraph.level === undefined && paragraph.table === undefined && paragraph.picture === undefined;
  return isText && level !== undefined && level > 0 ? { ...paragraph, level: level as Level } : paragraph;
}

/** A paragraph as one line, for the look of it; one that has its level is none that may be a heading still. */
function lineOf(paragraph: RawParagraph): readonly Line[] {
  const [line] = paragraph.lines;
  if (!line) return [];
  const whole = paragraph.lines.length === 1 || paragraph.table ? line : withRich(line, paragraphText(paragraph));
  return [paragraph.level === undefined ? whole : { ...whole, bodyLevel: paragraph.level }];
}

/** Paragraphs of a text that are short, without a stop, as long as each other, behind a closed paragraph and over a longer one. */
function alikeAt(paragraphs: readonly RawParagraph[]): readonly number[] {
  const texts = paragraphs.map((paragraph) => paragraphText(paragraph).text);
  if (paragraphs.some(({ level }, at) => level !== undefined && numberLevel(texts[at] ?? '') !== undefined)) return [];
  const found = paragraphs.flatMap((paragraph, at) => (mayBeHeading(paragraph) && opensText(texts, at) ? [at] : []));
  const lengths = found.map((at) => (texts[at] ?? '').replace(/\s/gu, '').length);
  const colons = new Set(found.map((at) => (texts[at] ?? '').search(/[：:]/u)));
  const hasColon = colons.size === 1 && !colons.has(-1);
  const areAlike = hasColon || Math.max(...lengths) - Math.min(...lengths) <= mostApart;
  const isRest = paragraphs.every((paragraph, at) => found.includes(at) || !mayBeHeading(paragraph));
  return found.length >= fewestAlike && areAlike && isRest ? found : [];
}

function mayBeHeading({ lines, table, picture }: RawParagraph): boolean {
  const [line, ...more] = lines;
  if (!line || more.length > 0 || table || picture || line.isParagraph || line.bodyLevel !== undefined) return false;
  const { text } = line;
  const isPlain = headingLevel(text) === undefined && numberLevel(text) === undefined && bulletLength(text) === 0;
  return text.length >= shortest && text.length <= longest && isPlain && isTitleLike(line);
}

function opensText(texts: readonly string[], at: number): boolean {
  const [before, next] = [texts[at - 1], texts[at + 1] ?? ''];
  return (
    (before === undefined || /[。！？][”’）)]?$|^[▲△▼].{1,60}$/u.test(before)) &&
    next.length >= shortestText &&
    /[。！？][”’）)]?$/u.test(next)
  );
}
