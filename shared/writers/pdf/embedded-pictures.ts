import { dotsOf } from '../../pictures/png-dots.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { looksLikePng, readPng } from '../../pictures/read-png.js';
import { readJpeg } from '../../pictures/read-jpeg.js';
import { dictionary, type PdfEntries, type PdfFile, type Ref } from './pdf-file.js';

/** Pictures as image XObjects (8.9.5), each once, however often it is shown. */
export interface EmbeddedPictures {
  /** The name a page draws it by; undefined for one whose bytes are missing. */
  nameOf(sha256: string): string | undefined;
  /** The dictionary of all that were named; undefined without any. */
  finish(): string | undefined;
}

export function embedPictures(file: PdfFile, bytesOf: PictureBytes): EmbeddedPictures {
  const names = new Map<string, { readonly name: string; readonly ref: Ref }>();
  return {
    nameOf(sha256) {
      const known = names.get(sha256);
      if (known) return known.name;
      const bytes = bytesOf(sha256);
      if (bytes === undefined) return undefined;
      const made = { name: `Im${String(names.size + 1)}`, ref: embed(file, bytes) };
      names.set(sha256, made);
      return made.name;
    },
    finish: () => (names.size === 0 ? undefined : dictionary(Object.fromEntries([...names.values()].map(({ name, ref }) => [name, ref])))),
  };
}

function embed(file: PdfFile, bytes: Uint8Array): Ref {
  if (!looksLikePng(bytes)) {
    const { width, height, isGray } = readJpeg(bytes);
    // A JPEG is drawn from as it is; packed once more it would not be smaller.
    return file.addStream({ ...imageOf(width, height, isGray), Filter: '/DCTDecode' }, bytes, false);
  }
  const png = readPng(bytes);
  const { rgb, alpha } = dotsOf(png);
  const mask = alpha && file.addStream({ ...imageOf(png.width, png.height, true) }, alpha);
  return file.addStream({ ...imageOf(png.width, png.height, false), SMask: mask }, rgb);
}

function imageOf(width: number, height: number, isGray: boolean): PdfEntries {
  const ColorSpace = isGray ? '/DeviceGray' : '/DeviceRGB';
  return { Type: '/XObject', Subtype: '/Image', Width: width, Height: height, ColorSpace, BitsPerComponent: 8 };
}
