/**
 * Marks that word processors must be told to treat as one with what stands before them. —— and …… are one mark of two
 * characters that no line end may part (GB/T 15834-2011, 5.1.5), and …… does not open a line. The stop that ends a paragraph
 * does not hang over the edge: LibreOffice would leave an empty line after it.
 */
const unparted = /((?:—{2,}|[^\s…]…+|\d％))/u;
const lastStop = /([，。、；：？！])$/u;

/**
 * A text cut before and after such marks: every second piece, from the second, is one; pieces may be empty.
 * @param endsParagraph nothing of the paragraph follows the text
 */
export function cutAtUnpartedMarks(text: string, endsParagraph: boolean): readonly string[] {
  const pieces = /[—…％]/u.test(text) ? text.split(unparted) : [text];
  const last = pieces.at(-1) ?? '';
  return endsParagraph && lastStop.test(last) ? [...pieces.slice(0, -1), ...last.split(lastStop)] : pieces;
}
