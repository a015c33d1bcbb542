/** The picture above its caption in the writing surface; it is no text, and the cursor stays in the caption. */
import { useEffect, useState } from 'react';
import type { Picture } from '../../shared/document/picture.js';
import { pictureUrl } from '../state/picture-urls.js';

export function PictureFrame({ picture }: { readonly picture: Picture }) {
  const [url, setUrl] = useState<string | 'missing'>();
  useEffect(() => {
    let isShown = true;
    void pictureUrl(picture.sha256).then((address) => isShown && setUrl(address ?? 'missing'));
    return () => {
      isShown = false;
    };
  }, [picture.sha256]);
  const width = picture.share === undefined ? `min(100%, ${String(picture.width)}px)` : `${String(picture.share)}%`;
  return (
    <div
      className="ae-picture-frame"
      contentEditable={false}
      style={{ width, aspectRatio: `${String(picture.width)} / ${String(picture.height)}` }}
    >
      {url === 'missing' ? (
        <span className="ae-picture-missing">图片不在资料库的附件里，或已损坏。请删去重新插入，或从备份取回附件。</span>
      ) : (
        <img src={url} alt={picture.alt ?? '图片'} draggable={false} />
      )}
    </div>
  );
}
