import { faceChain, faceNames, faces, latinFaceNames, ownLatinRanges, type BundledFile, type Face } from '../../layout/faces.js';
import type { DrawnFace, PageStyle } from '../../layout/page-style.js';

export interface PageCssOptions {
  /** Address of the folder with the bundled fonts, with its closing slash; absent: installed fonts only. */
  readonly fontBase?: string;
}

const drawnFaces: readonly DrawnFace[] = [...faceNames, ...latinFaceNames];
const latinRange = ownLatinRanges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
/** What a face's own Latin file draws; later rules win where ranges overlap. */
const asciiRange = 'U+0020-007E';
/** Everything else may come from the machine's own face, where each character is one em wide. */
const cjkRange = 'U+00B7,U+00D7,U+00F7,U+0250-10FFFF';
/** One baseline for all faces, installed or bundled, so that a line mixing them stays straight. */
const oneBaseline = 'ascent-override:88%;descent-override:12%;line-gap-override:0%';

/**
 * The fonts: each face is the machine's own where it is installed, else the bundled one. Bold is always the bundled
 * drawn bold, because an emboldened installed face prints as Type 3.
 */
export function fontFaceCss({ fontBase }: PageCssOptions): string {
  return drawnFaces.flatMap((name) => faceRules(faces[name], fontBase)).join('\n');
}

function faceRules(face: Face, fontBase: string | undefined): readonly string[] {
  const locals = face.localNames.map((name) => `local("${name}")`);
  const bundled = (file: BundledFile): readonly string[] =>
    fontBase === undefined ? [] : [`url("${fontBase}${file.file}") format("truetype")`];
  const regular = [
    fontFaceRule(face.cssFamily, 'normal', cjkRange, [...locals, ...bundled(face.regular)]),
    fontFaceRule(face.cssFamily, 'normal', latinRange, fontBase === undefined ? locals : bundled(face.regular)),
  ];
  if (fontBase === undefined) return locals.length === 0 ? [] : regular;
  // Characters the installed face lacks, before another face is tried.
  const reserve = fontFaceRule(`${face.cssFamily}-reserve`, 'normal', cjkRange, bundled(face.regular));
  const bold = face.bold ? [fontFaceRule(face.cssFamily, 'bold', 'U+0-10FFFF', bundled(face.bold))] : [];
  const latin = face.latin
    ? [
        fontFaceRule(face.cssFamily, 'normal', asciiRange, bundled(face.latin.regular)),
        fontFaceRule(face.cssFamily, 'bold', asciiRange, bundled(face.latin.bold)),
      ]
    : [];
  return [...regular, reserve, ...bold, ...latin];
}

function fontFaceRule(family: string, weight: string, range: string, sources: readonly string[]): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};src:${sources.join(',')};unicode-range:${range};font-display:block;${oneBaseline}}`;
}

/** `font-family` of a face: its own rules first, then the other faces in the stated order of fallback. */
export function familyStack(name: DrawnFace): string {
  const families = faceChain(name).flatMap((face) => [faces[face].cssFamily, `${faces[face].cssFamily}-reserve`]);
  return `${families.map((family) => `"${family}"`).join(',')},serif`;
}

/** Style sheet of the pages, for print and preview alike. Text is set exactly as wide as the layout says. */
export function pageCss(style: PageStyle, options: PageCssOptions): string {
  const { widthMm, heightMm } = style.paper;
  return `${fontFaceCss(options)}
${drawnFaces.map((name) => `.page .f-${name}{font-family:${familyStack(name)}}`).join('\n')}
.page{position:relative;width:${widthMm}mm;height:${heightMm}mm;overflow:hidden;background:#fff;color:#000;font-weight:normal;font-style:normal;font-synthesis:none;text-rendering:geometricPrecision;font-kerning:none;font-variant-ligatures:none;font-variant-east-asian:normal;text-spacing-trim:space-all;text-autospace:no-autospace;-webkit-text-size-adjust:none;text-size-adjust:none}
.page h1,.page h2,.page h3,.page p{display:block;margin:0;padding:0;font:inherit;position:static}
.page .line{position:absolute;display:block;margin:0;white-space:pre;line-break:anywhere;text-align:left;text-indent:0;letter-spacing:0;word-spacing:0}
.page a.line{color:inherit;text-decoration:none}
.page .picture{image-orientation:none;background:#f3f4f6}
.page .bold{font-weight:bold}
.page .number::before{content:attr(data-number)}
.page .scaled{display:inline-block;transform-origin:0 50%;white-space:pre}
.page .rules{position:absolute;left:0;top:0;width:${widthMm}mm;height:${heightMm}mm;pointer-events:none}`;
}

/** Style sheet of the whole document when it is printed or opened by itself. */
export function documentCss(style: PageStyle): string {
  const { widthMm, heightMm } = style.paper;
  return `@page{size:${widthMm}mm ${heightMm}mm;margin:0}
html,body{margin:0;padding:0}
@media screen{body{background:#e9eaec}.page{margin:16px auto;box-shadow:0 1px 4px rgba(0,0,0,.3)}}
@media print{.page{break-inside:avoid;-webkit-print-color-adjust:exact;print-color-adjust:exact}.page+.page{break-before:page}}`;
}
