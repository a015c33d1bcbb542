/** Paper, margins, page numbers and the rules of filling lines: what a file says of its pages. */
import { defaultPageStyle } from '../layout/page-style.js';
import type { SettingPath } from '../layout/page-style-setting.js';
import { lengthPt, type Formatting } from '../word/read/formatting.js';
import type { WordPackage } from '../word/read/open-package.js';
import { child, childValue, elements, isOn, type XmlElement } from '../word/read/xml-tree.js';
import { ptToMm, roundestMm } from './millimetres.js';
import type { RoledParagraph } from './roles.js';
import { said, saidOn, sectionsOf, seePart, type SeenParagraph } from './seen-paragraph.js';
import { decide, type Tally } from './tally.js';
import { lineHeightOf } from './text-measures.js';

/** The section that most of the text stands in. */
export function mainSection(
  sections: readonly XmlElement[],
  roled: readonly RoledParagraph[],
): { readonly section: XmlElement | undefined; readonly at: number } {
  const counts = sections.map(() => 0);
  for (const { section, text } of roled) counts[section] = (counts[section] ?? 0) + text.length;
  const at = Math.max(0, counts.indexOf(Math.max(...counts)));
  return { section: sections[at], at };
}

export function learnPage(word: WordPackage, roled: readonly RoledParagraph[], formatting: Formatting, tally: Tally): void {
  const sections = sectionsOf(word);
  const { section, at } = mainSection(sections, roled);
  const where = sections.length > 1 ? `第${String(at + 1)}节页面设置` : '页面设置';
  learnMargins(section, where, word, tally);
  tellPaper(section, where, tally);
  tellOtherSections(sections, at, tally);
  learnFitting(word, roled, tally);
  learnPageNumber({ word, sections, at, formatting }, tally);
}

function one(tally: Tally, path: SettingPath, value: number | string | boolean, from: string, isStated = true): void {
  decide(path, [{ value, from, isStated, weight: 1 }], tally);
}

function learnMargins(section: XmlElement | undefined, where: string, word: WordPackage, tally: Tally): void {
  const margin = child(section, 'pgMar');
  if (!margin) {
    tally.notTaken.push({ what: '页边距', where, why: '文件没有写明，各程序按自己的默认' });
    return;
  }
  const gutterPt = lengthPt(margin.attributes.get('gutter')) ?? 0;
  const isGutterAtTop = isSettingOn(word, 'gutterAtTop');
  for (const [side, names] of marginNames) {
    const pt = names.map((name) => lengthPt(margin.attributes.get(name))).find((value) => value !== undefined);
    const boundPt = side === (isGutterAtTop ? 'top' : 'left') ? gutterPt : 0;
    if (pt !== undefined) one(tally, `marginMm.${side}`, roundestMm(Math.abs(pt) + boundPt), `${where}${boundPt > 0 ? '，连装订线' : ''}`);
  }
}

const marginNames = [
  ['top', ['top']],
  ['bottom', ['bottom']],
  ['left', ['left', 'start']],
  ['right', ['right', 'end']],
] as const;

function isSettingOn(word: WordPackage, name: string): boolean {
  const found = child(word.part('settings'), name);
  return found !== undefined && isOn(found);
}

function tellPaper(section: XmlElement | undefined, where: string, { notTaken }: Tally): void {
  const size = child(section, 'pgSz')?.attributes;
  const [width, height] = [lengthPt(size?.get('w')), lengthPt(size?.get('h'))];
  const { widthMm, heightMm } = defaultPageStyle.paper;
  if (width !== undefined && height !== undefined && (Math.abs(ptToMm(width) - widthMm) > 1 || Math.abs(ptToMm(height) - heightMm) > 1))
    notTaken.push({ what: `纸张 ${ptToMm(width).toFixed(0)} × ${ptToMm(height).toFixed(0)} 毫米`, where, why: '版面只有 A4 竖排纸' });
  const columns = Number(child(section, 'cols')?.attributes.get('num') ?? 1);
  if (columns > 1) notTaken.push({ what: `分 ${String(columns)} 栏`, where, why: '版面只有通栏' });
  if (child(section, 'docGrid')?.attributes.get('type') === 'snapToChars')
    notTaken.push({ what: '文字对齐字符网格', where, why: '版面按字距排，西文和标点不占整格' });
  if (child(section, 'pgBorders')) notTaken.push({ what: '页面边框', where, why: '版式没有这一项' });
  if (child(section, 'lnNumType')) notTaken.push({ what: '行号', where, why: '版式没有这一项' });
  if ((childValue(section, 'textDirection') ?? 'lrTb') !== 'lrTb') notTaken.push({ what: '文字竖排', where, why: '版面只有横排' });
}

