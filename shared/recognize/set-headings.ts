/** Headings inside a manuscript that have no number: a heading style says so, or how they are set apart from the running text. */
import type { Level } from '../document/issue.js';
import { bulletLength } from './bullets.js';
import { isFieldLine, isUnitLine } from './draft-fields.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import type { Line } from './line.js';
import { boldOpeningLength, isAllKai } from './rich-text.js';
import { isTitleLike } from './titles.js';

/** Longest of them, in characters. */
const longest = 40;
/** Fewest lines set alike that show that a look is one of headings. */
const fewestAlike = 2;
/** Shortest paragraph without a stop that is running text. */
const shortestRunning = 45;
const mostNamed = 5;
const levels: readonly Level[] = [1, 2, 3, 4];
const levelNames = ['一', '二', '三', '四'];

/** How a line is set: `outline` and its depth, or what sets it apart. */
type Look = string;

/**
 * The lines of a manuscript's text with the level of those that are headings without a number. A heading style is taken
 * at its word; bold, 黑体, 楷体 or centred lines are headings where several are set alike, no running text is, and text
 * follows each. Every level found so is told.
 */
export function findSetHeadings(all: readonly Line[], notes: string[]): readonly Line[] {
  const lines = withClosedHeadings(all);
  const looks = lines.map((line, at) => (isCandidate(line, lines[at + 1]) ? lookOf(line) : undefined));
  const levelOf = levelsOf(lines, looks);
  const found = new Map<Level, Line[]>();
  const marked = lines.map((line, at) => {
    const look = looks[at];
    const level = look === undefined ? undefined : levelOf.get(look);
    if (level === undefined) return line;
    const own = found.get(level);
    if (own) own.push(line);
    else found.set(level, [line]);
    return { ...line, bodyLevel: level };
  });
  for (const [level, own] of found) notes.push(told(level, own));
  return marked;
}

/**
 * With the level of numbered headings that end with a stop, as 1.抓实学习。: where every line with a number of their kind is one
 * short sentence with the text it heads below it, none of them is an item of a list.
 */
function withClosedHeadings(lines: readonly Line[]): readonly Line[] {
  const headed = new Map<Line, Level>();
  for (const level of closedLevels) {
    const own = lines.flatMap((line, at) => (numberLevel(line.text) === level ? [at] : []));
    if (own.length < fewestAlike || !own.every((at) => isClosedHeading(lines[at], lines[at + 1], level))) continue;
    for (const line of own.map((at) => lines[at])) if (line && headingLevel(line.text) === undefined) headed.set(line, level);
  }
  return lines.map((line) => ({ ...line, ...(headed.has(line) ? { bodyLevel: headed.get(line) as Level } : {}) }));
}

const closedLevels: readonly Level[] = [3, 4];

function isClosedHeading(line: Line | undefined, next: Line | undefined, level: Level): boolean {
  if (!line || !next || line.text.length > longest || /[。！？；].|[，、：；]$/u.test(line.text)) return false;
  return (numberLevel(next.text) ?? 5) > level && (isRunning(next) || numberLevel(next.text) !== undefined);
}

function told(level: Level, own: readonly Line[]): string {
  const names = own.slice(0, mostNamed).map(({ text }) => `“${text}”`);
  const rest = own.length > mostNamed ? `等${own.length}处` : '';
  return `第${own[0]?.number ?? 0}段起：${names.join('')}${rest}没有“一、”一类的编号，按样式或字体认作第${levelNames[level - 1] ?? ''}层标题，请核对。`;
}

function isCandidate(line: Line, next: Line | undefined): boolean {
  if (next === undefined || line.bodyLevel !== undefined || line.text.length > longest || !isHeadingLike(line)) return false;
  if (numberLevel(line.text) !== undefined || bulletLength(line.text) > 0) return false;
  if (/[？！?!]$/u.test(line.text) || isFieldLine(line) || isUnitLine(line)) return false;
  return line.heading !== undefined || (line.isParagraph && opensText(line, next));
}

/** A line that reads like a title; one with a heading style may end with a colon. */
function isHeadingLike(line: Line): boolean {
  return isTitleLike(line.heading === undefined ? line : { ...line, text: line.text.replace(/[：:]$/u, '') });
}

/** Whether what stands below a line is text it can be the heading of, or a heading set otherwise. */
function opensText(line: Line, next: Line): boolean {
  return isRunning(next) || headingLevel(next.text) !== undefined || lookOf(next) !== lookOf(line);
}

function isRunning({ text, heading }: Line): boolean {
  return heading === undefined && (/[。；]/u.test(text) || text.length >= shortestRunning);
}

/** Undefined for lines set as running text is. */
function lookOf({ heading, rich, text, align, isHei }: Line): Look | undefined {
  if (heading !== undefined) return `outline ${heading}`;
  const apart = [
    boldOpeningLength(rich) === text.length ? 'bold' : '',
    isHei ? 'hei' : '',
    isAllKai(rich) ? 'kai' : '',
    align === 'center' ? 'center' : '',
  ].join(' ');
  return apart.trim() === '' ? undefined : apart;
}

/** Depths of the styles that are those of headings: a style whose lines are mostly sentences numbers paragraphs. */
function depthsOf(lines: readonly Line[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const line of lines)
    if (line.heading !== undefined) counts.set(line.heading, (counts.get(line.heading) ?? 0) + (isHeadingLike(line) ? 1 : -1));
  return [...counts].flatMap(([depth, more]) => (more < 0 ? [] : [depth])).sort((one, two) => one - two);
}

/** The level each look of a heading stands for: styles by their depth; others in the order they come, where nothing is numbered. */
function levelsOf(lines: readonly Line[], looks: readonly (Look | undefined)[]): ReadonlyMap<Look, Level> {
  const numbered = lines.flatMap((line) => {
    const level = headingLevel(line.text);
    return level === undefined ? [] : [{ level, look: lookOf(line) }];
  });
  const depths = depthsOf(lines);
  const found = new Map<Look, Level>();
  depths.forEach((depth, rank) => {
    const look = `outline ${depth}`;
    const level = numbered.find((each) => each.look === look)?.level ?? levels[rank];
    if (level !== undefined && looks.includes(look)) found.set(look, level);
  });
  if (found.size > 0 || numbered.length > 0) return found;
  const running = new Set(lines.filter(isRunning).map(lookOf));
  for (const look of new Set(looks)) {
    if (look === undefined || running.has(look) || looks.filter((each) => each === look).length < fewestAlike) continue;
    const level = levels[found.size];
    if (level !== undefined) found.set(look, level);
  }
  return found;
}
