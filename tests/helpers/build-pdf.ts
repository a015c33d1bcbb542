/** Text at a place of a page, in points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Set on a slant, as a watermark is. */
  readonly isSlanted?: boolean;
  /** Number of its marked content, for `BuiltExtras.objects` that say what it is. */
  readonly mark?: number;
}

/** What a file has besides: objects, numbered on from `6 + 2 * pages`, and entries of its catalog and trailer that name them. */
export interface BuiltExtras {
  readonly objects: readonly string[];
  readonly catalog?: string;
  readonly trailer?: string;
}

/**
 * A PDF of A4 pages whose font is not embedded, but named with a character set, as old programs of offices write them.
 * @param drawing operators that draw on every page
 */
export function buildPdf(
  pages: readonly (readonly PlacedText[])[],
  encoding = 'UniGB-UCS2-H',
  drawing = '',
  extras: BuiltExtras = { objects: [] },
): Uint8Array {
  const contents = pages.map((texts) => [...texts.map(drawn), drawing].join('\n'));
  const [font, first] = [3, 6];
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extras.catalog ?? ''}>>`,
    `<</Type/Pages/Kids[${pages.map((_page, at) => `${first + at * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...contents.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/StructParents ${at}/MediaBox[0 0 595 842]/Contents ${first + at * 2 + 1} 0 R/Resources<</Font<</F1 ${font} 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
    ...extras.objects,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R${extras.trailer ?? ''}>>`;
  return Buffer.from(`${file}${end}\nstartxref\n${file.length}\n%%EOF`, 'latin1');
}

function drawn({ mark, ...placed }: PlacedText): string {
  return mark === undefined ? drawnWords(placed) : `/P <</MCID ${mark}>> BDC ${drawnWords(placed)} EMC`;
}

function drawnWords({ text, x, y, size = 16, isSlanted = false }: PlacedText): string {
  const words = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F1 ${size} Tf ${isSlanted ? '0.7 0.7 -0.7 0.7' : '1 0 0 1'} ${x} ${y} Tm <${words}> Tj ET`;
}
