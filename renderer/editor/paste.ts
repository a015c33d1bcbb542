/** What a paste may bring: paragraphs and the bold they open with. Everything else is dropped, and told. */
import type { Level } from '../../shared/document/issue.js';
import { plainLine } from '../../shared/document/plain-characters.js';

export interface PastedParagraph {
  readonly lead: string;
  readonly text: string;
  readonly level?: Level;
}

export interface Pasted {
  readonly paragraphs: readonly PastedParagraph[];
  /** What was left out, in short Chinese phrases: 图片 2 张. */
  readonly dropped: readonly string[];
}

/** Paragraphs of plain text: one a line, blank lines and the blanks of a typed indent left out. */
export function readPastedText(text: string): Pasted {
  return {
    paragraphs: text
      .split(/\r\n|[\r\n\v\f\u2028\u2029\u0085]/u)
      .map((line) => paragraph('', line))
      .filter(hasText),
    dropped: [],
  };
}

/** Paragraphs of HTML from Word, WPS, a browser or this editor. */
export function readPastedHtml(html: string): Pasted {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const reader = newReader();
  readNode(body, { isBold: false }, reader);
  endParagraph(reader);
  return { paragraphs: reader.paragraphs.filter(hasText), dropped: droppedPhrases(body, reader) };
}

interface Reader {
  readonly paragraphs: PastedParagraph[];
  runs: { readonly text: string; readonly isBold: boolean }[];
  level: Level | undefined;
  innerBold: number;
}

const skipped = new Set(['STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'O:P']);
const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TR',
  'TABLE',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'PRE',
  'BR',
  'HR',
  'BODY',
]);

function newReader(): Reader {
  return { paragraphs: [], runs: [], level: undefined, innerBold: 0 };
}

function readNode(node: Node, { isBold }: { readonly isBold: boolean }, reader: Reader): void {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/[\t\r\n ]+/gu, (blank) => (/[\r\n]/u.test(blank) ? '\n' : ' '));
    if (text !== '') reader.runs.push({ text, isBold });
    return;
  }
  if (!(node instanceof Element) || skipped.has(node.tagName.toUpperCase()) || isHidden(node)) return;
  const isBlock = blocks.has(node.tagName.toUpperCase());
  if (isBlock) endParagraph(reader);
  const level = Number(node.getAttribute('data-level'));
  if (level >= 1 && level <= 4) reader.level = level as Level;
  for (const child of node.childNodes) readNode(child, { isBold: boldOf(node, isBold) }, reader);
  if (isBlock) endParagraph(reader);
}

/** Word marks list numbers and comments it shows elsewhere with mso-hide and similar. */
function isHidden(element: Element): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(element.getAttribute('style') ?? '');
}

function boldOf(element: Element, inherited: boolean): boolean {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/iu.exec(element.getAttribute('style') ?? '')?.[1];
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return inherited || /^(?:B|STRONG)$/u.test(element.tagName);
}

function endParagraph(reader: Reader): void {
  const runs = resolveLineEnds(trimRuns(reader.runs));
  const opening = runs.findIndex(({ text, isBold }) => !isBold && text.trim() !== '');
  const split = opening < 0 ? runs.length : opening;
  const join = (part: typeof runs): string => part.map(({ text }) => text).join('');
  reader.innerBold += runs.slice(split).filter(({ isBold, text }) => isBold && text.trim() !== '').length;
  const isLead = runs.some(({ isBold }) => isBold) && split > 0;
  const lead = isLead ? join(runs.slice(0, split)) : '';
  reader.paragraphs.push(paragraph(lead, isLead ? join(runs.slice(split)) : join(runs), reader.level));
  reader.runs = [];
  reader.level = undefined;
}

const eastAsian = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** A line end of the HTML source is a blank, but none between Chinese characters: Word ends its lines anywhere. */
function resolveLineEnds(runs: Reader['runs']): Reader['runs'] {
  const whole = [...runs.map(({ text }) => text).join('')];
  let index = -1;
  return runs.map((run) => ({
    ...run,
    text: [...run.text]
      .map((character) => {
        index += 1;
        if (character !== '\n') return character;
        return eastAsian.test(whole[index - 1] ?? '') && eastAsian.test(whole[index + 1] ?? '') ? '' : ' ';
      })
      .join(''),
  }));
}

/** Runs without the blanks that HTML does not show at a paragraph's ends, and without a typed indent. */
function trimRuns(runs: Reader['runs']): Reader['runs'] {
  const kept = [...runs];
  while (kept[0] && trimStart(kept[0].text) === '') kept.shift();
  if (kept[0]) kept[0] = { ...kept[0], text: trimStart(kept[0].text) };
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

function trimStart(text: string): string {
  return text.replace(/^[\s\u3000\u00a0]+/u, '');
}

function paragraph(lead: string, text: string, level?: Level): PastedParagraph {
  const rest = plainLine(lead === '' ? trimStart(text).trimEnd() : text.trimEnd());
  return { lead: plainLine(lead), text: rest, ...(level === undefined ? {} : { level }) };
}

function hasText({ lead, text }: PastedParagraph): boolean {
  return `${lead}${text}`.trim() !== '';
}

function droppedPhrases(body: HTMLElement, reader: Reader): readonly string[] {
  const count = (selector: string): number => body.querySelectorAll(selector).length;
  const phrases: readonly (readonly [number, string])[] = [
    [count('img, svg, canvas, video, object'), '图片 {} 张'],
    [count('table'), '表格 {} 个（文字留作段落）'],
    [count('a[href]'), '链接 {} 处（文字保留）'],
    [reader.innerBold, '段中加粗 {} 处'],
  ];
  return phrases.filter(([number]) => number > 0).map(([number, phrase]) => phrase.replace('{}', String(number)));
}
