/** Pictures of strangers: what they are, whether they are whole, and what their dots are. */
import { describe, expect, it } from 'vitest';
import { inspectPicture } from '../../../shared/pictures/inspect-picture.js';
import { PictureFault } from '../../../shared/pictures/picture-fault.js';
import { pictureLimits } from '../../../shared/document/picture-limits.js';
import { dotsOf } from '../../../shared/pictures/png-dots.js';
import { readPng } from '../../../shared/pictures/read-png.js';
import { chunk, pngOf, tinyJpeg, type PngForm } from '../../helpers/pictures.js';

const why = (bytes: Uint8Array): string => {
  try {
    inspectPicture(bytes);
  } catch (error) {
    if (error instanceof PictureFault) return error.message;
    throw error;
  }
  return 'taken';
};

describe('a picture', () => {
  it('is told by its bytes', () => {
    expect(inspectPicture(pngOf({ width: 30, height: 20 }))).toEqual({ type: 'png', width: 30, height: 20 });
    expect(inspectPicture(pngOf({ width: 9, height: 7, type: 6, interlaced: false }))).toEqual({ type: 'png', width: 9, height: 7 });
    expect(inspectPicture(tinyJpeg)).toEqual({ type: 'jpeg', width: 8, height: 8 });
  });

  const png = pngOf({ width: 30, height: 20 });
  const changed = (bytes: Uint8Array, at: number, value: number) => Uint8Array.from(bytes, (byte, index) => (index === at ? value : byte));
  it.each<[string, Uint8Array, string]>([
    ['one of another format', Uint8Array.from(Buffer.from('GIF89a')), '是 GIF 格式，只收 PNG 和 JPEG'],
    ['a drawing of Windows', Uint8Array.of(0xd7, 0xcd, 0xc6, 0x9a, 0, 0), '是 WMF 格式，只收 PNG 和 JPEG'],
    [
      'a newer drawing of Windows',
      Uint8Array.from({ length: 60 }, (_, at) => [0x20, 0x45, 0x4d, 0x46][at - 40] ?? 0),
      '是 EMF 格式，只收 PNG 和 JPEG',
    ],
    ['text', new TextEncoder().encode('不是图片'), '不是 PNG 或 JPEG'],
    ['nothing', new Uint8Array(), '不是 PNG 或 JPEG'],
    ['a PNG cut short', png.subarray(0, png.length - 20), '没有存完整'],
    ['a PNG with a byte changed', changed(png, 50, 7), '已损坏'],
    ['a PNG of too many dots', pngOf({ width: 20_000, height: 20_000, lines: new Uint8Array(9) }), '有20000×20000点，太大'],
    ['a PNG too wide', pngOf({ width: 30_000, height: 1, lines: new Uint8Array(9) }), '有30000×1点，太大'],
    ['a PNG of no dots', pngOf({ width: 0, height: 8, lines: new Uint8Array(9) }), '已损坏'],
    ['a PNG of an unknown kind', pngOf({ width: 8, height: 8, type: 5, lines: new Uint8Array(99) }), '已损坏'],
    ['a PNG with fewer dots than it says', pngOf({ width: 200, height: 200, lines: new Uint8Array(400) }), '没有存完整'],
    ['a PNG without its palette', pngOf({ width: 4, height: 4, type: 3 }), '已损坏'],
    ['a JPEG cut short', tinyJpeg.subarray(0, tinyJpeg.length - 4), '没有存完整'],
    ['a JPEG cut in its head', tinyJpeg.subarray(0, 60), '没有存完整'],
    ['a JPEG for print', changed(tinyJpeg, tinyJpeg.indexOf(0xc0) + 8, 4), '是印刷用的 CMYK 颜色'],
    ['a file too large', new Uint8Array(pictureLimits.bytes + 1), '超过 10 MB'],
  ])('is refused with the reason: %s', (_name, bytes, reason) => {
    expect(why(bytes)).toBe(reason);
  });

  it('that unpacks to more than it says is read as far as it says', () => {
    const bomb = pngOf({ width: 2, height: 2, lines: new Uint8Array(8 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(dotsOf(readPng(bomb)).rgb).toEqual(new Uint8Array(12));
  });

  it('whose chunk says it is longer than the file ends there', () => {
    const bytes = Buffer.from(pngOf({ width: 2, height: 2 }));
    bytes.writeUInt32BE(0xffffffff, 33);
    expect(why(bytes)).toBe('没有存完整');
    expect(why(Buffer.concat([pngOf({ width: 2, height: 2 }).subarray(0, 33), chunk('IEND', new Uint8Array())]))).toBe('没有存完整');
  });
});

describe('the dots of a PNG', () => {
  const rows = (...lines: readonly (readonly number[])[]) => Uint8Array.from(lines.flat());
  const read = (form: PngForm) => {
    const { rgb, alpha } = dotsOf(readPng(pngOf(form)));
    return [Array.from(rgb), alpha && Array.from(alpha)];
  };

  it.each<[string, PngForm, number[], number[] | undefined]>([
    ['gray', { width: 2, height: 1, type: 0, lines: rows([0, 10, 250]) }, [10, 10, 10, 250, 250, 250], undefined],
    [
      'black and white',
      { width: 3, height: 1, type: 0, depth: 1, lines: rows([0, 0b10100000]) },
      [255, 255, 255, 0, 0, 0, 255, 255, 255],
      undefined,
    ],
    ['gray of two bits', { width: 2, height: 1, type: 0, depth: 2, lines: rows([0, 0b01110000]) }, [85, 85, 85, 255, 255, 255], undefined],
    ['of sixteen bits', { width: 1, height: 1, depth: 16, lines: rows([0, 1, 9, 2, 9, 3, 9]) }, [1, 2, 3], undefined],
    ['gray, half clear', { width: 2, height: 1, type: 4, lines: rows([0, 7, 128, 9, 255]) }, [7, 7, 7, 9, 9, 9], [128, 255]],
    ['coloured, half clear', { width: 1, height: 1, type: 6, lines: rows([0, 1, 2, 3, 4]) }, [1, 2, 3], [4]],
    [
      'numbered',
      { width: 2, height: 1, type: 3, depth: 4, lines: rows([0, 0x10]), palette: [1, 2, 3, 4, 5, 6] },
      [4, 5, 6, 1, 2, 3],
      undefined,
    ],
    [
      'numbered, one clear',
      { width: 2, height: 1, type: 3, lines: rows([0, 1, 0]), palette: [1, 2, 3, 4, 5, 6], transparency: [0] },
      [4, 5, 6, 1, 2, 3],
      [255, 0],
    ],
    ['gray, one value clear', { width: 2, height: 1, type: 0, lines: rows([0, 5, 6]), transparency: [0, 5] }, [5, 5, 5, 6, 6, 6], [0, 255]],
    [
      'coloured, one value clear',
      { width: 2, height: 1, lines: rows([0, 1, 2, 3, 1, 2, 4]), transparency: [0, 1, 0, 2, 0, 3] },
      [1, 2, 3, 1, 2, 4],
      [0, 255],
    ],
    ['filtered by the left', { width: 2, height: 1, type: 0, lines: rows([1, 10, 5]) }, [10, 10, 10, 15, 15, 15], undefined],
    ['filtered by above', { width: 1, height: 2, type: 0, lines: rows([0, 10], [2, 5]) }, [10, 10, 10, 15, 15, 15], undefined],
    [
      'filtered by the mean',
      { width: 2, height: 2, type: 0, lines: rows([0, 10, 20], [3, 5, 5]) },
      [10, 10, 10, 20, 20, 20, 10, 10, 10, 20, 20, 20],
      undefined,
    ],
    [
      'filtered by the nearest',
      { width: 2, height: 2, type: 0, lines: rows([0, 10, 20], [4, 5, 5]) },
      [10, 10, 10, 20, 20, 20, 15, 15, 15, 25, 25, 25],
      undefined,
    ],
    [
      'set in passes',
      { width: 2, height: 2, type: 0, interlaced: true, lines: rows([0, 1], [0, 2], [0, 3, 4]) },
      [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
      undefined,
    ],
  ])('are read where they are %s', (_name, form, rgb, alpha) => {
    expect(read(form)).toEqual([rgb, alpha]);
  });
});
