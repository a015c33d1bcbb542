import { AppError } from '../../shared/app-error.js';
import type { ErrorCode } from '../../shared/app-error.js';
import { importLimitBytes } from '../../shared/import-limits.js';

/** Formats of earlier programs that LibreOffice turns into .docx; a .wps of theirs is a .doc by another name. */
export type OldFormat = 'doc' | 'rtf' | 'odt';

export type SniffedKind = 'text' | 'docx-zip' | 'pdf' | OldFormat;

/** Opening bytes of files that are no text and no Word file we read, with their name in the editor's words. */
const foreignMagics: readonly { readonly magic: string; readonly offset?: number; readonly what: string }[] = [
  { magic: '\x89PNG', what: '图片' },
  { magic: '\xff\xd8\xff', what: '图片' },
  { magic: 'GIF8', what: '图片' },
  { magic: 'II*\0', what: '图片' },
  { magic: 'MM\0*', what: '图片' },
  { magic: 'WEBP', offset: 8, what: '图片' },
  { magic: 'ftyp', offset: 4, what: '音视频或图片' },
  { magic: 'BM', what: '图片' },
  { magic: 'Rar!', what: '压缩包' },
  { magic: '7z\xbc\xaf\x27\x1c', what: '压缩包' },
  { magic: '\x1f\x8b', what: '压缩包' },
  { magic: 'BZh', what: '压缩包' },
  { magic: '\xfd7zXZ', what: '压缩包' },
  { magic: 'MZ', what: '程序' },
  { magic: '\x7fELF', what: '程序' },
  { magic: 'SQLite format 3', what: '数据库' },
];

const rtfMagic = '{\\rtf';
const oleMagic = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Size of the `~$` file that Word keeps beside a document while it is open. */
const ownerFileBytes: readonly number[] = [162, 165];

/**
 * What a file is, by its opening bytes first and its name second.
 *
 * @throws AppError with a sentence saying what the file is and what to do: `file-empty`, `file-too-large`,
 *   `file-encrypted` or `file-kind`
 */
export function sniffFile(name: string, bytes: Uint8Array): SniffedKind {
  if (bytes.length === 0) throw new AppError('file-empty', '文件是空的，没有可导入的内容。');
  if (bytes.length > importLimitBytes) throw tooLarge(bytes.length);
  if (isOwnerFile(name, bytes)) {
    throw kindError('这是 Word 打开文件时留下的临时文件（~$ 开头），请导入原来的文件。');
  }
  if (hasMagic(bytes, oleMagic)) return sniffOle(bytes);
  if (hasMagic(bytes, 'PK\x03\x04')) return sniffZip(name, bytes);
  if (hasMagic(bytes, 'PK\x05\x06')) throw new AppError('file-empty', '这个压缩包是空的，没有可导入的内容。');
  if (hasMagic(bytes, rtfMagic)) return 'rtf';
  if (hasMagic(bytes, '%PDF')) return 'pdf';
  const foreign = foreignMagics.find(({ magic, offset }) => hasMagic(bytes, magic, offset) && isTelling(magic, bytes));
  if (foreign) throw kindError(`这是${foreign.what}，不能导入。请用 Word 文件（.docx）或文本文件（.txt、.md）。`);
  if (/\.(?:docx|docm|dotx)$/iu.test(name)) {
    throw new AppError('file-broken', '文件名是 Word 文件，内容却不是，可能没有保存完整，请重新取一份。');
  }
  return 'text';
}

/** The refusal for a file of `size` bytes, for callers who know the size before they read it. */
export function tooLarge(size: number): AppError {
  const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));
  return new AppError('file-too-large', `文件有 ${megabytes(size)} MB，超过 ${megabytes(importLimitBytes)} MB 的上限，没有导入。`);
}

function isOwnerFile(name: string, bytes: Uint8Array): boolean {
  if (/(?:^|[\\/])~\$/u.test(name)) return true;
  const nameLength = bytes[0] ?? 0;
  return ownerFileBytes.includes(bytes.length) && nameLength > 0 && nameLength < 54 && [0, 0x20].includes(bytes[nameLength + 1] ?? -1);
}

/** Two letters alone may well open a text: they tell only together with bytes no text has. */
function isTelling(magic: string, bytes: Uint8Array): boolean {
  return magic.length > 2 || bytes.subarray(0, 64).includes(0);
}

function sniffZip(name: string, bytes: Uint8Array): SniffedKind {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (part: string) => names.includes(part, 0, 'latin1');
  if (has('xl/workbook.xml')) throw kindError('这是 Excel 表格，不能导入。请用 Word 文件（.docx）或文本文件（.txt、.md）。');
  if (has('ppt/presentation.xml')) throw kindError('这是演示文稿，不能导入。请用 Word 文件（.docx）或文本文件（.txt、.md）。');
  if (has('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (has('mimetypeapplication/vnd.oasis.opendocument')) {
    throw kindError('这是 OpenDocument 的表格或演示文稿，不能导入。请用 Word 文件（.docx）或文本文件（.txt、.md）。');
  }
  if (has('OFD.xml')) throw kindError('这是 OFD 版式文件，不能导入。请取它的 Word 原稿。');
  if (has('[Content_Types].xml') || has('word/') || /\.(?:docx|docm|dotx|wps)$/iu.test(name)) return 'docx-zip';
  throw kindError('这是压缩包，请先解压，再导入里面的 Word 文件或文本文件。');
}

function sniffOle(bytes: Uint8Array): SniffedKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => content.includes(stream, 0, 'utf16le');
  if (has('EncryptedPackage')) {
    throw new AppError('file-encrypted', '文件设了打开密码，请在 Word 或 WPS 里去掉密码后再导入。');
  }
  if (has('WordDocument')) return 'doc';
  if (has('Workbook')) throw kindError('这是旧格式的 Excel 表格（.xls），不能导入。');
  if (has('PowerPoint Document')) throw kindError('这是旧格式的演示文稿（.ppt），不能导入。');
  throw kindError('这是旧格式的 Office 文件，请另存为 .docx 后再导入。');
}

/** Whether a file with these first bytes may be of an old format; `sniffFile` of the whole file says whether it is. */
export function mayBeOldFormat(head: Uint8Array): boolean {
  return hasMagic(head, oleMagic) || hasMagic(head, rtfMagic) || hasMagic(head, 'mimetypeapplication/vnd.oasis.opendocument.text', 30);
}

function kindError(message: string): AppError {
  const code: ErrorCode = 'file-kind';
  return new AppError(code, message);
}

function hasMagic(bytes: Uint8Array, magic: string, offset = 0): boolean {
  for (let index = 0; index < magic.length; index += 1) {
    if (bytes[offset + index] !== magic.charCodeAt(index)) return false;
  }
  return true;
}