function tellOtherSections(sections: readonly XmlElement[], main: number, { notTaken }: Tally): void {
  const marginsOf = (section: XmlElement | undefined): string =>
    ['top', 'bottom', 'left', 'right'].map((side) => child(section, 'pgMar')?.attributes.get(side) ?? '').join(' ');
  sections.forEach((section, at) => {
    if (at === main || !child(section, 'pgMar') || marginsOf(section) === marginsOf(sections[main])) return;
    notTaken.push({ what: '这一节的页边距与正文所在的节不同', where: `第${String(at + 1)}节页面设置`, why: '全期只有一种页边距' });
  });
}

/** Width taken out where marks meet, of a character: Word closes both up by half. */
const closedUpEm = 0.5;

function learnFitting(word: WordPackage, roled: readonly RoledParagraph[], tally: Tally): void {
  const control = childValue(word.part('settings'), 'characterSpacingControl') ?? 'doNotCompress';
  const closes = control === 'compressPunctuation' || control === 'compressPunctuationAndJapaneseKana';
  const from = '文档设置“字符间距控制”';
  one(tally, 'fitting.closingOpeningEm', closes ? closedUpEm : 0, from, false);
  one(tally, 'fitting.closingClosingEm', closes ? closedUpEm : 0, from, false);
  const body = roled.filter(({ role }) => role === 'body');
  const votes = (property: string): readonly { readonly on: boolean; readonly paragraph: RoledParagraph }[] =>
    body.map((paragraph) => ({ on: saidOn(paragraph.look, property) ?? true, paragraph }));
  decide(
    'fitting.hangingMarks',
    votes('overflowPunct').map(({ on, paragraph }) => ({
      value: on,
      paragraph: paragraph.number,
      from: originOf(paragraph, 'overflowPunct'),
      isStated: true,
      weight: 1,
    })),
    tally,
  );
  const close = body.filter(({ look }) => saidOn(look, 'autoSpaceDE') === false || saidOn(look, 'autoSpaceDN') === false);
  const closeVotes = close.map((paragraph) => ({
    value: 0,
    paragraph: paragraph.number,
    from: originOf(paragraph, 'autoSpaceDE'),
    isStated: true,
    weight: 1,
  }));
  if (close.length * 2 > body.length) decide('fitting.autoSpaceEm', closeVotes, tally);
}

function originOf({ look }: SeenParagraph, property: string): string {
  return look.get(property)?.from ?? 'Word 的默认';
}

interface NumberSources {
  readonly word: WordPackage;
  readonly sections: readonly XmlElement[];
  readonly at: number;
  readonly formatting: Formatting;
}

type Place = 'left' | 'center' | 'right' | 'outside' | 'inside';

/** A line of a footer that counts pages. */
interface NumberLine {
  readonly paragraph: SeenParagraph;
  readonly place: Place;
  readonly words: string;
  readonly below: readonly SeenParagraph[];
}

/** The page number's place, dashes and height (GB/T 9704-2012, 7.5); its type is learnt as that of any part. */
function learnPageNumber(sources: NumberSources, tally: Tally): void {
  const { word, sections, at } = sources;
  const section = sections[at];
  const usual = footerLine('default', sources);
  const even = isSettingOn(word, 'evenAndOddHeaders') ? footerLine('even', sources) : undefined;
  tellHeaders(sources, tally);
  if (!usual) return;
  const where = `第${String(at + 1)}节页脚`;
  const isOutside = usual.place === 'outside' || (usual.place === 'right' && even?.place === 'left');
  if (isOutside || usual.place === 'center') one(tally, 'pageNumber.form', isOutside ? 'outside' : 'center', where);
  else
    tally.notTaken.push({ what: `页码${usual.place === 'left' ? '一律居左' : '一律居右'}`, where, why: '页码只有居中和单右双左两种位置' });
  one(tally, 'pageNumber.dashes', /[-—–―－─]/u.test(usual.words), where);
  if (/NUMPAGES|SECTIONPAGES/u.test(usual.paragraph.fields) || /[第共页]/u.test(usual.words))
    tally.notTaken.push({ what: `页码写作“${usual.words.trim()}”`, where, why: '页码只印数字' });
  const opening = child(sections[0], 'titlePg');
  const first = opening && isOn(opening) ? footerLine('first', { ...sources, at: 0 }) : footerLine('default', { ...sources, at: 0 });
  one(tally, 'pageNumber.onCover', first !== undefined, `第1节页脚${opening && isOn(opening) ? '，首页不同' : ''}`);
  learnNumberHeight(usual, section, where, tally);
}

