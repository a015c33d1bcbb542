import type { Item, Paragraph } from '../../shared/document/issue.js';
import { sameFootnotes } from '../../shared/document/footnotes.js';
import { samePicture } from '../../shared/document/picture.js';
import { sameTableForm } from '../../shared/document/table.js';
import { sameMarks } from '../../shared/document/text-marks.js';

/** Whether two values of one item hold the same in everything the writing surface shows. */
export function sameItem(a: Item, b: Item): boolean {
  if (a === b) return true;
  if (
    a.type !== b.type ||
    a.title !== b.title ||
    !sameLists(a.sources, b.sources, Object.is) ||
    !sameLists(a.paragraphs, b.paragraphs, sameParagraph)
  )
    return false;
  if (a.type !== 'article' || b.type !== 'article') return true;
  return a.subtitle === b.subtitle && sameLists(a.editorNote ?? [], b.editorNote ?? [], Object.is);
}

function sameParagraph(a: Paragraph, b: Paragraph): boolean {
  if (a === b) return true;
  const isSameText =
    a.id === b.id && a.lead === b.lead && a.text === b.text && sameMarks(a.marks, b.marks) && sameFootnotes(a.footnotes, b.footnotes);
  return (
    isSameText &&
    a.level === b.level &&
    a.fit === b.fit &&
    a.leadInferred === b.leadInferred &&
    samePicture(a.picture, b.picture) &&
    sameTableForm(a.table, b.table)
  );
}

function sameLists<Value>(a: readonly Value[], b: readonly Value[], same: (a: Value, b: Value) => boolean): boolean {
  return a.length === b.length && a.every((value, index) => same(value, b[index] as Value));
}
