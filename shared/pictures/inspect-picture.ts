import { PictureFault } from './picture-fault.js';
import { pictureLimits } from '../document/picture-limits.js';
import { looksLikeJpeg, readJpeg } from './read-jpeg.js';
import { looksLikePng, readPng } from './read-png.js';

/** What a picture is, told by its bytes alone. */
export interface PictureFacts {
  readonly type: 'png' | 'jpeg';
  /** In dots. */
  readonly width: number;
  readonly height: number;
}

/** Formats that are not taken over, by how they begin. */
const others: readonly { readonly name: string; readonly starts: readonly number[]; readonly offset?: number }[] = [
  { name: 'EMF', starts: [0x20, 0x45, 0x4d, 0x46], offset: 40 },
  { name: 'WMF', starts: [0xd7, 0xcd, 0xc6, 0x9a] },
  { name: 'WMF', starts: [0x01, 0x00, 0x09, 0x00] },
  { name: 'GIF', starts: [0x47, 0x49, 0x46, 0x38] },
  { name: 'BMP', starts: [0x42, 0x4d] },
  { name: 'TIFF', starts: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'TIFF', starts: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'WebP', starts: [0x57, 0x45, 0x42, 0x50], offset: 8 },
  { name: 'SVG', starts: [0x3c, 0x73, 0x76, 0x67] },
  { name: 'SVG', starts: [0x3c, 0x3f, 0x78, 0x6d, 0x6c] },
];

/**
 * What a picture is; every part of it that is drawn from was looked at.
 * @throws PictureFault saying in a Chinese phrase why it is not taken
 */
export function inspectPicture(bytes: Uint8Array): PictureFacts {
  if (bytes.length > pictureLimits.bytes) throw new PictureFault(`超过 ${String(pictureLimits.bytes / 1024 / 1024)} MB`);
  if (looksLikePng(bytes)) {
    const { width, height } = readPng(bytes);
    return { type: 'png', width, height };
  }
  if (looksLikeJpeg(bytes)) {
    const { width, height } = readJpeg(bytes);
    return { type: 'jpeg', width, height };
  }
  const other = others.find(({ starts, offset = 0 }) => starts.every((byte, at) => bytes[offset + at] === byte));
  throw new PictureFault(other ? `是 ${other.name} 格式，只收 PNG 和 JPEG` : '不是 PNG 或 JPEG');
}
