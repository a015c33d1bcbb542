/** Bold, 楷体 and 黑体 of a PDF, where the names of its fonts tell them. */
import { describe, expect, it } from 'vitest';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import type { PdfFace, PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { piece, pieceSize as size } from '../../helpers/pdf-piece.js';

const face = (more: Partial<PdfFace>): PdfFace => ({ isBold: false, isKai: false, isHei: false, ...more });
const body = '示例区把书房建到居民家门口藏书两万册每天都有人来读书';
const read = (...pieces: readonly PdfPiece[]) => readPdfPages([{ height: 842, pieces }]).lines;
const full = [piece(body, 90, 560), piece(body, 90, 532), piece(body, 90, 504), piece('读书。', 90, 476)];

describe('type of a PDF', () => {
  it('sets words apart, over a line’s end too', () => {
    const [start, rest] = ['送书进村。', body.slice(0, 20)];
    const lead = piece(start, 122, 588, { face: face({ isBold: true }) });
    const [line] = read(lead, piece(rest, 122 + 5 * size, 588), ...full);
    expect(line?.bold).toEqual([{ start: 0, end: 5 }]);
    const long = [
      piece(body, 90, 588, { face: face({ isKai: true }) }),
      piece(body, 90, 560, { face: face({ isKai: true }) }),
      ...full.slice(1),
    ];
    expect(read(...long)[0]?.kai).toEqual([{ start: 0, end: body.length * 2 }]);
  });

  it('takes a sentence in 黑体 for a lead, a line of it for a line in 黑体', () => {
    const hei = { face: face({ isHei: true }) };
    const lines = read(piece('送书进村。', 122, 588, hei), piece(body.slice(0, 20), 122 + 5 * size, 588), ...full);
    expect(lines[0]?.bold).toEqual([{ start: 0, end: 5 }]);
    expect(read(piece('一、送书进村', 122, 588, hei), ...full)[0]?.isHei).toBe(true);
  });

  it('stays with its words where the number of a note is taken out before them', () => {
    const sign = piece('①', 90 + 4 * size, 588, { size: 8 });
    const note = piece('①乙镇提供。', 90, 100, { size: 9 });
    const lines = read(
      piece('书房六处', 90, 588),
      sign,
      piece('送书进村。', 90 + 4.5 * size, 588, { face: face({ isBold: true }) }),
      ...full.slice(3),
      note,
    );
    const line = lines.find(({ text }) => text.startsWith('书房'));
    expect(line?.bold.map(({ start, end }) => line.text.slice(start, end))).toEqual(['送书进村。']);
    expect(line?.footnotes).toHaveLength(1);
  });

  it('counts as bold where it is larger than the text', () => {
    const lines = read(piece('讲什么', 90, 588, { size: 20 }), ...full);
    expect(lines.map(({ bold }) => bold)).toEqual([[{ start: 0, end: 3 }], []]);
  });
});

it('what a browser draws last in the upper margin does not part the rest from its order', () => {
  const column = [piece('左栏的话', 90, 600), piece('右栏的话', 400, 700)];
  expect(read(...column, piece('打印日期', 90, 800)).map(({ text }) => text)).toEqual(['左栏的话', '右栏的话']);
});
