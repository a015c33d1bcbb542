import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mayBeOldFormat, sniffFile } from '../../../electron/services/sniff-file.js';
import { AppError } from '../../../shared/app-error.js';
import { importLimitBytes } from '../../../shared/import-limits.js';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const ole = (stream: string) => Uint8Array.from([...latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), ...Buffer.from(stream, 'utf16le')]);

function sniffed(name: string, bytes: Uint8Array): string {
  try {
    return sniffFile(name, bytes);
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
}

describe('telling files apart', () => {
  it('takes text whatever its name', () => {
    expect(sniffed('来稿.txt', strToU8('示例区'))).toBe('text');
    expect(sniffed('来稿', strToU8('BM示例区'))).toBe('text');
  });

  it('takes a zip with a Word document inside', () => {
    expect(sniffed('来稿.docx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<d/>') }))).toBe(
      'docx-zip',
    );
    expect(sniffed('来稿.docx', latin1('PK\x03\x04 cut off'))).toBe('docx-zip');
  });

  it('knows a PDF by its bytes whatever its name', () => {
    expect(['甲.pdf', '甲.docx'].map((name) => sniffed(name, latin1('%PDF-1.7\n')))).toEqual(['pdf', 'pdf']);
  });

  it('names the old format of a text document, by its bytes whatever its name', () => {
    const odt = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] });
    const old = [ole('WordDocument'), latin1('{\\rtf1'), odt];
    expect(old.map((bytes) => sniffed('甲.wps', bytes))).toEqual(['doc', 'rtf', 'odt']);
    expect(old.map((bytes) => mayBeOldFormat(bytes.subarray(0, 100)))).toEqual([true, true, true]);
    expect(mayBeOldFormat(strToU8('示例区'))).toBe(false);
  });

  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['甲.png', latin1('\x89PNG\r\n'), /^file-kind 这是图片/u],
    ['甲.jpg', latin1('\xff\xd8\xff\xe0'), /^file-kind 这是图片/u],
    ['甲.bmp', latin1('BM\x36\x00\x00\x00'), /^file-kind 这是图片/u],
    ['甲.rar', latin1('Rar!\x1a\x07'), /^file-kind 这是压缩包/u],
    ['甲.7z', latin1('7z\xbc\xaf\x27\x1c'), /^file-kind 这是压缩包/u],
    ['甲.zip', zipSync({ '甲.txt': strToU8('甲') }), /^file-kind 这是压缩包，请先解压/u],
    ['甲.zip', latin1(`PK\x05\x06${'\0'.repeat(18)}`), /^file-empty/u],
    ['甲.xlsx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<w/>') }), /^file-kind 这是 Excel 表格/u],
    ['甲.xls', ole('Workbook'), /^file-kind 这是旧格式的 Excel 表格/u],
    ['甲.docx', ole('EncryptedPackage'), /^file-encrypted 文件设了打开密码/u],
    ['甲.docx', strToU8('示例区'), /^file-broken/u],
    ['~$来稿.docx', latin1('\x05Admin'), /^file-kind 这是 Word 打开文件时留下的临时文件/u],
    ['甲.txt', new Uint8Array(0), /^file-empty 文件是空的/u],
    ['甲.txt', new Uint8Array(importLimitBytes + 1), /^file-too-large 文件有 65 MB，超过 64 MB 的上限/u],
  ];
  it.each(refused)('refuses %s with its reason', (name, bytes, expected) => {
    expect(sniffed(name, bytes)).toMatch(expected);
  });
});

const broken = fileURLToPath(new URL('../../../../shared/docx/broken', import.meta.url));

// The collection of broken files is not part of this repository; without it the cases above have to do.
describe.skipIf(!existsSync(broken))('telling the collected broken files apart', () => {
  it('refuses the lock file, the encrypted and the binary one, and takes the rest as Word files', () => {
    const results = readdirSync(broken)
      .filter((name) => !name.endsWith('.md'))
      .map((name) => `${name} ${sniffed(name, readFileSync(`${broken}/${name}`)).split(' ')[0]}`);
    expect(results.filter((result) => !result.endsWith('docx-zip'))).toEqual([
      'binary-wps-header-footer.wps doc',
      'encrypted-ole.docx file-encrypted',
      'owner-lock-file.docx file-kind',
    ]);
  });
});
