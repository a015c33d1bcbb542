import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subsetFont } from '../../../shared/fonts/subset-font.js';
import { readerOf, readTrueType } from '../../../shared/fonts/true-type.js';
import { composedFont } from '../../helpers/build-font.js';
import { assetsFolder } from '../../helpers/open-test-library.js';

const font = readTrueType(readerOf(readFileSync(join(assetsFolder, 'fonts', 'zhuanbao-fangsong.ttf'))));
const glyphs = [...'国专报'].map((character) => font.glyphOf(character.codePointAt(0) ?? 0));

function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_none, index) => {
      const at = 12 + index * 16;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      return [tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))];
    }),
  );
}

function outlines(bytes: Uint8Array): readonly Uint8Array[] {
  const tables = tablesOf(bytes);
  const [loca, glyf] = [tables.get('loca'), tables.get('glyf')];
  if (!loca || !glyf) throw new Error('no outlines');
  return Array.from({ length: loca.byteLength / 4 - 1 }, (_none, index) => {
    const [from, to] = [loca.getUint32(index * 4), loca.getUint32(index * 4 + 4)];
    return new Uint8Array(glyf.buffer, glyf.byteOffset + from, to - from);
  });
}

describe('subsetFont', () => {
  it('holds glyph 0 and the glyphs asked for, in their order, with their outlines and widths', () => {
    const subset = subsetFont(font, glyphs);
    const wanted = font.outlinesOf([0, ...glyphs]);
    outlines(subset).forEach((outline, index) => {
      expect(Buffer.from(outline).subarray(0, wanted[index]?.length)).toEqual(Buffer.from(wanted[index] ?? []));
    });
    const tables = tablesOf(subset);
    expect(tables.get('maxp')?.getUint16(4)).toBe(4);
    expect(tables.get('hhea')?.getUint16(34)).toBe(4);
    expect([0, 1, 2, 3].map((glyph) => tables.get('hmtx')?.getUint16(glyph * 4))).toEqual(
      [0, ...glyphs].map((glyph) => font.advanceOf(glyph)),
    );
    expect(tables.get('head')?.getInt16(50)).toBe(1);
  });

  it('gives a glyph asked for twice two places', () => {
    const twice = outlines(subsetFont(font, [glyphs[0] ?? 0, glyphs[0] ?? 0]));
    expect(twice).toHaveLength(3);
    expect(twice[1]).toEqual(twice[2]);
  });

  it('sums up to the number every font file has to', () => {
    const subset = subsetFont(font, glyphs);
    const view = new DataView(subset.buffer);
    let sum = 0;
    for (let at = 0; at < subset.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('brings the parts of a composed glyph along, with the numbers they have there', () => {
    const composed = readTrueType(readerOf(composedFont()));
    const made = outlines(subsetFont(composed, [composed.glyphOf(0x42)]));
    expect(made).toHaveLength(3);
    // The part was glyph 1 of the font and is the third of the subset.
    expect(new DataView(made[1]?.buffer ?? new ArrayBuffer(0), made[1]?.byteOffset).getUint16(12)).toBe(2);
    expect(made[2]?.length).toBeGreaterThan(0);
  });
});
