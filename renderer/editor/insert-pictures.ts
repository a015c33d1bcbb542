/** Pictures from a file, a drop or the clipboard into the article, each a block behind the one with the cursor. */
import { Editor, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Picture } from '../../shared/document/picture.js';
import { CallFailure } from '../bridge.js';
import { tell as tellWindow } from '../state/messages.js';
import { withUpload } from '../upload.js';
import { call } from '../bridge.js';
import { blocksOf } from './article-blocks.js';
import { blockText, placeBehind } from './slate-value.js';
import type { ArticleEditorInstance, ParagraphBlock } from './slate-types.js';
import { uprightPicture } from './upright-picture.js';

/** The files among what is dropped or pasted that are pictures. */
export function picturesIn(data: DataTransfer): readonly File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}

/**
 * Keeps the pictures and puts them in; tells which were not taken, and why. Reading takes a while: where another article is
 * shown by then, what was not put in is told over the whole window.
 */
export async function insertPictures(
  editor: ArticleEditorInstance,
  files: readonly File[],
  nextId: () => string,
  tell: (sentence: string | undefined) => void,
  keep: (file: File) => Promise<Picture> = keepPicture,
): Promise<void> {
  const late: string[] = [];
  const titleLines = blocksOf(editor).filter(({ type }) => type === 'title');
  const title = titleLines.map(blockText).join('');
  const refusals: string[] = [];
  tell(`正在读入图片…`);
  for (const file of files) {
    try {
      const kept = await keep(file);
      if (isShown(editor)) insertPicture(editor, kept, nextId);
      else late.push(file.name);
    } catch (failure) {
      refusals.push(failure instanceof CallFailure ? failure.message : `${file.name}：图片打不开，没有插入。请另存为 PNG 或 JPEG 再插入。`);
    }
  }
  if (late.length > 0)
    tellWindow('warning', `读入图片时换到了别的稿件，《${title || '无标题'}》里没有插入：${late.join('、')}。请回到这一篇再插入。`);
  if (isShown(editor)) tell(refusals.length === 0 ? undefined : refusals.join(' '));
  else for (const refusal of refusals) tellWindow('warning', refusal);
}

async function keepPicture(file: File): Promise<Picture> {
  return withUpload(await uprightPicture(file), (upload) => call('picture.keep', { upload }));
}

/** Whether the editor still stands in the window: an article that was left has another one when it is shown again. */
function isShown(editor: ArticleEditorInstance): boolean {
  try {
    return ReactEditor.toDOMNode(editor, editor).isConnected;
  } catch {
    return false;
  }
}

function insertPicture(editor: ArticleEditorInstance, picture: Picture, nextId: () => string): void {
  const index = placeBehind(editor);
  const block: ParagraphBlock = { type: 'paragraph', id: nextId(), picture, children: [{ text: '' }] };
  Transforms.insertNodes(editor, block, { at: [index] });
  Transforms.select(editor, Editor.start(editor, [index]));
}
