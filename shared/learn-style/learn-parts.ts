/** The red rule, the 领导批示 box, the contents, 版记 and what keeps together. */
import type { SettingPath, SettingValue } from '../layout/page-style-setting.js';
import { child, elements, type XmlElement } from '../word/read/xml-tree.js';
import { lengthPt } from '../word/read/formatting.js';
import { ptToMm, roundestMm } from './millimetres.js';
import { ruleOf, spaceAboveName } from './gaps.js';
import { byRole } from './learn-text.js';
import type { RoledParagraph } from './roles.js';
import { said, saidOn, type SeenParagraph } from './seen-paragraph.js';
import { decide, type Tally } from './tally.js';
import { indentsOf, spaceOf } from './text-measures.js';

const eighthsToMm = (eighths: number): number => ptToMm(eighths / 8);

/** What is learnt from a whole issue only. */
export function learnParts(seen: readonly SeenParagraph[], roled: readonly RoledParagraph[], tally: Tally): void {
  const roles = byRole(roled);
  learnMasthead(seen, roles, tally);
  learnInstruction(roles.get('instructionLabel')?.[0], tally);
  learnContents(roles.get('contentsEntry') ?? [], tally);
  learnTail([...(roles.get('distribution') ?? []), ...(roles.get('imprint') ?? [])], tally);
}

/** Lines of titles kept together, and the source line kept with its text: only where the file says so. */
export function learnKeeps(roled: readonly RoledParagraph[], tally: Tally): void {
  const titles = roled.filter(({ role, look }) => role === 'title' && look.has('keepLines'));
  decide(
    'keepTitleLines',
    titles.map((paragraph) => vote(saidOn(paragraph.look, 'keepLines') === true, paragraph, 'keepLines')),
    tally,
  );
  const before = roled.filter(({ look }, at) => roled[at + 1]?.role === 'source' && look.has('keepNext'));
  decide(
    'keepSourceWithText',
    before.map((paragraph) => vote(saidOn(paragraph.look, 'keepNext') === true, paragraph, 'keepNext')),
    tally,
  );
}

function vote(value: SettingValue, paragraph: SeenParagraph, property: string) {
  return { value, paragraph: paragraph.number, from: paragraph.look.get(property)?.from ?? '直接格式', isStated: true, weight: 1 };
}

function one(tally: Tally, path: SettingPath, value: SettingValue, paragraph: number, from: string, isStated = true): void {
  decide(path, [{ value, paragraph, from, isStated, weight: 1 }], tally);
}

type Roles = ReadonlyMap<RoledParagraph['role'], readonly RoledParagraph[]>;

function learnMasthead(seen: readonly SeenParagraph[], roles: Roles, tally: Tally): void {
  const [name] = roles.get('mastheadName') ?? [];
  const isPushed =
    name !== undefined && spaceOf(name, 'before') === 0 && seen.some(({ number, text }) => number < name.number && text !== '');
  if (isPushed) {
    // What stands above the name has pushed it down: where it would stand by itself the file does not say.
  } else if (name?.within === 'text') {
    // All space above the name counts as its distance from the top of the text.
    one(tally, 'text.mastheadName.spaceBeforePt', 0, name.number, '距版心上沿', false);
    one(
      tally,
      'masthead.nameTopMm',
      roundestMm(spaceAboveName(seen, name)),
      name.number,
      name.look.get('spacing')?.from ?? '文档默认',
      name.number === 1,
    );
  } else if (name)
    tally.notTaken.push({
      what: '刊名距版心上沿',
      where: `第${String(name.number)}段`,
      why: name.within === 'box' ? '刊名在文本框里' : '刊名在表格里',
    });
  learnRedRule(seen, roles, tally);
}

/** The rule below the masthead: a border of its last line or of the next, a drawn line, or the border of its table. */
function learnRedRule(seen: readonly SeenParagraph[], roles: Roles, tally: Tally): void {
  const last = (roles.get('mastheadOrgan') ?? roles.get('mastheadNumber') ?? []).at(-1);
  if (!last) return;
  const at = seen.findIndex(({ number }) => number === last.number);
  for (const paragraph of seen.slice(at, at + 4)) {
    const below = ruleOf(paragraph, 'bottom') ?? (paragraph.number === last.number ? undefined : ruleOf(paragraph, 'top'));
    if (below) {
      takeRule(below, paragraph, tally, `段落边框，${paragraph.look.get('pBdr')?.from ?? ''}`);
      if (paragraph.number === last.number)
        one(tally, 'masthead.ruleGapMm', roundestMm(below.spacePt, 0.49), paragraph.number, '段落边框距正文');
      return;
    }
    const drawn = drawnLine(paragraph.element);
    if (drawn) return takeRule(drawn, paragraph, tally, '画出的线');
    if (paragraph.number > last.number && paragraph.text.trim() !== '') break;
  }
  const border = last.table ? tableBorder(last.table, 'bottom') : undefined;
  if (border) takeRule(border, last, tally, '表格边框');
}

function takeRule(
  { eighths, color }: { readonly eighths: number; readonly color: string },
  paragraph: SeenParagraph,
  tally: Tally,
  from: string,
): void {
  one(tally, 'masthead.ruleThicknessMm', eighthsToMm(eighths), paragraph.number, from);
  const value = toColor(color);
  if (value !== undefined) one(tally, 'masthead.ruleColor', value, paragraph.number, from);
}

const namedColors: Readonly<Record<string, string>> = { red: '#ff0000', black: '#000000', auto: '#000000' };

function toColor(color: string): string | undefined {
  const plain = /^#?([\da-f]{6})/iu.exec(color)?.[1];
  return plain === undefined ? namedColors[color.toLowerCase().split(' ')[0] ?? ''] : `#${plain.toLowerCase()}`;
}

