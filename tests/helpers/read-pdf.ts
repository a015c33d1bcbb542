/** A PDF as an independent library reads it (pdf-lib), for tests of what our writer says. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString, type PDFObject } from 'pdf-lib';

export interface ReadPdf {
  readonly pdf: PDFDocument;
  /** Every dictionary, also of streams. */
  readonly dictionaries: readonly PDFDict[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const dictionaries = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : []));
  return { pdf, dictionaries };
}

export function look(dictionary: PDFDict, ...keys: readonly string[]): PDFObject | undefined {
  let found: PDFObject | undefined = dictionary;
  for (const key of keys) found = found instanceof PDFDict ? found.lookup(PDFName.of(key)) : undefined;
  return found;
}

export function dictionariesOf({ dictionaries }: ReadPdf, type: string): readonly PDFDict[] {
  return dictionaries.filter((each) => look(each, 'Type') === PDFName.of(type));
}

export function listOf(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  return object instanceof PDFArray ? Array.from({ length: object.size() }, (_none, index) => object.lookup(index)) : [];
}

export function words(object: PDFObject | undefined): string {
  return object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : String(object ?? '');
}

export function numeral(object: PDFObject | undefined): number {
  return object instanceof PDFNumber ? object.asNumber() : Number.NaN;
}

/** The bytes of a stream, unpacked. */
export function streamOf(object: PDFObject | undefined): Buffer {
  if (!(object instanceof PDFRawStream)) throw new TypeError('no stream');
  return look(object.dict, 'Filter') === undefined ? Buffer.from(object.contents) : inflateSync(object.contents);
}

/** One glyph a page draws: where, of which font, how large. */
export interface DrawnGlyph {
  readonly font: string;
  readonly glyph: number;
  readonly xPt: number;
  /** Of the baseline, from the page's foot. */
  readonly yPt: number;
  readonly sizePt: number;
  readonly scaleX: number;
}

/** Plays a page's text operators (ISO 32000-1, 9.4) by the widths its fonts state. */
export function drawnGlyphs({ pdf }: ReadPdf, pageIndex: number): readonly DrawnGlyph[] {
  const page = pdf.getPage(pageIndex).node;
  const content = streamOf(page.lookup(PDFName.of('Contents'))).toString('latin1');
  const fonts = look(page, 'Resources', 'Font') as PDFDict;
  const widths = new Map(fonts.keys().map((key) => [key.decodeText(), widthsOf(fonts.lookup(key, PDFDict))]));
  const drawn: DrawnGlyph[] = [];
  let [font, sizePt, scaleX, spacingPt, xPt, yPt] = ['', 0, 1, 0, 0, 0];
  const stack: string[] = [];
  const show = (hex: string): void => {
    for (const [digits] of hex.matchAll(/[0-9A-F]{4}/gu)) {
      const glyph = Number.parseInt(digits, 16);
      drawn.push({ font, glyph, xPt, yPt, sizePt, scaleX });
      xPt += (((widths.get(font)?.[glyph] ?? Number.NaN) / 1000) * sizePt + spacingPt) * scaleX;
    }
  };
  for (const [token] of content.matchAll(/<<.*?>>|<[0-9A-F]*>|\[[^\]]*\]|\/\w+|-?[\d.]+|[A-Za-z]+/gu)) {
    const number = (back: number): number => Number(stack.at(-back));
    if (token === 'Tf') [font, sizePt] = [stack.at(-2)?.slice(1) ?? '', number(1)];
    else if (token === 'Tz') scaleX = number(1) / 100;
    else if (token === 'Tc') spacingPt = number(1);
    else if (token === 'Tm') [xPt, yPt] = [number(2), number(1)];
    else if (token === 'Tj') show(stack.at(-1) ?? '');
    else if (token === 'TJ') {
      for (const [part] of (stack.at(-1) ?? '').matchAll(/<[0-9A-F]*>|-?[\d.]+/gu))
        if (part.startsWith('<')) show(part);
        else xPt -= (Number(part) / 1000) * sizePt * scaleX;
    }
    if (/^[A-Za-z]/u.test(token)) stack.length = 0;
    else stack.push(token);
  }
  return drawn;
}

function widthsOf(font: PDFDict): readonly number[] {
  const [descendant] = listOf(look(font, 'DescendantFonts'));
  const [, widths] = listOf(look(descendant as PDFDict, 'W'));
  return listOf(widths).map(numeral);
}

/** What each glyph of a font is read back as. */
export function unicodeOf({ pdf }: ReadPdf, font: string): ReadonlyMap<number, string> {
  const map = streamOf(look(pdf.getPage(0).node, 'Resources', 'Font', font, 'ToUnicode')).toString('latin1');
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gmu)].map(([, glyph = '', code = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(code, 'hex').swap16().toString('utf16le'),
    ]),
  );
}
