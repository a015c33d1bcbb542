/** Rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that a file as ours can break, checked with an independent reader. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { SaxesParser } from 'saxes';
import type { Footnote, Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../../shared/layout/page-style.js';
import { writePdf } from '../../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import {
  dictionariesOf,
  drawnGlyphs,
  listOf,
  look,
  numeral,
  readPdf,
  streamOf,
  unicodeOf,
  words,
  type ReadPdf,
} from '../../../helpers/read-pdf.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const meta = { ...sampleMeta, title: '甲 & <乙> 专报 "2023"' };
/** The sample with footnotes: two in a paragraph, one in a heading, one in a brief. */
const footnotes: Readonly<Record<string, readonly Footnote[]>> = {
  p1: [
    { at: 4, text: '会期一天。' },
    { at: 30, text: '指“两个结合”。' },
  ],
  p5: [{ at: 4, text: '做法截至年底。' }],
  p11: [{ at: 3, text: '宣讲由示例区主办。' }],
};
/** A paragraph long enough to go on over a page's end. */
const longId = 'p3';

const value: Issue = {
  ...sampleIssue,
  columns: sampleIssue.columns.map((column) => ({
    ...column,
    items: column.items.map((item) => ({
      ...item,
      paragraphs: item.paragraphs.map((each) => {
        const noted = footnotes[each.id] ? { ...each, footnotes: footnotes[each.id] } : each;
        return each.id === longId ? { ...noted, text: noted.text + '全区上下联动推进。'.repeat(10) } : noted;
      }),
    })),
  })),
};
const pages = layoutIssue(composeIssue(value), { ...style, contents: { ...style.contents, pageNumbers: true } });
const bytes = writePdf(pages, style, meta, bundledShelf);
let read: ReadPdf;
beforeAll(async () => {
  read = await readPdf(bytes);
});

const content = (page: number): string => streamOf(look(read.pdf.getPage(page).node, 'Contents')).toString('latin1');

describe('the file', () => {
  it('starts and ends as an archive wants it, with an identifier and without encryption', () => {
    expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toBe('%PDF-1.7\n');
    expect([...bytes.subarray(10, 14)].every((byte) => byte > 127)).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/startxref\n\d+\n%%EOF\n$/u);
    const { ID, Encrypt } = read.pdf.context.trailerInfo;
    expect([listOf(ID).length, Encrypt]).toEqual([2, undefined]);
  });

  it('runs, attaches and asks for nothing', () => {
    for (const key of ['OpenAction', 'AA', 'Names', 'AcroForm', 'OCProperties']) expect(look(read.pdf.catalog, key)).toBeUndefined();
    for (const each of read.dictionaries) {
      for (const key of ['JS', 'EF', 'AA', 'URI', 'SMask', 'Group', 'ExtGState']) expect(look(each, key)).toBeUndefined();
      const filter = look(each, 'Filter');
      if (filter !== undefined) expect(filter).toBe(PDFName.of('FlateDecode'));
    }
  });

  it('says which colours it means', () => {
    const [intent] = listOf(look(read.pdf.catalog, 'OutputIntents')) as PDFDict[];
    expect([intent && look(intent, 'S'), words(intent && look(intent, 'OutputConditionIdentifier'))]).toEqual([
      PDFName.of('GTS_PDFA1'),
      'sRGB IEC61966-2.1',
    ]);
    const profile = streamOf(intent && look(intent, 'DestOutputProfile'));
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 40)).toMatch(/^mntrRGB XYZ .{12}acsp$/su);
    const used = pages.flatMap((_page, index) => content(index).match(/\b(?:g|G|rg|RG|k|K|cs|CS|sc|scn|sh|gs|Do)\b/gu) ?? []);
    expect(new Set(used)).toEqual(new Set(['g', 'G', 'rg']));
  });
});

