/** A Word file as a page of HTML that asks for nothing and runs nothing. */
import { renderAsync } from 'docx-preview';
import DOMPurify from 'dompurify';
import { unzipSync, zipSync } from 'fflate';

/** Unpacked bytes of the parts that are drawn, as the package says; more than that is no manuscript. */
const mostBytes = 48 * 1024 * 1024;
const mostWords = 8 * 1024 * 1024;

/** Why a file is not drawn, as a Chinese sentence. */
export class NotDrawn extends Error {
  override readonly name = 'NotDrawn';
}

/** @throws NotDrawn for files that are too large or cannot be drawn */
export async function drawWord(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const parts = drawnParts(bytes);
  const body = document.createElement('div');
  try {
    await renderAsync(new Blob([zipSync(parts, { level: 0 })]), body, body, {
      inWrapper: true,
      ignoreFonts: true,
      useBase64URL: true,
      renderChanges: true,
      renderAltChunks: false,
    });
  } catch {
    throw new NotDrawn('原件的样子画不出来，文字以右边为准；原件完好地存在资料库的附件里。');
  }
  return pageOf(body);
}

/** The parts of the package that say how it looks, nothing of what it refers to outside itself. */
function drawnParts(bytes: Uint8Array<ArrayBuffer>): Record<string, Uint8Array> {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels|png|jpe?g|gif|bmp)$/iu.test(name)) return false;
      total += originalSize;
      if (total > mostBytes || (name.endsWith('.xml') && originalSize > mostWords))
        throw new NotDrawn('原件内容过大，不在这里显示；它完好地存在资料库的附件里。');
      return true;
    },
  });
  const external = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gu;
  for (const [name, part] of Object.entries(parts))
    if (name.endsWith('.rels')) parts[name] = new TextEncoder().encode(new TextDecoder().decode(part).replace(external, ''));
  return parts;
}

/** The library lays pages on a grey desk with wide margins; there is no room for them here. */
const plainGround = '<style>.docx-wrapper { background: none !important; padding: 12px !important; }</style>';

/** No scripts, frames, forms or addresses; the frame it is shown in would run none either. */
function pageOf(body: HTMLElement): string {
  const html = DOMPurify.sanitize(body.innerHTML, {
    FORCE_BODY: true,
    ADD_TAGS: ['style'],
    FORBID_TAGS: ['iframe', 'form', 'input', 'button', 'link', 'meta', 'video', 'audio'],
    FORBID_ATTR: ['href', 'xlink:href', 'action', 'srcset'],
    ALLOWED_URI_REGEXP: /^data:(?:image\/|application\/octet-stream;base64,)/u,
  });
  return `<!doctype html><meta charset="utf-8">${html}${plainGround}`;
}