const emuPerPt = 12_700;

/** A straight line hung on a paragraph: DrawingML (`a:ln`) or an older shape (`v:line`). */
function drawnLine(element: XmlElement): { readonly eighths: number; readonly color: string } | undefined {
  if (element.name === 'line' || (element.name === 'shape' && /_x0000_t(?:20|32)\b/u.test(element.attributes.get('type') ?? ''))) {
    const weightPt = lengthPt((element.attributes.get('strokeweight') ?? '0.75pt').replace(/^(\.)/u, '0$1')) ?? 0.75;
    return { eighths: weightPt * 8, color: element.attributes.get('strokecolor') ?? 'black' };
  }
  if (element.name === 'spPr' && /^(?:line|straightConnector1)$/u.test(child(element, 'prstGeom')?.attributes.get('prst') ?? '')) {
    const line = child(element, 'ln');
    const color = child(child(line, 'solidFill'), 'srgbClr')?.attributes.get('val') ?? 'auto';
    return { eighths: (Number(line?.attributes.get('w') ?? 9525) / emuPerPt) * 8, color };
  }
  for (const inner of elements(element)) {
    const found = drawnLine(inner);
    if (found) return found;
  }
  return undefined;
}

/** A border of a table, where it is drawn. */
function tableBorder(table: XmlElement, side: string): { readonly eighths: number; readonly color: string } | undefined {
  const found = child(child(child(table, 'tblPr'), 'tblBorders'), side)?.attributes;
  const kind = found?.get('val') ?? 'none';
  if (!found || kind === 'none' || kind === 'nil') return undefined;
  return { eighths: Number(found.get('sz') ?? 4), color: found.get('color') ?? 'auto' };
}

/** A border of a cell; those of its table where it says nothing. */
function cellBorder({ table, cell }: SeenParagraph, side: string): { readonly eighths: number; readonly color: string } | undefined {
  const own = child(child(child(cell, 'tcPr'), 'tcBorders'), side)?.attributes;
  const kind = own?.get('val');
  if (own && kind !== undefined)
    return kind === 'none' || kind === 'nil' ? undefined : { eighths: Number(own.get('sz') ?? 4), color: own.get('color') ?? 'auto' };
  return table ? tableBorder(table, side) : undefined;
}

function learnInstruction(label: RoledParagraph | undefined, tally: Tally): void {
  if (!label) return;
  const border = cellBorder(label, 'top') ?? cellBorder(label, 'left');
  if (border) {
    one(tally, 'instruction.ruleThicknessMm', eighthsToMm(border.eighths), label.number, '表格边框');
    const color = toColor(border.color);
    if (color !== undefined) one(tally, 'instruction.ruleColor', color, label.number, '表格边框');
  }
  const heightPt = lengthPt(child(child(label.row, 'trPr'), 'trHeight')?.attributes.get('val'));
  if (heightPt !== undefined) one(tally, 'instruction.heightMm', roundestMm(heightPt), label.number, '表格行高');
}

function learnContents(entries: readonly RoledParagraph[], tally: Tally): void {
  const ends = entries.map((paragraph) => ({
    paragraph,
    numbered: /PAGEREF|HYPERLINK[^]*PAGEREF/u.test(paragraph.fields) || /[\t.…·]\s*\d{1,3}\s*$/u.test(paragraph.text),
  }));
  // Of a title in two lines only the last has a number.
  const hasNumbers = ends.some(({ numbered }) => numbered);
  const [first] = ends.filter(({ numbered }) => numbered === hasNumbers);
  if (!first) return;
  // Lines in the middle or at the right hang nowhere.
  const hanging = entries.filter(({ look }) => !/^(?:center|right|end)$/u.test(said(look, 'jc') ?? 'left'));
  decide(
    'contents.hangEm',
    hanging.map((paragraph) => ({
      value: Math.max(0, indentsOf(paragraph).hanging),
      paragraph: paragraph.number,
      from: paragraph.look.get('ind')?.from ?? '文档默认',
      isStated: true,
      weight: 1,
    })),
    tally,
  );
  one(tally, 'contents.pageNumbers', hasNumbers, first.paragraph.number, hasNumbers ? '目录行末的页码' : '目录行末没有页码');
  if (!hasNumbers) return;
  const leader = elements(child(child(first.paragraph.element, 'pPr'), 'tabs')).findLast(
    ({ attributes }) => attributes.get('val') === 'right',
  );
  const dotted = /[.…·]{2,}/u.test(first.paragraph.text) || (leader?.attributes.get('leader') ?? 'none') !== 'none';
  one(tally, 'contents.leader', dotted ? 'dots' : 'none', first.paragraph.number, '页码前的制表符');
}

/** The rules of 版记: of its table, or of its paragraphs. */
function learnTail(lines: readonly RoledParagraph[], tally: Tally): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return;
  const outer = first.table ? (cellBorder(first, 'top') ?? cellBorder(last, 'bottom')) : (ruleOf(first, 'top') ?? ruleOf(last, 'bottom'));
  const second = lines.find(({ row, number }) => (first.table ? row !== first.row : number !== first.number));
  const inner = first.table
    ? (tableBorder(first.table, 'insideH') ?? (second && cellBorder(second, 'top')))
    : second && ruleOf(second, 'top');
  const from = first.table ? '表格边框' : '段落边框';
  if (outer) one(tally, 'tail.outerRuleMm', eighthsToMm(outer.eighths), first.number, from);
  if (inner && second) one(tally, 'tail.innerRuleMm', eighthsToMm(inner.eighths), second.number, from);
}
