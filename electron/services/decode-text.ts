import { AppError } from '../../shared/app-error.js';

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

interface DecodedText {
  readonly text: string;
  /** Characters that could not be read and stand as U+FFFD in `text`. */
  readonly damaged: number;
}

/** Share of unreadable characters among those beyond ASCII up to which a text still counts as its encoding. */
const damageLimit = 0.1;
/** Share of control characters from which bytes are a program's, not a text. */
const controlLimit = 0.01;

/**
 * The text of a file's bytes, without its byte order mark: UTF-16 by its mark, else UTF-8, else GB18030. A few
 * damaged bytes do not stop it; they stand as U+FFFD.
 *
 * @param name of the file, for the sentence when it fails
 * @throws AppError `file-encoding` when the bytes are no text in any of these
 */
export function decodeText(bytes: Uint8Array, name = ''): string {
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (decoded === undefined || isBinary(decoded.text)) throw notText(name);
  return decoded.text;
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return lossy(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return lossy(bytes, 'utf-16be');
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array): DecodedText | undefined {
  const strictUtf8 = strict(bytes, 'utf-8');
  if (strictUtf8) return strictUtf8;
  // Damaged UTF-8 often is valid, meaningless GB18030: it has to be ruled out first.
  const utf8 = lossy(bytes, 'utf-8');
  if (isSlightlyDamaged(utf8)) return utf8;
  const gb = strict(bytes, 'gb18030') ?? lossy(bytes, 'gb18030');
  return isSlightlyDamaged(gb) ? gb : undefined;
}

function strict(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), damaged: 0 };
  } catch {
    return undefined;
  }
}

function lossy(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, damaged: count(text, /\uFFFD/gu) };
}

function isSlightlyDamaged({ text, damaged }: DecodedText): boolean {
  return damaged <= Math.max(2, count(text, /[^\p{ASCII}]/gu) * damageLimit);
}

function isBinary(text: string): boolean {
  const controls = count(text, /[^\P{Cc}\t\n\v\f\r\u0085]/gu);
  return controls > Math.max(4, text.length * controlLimit);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _match of text.matchAll(pattern)) found += 1;
  return found;
}

function notText(name: string): AppError {
  const what = name === '' ? '这个文件' : `“${name}”`;
  return new AppError('file-encoding', `无法识别${what}的文字编码，请在记事本或 WPS 里另存为 UTF-8 文本后再导入。`);
}