describe('its properties', () => {
  const xmp = (): string => streamOf(look(read.pdf.catalog, 'Metadata')).toString('utf8');

  it('are unpacked XML that is well formed whatever the title holds', () => {
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (text) => texts.push(text));
    parser.write(xmp().replace(/<\?xpacket.*?\?>/gu, '')).close();
    expect(texts).toContain(meta.title);
    const stream = read.pdf.catalog.lookup(PDFName.of('Metadata'));
    expect(stream && 'dict' in stream && look(stream.dict as PDFDict, 'Filter')).toBeUndefined();
  });

  it('claim both standards and describe what PDF/A does not know', () => {
    expect(xmp()).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp()).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
  });

  it('say the same twice', () => {
    const info = read.pdf.context.lookup(read.pdf.context.trailerInfo.Info, PDFDict);
    expect(words(look(info, 'Title'))).toBe(meta.title);
    const inXmp = (name: string): string | undefined => new RegExp(`<${name}>(?:<rdf[^>]*>)*([^<]*)<`, 'u').exec(xmp())?.[1];
    for (const [key, name] of [
      ['Author', 'dc:creator'],
      ['Subject', 'dc:description'],
      ['Keywords', 'pdf:Keywords'],
      ['Creator', 'xmp:CreatorTool'],
      ['Producer', 'pdf:Producer'],
    ] as const)
      expect(words(look(info, key)), key).toBe(inXmp(name));
    for (const [key, name] of [
      ['CreationDate', 'xmp:CreateDate'],
      ['ModDate', 'xmp:ModifyDate'],
    ] as const)
      expect(words(look(info, key))).toBe(`D:${inXmp(name)?.replace(/\D/gu, '') ?? ''}Z`);
  });

  it('are shown as the title of the window, in Chinese', () => {
    expect(words(look(read.pdf.catalog, 'Lang'))).toBe('zh-CN');
    expect(String(look(read.pdf.catalog, 'ViewerPreferences', 'DisplayDocTitle'))).toBe('true');
    expect(String(look(read.pdf.catalog, 'MarkInfo', 'Marked'))).toBe('true');
  });
});

describe('its fonts', () => {
  it('are as wide as the dictionaries say', () => {
    for (const descendant of dictionariesOf(read, 'Font').filter((font) => look(font, 'Subtype') === PDFName.of('CIDFontType2'))) {
      const file = streamOf(look(descendant, 'FontDescriptor', 'FontFile2'));
      const hmtx = tableOf(file, 'hmtx');
      const stated = listOf(listOf(look(descendant, 'W'))[1]).map(numeral);
      expect(stated.length).toBeGreaterThan(1);
      expect(stated).toEqual(stated.map((_width, glyph) => hmtx.getUint16(glyph * 4)));
      expect(look(descendant, 'CIDToGIDMap')).toBe(PDFName.of('Identity'));
    }
  });

  it('draw no glyph that stands for none, and each is read back as a character', () => {
    pages.forEach((_page, index) => {
      for (const { font, glyph } of drawnGlyphs(read, index)) {
        expect(glyph).toBeGreaterThan(0);
        expect([...(unicodeOf(read, font).get(glyph) ?? '')]).toHaveLength(1);
      }
    });
  });
});

function tableOf(bytes: Buffer, tag: string): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
    if (bytes.toString('latin1', at, at + 4) === tag)
      return new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12));
  throw new Error(`no table ${tag}`);
}

interface Element {
  readonly kind: string;
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
  readonly children: readonly Element[];
  /** Marks as `page:number`, and links. */
  readonly marks: readonly string[];
  /** Marks and children as they are read. */
  readonly order: readonly (string | Element)[];
  readonly links: readonly PDFDict[];
}

function pageIndex(ref: PDFObject | undefined): number {
  return read.pdf.getPages().findIndex((page) => page.ref === ref || page.node === ref);
}

