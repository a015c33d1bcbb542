import { AppError } from '../../shared/app-error.js';
import { issueItems, plainTitle, type Issue } from '../../shared/document/issue.js';
import { picturesOf } from '../../shared/document/picture.js';
import { inspectPicture } from '../../shared/pictures/inspect-picture.js';
import type { PictureBytes } from '../../shared/pictures/picture-bytes.js';
import { PictureFault } from '../../shared/pictures/picture-fault.js';

/** The part of a library that keeps files. */
export interface Attachments {
  getAttachment(sha256: string): Promise<Uint8Array | undefined>;
}

/** The pictures of an issue, read beforehand. @throws AppError naming the article of one that is not there */
export async function loadPictures(issue: Issue, attachments: Attachments): Promise<PictureBytes> {
  const loaded = new Map<string, Uint8Array>();
  for (const { item } of issueItems(issue)) {
    for (const { sha256 } of picturesOf(item.paragraphs)) {
      const bytes = loaded.get(sha256) ?? (await attachments.getAttachment(sha256));
      if (bytes === undefined) throw missing(plainTitle(item.title));
      loaded.set(sha256, bytes);
    }
  }
  return (sha256) => loaded.get(sha256);
}

function missing(title: string): AppError {
  return new AppError('picture-missing', `《${title}》里的一张图片不在资料库的附件里，或已损坏。请删去它重新插入，或从备份取回附件。`);
}

/** What a picture is. @throws AppError naming the file and why it is not taken */
export function pictureFacts(bytes: Uint8Array, name: string): ReturnType<typeof inspectPicture> {
  try {
    return inspectPicture(bytes);
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error;
    throw new AppError('file-kind', `${name}：图片${error.message}，没有插入。请另存为 10 MB 以内的 PNG 或 JPEG 再插入。`, {
      cause: error,
    });
  }
}
