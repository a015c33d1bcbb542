/** Laid-out pages as HTML: what the window previews, and a file by itself. */
import { escapeMarkup } from '../../escape-markup.js';
import type { Page, PageLine, PagePicture, PageRule, PageRun } from '../../layout/page.js';
import { runWidthPt } from '../../layout/font-metrics.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import { groupLines, isHeading } from '../line-groups.js';
import type { DocumentMeta } from '../document-meta.js';
import { metaHtml } from './html-meta.js';
import { documentCss, pageCss, type PageCssOptions } from './page-css.js';

export { pageCss } from './page-css.js';

export interface HtmlOptions extends PageCssOptions {
  /** Address of a picture's bytes; without one its frame stays empty. */
  readonly pictureUrl?: (sha256: string) => string | undefined;
}

/** A complete HTML document, one `section` a page. It names installed fonts only, unless told where others are. */
export function writeHtml(pages: readonly Page[], style: PageStyle, meta: DocumentMeta, options: HtmlOptions = {}): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${metaHtml(meta)}
<style>
${pageCss(style, options)}
${documentCss(style)}
</style>
</head>
<body>
${pages.map((page) => writePage(page, style, { isLinked: true, pictureUrl: options.pictureUrl })).join('\n')}
</body>
</html>
`;
}

/**
 * One page as `<section class="page">`. Lines of one block stand inside its heading or paragraph element, in reading
 * order, each once; page numbers and rules are hidden from the reading order. Lines carry `data-*` for clicks.
 */
export function writePageHtml(page: Page, style: PageStyle): string {
  return writePage(page, style, { isLinked: false });
}

/** Whether the contents lead to their titles: in a document of its own they do, in the window a click puts the cursor. */
interface Linking {
  readonly isLinked: boolean;
  readonly pictureUrl?: HtmlOptions['pictureUrl'];
}

function writePage(page: Page, style: PageStyle, linking: Linking): string {
  const parts: string[] = [];
  let open: PageLine | undefined;
  for (const lines of groupLines(page.lines)) {
    parts.push(tableTags(open, lines[0]), writeGroup(lines, linking));
    open = lines[0];
  }
  parts.push(tableTags(open, undefined));
  return `<section class="page" data-page="${page.number}">${writeRules(page.rules, style)}${parts.join('')}</section>`;
}

/** What closes a table and its row after one line, and opens them before the next. */
function tableTags(before: PageLine | undefined, after: PageLine | undefined): string {
  const [left, right] = [rowOf(before), rowOf(after)];
  if (left === right) return '';
  const isOneTable = left !== undefined && right !== undefined && before?.place.paragraphId === after?.place.paragraphId;
  const close = left === undefined ? '' : isOneTable ? '</div>' : '</div></div>';
  const open = right === undefined ? '' : `${isOneTable ? '' : '<div role="table">'}<div role="row">`;
  return close + open;
}

/** The row of a table a line is in; a header that is repeated is furniture. */
function rowOf(line: PageLine | undefined): string | undefined {
  return line?.cell && !line.furniture ? `${line.place.paragraphId ?? ''} ${String(line.cell.row)}` : undefined;
}

const elements: Readonly<Record<PageLine['tag'], { readonly open: string; readonly close: string }>> = {
  h1: { open: '<h1>', close: '</h1>' },
  h2: { open: '<h2>', close: '</h2>' },
  h3: { open: '<h3>', close: '</h3>' },
  p: { open: '<p>', close: '</p>' },
  toc: { open: '<p class="toc">', close: '</p>' },
  figure: { open: '<div class="figure">', close: '</div>' },
  note: { open: '<p role="doc-footnote">', close: '</p>' },
  artifact: { open: '<div aria-hidden="true">', close: '</div>' },
};

function writeGroup(lines: readonly PageLine[], linking: Linking): string {
  const [opening] = lines;
  if (opening === undefined) return '';
  const { open, close } = elementTags(opening);
  return `${open}${lines.map((line) => writeLine(line, linking)).join('')}${close}`;
}

function elementTags(opening: PageLine): { readonly open: string; readonly close: string } {
  if (opening.cell === undefined || opening.furniture) return elements[elementOf(opening)];
  return { open: `<div role="${opening.cell.isHeader ? 'columnheader' : 'cell'}">`, close: '</div>' };
}

/** What holds the lines that open with this one. The rest of a heading from the page before is no second heading. */
function elementOf(opening: PageLine): PageLine['tag'] {
  if (opening.furniture) return 'artifact';
  return isHeading(opening) && opening.startOffset > 0 ? 'p' : opening.tag;
}

function writeLine(line: PageLine, linking: Linking): string {
  const box = `left:${pt(line.xPt)};top:${pt(line.topPt)};height:${pt(line.heightPt)};line-height:${pt(line.heightPt)}`;
  if (line.picture) return writePicture(line, line.picture, linking);
  const [base] = line.runs;
  // The line's own font is its strut: equal to the first run's, so that nothing pushes the baseline.
  const strut = base ? `;font-size:${pt(base.sizePt)}` : '';
  const face = base ? ` f-${base.face}` : '';
  const { element, attributes } = linkParts(line, linking);
  return `<${element}${attributes} class="line${face}" style="${box}${strut}"${lineData(line)}>${line.runs.map((run) => writeRun(run, base)).join('')}</${element}>`;
}

/** The picture in its box; the window fills in the address of what it has loaded. */
function writePicture(line: PageLine, { sha256, alt }: PagePicture, { pictureUrl }: Linking): string {
  const box = `left:${pt(line.xPt)};top:${pt(line.topPt)};width:${pt(line.widthPt)};height:${pt(line.heightPt)}`;
  const url = pictureUrl?.(sha256);
  const source = url === undefined ? '' : ` src="${escapeMarkup(url)}"`;
  return `<img class="line picture" data-picture="${escapeMarkup(sha256)}"${source} alt="${escapeMarkup(alt)}" style="${box}"${lineData(line)}>`;
}

/** An entry of the contents as a link to the line its title opens with. */
function linkParts(
  { place, tag, opensItem }: PageLine,
  { isLinked }: Linking,
): { readonly element: 'a' | 'span'; readonly attributes: string } {
  if (isLinked && tag === 'toc' && place.itemId !== undefined)
    return { element: 'a', attributes: ` href="#item-${escapeMarkup(place.itemId)}"` };
  return { element: 'span', attributes: isLinked && opensItem !== undefined ? ` id="item-${escapeMarkup(opensItem)}"` : '' };
}

function lineData({ place, startOffset }: PageLine): string {
  const values: readonly (readonly [string, string | number | undefined])[] = [
    ['part', place.part],
    ['column', place.columnId],
    ['item', place.itemId],
    ['paragraph', place.paragraphId],
    ['start', startOffset],
  ];
  return values.map(([name, value]) => (value === undefined ? '' : ` data-${name}="${escapeMarkup(String(value))}"`)).join('');
}

/** A number of a footnote is drawn beside the text, not in it: what is pressed or taken out of a line counts the line's own text. */
function writeRun(run: PageRun, base: PageRun | undefined): string {
  const { number: note } = run;
  const classes = [
    ...(note ? ['number'] : []),
    ...(run.face === base?.face ? [] : [`f-${run.face}`]),
    ...(run.bold ? ['bold'] : []),
    ...(run.scaleX === 1 ? [] : ['scaled']),
  ];
  const declarations = [
    ...(run.sizePt === base?.sizePt ? [] : [`font-size:${pt(run.sizePt)}`]),
    ...(run.letterSpacingPt === 0 ? [] : [`letter-spacing:${pt(run.letterSpacingPt / run.scaleX)}`]),
    ...(run.color === '#000000' ? [] : [`color:${run.color}`]),
    ...(note && note.raisePt > 0 ? [`position:relative;top:${pt(-note.raisePt)}`] : []),
    // What is scaled keeps its place by its own width: a browser would reckon the unscaled one.
    ...(run.scaleX === 1 ? [] : [`width:${pt(runWidthPt(run))}`, `transform:scaleX(${number(run.scaleX)})`]),
  ];
  const classText = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const styleText = declarations.length === 0 ? '' : ` style="${escapeMarkup(declarations.join(';'))}"`;
  if (note) return `<span${classText}${styleText} data-number="${escapeMarkup(run.text)}"></span>`;
  const text = escapeMarkup(run.text);
  return classText === '' && styleText === '' ? text : `<span${classText}${styleText}>${text}</span>`;
}

/** Rules as SVG: a browser rounds borders and boxes to whole pixels, drawn rectangles keep their thickness. */
function writeRules(rules: readonly PageRule[], style: PageStyle): string {
  if (rules.length === 0) return '';
  const size = `${number(mmToPt(style.paper.widthMm))} ${number(mmToPt(style.paper.heightMm))}`;
  return `<svg class="rules" viewBox="0 0 ${size}" aria-hidden="true">${rules.map(writeRule).join('')}</svg>`;
}

function writeRule({ xPt, topPt, widthPt, heightPt, color, dotPitchPt }: PageRule): string {
  if (dotPitchPt === undefined)
    return `<rect x="${number(xPt)}" y="${number(topPt)}" width="${number(widthPt)}" height="${number(heightPt)}" fill="${escapeMarkup(color)}"/>`;
  const [y, radius] = [topPt + heightPt / 2, heightPt / 2];
  const ends = `x1="${number(xPt + radius)}" x2="${number(xPt + widthPt - radius)}" y1="${number(y)}" y2="${number(y)}"`;
  return `<line ${ends} stroke="${escapeMarkup(color)}" stroke-width="${number(heightPt)}" stroke-linecap="round" stroke-dasharray="0 ${number(dotPitchPt)}"/>`;
}

function pt(value: number): string {
  return `${number(value)}pt`;
}

/** At most four decimals, no exponent and no minus zero. */
function number(value: number): string {
  return String(Number(value.toFixed(4)) + 0);
}
