/** What word processors put into the HTML of their clipboard that is no text of the document. */

export type LeftOut = 'deleted' | 'note' | 'comment';

/** How each is told. */
export const leftOutPhrases: Readonly<Record<LeftOut, string>> = {
  deleted: '已删除或划掉的文字 {} 处',
  note: '脚注、尾注 {} 处',
  comment: '批注 {} 处',
};

const tests: readonly (readonly [LeftOut, (marks: Marks) => boolean])[] = [
  ['deleted', ({ tag, names, style }) => /^(?:DEL|S|STRIKE)$/u.test(tag) || /\bmsoDel\b/iu.test(names) || struck.test(style)],
  ['note', ({ names, style, id }) => notedStyle.test(style) || notedName.test(names) || /^sd(?:foot|end)note\d+$/iu.test(id)],
  ['comment', ({ names, style }) => commentStyle.test(style) || /\bMsoCommentReference\b/iu.test(names)],
];
const struck = /text-decoration[^;:]*:[^;]*line-through/iu;
/** Marks in the text and the list of notes below it; Word names both in the style, WPS the mark by its kind. */
const notedStyle = /mso-(?:foot|end)note-id|mso-special-character\s*:\s*(?:foot|end)note|mso-element\s*:\s*(?:foot|end)note/iu;
const notedName = /\b(?:Mso(?:Foot|End)noteReference|sd(?:foot|end)note(?:anc|sym))\b/iu;
const commentStyle = /mso-element\s*:\s*comment|mso-comment-reference|mso-special-character\s*:\s*comment/iu;

interface Marks {
  readonly tag: string;
  readonly names: string;
  readonly style: string;
  readonly id: string;
}

/** Whether an element is left out with all in it, and as what: text deleted while changes are tracked, a note, a comment. */
export function leftOutAs(element: Element): LeftOut | undefined {
  const marks: Marks = {
    tag: element.tagName.toUpperCase(),
    names: element.getAttribute('class') ?? '',
    style: element.getAttribute('style') ?? '',
    id: element.id,
  };
  return tests.find(([, isMarked]) => isMarked(marks))?.[0];
}

/** The list of notes or comments below the text: its marks are counted where they stand in the text. */
export function isListBelow(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /mso-element\s*:\s*(?:footnote|endnote|comment)(?:-list)?/iu.test(style) || /^sd(?:foot|end)note\d+$/iu.test(element.id);
}

/** The note a mark in the text stands for, in the list below the text; undefined where the clipboard brings none. */
export function noteBelow(element: Element): Element | undefined {
  const id =
    /mso-(?:foot|end)note-id\s*:\s*([\w-]+)/iu.exec(element.getAttribute('style') ?? '')?.[1] ??
    /^#(sd(?:foot|end)note\d+)sym$/iu.exec(element.getAttribute('href') ?? '')?.[1];
  return (id === undefined ? null : element.ownerDocument.getElementById(id)) ?? undefined;
}
