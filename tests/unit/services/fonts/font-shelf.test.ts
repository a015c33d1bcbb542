import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFontShelf } from '../../../../electron/services/fonts/font-shelf.js';
import { drawingFonts } from '../../../../shared/fonts/drawing-font.js';
import { buildCollection, buildFont } from '../../../helpers/build-font.js';
import { assetsFolder } from '../../../helpers/open-test-library.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
});

const shelf = () => createFontShelf(assetsFolder, [join(folder, 'none'), folder]);
const nameOf = (code: number, bold = false): string | undefined =>
  drawingFonts(shelf())(code, { face: 'fangsong', bold })?.font.postScriptName;
const guo = 0x56fd;

describe('the fonts a document is drawn with', () => {
  it('are the bundled ones where the machine has none', () => {
    expect(shelf().installed('fangsong')).toBeUndefined();
    expect(nameOf(guo)).toBe('ZhuanbaoFangsong-Regular');
  });

  it('are the official ones of the machine, in folders of folders, the best first', () => {
    mkdirSync(join(folder, '公文'));
    writeFileSync(join(folder, '公文', 'simfang.ttf'), buildFont({ name: '仿宋' }));
    expect(nameOf(guo)).toBe('仿宋');
    writeFileSync(join(folder, 'gb2312.TTF'), buildFont({ name: '仿宋_GB2312' }));
    expect(nameOf(guo)).toBe('仿宋_GB2312');
  });

  it('are found in collections', () => {
    writeFileSync(join(folder, 'all.ttc'), buildCollection([buildFont({ name: '别的' }), buildFont({ name: '仿宋', codes: [guo] })]));
    expect(nameOf(guo)).toBe('仿宋');
  });

  it.each([
    ['restricted', 0x0002, false],
    ['not to be subset', 0x0104, false],
    ['bitmaps only', 0x0200, false],
    ['for preview and print', 0x0004, true],
    ['for editing', 0x0008, true],
    ['restricted and for editing: the less strict counts', 0x000a, true],
  ])('keep to the licence bits: %s', (_words, licenceBits, isUsed) => {
    writeFileSync(join(folder, 'a.ttf'), buildFont({ name: '仿宋', licenceBits }));
    expect(nameOf(guo)).toBe(isUsed ? '仿宋' : 'ZhuanbaoFangsong-Regular');
  });

  it('pass over fonts without TrueType outlines and files that are broken', () => {
    writeFileSync(join(folder, 'a.ttf'), buildFont({ name: '仿宋', hasOutlines: false }));
    writeFileSync(join(folder, 'b.ttf'), buildFont({ name: '仿宋' }).subarray(0, 100));
    writeFileSync(join(folder, 'c.ttf'), '');
    expect(nameOf(guo)).toBe('ZhuanbaoFangsong-Regular');
  });

  it('draw ASCII, bold, and what the official face lacks from the bundle', () => {
    writeFileSync(join(folder, 'a.ttf'), buildFont({ name: '仿宋', codes: [guo, 0x37] }));
    expect(nameOf(0x37)).toBe('ZhuanbaoFangsongLatin-Regular');
    expect(nameOf(guo, true)).toBe('ZhuanbaoFangsong-Bold');
    expect(nameOf(0x62a5)).toBe('ZhuanbaoFangsong-Regular');
  });

  it('lend characters by the stated order, print 〓 where none has one, and nothing for what is invisible', () => {
    const draw = drawingFonts(shelf());
    const run = { face: 'hei', bold: false } as const;
    expect(draw(0x9f98, run)?.font.postScriptName).toMatch(/Zhuanbao/u);
    const substitute = draw(0x2a6d6, run);
    expect(substitute?.glyph).toBe(substitute?.font.glyphOf(0x3013));
    expect([0x200b, 0xfe0f, 0xad, 0x09].map((code) => draw(code, run))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('name the file that is missing from the installation', () => {
    expect(() => createFontShelf(folder, []).bundled('zhuanbao-hei.ttf')).toThrow(/zhuanbao-hei\.ttf/u);
  });
});