function elementOf(ref: PDFRef, parent: PDFRef): Element {
  const dictionary = read.pdf.context.lookup(ref, PDFDict);
  expect(dictionary.get(PDFName.of('P'))).toBe(parent);
  const kids = dictionary.lookup(PDFName.of('K'), PDFArray);
  const [children, marks, links, order]: [Element[], string[], PDFDict[], (string | Element)[]] = [[], [], [], []];
  const markOn = (page: PDFObject | undefined, mark: number): void => {
    marks.push(`${String(pageIndex(page))}:${String(mark)}`);
    order.push(marks.at(-1) ?? '');
  };
  for (let index = 0; index < kids.size(); index += 1) {
    const kid = kids.get(index);
    if (kid instanceof PDFRef) {
      const child = elementOf(kid, ref);
      children.push(child);
      order.push(child);
    } else if (kid instanceof PDFNumber) markOn(dictionary.get(PDFName.of('Pg')), kid.asNumber());
    else if (kid instanceof PDFDict && look(kid, 'Type') === PDFName.of('OBJR')) links.push(look(kid, 'Obj') as PDFDict);
    else if (kid instanceof PDFDict) markOn(kid.get(PDFName.of('Pg')), numeral(look(kid, 'MCID')));
  }
  return { kind: String(look(dictionary, 'S')).slice(1), ref, dictionary, children, marks, order, links };
}

function root(): Element {
  const tree = read.pdf.catalog.get(PDFName.of('StructTreeRoot')) as PDFRef;
  const kids = read.pdf.context.lookup(tree, PDFDict).lookup(PDFName.of('K'), PDFArray);
  expect(kids.size()).toBe(1);
  return elementOf(kids.get(0) as PDFRef, tree);
}

const all = (element: Element): readonly Element[] => [element, ...element.children.flatMap(all)];

const marksInOrder = ({ order }: Element): readonly string[] =>
  order.flatMap((part) => (typeof part === 'string' ? [part] : marksInOrder(part)));

/** ParentTree: by key, the elements of a page's marks, or the element of a link. */
function parentTree(): ReadonlyMap<number, PDFObject | undefined> {
  const nums = look(read.pdf.catalog, 'StructTreeRoot', 'ParentTree', 'Nums') as PDFArray;
  return new Map(
    Array.from({ length: nums.size() / 2 }, (_none, index) => [numeral(nums.get(2 * index)), nums.get(2 * index + 1)] as const),
  );
}

