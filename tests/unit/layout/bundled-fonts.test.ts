/** The font files themselves: what the line breaker and the coverage data say of them must be true. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledFiles, faceNames, faces, latinFaceNames } from '../../../shared/layout/faces.js';
import { drawsCharacter } from '../../../shared/layout/font-coverage.js';
import { advanceEm } from '../../../shared/layout/font-metrics.js';
import { readFont, type FontFacts } from '../../helpers/read-font.js';

const folder = resolve(import.meta.dirname, '../../../assets/fonts');
const fonts = new Map<string, FontFacts>();

beforeAll(() => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ttf')))
    fonts.set(file, readFont(readFileSync(join(folder, file))));
});

function facts(file: string): FontFacts {
  const found = fonts.get(file);
  if (!found) throw new Error(`${file} is not in assets/fonts`);
  return found;
}

describe('bundled fonts', () => {
  it('are the files the faces name, and no others', () => {
    const named = [...faceNames, ...latinFaceNames].flatMap((name) => bundledFiles(faces[name]).map(({ file }) => file));
    expect([...fonts.keys()].sort()).toEqual([...new Set(named)].sort());
  });

  it('take less than 42 MB together', () => {
    const bytes = [...fonts.keys()].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(42_000_000);
  });

  it('have TrueType outlines, so that subsets of them can be embedded', () => {
    for (const [file, { tables }] of fonts) {
      expect(tables, file).toContain('glyf');
      expect(tables, file).not.toContain('CFF ');
    }
  });

  it('carry no kerning and no substitutions that would change widths', () => {
    for (const [file, { tables }] of fonts)
      expect(
        tables.filter((tag) => ['GPOS', 'GSUB', 'kern'].includes(tag)),
        file,
      ).toEqual([]);
  });

  it.each([...faceNames, ...latinFaceNames])('draw exactly the characters the coverage data gives for %s', (name) => {
    const { advances } = facts(faces[name].regular.file);
    const wrong = Array.from({ length: 0x33000 }, (_none, code) => code).filter(
      (code) => advances.has(code) !== drawsCharacter(name, code),
    );
    expect(wrong).toEqual([]);
  });

  it.each([...faceNames, ...latinFaceNames])('are as wide as the line breaker reckons in %s', (name) => {
    const { advances, unitsPerEm } = facts(faces[name].regular.file);
    const wrong = [...advances]
      .filter(([code, advance]) => advance / unitsPerEm !== advanceEm(code, name, false))
      .map(([code]) => String.fromCodePoint(code));
    expect(wrong).toEqual([]);
  });

  it('have a bold 仿宋 with the characters and widths of the regular', () => {
    const bold = faces.fangsong.bold;
    if (!bold) throw new Error('仿宋 has no bold file');
    expect(facts(bold.file).advances).toEqual(facts(faces.fangsong.regular.file).advances);
  });

  it('have a bold of every face of Latin, as wide as the line breaker reckons', () => {
    for (const name of latinFaceNames) {
      const { bold } = faces[name];
      if (!bold) throw new Error(`${name} has no bold file`);
      const { advances, unitsPerEm } = facts(bold.file);
      expect([...advances.keys()]).toEqual([...facts(faces[name].regular.file).advances.keys()]);
      for (const [code, advance] of advances) expect(advance / unitsPerEm).toBe(advanceEm(code, name, true));
    }
  });

  it('have Latin files that draw all of ASCII, as wide as the line breaker reckons', () => {
    const codes = Array.from({ length: 0x5f }, (_none, index) => 0x20 + index);
    const files = faceNames.flatMap((name) => (faces[name].latin ? [{ name, ...faces[name].latin }] : []));
    expect(files).not.toEqual([]);
    for (const { name, regular, bold } of files) {
      for (const { file } of [regular, bold]) {
        const { advances, unitsPerEm } = facts(file);
        expect(
          [...advances].map(([code, advance]) => [code, advance / unitsPerEm]),
          file,
        ).toEqual(codes.map((code) => [code, advanceEm(code, name, false)]));
      }
    }
  });

  it('come with their licences', () => {
    expect(readdirSync(join(folder, 'LICENSES')).sort()).toEqual([
      'Caladea-OFL-1.1.txt',
      'Carlito-OFL-1.1.txt',
      'Fandol-GPL-3.0.txt',
      'Fandol-README.txt',
      'LXGW-WenKai-OFL-1.1.txt',
      'Liberation-OFL-1.1.txt',
      'Noto-Sans-SC-OFL-1.1.txt',
      'Noto-Serif-SC-OFL-1.1.txt',
    ]);
  });
});
