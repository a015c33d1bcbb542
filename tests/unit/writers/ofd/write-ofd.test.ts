import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readerOf, readTrueType } from '../../../../shared/fonts/true-type.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { advanceEm } from '../../../../shared/layout/font-metrics.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle, mmToPt } from '../../../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../../../shared/layout/page-style-settings.js';
import { child, elements, innerText, parseXml, type XmlElement } from '../../../../shared/word/read/xml-tree.js';
import { baselinePt } from '../../../../shared/writers/baseline.js';
import { writeOfd } from '../../../../shared/writers/ofd/write-ofd.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

// Narrowed type and page numbers in the contents, so that scaled text and dotted leaders are there as well.
const style = resolvePageStyle({ 'text.title.scaleX': 0.9, 'contents.pageNumbers': true });
const pages = layoutIssue(composeIssue(sampleIssue), style);
const bytes = writeOfd(pages, style, sampleMeta, bundledShelf);
const files = unzipSync(bytes);
const xml = (name: string): XmlElement => parseXml(strFromU8(files[name] ?? new Uint8Array()));
const document = xml('Doc_0/Document.xml');
const numbers = (text: string | undefined): readonly number[] =>
  (text ?? '')
    .split(' ')
    .filter((each) => each !== '')
    .map(Number);
const below = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elements(parent).flatMap((element) => [...(element.name === name ? [element] : []), ...below(element, name)]);

interface Placed {
  readonly character: string;
  readonly xPt: number;
  readonly yPt: number;
  readonly font: string;
  readonly glyph: number;
}

/** Every character of a text object where a reader puts it: the boundary's corner, the code's place, the steps, all scaled by the matrix. */
function placedIn(object: XmlElement): readonly Placed[] {
  const [left = 0, top = 0] = numbers(object.attributes.get('Boundary'));
  const [across = 1] = numbers(object.attributes.get('CTM') ?? '1');
  const code = child(object, 'TextCode');
  const steps = numbers(code?.attributes.get('DeltaX'));
  const glyphs = numbers(innerText(child(child(object, 'CGTransform'), 'Glyphs') ?? object));
  let x = Number(code?.attributes.get('X'));
  return [...innerText(code ?? object)].map((character, index) => {
    x += index === 0 ? 0 : (steps[index - 1] ?? Number.NaN);
    const yPt = mmToPt(top + Number(code?.attributes.get('Y')));
    return { character, xPt: mmToPt(left + x * across), yPt, font: object.attributes.get('Font') ?? '', glyph: glyphs[index] ?? 0 };
  });
}

/** Every printed character as the layout has it. */
function laidOut(index: number): readonly Omit<Placed, 'font' | 'glyph'>[] {
  return (pages[index]?.lines ?? []).flatMap((line) => {
    let xPt = line.xPt;
    return line.runs.flatMap((run) =>
      [...run.text].map((character) => {
        const at = { character, xPt, yPt: baselinePt(line) };
        xPt += advanceEm(character.codePointAt(0) ?? 0, run.face, run.bold) * run.sizePt * run.scaleX + run.letterSpacingPt;
        return at;
      }),
    );
  });
}

const contents = below(child(document, 'Pages'), 'Page').map(({ attributes }) => xml(`Doc_0/${attributes.get('BaseLoc') ?? ''}`));

