/**
 * —— and …… are one mark of two characters that no line end may part (GB/T 15834-2011, 5.1.5), and …… does not open a
 * line. Word knows; LibreOffice goes by it where such marks are a stretch of their own, …… with the character before.
 */
const unparted = /((?:—{2,}|[^\s…]…+|\d％))/u;

/** A text cut before and after such marks: every second piece, from the second, is one; pieces may be empty. */
export function cutAtUnpartedMarks(text: string): readonly string[] {
  return /[—…％]/u.test(text) ? text.split(unparted) : [text];
}
