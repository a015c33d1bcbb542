import type { PdfPiece } from '../../shared/recognize/pdf-piece.js';

/** Height of the words of a made PDF, in points. */
export const pieceSize = 16;

/** A piece of full-width characters on a page, as the reader of PDF files finds it. */
export const piece = (text: string, x: number, y: number, more: Partial<PdfPiece> = {}): PdfPiece => ({
  text,
  x,
  y,
  width: text.length * (more.size ?? pieceSize),
  size: pieceSize,
  isSlanted: false,
  ...more,
});
