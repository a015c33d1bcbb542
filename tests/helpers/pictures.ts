/** Pictures made here, byte by byte, for tests: small, of known dots. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngForm {
  readonly width: number;
  readonly height: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha. */
  readonly type?: number;
  readonly depth?: number;
  readonly interlaced?: boolean;
  /** Scan lines with their filter bytes; absent: a slope of colours, unfiltered. */
  readonly lines?: Uint8Array;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function chunk(name: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + body.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, body.length);
  whole.set(new TextEncoder().encode(name), 4);
  whole.set(body, 8);
  view.setUint32(8 + body.length, crc32(whole.subarray(4, 8 + body.length)));
  return whole;
}

/** A PNG of this form. */
export function pngOf({ width, height, type = 2, depth = 8, interlaced = false, lines, palette, transparency }: PngForm): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, type, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Uint8Array.from(palette))] : []),
    ...(transparency ? [chunk('tRNS', Uint8Array.from(transparency))] : []),
    chunk('IDAT', deflateSync(lines ?? slope(width, height, Math.ceil((width * depth * (samples[type] ?? 1)) / 8)))),
    chunk('IEND', new Uint8Array()),
  ]);
}

function slope(width: number, height: number, length: number): Uint8Array {
  const lines = new Uint8Array(height * (length + 1));
  for (let row = 0; row < height; row += 1)
    for (let at = 0; at < length; at += 1) lines[row * (length + 1) + 1 + at] = Math.floor((255 * (row + at)) / (height + length));
  return width > 0 ? lines : new Uint8Array();
}

/** A gray JPEG of 8 × 8 dots, whole and decodable. */
export const tinyJpeg: Uint8Array = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z',
  'base64',
);