describe('its structure', () => {
  it('holds everything that is drawn: as content with a place in it, or as furniture', () => {
    const marked: string[] = [];
    pages.forEach((_page, index) => {
      const open: string[] = [];
      for (const line of content(index).split('\n')) {
        if (/ BDC$| BMC$/u.test(line)) {
          open.push(line);
          const mark = /MCID (\d+)/u.exec(line)?.[1];
          if (mark !== undefined) marked.push(`${String(index)}:${mark}`);
        } else if (line === 'EMC') expect(open.pop()).toBeDefined();
        else if (/\b(?:Tj|TJ|f|S)(?: Q)?$/u.test(line)) expect(open.filter((each) => /MCID|\/Artifact/u.test(each))).toHaveLength(1);
      }
      expect(open).toEqual([]);
    });
    // In reading order, each once; notes come behind the paragraph they belong to, wherever that ends.
    const inNotes = new Set(
      all(root())
        .filter(({ kind }) => kind === 'Note')
        .flatMap(marksInOrder),
    );
    const inText = (marks: readonly string[]): readonly string[] => marks.filter((mark) => !inNotes.has(mark));
    expect(inText(marksInOrder(root()))).toEqual(inText(marked));
    expect([...marksInOrder(root())].sort()).toEqual([...marked].sort());
  });

  it('is found from every mark and link', () => {
    const parents = parentTree();
    for (const { ref, marks, links } of all(root())) {
      for (const mark of marks) {
        const [page = 0, number = 0] = mark.split(':').map(Number);
        const key = numeral(look(read.pdf.getPage(page).node, 'StructParents'));
        const list = parents.get(key);
        expect(list instanceof PDFArray && list.get(number)).toBe(ref);
      }
      for (const link of links) expect(parents.get(numeral(look(link, 'StructParent')))).toBe(ref);
    }
  });

  it('uses standard kinds where they may stand', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      Document: ['P', 'H1', 'H2', 'H3', 'TOC', 'L', 'Note'],
      P: ['Reference'],
      H3: ['Reference'],
      Note: ['Lbl'],
      Lbl: ['Link'],
      TOC: ['TOC', 'TOCI', 'Caption'],
      TOCI: ['Reference'],
      Reference: ['Link'],
      L: ['LI'],
      LI: ['LBody'],
    };
    for (const { kind, children, marks } of all(root())) {
      expect(children.filter((child) => !(allowed[kind] ?? []).includes(child.kind))).toEqual([]);
      if (children.length === 0) expect(marks.length).toBeGreaterThan(0);
    }
    const kinds = new Set(all(root()).map(({ kind }) => kind));
    for (const kind of ['H1', 'H2', 'H3', 'P', 'TOC', 'TOCI', 'Caption', 'Link', 'L', 'LBody', 'Reference', 'Note', 'Lbl'])
      expect(kinds).toContain(kind);
  });

  it('leaves out no level of headings, and holds a title of two lines as one', () => {
    const levels = all(root()).flatMap(({ kind }) => (/^H\d$/u.test(kind) ? [Number(kind.slice(1))] : []));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    expect(levels).toEqual([1, 2, 1, 2, 3, 3, 3, 3, 1]);
  });

  it('goes on over the page’s end with the same paragraph', () => {
    expect(all(root()).some(({ marks }) => new Set(marks.map((mark) => mark.split(':')[0])).size > 1)).toBe(true);
  });

  it('gives links words, prints them, and goes through them in its order', () => {
    const links = all(root()).flatMap((element) => element.links);
    expect(links).toHaveLength(read.pdf.getPages().reduce((sum, page) => sum + listOf(look(page.node, 'Annots')).length, 0));
    for (const link of links) {
      expect(words(look(link, 'Contents'))).not.toBe('');
      expect(numeral(look(link, 'F'))).toBe(4);
    }
    for (const page of read.pdf.getPages()) expect(look(page.node, 'Tabs')).toBe(PDFName.of('S'));
  });

  it('leads from the number of a footnote in the text to its note, and back', () => {
    const linksOf = (kind: string, ...holders: readonly string[]): readonly PDFDict[] =>
      all(root())
        .filter((each) => holders.includes(each.kind))
        .flatMap(({ children }) => children.filter((each) => each.kind === kind))
        .flatMap(({ children }) => children.flatMap(({ links }) => links));
    const [there, back] = [linksOf('Reference', 'P', 'H3'), linksOf('Lbl', 'Note')];
    const runsOf = (isNote: boolean) =>
      pages.flatMap(({ lines }, page) =>
        lines
          .filter(({ tag }) => (tag === 'note') === isNote)
          .flatMap((line) => line.runs.filter(({ number }) => number).map(({ text }) => ({ page, text, topPt: line.topPt }))),
      );
    const [inText, inNotes] = [runsOf(false), runsOf(true)];
    expect(inText.map(({ text }) => text)).toEqual(['①', '②', '①', '①']);
    const targets = (links: readonly PDFDict[]) =>
      links.map((link) => {
        const [page, , , top] = listOf(look(link, 'Dest'));
        return { page: pageIndex(page), topPt: Math.round(read.pdf.getPage(0).getHeight() - numeral(top)) };
      });
    const rounded = (places: typeof inText) => places.map(({ page, topPt }) => ({ page, topPt: Math.round(topPt) }));
    expect(targets(there)).toEqual(rounded(inNotes));
    expect(targets(back)).toEqual(rounded(inText));
    for (const link of there) {
      const [left, , right] = listOf(look(link, 'Rect')).map(numeral);
      expect(Math.abs((right ?? 0) - (left ?? 0) - 9.5)).toBeLessThan(1);
    }
  });

  it('leaves page numbers, those of the contents too, and rules out', () => {
    const furniture = pages.flatMap((page) => page.lines.filter((line) => line.furniture && line.text !== ''));
    const artifacts = pages.map((_page, index) => content(index).match(/\/Artifact <<\/Type \/Pagination>>/gu)?.length ?? 0);
    expect(artifacts.reduce((sum, count) => sum + count, 0)).toBe(furniture.length);
    expect(content(0)).toMatch(/^\/Artifact <<\/Type \/Layout>> BDC\n/u);
  });
});
