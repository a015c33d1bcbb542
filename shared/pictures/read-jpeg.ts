/** JPEG (ITU-T T.81): its size and whether it is whole. Its dots are never unpacked here. */
import { PictureFault } from './picture-fault.js';
import { pictureLimits } from '../document/picture-limits.js';

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly isGray: boolean;
}

/** Whether bytes begin as a JPEG does. */
export function looksLikeJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** @throws PictureFault for one that is cut short, damaged, too large, or of colours that no screen shows */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found: Jpeg | undefined;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new PictureFault('没有存完整');
    if (marker === 0xd9) throw new PictureFault('已损坏');
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) throw new PictureFault('没有存完整');
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) throw new PictureFault('没有存完整');
    if (isFrame(marker)) found = readFrame(bytes.subarray(at + 4, at + 2 + length), marker);
    at += 2 + length;
    if (marker === 0xda) break;
  }
  if (!found) throw new PictureFault('已损坏');
  if (!endsWhole(bytes, at)) throw new PictureFault('没有存完整');
  return found;
}

/** Frames of any way of packing: all but tables (C4, CC) and the reserved one (C8). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(body: Uint8Array, marker: number): Jpeg {
  const [depth = 0, h1 = 0, h2 = 0, w1 = 0, w2 = 0, components = 0] = body;
  const [height, width] = [(h1 << 8) | h2, (w1 << 8) | w2];
  if (marker > 0xc2 || depth !== 8) throw new PictureFault('是少见的 JPEG 写法');
  if (components === 4) throw new PictureFault('是印刷用的 CMYK 颜色');
  if ((components !== 1 && components !== 3) || width === 0 || height === 0) throw new PictureFault('已损坏');
  if (width > pictureLimits.side || height > pictureLimits.side || width * height > pictureLimits.jpegDots)
    throw new PictureFault(`有${String(width)}×${String(height)}点，太大`);
  return { width, height, isGray: components === 1 };
}

/** Whether the mark of the end stands behind the packed dots; some programs write more after it. */
function endsWhole(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
