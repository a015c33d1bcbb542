/** The colours a document means, for its output intent: sRGB (IEC 61966-2-1) as an ICC profile of version 2 (ICC.1:2001-04). */

/** Points of the tone curve. */
const curvePoints = 1024;
const primaries = [
  ['rXYZ', [0.43607, 0.22249, 0.01392]],
  ['gXYZ', [0.38515, 0.71687, 0.09708]],
  ['bXYZ', [0.14307, 0.06061, 0.7141]],
  ['wtpt', [0.9642, 1, 0.82491]],
] as const;

export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', ascii('text', 'No copyright, use freely')],
    ...primaries.map(([tag, values]) => [tag, coordinates(values)] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, curve] as const),
  ];
  const places = new Map<Uint8Array, number>();
  let length = 128 + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, length);
    length += (data.length + 3) & ~3;
  }
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view);
  view.setUint32(128, tags.length);
  tags.forEach(([tag, data], index) => {
    const entry = 132 + 12 * index;
    putAscii(bytes, entry, tag);
    view.setUint32(entry + 4, places.get(data) ?? 0);
    view.setUint32(entry + 8, data.length);
  });
  for (const [data, place] of places) bytes.set(data, place);
  return bytes;
}

function writeHeader(bytes: Uint8Array, view: DataView): void {
  view.setUint32(0, bytes.length);
  view.setUint32(8, 0x02400000);
  putAscii(bytes, 12, 'mntrRGB XYZ ');
  [2024, 1, 1].forEach((part, index) => view.setUint16(24 + 2 * index, part));
  putAscii(bytes, 36, 'acsp');
  [0.9642, 1, 0.82491].forEach((value, index) => view.setInt32(68 + 4 * index, Math.round(value * 65536)));
}

function putAscii(bytes: Uint8Array, at: number, words: string): void {
  for (let index = 0; index < words.length; index += 1) bytes[at + index] = words.charCodeAt(index);
}

function ascii(kind: string, words: string): Uint8Array {
  const bytes = new Uint8Array(8 + words.length + 1);
  putAscii(bytes, 0, kind);
  putAscii(bytes, 8, words);
  return bytes;
}

/** `textDescriptionType`: the ASCII form, with none in Unicode or of the Macintosh. */
function description(words: string): Uint8Array {
  const bytes = new Uint8Array(12 + words.length + 1 + 8 + 3 + 67);
  putAscii(bytes, 0, 'desc');
  new DataView(bytes.buffer).setUint32(8, words.length + 1);
  putAscii(bytes, 12, words);
  return bytes;
}

function coordinates(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(20);
  putAscii(bytes, 0, 'XYZ ');
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setInt32(8 + 4 * index, Math.round(value * 65536)));
  return bytes;
}

function toneCurve(): Uint8Array {
  const bytes = new Uint8Array(12 + 2 * curvePoints);
  putAscii(bytes, 0, 'curv');
  const view = new DataView(bytes.buffer);
  view.setUint32(8, curvePoints);
  for (let point = 0; point < curvePoints; point += 1) {
    const share = point / (curvePoints - 1);
    const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + 2 * point, Math.round(linear * 65535));
  }
  return bytes;
}