describe('an issue as OFD', () => {
  it('reads back as the same words at the same places, within 0.02 pt', () => {
    expect(contents).toHaveLength(pages.length);
    contents.forEach((content, index) => {
      const read = below(content, 'TextObject').flatMap(placedIn);
      const wanted = laidOut(index);
      expect(read.map(({ character }) => character).join('')).toBe(wanted.map(({ character }) => character).join(''));
      const off = read.map(({ xPt, yPt }, at) => Math.max(Math.abs(xPt - (wanted[at]?.xPt ?? 0)), Math.abs(yPt - (wanted[at]?.yPt ?? 0))));
      expect(Math.max(...off)).toBeLessThan(0.02);
    });
  });

  it('draws each character with its own glyph of an embedded subset', () => {
    const fonts = new Map(
      below(xml('Doc_0/PublicRes.xml'), 'Font').map((font) => {
        const file = files[`Doc_0/Res/${innerText(child(font, 'FontFile') ?? font)}`] ?? new Uint8Array();
        return [font.attributes.get('ID') ?? '', { file, font: readTrueType(readerOf(file)) }] as const;
      }),
    );
    expect(fonts.size).toBeGreaterThan(3);
    for (const { character, font, glyph } of contents.flatMap((content) => below(content, 'TextObject').flatMap(placedIn))) {
      const subset = fonts.get(font)?.font;
      expect(subset?.glyphOf(character.codePointAt(0) ?? 0), character).toBe(glyph);
      if (character.trim() !== '') expect(subset?.outlinesOf([glyph])[0]?.length, character).toBeGreaterThan(0);
    }
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('lets a character of two UTF-16 units stand by itself, so that readers that count units place all others right', () => {
    const rare = issue(column('工作动态', article('甲县表彰先进', p('丁镇𠮷某、翀某𠮷𠮷受到表彰。'))));
    const parts = unzipSync(writeOfd(layoutIssue(composeIssue(rare), style), style, sampleMeta, bundledShelf));
    const body = parseXml(strFromU8(parts['Doc_0/Pages/Page_1/Content.xml'] ?? new Uint8Array()));
    const texts = below(body, 'TextObject').map((object) => innerText(child(object, 'TextCode') ?? object));
    expect(texts.filter((text) => text.includes('𠮷'))).toEqual(['𠮷', '𠮷', '𠮷']);
    expect(texts.join('')).toContain('丁镇𠮷某、翀某𠮷𠮷受到表彰。');
  });

  it('has A4 pages, the rules of the layout, and no number twice', () => {
    const box = innerText(child(child(child(document, 'CommonData'), 'PageArea'), 'PhysicalBox') ?? document);
    expect(box).toBe('0 0 210 297');
    contents.forEach((content, index) => {
      const rules = below(content, 'PathObject').map(({ attributes }) => numbers(attributes.get('Boundary')).map(mmToPt));
      const wanted = pages[index]?.rules.map(({ xPt, topPt, widthPt, heightPt }) => [xPt, topPt, widthPt, heightPt]) ?? [];
      expect(rules).toHaveLength(wanted.length);
      rules.forEach((rule, at) => rule.forEach((value, side) => expect(value).toBeCloseTo(wanted[at]?.[side] ?? 0, 2)));
    });
    expect(contents.flatMap((content) => below(content, 'PathObject')).some(({ attributes }) => attributes.has('DashPattern'))).toBe(true);
    const ids = [document, xml('Doc_0/PublicRes.xml'), ...contents].flatMap((root) =>
      ['Page', 'Font', 'Layer', 'TextObject', 'PathObject'].flatMap((name) =>
        below(root, name).flatMap(({ attributes }) => attributes.get('ID') ?? []),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map(Number))).toBeLessThanOrEqual(Number(innerText(below(document, 'MaxUnitID')[0] ?? document)));
  });

  it('shows a picture in its box, its file in the package once', () => {
    const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const [first] = pages;
    if (!first) throw new Error('no page');
    const line = {
      ...first.lines[0],
      runs: [],
      text: '',
      xPt: 100,
      topPt: 200,
      widthPt: 72,
      heightPt: 36,
      picture: { sha256: 'a', alt: '示意图' },
    };
    const lost = { ...line, picture: { sha256: 'b', alt: '' } };
    const shown = [{ ...first, lines: [line, line, lost] as typeof first.lines }];
    const parts = unzipSync(writeOfd(shown, style, sampleMeta, bundledShelf, (sha256) => (sha256 === 'a' ? picture : undefined)));
    const objects = below(parseXml(strFromU8(parts['Doc_0/Pages/Page_0/Content.xml'] ?? new Uint8Array())), 'ImageObject');
    const media = below(parseXml(strFromU8(parts['Doc_0/PublicRes.xml'] ?? new Uint8Array())), 'MultiMedia');
    expect(objects.map(({ attributes }) => [attributes.get('CTM'), attributes.get('Name'), attributes.get('ResourceID')])).toEqual(
      [1, 2].map(() => ['25.4 0 0 12.7 0 0', '示意图', media[0]?.attributes.get('ID')]),
    );
    expect(media).toHaveLength(1);
    expect(parts[`Doc_0/Res/${innerText(media[0] ?? document)}`]).toEqual(picture);
  });

  it('says what it is, and leads from its outline to every title', () => {
    const info = below(xml('OFD.xml'), 'DocInfo')[0];
    const said = (name: string): string => innerText(child(info, name) ?? { name, attributes: new Map(), children: [] });
    expect([said('Title'), said('Author'), said('Subject'), said('CreationDate')]).toEqual([
      sampleMeta.title,
      sampleMeta.organ,
      sampleMeta.subject,
      sampleMeta.date,
    ]);
    const titles = below(child(document, 'Outlines'), 'OutlineElem');
    expect(titles.length).toBeGreaterThan(3);
    const pageIds = below(child(document, 'Pages'), 'Page').map(({ attributes }) => attributes.get('ID'));
    for (const entry of titles) {
      const target = below(child(entry, 'Actions'), 'Dest')[0]?.attributes;
      const page = pages[pageIds.indexOf(target?.get('PageID'))];
      const tops = page?.lines.map(({ topPt }) => Math.abs(topPt - mmToPt(Number(target?.get('Top'))))) ?? [];
      expect(Math.min(...tops)).toBeLessThan(0.02);
    }
  });

  it('is the same, byte for byte, for the same issue', () => {
    expect(Buffer.from(writeOfd(pages, style, sampleMeta, bundledShelf)).equals(Buffer.from(bytes))).toBe(true);
    expect(
      Buffer.from(writeOfd(layoutIssue(composeIssue(sampleIssue), defaultPageStyle), defaultPageStyle, sampleMeta, bundledShelf)).equals(
        Buffer.from(bytes),
      ),
    ).toBe(false);
  });
});
