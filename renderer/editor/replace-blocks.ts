/** Takes a value that came from elsewhere (undo, outline, another form) into the editor, touching only what differs. */
import type { Range } from 'slate';
import { Editor, Transforms } from 'slate';
import { sameFootnotes } from '../../shared/document/footnotes.js';
import { samePicture } from '../../shared/document/picture.js';
import { blocksOf } from './article-blocks.js';
import { caretToPoint, pointToCaret } from './caret.js';
import { textsIn, type ArticleBlock, type ArticleEditorInstance, type ParagraphBlock, type TextBlock } from './slate-types.js';
import { blockFootnotes } from './slate-value.js';

export function replaceBlocks(editor: ArticleEditorInstance, next: readonly ArticleBlock[]): void {
  const before = blocksOf(editor);
  const shortest = Math.min(before.length, next.length);
  let start = 0;
  while (start < shortest && sameBlock(before[start], next[start])) start += 1;
  let end = 0;
  while (end < shortest - start && sameBlock(before[before.length - 1 - end], next[next.length - 1 - end])) end += 1;
  if (start === before.length && before.length === next.length) return;
  const { selection } = editor;
  const ends = selection && [selection.anchor, selection.focus].map((point) => pointToCaret(editor, '', point));
  Editor.withoutNormalizing(editor, () => {
    for (let index = before.length - end - 1; index >= start; index -= 1) Transforms.removeNodes(editor, { at: [index] });
    Transforms.insertNodes(editor, next.slice(start, next.length - end) as ArticleBlock[], { at: [start] });
  });
  const [anchor, focus] = ends?.map((caret) => caret && caretToPoint(editor, caret)) ?? [];
  const range: Range | undefined = anchor && focus && { anchor, focus };
  if (range) Transforms.select(editor, range);
  else if (selection) Transforms.select(editor, Editor.start(editor, []));
}

/** Whether two blocks hold the same, whatever objects they are. */
export function sameBlock(a: ArticleBlock | undefined, b: ArticleBlock | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.type !== b.type) return false;
  if (a.type === 'paragraph' && b.type === 'paragraph' && !sameProperties(a, b)) return false;
  if (a.type === 'table' || b.type === 'table') return JSON.stringify(a, contents) === JSON.stringify(b, contents);
  const texts = (block: TextBlock): string =>
    JSON.stringify(
      textsIn(block)
        .filter(({ text }) => text !== '')
        .map(({ text, lead, bold, kai }) => [text, lead, bold, kai]),
    );
  return texts(a) === texts(b) && sameFootnotes(blockFootnotes(a), blockFootnotes(b));
}

function sameProperties(a: ParagraphBlock, b: ParagraphBlock): boolean {
  const isSame = a.id === b.id && a.level === b.level && a.fit === b.fit && a.leadInferred === b.leadInferred;
  return isSame && samePicture(a.picture, b.picture);
}

/** Everything of a table but what it was made from. */
function contents(name: string, value: unknown): unknown {
  return name === 'from' ? undefined : value;
}
