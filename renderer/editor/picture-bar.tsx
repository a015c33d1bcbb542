/** What can be said of the picture with the cursor: what it shows, how wide it is; and taking it out. */
import { useState } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlate } from 'slate-react';
import type { Picture } from '../../shared/document/picture.js';
import { pictureShares } from '../../shared/document/picture-limits.js';
import { plainLine } from '../../shared/document/plain-characters.js';
import { blockAt, blocksOf } from './article-blocks.js';
import type { ArticleEditorInstance, ParagraphBlock } from './slate-types.js';
import { longestAlt } from './pasted-picture.js';
import { removePicture } from './with-article.js';

export interface PictureBarProps {
  act(edit: (editor: ArticleEditorInstance) => void): void;
}

export function PictureBar({ act }: PictureBarProps) {
  const editor = useSlate();
  const block = editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
  if (block?.type !== 'paragraph' || !block.picture) return null;
  const { id, picture } = block;
  const shares = [100, 75, 50, 33, ...(picture.share === undefined ? [] : [picture.share])];
  const choices = [...new Set(shares)].filter((share) => share >= pictureShares.least).sort((one, other) => other - one);
  return (
    <div className="ae-picture-bar" role="group" aria-label="图片">
      <AltField
        key={`${id} ${picture.alt ?? ''}`}
        alt={picture.alt ?? ''}
        onSay={(alt) => change(editor, id, alt === '' ? withoutAlt(picture) : { ...picture, alt })}
      />
      <label>
        宽
        <select
          value={picture.share ?? 'own'}
          onChange={({ target }) =>
            change(editor, id, target.value === 'own' ? withoutShare(picture) : { ...picture, share: Number(target.value) })
          }
        >
          <option value="own">原大</option>
          {choices.map((share) => (
            <option key={share} value={share}>
              版心的 {share}%
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="ae-bar-button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => act((each) => removePicture(each, id))}
      >
        删去图片
      </button>
    </div>
  );
}

function AltField({ alt, onSay }: { readonly alt: string; onSay(alt: string): void }) {
  const [words, setWords] = useState(alt);
  const say = (): void => {
    const plain = plainLine(words).trim();
    if (plain !== alt) onSay(plain);
  };
  return (
    <label className="ae-picture-alt">
      替代文字
      <input
        value={words}
        placeholder="图里有什么，给看不见图的人"
        maxLength={longestAlt}
        onChange={({ target }) => setWords(target.value)}
        onBlur={say}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && say()}
      />
    </label>
  );
}

function change(editor: ArticleEditorInstance, id: string, picture: Picture): void {
  const index = blocksOf(editor).findIndex((block) => block.type === 'paragraph' && block.id === id);
  if (index >= 0) Transforms.setNodes<ParagraphBlock>(editor, { picture }, { at: [index] });
  if (!editor.selection) Transforms.select(editor, Editor.start(editor, [Math.max(0, index)]));
}

function withoutAlt({ alt: _alt, ...picture }: Picture): Picture {
  return picture;
}

function withoutShare({ share: _share, ...picture }: Picture): Picture {
  return picture;
}
