import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { looksLikePng } from '../../pictures/read-png.js';
import { element } from './ofd-xml.js';

/** Pictures as they are, each once, however often it is shown. */
export interface OfdPictures {
  /** The resource a page shows it by; undefined for one whose bytes are missing. */
  idOf(sha256: string): number | undefined;
  /** What the resources say of them (7.9), and their files. */
  finish(): { readonly entries: string; readonly files: Readonly<Record<string, Uint8Array>> };
}

export function ofdPictures(nextId: () => number, bytesOf: PictureBytes): OfdPictures {
  const used = new Map<string, { readonly id: number; readonly file: string; readonly format: string; readonly bytes: Uint8Array }>();
  return {
    idOf(sha256) {
      const known = used.get(sha256);
      if (known) return known.id;
      const bytes = bytesOf(sha256);
      if (bytes === undefined) return undefined;
      const [id, format] = [nextId(), looksLikePng(bytes) ? 'PNG' : 'JPEG'];
      used.set(sha256, { id, file: `image_${String(id)}.${format === 'PNG' ? 'png' : 'jpg'}`, format, bytes });
      return id;
    },
    finish: () => {
      const rows = [...used.values()];
      const media = rows.map(({ id, file, format }) =>
        element('MultiMedia', { ID: id, Type: 'Image', Format: format }, element('MediaFile', {}, file)),
      );
      return {
        entries: media.length === 0 ? '' : element('MultiMedias', {}, ...media),
        files: Object.fromEntries(rows.map(({ file, bytes }) => [file, bytes])),
      };
    },
  };
}
