import { AppError } from '../../../shared/app-error.js';
import type { Article } from '../../../shared/document/issue.js';
import { looksLikeHtml } from '../../../shared/recognize/read-html.js';
import { originalChunkBytes, shownOriginalBytes, type OriginalForm } from '../../../shared/submissions/original.js';
import type { KeptFile } from '../../../shared/submissions/submission.js';
import { convertToDocx } from '../convert/convert-to-docx.js';
import { decodeText } from '../decode-text.js';
import type { Library } from '../library/library.js';
import type { Recognition } from '../ports.js';
import { sniffFile } from '../sniff-file.js';
import { withTemporaryFile } from '../temporary-file.js';

interface Shown {
  readonly form: OriginalForm;
  readonly bytes: Uint8Array;
}

export interface OriginalChunk {
  readonly form: OriginalForm;
  /** Base64. */
  readonly bytes: string;
  /** Length of all chunks together. */
  readonly total: number;
}

/** Originals of submissions as they can be shown, a chunk at a time. The last one asked for is at hand for its other chunks. */
export class Originals {
  #last: { readonly sha256: string; readonly shown: Promise<Shown> } | undefined;

  constructor(
    private readonly library: Library,
    private readonly recognition: Recognition,
    private readonly convert: typeof convertToDocx = convertToDocx,
  ) {}

  /** @throws AppError that says why it cannot be shown; it is kept all the same */
  async chunk(id: string, offset: number): Promise<OriginalChunk> {
    const { original } = (await this.library.get('submission', id)).value;
    if (original === undefined) throw new AppError('bad-request', '这篇来稿不是由文件收下的，没有原件。');
    const { form, bytes } = await this.#shown(original);
    const part = bytes.subarray(offset, offset + originalChunkBytes);
    return { form, bytes: Buffer.from(part).toString('base64'), total: bytes.length };
  }

  #shown(original: KeptFile): Promise<Shown> {
    const { sha256 } = original;
    if (this.#last?.sha256 === sha256) return this.#last.shown;
    const shown = this.#read(original);
    this.#last = { sha256, shown };
    shown.catch(() => {
      if (this.#last?.shown === shown) this.#last = undefined;
    });
    return shown;
  }

  async #read({ file, sha256, bytes: size }: KeptFile): Promise<Shown> {
    if (size > shownOriginalBytes) {
      const limit = shownOriginalBytes / 1024 / 1024;
      throw new AppError('file-too-large', `原件“${file}”超过 ${limit} MB，不在这里显示；它完好地存在资料库的附件里。`);
    }
    const bytes = await this.library.getAttachment(sha256);
    if (bytes === undefined) throw new AppError('file-broken', `原件“${file}”在资料库的附件里找不到，或已损坏。请从备份找回。`);
    const kind = sniffFile(file, bytes);
    if (kind === 'docx-zip') return { form: 'word', bytes };
    if (kind === 'pdf') return this.#words(file, bytes);
    if (kind !== 'text') return { form: 'word', bytes: await this.convert(bytes, kind, file) };
    const text = decodeText(bytes, file);
    return looksLikeHtml(text) ? this.#words(file, bytes) : asText(text);
  }

  /** What a format that is not shown as it looks says, read apart from this process as on import. */
  async #words(name: string, bytes: Uint8Array): Promise<Shown> {
    const reading = { as: 'article', keepsLines: true } as const;
    const recognized = await withTemporaryFile(name, bytes, (file) => this.recognition.recognize({ ...file, reading }));
    return asText(recognized.kind === 'article' ? wordsOf(recognized.article) : '');
  }
}

function asText(text: string): Shown {
  return { form: 'text', bytes: new TextEncoder().encode(text) };
}

function wordsOf({ title, subtitle, paragraphs, sources }: Article): string {
  const lines = [title, subtitle, ...paragraphs.map(({ lead = '', text }) => `${lead}${text}`), sources.join('、')];
  return lines.filter(Boolean).join('\n');
}
