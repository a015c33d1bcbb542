import { describe, expect, it } from 'vitest';
import { drawingFace, drawsCharacter, missingCharacters } from '../../../shared/layout/font-coverage.js';
import { faceNames } from '../../../shared/layout/faces.js';
import type { FaceName } from '../../../shared/layout/page-style.js';
import type { Page, PageLine } from '../../../shared/layout/page.js';

function line(text: string, face: FaceName): PageLine {
  return {
    kind: 'line',
    xPt: 0,
    topPt: 0,
    heightPt: 20,
    widthPt: 100,
    text,
    startOffset: 0,
    first: true,
    tag: 'p',
    furniture: false,
    place: { part: 'paragraph', itemId: 'a' },
    runs: [{ text, face, bold: false, sizePt: 16, color: '#000000', letterSpacingPt: 0, scaleX: 1 }],
  };
}

function page(number: number, ...lines: readonly PageLine[]): Page {
  return { number, lines, rules: [] };
}

/** Every character of GB 2312, 区 1 to 87. */
function gb2312(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const cells = Array.from({ length: 72 }, (_row, row) =>
    Array.from({ length: 94 }, (_cell, cell) => [row + 0xb0, cell + 0xa1] as const),
  ).flat();
  // 55-90 to 55-94 are empty.
  return cells.filter(([row, cell]) => row !== 0xd7 || cell < 0xfa).map((bytes) => decoder.decode(Uint8Array.from(bytes)));
}

describe('drawsCharacter', () => {
  it.each(faceNames)('knows that %s draws all 6,763 characters of GB 2312', (face) => {
    const characters = gb2312();
    expect(characters).toHaveLength(6763);
    expect(characters.filter((character) => !drawsCharacter(face, character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it.each(faceNames)('knows that %s draws the marks of Chinese text', (face) => {
    const marks = [...'，。、；：？！“”‘’（）〔〕《》〈〉【】—…·％℃①⑩ⅠⅫ〇★×÷±％0123456789abcXYZ%()'];
    expect(marks.filter((mark) => !drawsCharacter(face, mark.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('knows what lies between the runs and beyond the last', () => {
    expect(drawsCharacter('fangsong', 0x558a)).toBe(true);
    expect(drawsCharacter('fangsong', '喆'.codePointAt(0) ?? 0)).toBe(false);
    expect(drawsCharacter('fangsong', 0)).toBe(false);
    expect(drawsCharacter('kai', 0x10ffff)).toBe(false);
  });
});

describe('drawingFace', () => {
  it('borrows rare characters of names from 楷 first', () => {
    for (const character of '喆堃珺昇赟頔琇垚玥璟翀祎珅燊犇彧㎡槃')
      expect(drawingFace('fangsong', character.codePointAt(0) ?? 0), character).toBe('kai');
  });

  it('takes the face itself when it can', () => {
    expect(drawingFace('hei', '甲'.codePointAt(0) ?? 0)).toBe('hei');
  });

  it('finds none for a character outside the bundle', () => {
    expect(drawingFace('fangsong', 0x1f600)).toBeUndefined();
  });
});

describe('missingCharacters', () => {
  it('lists each missing character once with its first place, its count and its lender', () => {
    const first = line('甲县王喆', 'fangsong'),
      second = line('王喆、李\u{1f600}', 'fangsong');
    const pages = [page(1, first), page(2, second)];
    expect(missingCharacters(pages)).toEqual([
      { character: '喆', face: 'fangsong', lentBy: 'kai', count: 2, page: 1, place: { part: 'paragraph', itemId: 'a' }, line: first },
      { character: '\u{1f600}', face: 'fangsong', count: 1, page: 2, place: { part: 'paragraph', itemId: 'a' }, line: second },
    ]);
  });

  it('finds nothing in plain text, whatever its blanks', () => {
    expect(missingCharacters([page(1, line('示例区 5G　建设“两个中心”——\u200b完成100%。', 'fangsong'))])).toEqual([]);
  });
});
