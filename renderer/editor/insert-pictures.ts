/** Pictures from a file, a drop or the clipboard into the article, each a block behind the one with the cursor. */
import { Editor, Transforms } from 'slate';
import type { Picture } from '../../shared/document/picture.js';
import { CallFailure } from '../bridge.js';
import { withUpload } from '../upload.js';
import { call } from '../bridge.js';
import { blockAt, blocksOf } from './article-blocks.js';
import type { ArticleEditorInstance, ParagraphBlock } from './slate-types.js';
import { uprightPicture } from './upright-picture.js';

/** The files among what is dropped or pasted that are pictures. */
export function picturesIn(data: DataTransfer): readonly File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}

/** Keeps the pictures and puts them in; tells which were not taken, and why. */
export async function insertPictures(
  editor: ArticleEditorInstance,
  files: readonly File[],
  nextId: () => string,
  tell: (sentence: string | undefined) => void,
): Promise<void> {
  const refusals: string[] = [];
  tell(`正在读入图片…`);
  for (const file of files) {
    try {
      const kept = await withUpload(await uprightPicture(file), (upload) => call('picture.keep', { upload }));
      insertPicture(editor, kept, nextId);
    } catch (failure) {
      refusals.push(failure instanceof CallFailure ? failure.message : `${file.name}：图片打不开，没有插入。请另存为 PNG 或 JPEG 再插入。`);
    }
  }
  tell(refusals.length === 0 ? undefined : refusals.join(' '));
}

function insertPicture(editor: ArticleEditorInstance, picture: Picture, nextId: () => string): void {
  const blocks = blocksOf(editor);
  const found = editor.selection ? blockAt(editor, editor.selection.focus) : undefined;
  const firstParagraph = blocks.findIndex(({ type }) => type === 'paragraph');
  const wanted = found ? found.index + 1 : blocks.length - 1;
  const index = Math.min(Math.max(wanted, firstParagraph), blocks.length - 1);
  const block: ParagraphBlock = { type: 'paragraph', id: nextId(), picture, children: [{ text: '' }] };
  Transforms.insertNodes(editor, block, { at: [index] });
  Transforms.select(editor, Editor.start(editor, [index]));
}
