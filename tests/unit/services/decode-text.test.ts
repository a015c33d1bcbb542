import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/app-error.js';
import { decodeText } from '../../../electron/services/decode-text.js';

const text = '宣传信息专报\n第6期\n示例区、甲县、乙市、丙区\n';
const utf8 = new TextEncoder().encode(text);
/** 示例区 in GB18030. */
const gb = [0xca, 0xbe, 0xc0, 0xfd, 0xc7, 0xf8];

function codeOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes, '来稿.txt');
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.message}` : 'other';
  }
}

describe('decoding a text file', () => {
  it('reads UTF-8 with and without its mark', () => {
    expect(decodeText(utf8)).toBe(text);
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe(text);
  });

  it('reads UTF-16 of both orders by its mark', () => {
    const units = [...text].map((character) => character.charCodeAt(0));
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])]))).toBe(text);
    expect(decodeText(Uint8Array.from([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])]))).toBe(text);
  });

  it('reads GB18030, four-byte characters too', () => {
    expect(decodeText(Uint8Array.from(gb))).toBe('示例区');
    expect(decodeText(Uint8Array.from([...gb, 0x82, 0x35, 0x8f, 0x33]))).toBe('示例区\u{9FA6}');
  });

  it('keeps reading UTF-8 when a few bytes are damaged or cut', () => {
    expect(decodeText(utf8.subarray(0, utf8.length - 2))).toBe(`${text.slice(0, -2)}\uFFFD`);
    expect(decodeText(Uint8Array.from([...utf8.subarray(0, 3), 0xff, ...utf8.subarray(3)]))).toBe(`宣\uFFFD${text.slice(1)}`);
  });

  it('refuses bytes that are no text, naming the file and the remedy', () => {
    expect(codeOf(new Uint8Array(400))).toBe('file-encoding 无法识别“来稿.txt”的文字编码，请在记事本或 WPS 里另存为 UTF-8 文本后再导入。');
    expect(codeOf(Uint8Array.from({ length: 4000 }, (_value, at) => (at * 7919 + at * at * 31) % 256))).toMatch(/^file-encoding/u);
  });
});