/** From the text's foot to the middle of the number, where the number stands in the footer itself and not in a box. */
function learnNumberHeight({ paragraph, below }: NumberLine, section: XmlElement | undefined, where: string, tally: Tally): void {
  const margin = child(section, 'pgMar')?.attributes;
  const [bottomPt, footerPt] = [lengthPt(margin?.get('bottom')), lengthPt(margin?.get('footer'))];
  if (bottomPt === undefined || footerPt === undefined || paragraph.within === 'box') return;
  const heights = [paragraph, ...below].map((each) => lineHeightOf(each));
  const [own = { pt: 0, isStated: false }, ...others] = heights;
  const belowPt = others.reduce((sum, { pt }) => sum + pt, 0);
  const gapMm = roundestMm(Math.abs(bottomPt) - footerPt - belowPt - own.pt / 2);
  one(
    tally,
    'pageNumber.gapMm',
    Math.max(0, gapMm),
    `${where}，页脚距边界`,
    heights.every(({ isStated }) => isStated),
  );
}

/** Sections go on with the footers of those before them. */
function partOf(
  kind: 'header' | 'footer',
  type: string,
  { word, sections, at }: Pick<NumberSources, 'word' | 'sections' | 'at'>,
): XmlElement | undefined {
  for (let index = at; index >= 0; index -= 1) {
    const reference = elements(sections[index], `${kind}Reference`).find(
      ({ attributes }) => (attributes.get('type') ?? 'default') === type,
    );
    const id = reference?.attributes.get('id');
    if (id !== undefined) return word.related(id);
  }
  return undefined;
}

function footerLine(type: string, sources: NumberSources): NumberLine | undefined {
  const part = partOf('footer', type, sources);
  if (!part) return undefined;
  const seen = seePart(part, sources.formatting);
  const paragraph = seen.find(({ fields }) => /(?:^|\s)PAGE(?:\s|$|\\)/u.test(fields));
  if (!paragraph) return undefined;
  const below = seen.filter(({ number, within }) => number > paragraph.number && within === paragraph.within);
  return { paragraph, place: placeOf(paragraph, part), words: paragraph.text, below };
}

function placeOf(paragraph: SeenParagraph, part: XmlElement): Place {
  const framed = said(paragraph.look, 'framePr', 'xAlign') ?? (paragraph.within === 'box' ? boxAlign(part) : undefined);
  const align = framed ?? said(paragraph.look, 'jc') ?? 'left';
  if (align === 'outside' || align === 'inside' || align === 'center') return align;
  return align === 'right' || align === 'end' ? 'right' : 'left';
}

/** Where a text box of a part stands across the page: a drawing's own word, or that of an older shape's style. */
function boxAlign(element: XmlElement): string | undefined {
  if (element.name === 'positionH') return child(element, 'align')?.children.find((node) => typeof node === 'string');
  const style = /mso-position-horizontal:(\w+)/u.exec(element.attributes.get('style') ?? '')?.[1];
  if (style !== undefined && style !== 'absolute') return style;
  for (const inner of elements(element)) {
    const found = boxAlign(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The lines of footers that count pages, as paragraphs of their part. */
export function numberParagraphs(word: WordPackage, roled: readonly RoledParagraph[], formatting: Formatting): readonly RoledParagraph[] {
  const sections = sectionsOf(word);
  const line = footerLine('default', { word, sections, at: mainSection(sections, roled).at, formatting });
  return line ? [{ ...line.paragraph, role: 'pageNumber', leadLength: 0 }] : [];
}

function tellHeaders(sources: NumberSources, { notTaken }: Tally): void {
  for (const type of ['default', 'even', 'first']) {
    const part = partOf('header', type, sources);
    const text = part
      ? seePart(part, sources.formatting)
          .map((paragraph) => paragraph.text.trim())
          .filter((words) => words !== '')
          .join(' ')
      : '';
    if (text === '' || notTaken.some(({ what }) => what.startsWith('页眉'))) continue;
    notTaken.push({ what: `页眉“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`, where: '页眉', why: '版面没有页眉' });
  }
}
