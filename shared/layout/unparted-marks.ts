/**
 * Marks that word processors must be told to treat as one with what stands before them. —— and …… are one mark of two
 * characters that no line end may part (GB/T 15834-2011, 5.1.5), and …… does not open a line.
 */
const unparted = /((?:—{2,}|[^\s…]…+|\d％))/u;

/** A text cut before and after such marks: every second piece, from the second, is one; pieces may be empty. */
export function cutAtUnpartedMarks(text: string): readonly string[] {
  return /[—…％]/u.test(text) ? text.split(unparted) : [text];
}
