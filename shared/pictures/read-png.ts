/** PNG (ISO/IEC 15948): its parts, each checked, and its dots. What it may unpack to is known, and bounded, before. */
import { Inflate } from 'fflate';
import { crc32 } from '../crc32.js';
import { PictureFault } from './picture-fault.js';
import { pictureLimits } from '../document/picture-limits.js';

/** A PNG whose parts are sound, and the packed dots it is drawn from. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample: 1, 2, 4, 8, 16. */
  readonly depth: number;
  /** Samples of one dot, as the file's colour type says. */
  readonly color: ColorType;
  readonly isInterlaced: boolean;
  /** Colours by number, three bytes each. */
  readonly palette: Uint8Array;
  /** What is see-through, as the colour type says; empty without. */
  readonly transparency: Uint8Array;
  readonly packed: readonly Uint8Array[];
}

type ColorType = 'gray' | 'rgb' | 'palette' | 'grayAlpha' | 'rgbAlpha';

const colorTypes: Readonly<Record<number, { readonly color: ColorType; readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { color: 'gray', samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { color: 'rgb', samples: 3, depths: [8, 16] },
  3: { color: 'palette', samples: 1, depths: [1, 2, 4, 8] },
  4: { color: 'grayAlpha', samples: 2, depths: [8, 16] },
  6: { color: 'rgbAlpha', samples: 4, depths: [8, 16] },
};

export const samplesOf: Readonly<Record<ColorType, number>> = { gray: 1, rgb: 3, palette: 1, grayAlpha: 2, rgbAlpha: 4 };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether bytes begin as a PNG does. */
export function looksLikePng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** @throws PictureFault for one that is cut short, damaged or larger than a picture may be */
export function readPng(bytes: Uint8Array): Png {
  const head = { palette: new Uint8Array(), transparency: new Uint8Array() };
  const data: Uint8Array[] = [];
  let header: Header | undefined;
  for (const { name, body } of chunksOf(bytes)) {
    if (name === 'IHDR') header = readHeader(body);
    else if (header === undefined) throw damaged();
    else if (name === 'PLTE') head.palette = body.slice(0, 768);
    else if (name === 'tRNS') head.transparency = body.slice(0, 768);
    else if (name === 'IDAT') data.push(body);
    else if (name === 'IEND') break;
  }
  if (header === undefined || (header.color === 'palette' && head.palette.length < 3)) throw damaged();
  const png = { ...header, ...head, packed: data };
  inflateExactly(png, () => undefined);
  return png;
}

/** Scan lines with the byte of their filter, unpacked. */
export function linesOf(png: Png): Uint8Array {
  const lines = new Uint8Array(lineBytes(png));
  inflateExactly(png, (piece, at) => lines.set(piece, at));
  return lines;
}

type Header = Pick<Png, 'width' | 'height' | 'depth' | 'color' | 'isInterlaced'>;

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}

/** The chunks up to the last, their checksums right. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = signature.length;
  for (;;) {
    if (at + 12 > bytes.length) throw new PictureFault('没有存完整');
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) throw new PictureFault('没有存完整');
    const typed = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(typed) !== view.getUint32(at + 8 + length)) throw damaged();
    const name = String.fromCharCode(...typed.subarray(0, 4));
    yield { name, body: typed.subarray(4) };
    if (name === 'IEND') return;
    at += 12 + length;
  }
}

function readHeader(body: Uint8Array): Header {
  if (body.length !== 13) throw damaged();
  const view = new DataView(body.buffer, body.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, packing, filtering, interlacing] = [8, 9, 10, 11, 12].map((at) => view.getUint8(at));
  const kind = colorTypes[type ?? -1];
  if (!kind || depth === undefined || !kind.depths.includes(depth)) throw damaged();
  if (width === 0 || height === 0 || packing !== 0 || filtering !== 0 || (interlacing ?? 2) > 1) throw damaged();
  if (width > pictureLimits.side || height > pictureLimits.side || width * height > pictureLimits.pngDots)
    throw new PictureFault(`有${String(width)}×${String(height)}点，太大`);
  return { width, height, depth, color: kind.color, isInterlaced: interlacing === 1 };
}

/** Rows and columns of one pass over the dots: all of them, or the seven of Adam7. */
export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

const wholePass: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];
const adam7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/** The passes that hold dots, with their size. */
export function passesOf({ width, height, isInterlaced }: Header): readonly (Pass & { readonly columns: number; readonly rows: number })[] {
  return (isInterlaced ? adam7 : wholePass)
    .map((pass) => ({ ...pass, columns: Math.ceil((width - pass.x) / pass.stepX), rows: Math.ceil((height - pass.y) / pass.stepY) }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/** Bytes of a scan line of so many dots, its filter not counted. */
export function bytesOfLine(columns: number, { depth, color }: Pick<Png, 'depth' | 'color'>): number {
  return Math.ceil((columns * depth * samplesOf[color]) / 8);
}

function lineBytes(header: Header): number {
  return passesOf(header).reduce((sum, { columns, rows }) => sum + rows * (1 + bytesOfLine(columns, header)), 0);
}

/** Unpacks as many bytes as the size of a picture asks for; more are not looked at, fewer are a fault. */
function inflateExactly(png: Png, take: (piece: Uint8Array, at: number) => void): void {
  const length = lineBytes(png);
  const enough = new Error('enough');
  let at = 0;
  const stream = new Inflate((piece) => {
    const taken = piece.subarray(0, length - at);
    take(taken, at);
    at += taken.length;
    if (at === length) throw enough;
  });
  try {
    // The two bytes before the packed data say how it was packed, nothing that is needed.
    let skip = 2;
    for (const piece of png.packed) {
      const cut = Math.min(skip, piece.length);
      skip -= cut;
      for (let from = cut; from < piece.length; from += stepBytes) stream.push(piece.subarray(from, from + stepBytes));
    }
    stream.push(new Uint8Array(), true);
  } catch (error) {
    if (error !== enough) throw damaged();
  }
  if (at < length) throw new PictureFault('没有存完整');
}

const stepBytes = 64 * 1024;

function damaged(): PictureFault {
  return new PictureFault('已损坏');
}
