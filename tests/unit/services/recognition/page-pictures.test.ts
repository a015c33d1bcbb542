import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { readHtml } from '../../../../shared/recognize/read-html.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { pngOf, tinyJpeg } from '../../../helpers/pictures.js';

const title = '示例区书香巷里读书忙';
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。';
const png = pngOf({ width: 4, height: 3 });
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const inPlace = (bytes: Uint8Array, type = 'png'): string => `data:image/${type};base64,${base64(bytes)}`;
const page = (pictures: string): string =>
  `<html><body><h1>${title}</h1><p>${text}</p>${pictures}<p>${text}</p><p align=right>（示例区委宣传部）</p></body></html>`;

async function read(content: string, name = '稿.html') {
  const result = await recognizeBytes(name, new TextEncoder().encode(content), randomIds);
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return {
    paragraphs: result.article.paragraphs.map(({ picture, text: words }) => [picture?.type, picture?.alt, words]),
    files: (result.pictures ?? []).map((each) => each.base64),
    left: result.leftAside.filter(({ reason }) => reason.startsWith('图片')).map((each) => `${each.text}｜${each.reason}`),
    warnings: result.warnings,
  };
}

describe('a picture of a web page', () => {
  it('is kept at its place with its caption where it lies in the page itself', async () => {
    const { paragraphs, files, left, warnings } = await read(page(`<p><img src='${inPlace(png)}' alt="书房"></p><p>图为社区书房。</p>`));
    expect(paragraphs).toEqual([
      [undefined, undefined, text],
      ['png', '书房', '图为社区书房。'],
      [undefined, undefined, text],
    ]);
    expect(files).toEqual([base64(png)]);
    expect(left).toEqual([]);
    expect(warnings).toContain('这是网页格式的文件，只读入了文字和1张图片。');
  });

  it('has what the page itself calls its caption, whatever it ends with', async () => {
    const { paragraphs } = await read(
      page(`<figure><img src="${inPlace(png)}"><figcaption><p>居民在书房里读书看报。</p></figcaption></figure>`),
    );
    expect(paragraphs[1]).toEqual(['png', undefined, '居民在书房里读书看报。']);
  });

  it('is kept behind the words of its paragraph, a JPEG too', async () => {
    const { paragraphs } = await read(page(`<p>${text}<img src="${inPlace(tinyJpeg, 'jpeg')}"></p>`));
    expect(paragraphs.map(([type]) => type)).toEqual([undefined, undefined, 'jpeg', undefined]);
  });

  it('is told where it lies outside the file, is of another kind, or is hidden', async () => {
    const { files, left, warnings } = await read(
      page(
        `<img src="a.png" alt=甲><img alt="乙" src="${inPlace(Buffer.from('GIF89a'), 'gif')}"><p style="display:none"><img alt="丙" src="${inPlace(png)}"></p>`,
      ),
    );
    expect(files).toEqual([]);
    expect(left).toEqual([
      '图片：甲｜图片没有收入：图片不在这个文件里',
      '图片：乙｜图片没有收入：是 GIF 格式，只收 PNG 和 JPEG',
      '图片：丙｜图片没有收入：隐藏文字',
    ]);
    expect(warnings).toContain('这是网页格式的文件，只读入了文字，3张图片没有读入。');
  });

  it('goes behind the table it stands in, and is told to', async () => {
    const rows = `<tr><th>书房</th><th>处数</th></tr><tr><td>甲镇<img src="${inPlace(png)}"></td><td>3</td></tr>`;
    const { paragraphs, warnings } = await read(page(`<table>${rows}</table>`));
    expect(paragraphs.map(([type]) => type)).toEqual([undefined, undefined, 'png', undefined]);
    expect(warnings).toContain('第3段的表格里有图片，已移到表格之后，请核对。');
  });

  it('counts not as words, however large', async () => {
    const large = `data:image/png;base64,${'A'.repeat(6_000_000)}`;
    expect((await read(page(`<img src="${large}">`))).left).toEqual(['图片｜图片没有收入：不是 PNG 或 JPEG']);
  });

  const part = (fields: readonly string[], body: string): string => ['--=_x', ...fields, '', body, ''].join('\r\n');
  const archive = (source: string): string =>
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_x"\r\n\r\n',
      part(['Content-Location: file:///C:/a/稿.htm', 'Content-Type: text/html; charset="utf-8"'], page(`<img src="${source}">`)),
      part(['Content-Location: file:///C:/a/files/1.png', 'Content-ID: <p1@a>', 'Content-Transfer-Encoding: base64'], base64(png)),
      '--=_x--',
    ].join('');
  it.each(['files/1.png', 'file:///C:/a/files/1.png', 'cid:p1@a'])('is kept out of MHTML at %s', async (source) => {
    const { files, left } = await read(archive(source), '稿.mht');
    expect([files, left]).toEqual([[base64(png)], []]);
  });
  it('is told where MHTML lacks it', async () => {
    expect((await read(archive('files/2.png'), '稿.mht')).left).toEqual(['图片｜图片没有收入：图片不在这个文件里']);
  });
});

describe('a table of one cell', () => {
  const framed = (cells: string) => readHtml(`<table><tr>${cells}</tr></table><p>后文。</p>`).lines.map(({ isFramed }) => isFramed);
  it('is a frame around one line', () => {
    expect(framed('<td>党建引领</td>')).toEqual([true, undefined]);
    expect(framed('<td><p>党建</p><p>引领</p></td>')).toEqual([undefined, undefined, undefined]);
    expect(framed('<td>党建</td><td>引领</td>')).toEqual([undefined, undefined]);
  });
});
