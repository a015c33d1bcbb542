import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { writeOutline } from '../../../electron/hosts/pdf-outline.js';

const entries = [
  { level: 1, title: '〔经验交流〕', pageIndex: 0, topPt: 100 },
  { level: 2, title: '甲县做法', pageIndex: 0, topPt: 150 },
  { level: 3, title: '一、聚焦', pageIndex: 1, topPt: 80 },
  { level: 2, title: '乙县做法', pageIndex: 1, topPt: 300 },
  { level: 1, title: '〔简 讯〕', pageIndex: 1, topPt: 500 },
  { level: 2, title: '丙区启动宣讲', pageIndex: 1, topPt: 530 },
] as const;

async function written(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (const _ of [1, 2]) pdf.addPage([595, 842]);
  writeOutline(pdf, entries);
  return PDFDocument.load(await pdf.save());
}

function look(node: PDFDict, name: string): PDFObject | undefined {
  return node.lookup(PDFName.of(name));
}

/** Children of a node by its First and the Next of each, with the links back checked. */
function children(node: PDFDict): readonly PDFDict[] {
  const found: PDFDict[] = [];
  let child = look(node, 'First');
  while (child instanceof PDFDict) {
    expect(look(child, 'Parent')).toBe(node);
    expect(look(child, 'Prev')).toBe(found.at(-1));
    found.push(child);
    child = look(child, 'Next');
  }
  expect(look(node, 'Last')).toBe(found.at(-1));
  return found;
}

function tree(node: PDFDict): readonly unknown[] {
  return children(node).map((child) => {
    const title = look(child, 'Title');
    return [title instanceof PDFHexString ? title.decodeText() : '', ...tree(child)];
  });
}

function count(node: PDFDict | undefined): number | undefined {
  const value = node && look(node, 'Count');
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

describe('writeOutline', () => {
  it('hangs titles under their columns and headings under their articles', async () => {
    const root = (await written()).catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(tree(root)).toEqual([
      ['〔经验交流〕', ['甲县做法', ['一、聚焦']], ['乙县做法']],
      ['〔简 讯〕', ['丙区启动宣讲']],
    ]);
  });

  it('unfolds columns and folds articles', async () => {
    const root = (await written()).catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const [column] = children(root);
    const [article] = column ? children(column) : [];
    expect([count(root), count(column), count(article)]).toEqual([5, 2, -1]);
  });

  it('leads to the height of each entry on its page', async () => {
    const pdf = await written();
    const [, briefs] = children(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict));
    const destination = briefs && look(briefs, 'Dest');
    expect(destination instanceof PDFArray && destination.get(0)).toBe(pdf.getPage(1).ref);
    expect(destination instanceof PDFArray && String(destination.get(3))).toBe('342');
  });

  it('leaves a document without entries as it is', async () => {
    const pdf = await PDFDocument.create();
    writeOutline(pdf, []);
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(false);
  });
});
