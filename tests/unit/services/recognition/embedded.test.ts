/** Files that stand in a Word file as part of its text (altChunk). */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { buildDocx } from '../../../helpers/build-docx.js';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const around = (ids: readonly string[]): string =>
  `${paragraph('示例区宣讲进村')}${paragraph('第一段是自己的话，讲的是来历。')}${ids.map((id) => `<w:altChunk r:id="${id}"/>`).join('')}${paragraph('末一段也是自己的话，讲的是打算。')}`;

async function read(files: Readonly<Record<string, Uint8Array>>) {
  const media = Object.fromEntries(Object.entries(files).map(([id, bytes]) => [id, [`${id}.bin`, bytes] as const]));
  const result = await recognizeBytes('稿.docx', buildDocx({ body: around(Object.keys(files)), media }), randomIds);
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return { ...result, texts: result.article.paragraphs.slice(1, -1).map(({ text }) => text) };
}

const wordOf = (text: string, media = {}): Uint8Array => buildDocx({ body: text, media });

describe('a file in a Word file', () => {
  it('is read where it stands: a page, a piece of one, a Word file, plain text', async () => {
    const { texts, warnings } = await read({
      e1: strToU8('<html><body><p>网页里的话，讲的是做法。</p></body></html>'),
      e2: strToU8('<p>一小段网页，讲的是场次。</p><table><tr><td>村</td><td>场次</td></tr><tr><td>东村</td><td>12</td></tr></table>'),
      e3: wordOf(paragraph('另一份文稿，讲的是人员。')),
      e4: strToU8('纯文字，讲的是经费。'),
    });
    expect(texts).toEqual([
      '网页里的话，讲的是做法。',
      '一小段网页，讲的是场次。',
      '\n村\t场次\n东村\t12',
      '另一份文稿，讲的是人员。',
      '纯文字，讲的是经费。',
    ]);
    expect(warnings.filter((each) => each.includes('嵌有另一份文件'))).toHaveLength(4);
  });

  it('is told where it cannot be read', async () => {
    const { texts, leftAside } = await read({ e1: strToU8('{\\rtf1 甲}'), e2: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) });
    expect(texts).toEqual([]);
    expect(leftAside.filter(({ text }) => text === '嵌入的文件')).toHaveLength(2);
  });

  it('is read two deep, and told below', async () => {
    const deep = (text: string, inner: Uint8Array): Uint8Array =>
      wordOf(`${paragraph(text)}<w:altChunk r:id="i"/>`, { i: ['i.bin', inner] });
    const { texts, leftAside } = await read({ e1: deep('一层的话。', deep('二层的话。', wordOf(paragraph('三层的话。')))) });
    expect(texts).toEqual(['一层的话。', '二层的话。']);
    expect(leftAside.map(({ text }) => text)).toContain('嵌入的文件');
  });

  it('draws on what the whole file may hold', async () => {
    const large = wordOf(`<w:p><w:pPr>${'<w:ind/>'.repeat(40)}</w:pPr></w:p>`.repeat(4_000) + paragraph('很多空段之后的话。'));
    const { leftAside } = await read({ e1: large, e2: large, e3: large, e4: large, e5: large, e6: large });
    expect(leftAside.filter(({ text }) => text === '嵌入的文件').length).toBeGreaterThanOrEqual(3);
  });
});

it('a Word file without words is refused with what it does hold', async () => {
  const comments = '<w:comment w:id="1" w:author="王审"><w:p><w:r><w:t>请补正文</w:t></w:r></w:p></w:comment>';
  const refusal = recognizeBytes('稿.docx', buildDocx({ body: '<w:p><w:commentReference w:id="1"/></w:p>', comments }), randomIds);
  await expect(refusal).rejects.toThrow('稿.docx：正文里没有文字，只有批注，没有导入。请取有文字的原稿。');
});

it('what heads the pages of a manuscript is none of its words', async () => {
  const body = `${paragraph('示例区宣讲进村')}${paragraph('第一段讲来历，第二段讲做法，都是示例区自己的话。')}`;
  const header = paragraph('内部资料　注意保存');
  const result = await recognizeBytes('稿.docx', buildDocx({ body, header }), randomIds);
  expect(result.kind === 'article' && result.article.title).toBe('示例区宣讲进村');
  expect(result.leftAside).toContainEqual(expect.objectContaining({ text: '内部资料　注意保存', reason: '页眉、页脚' }));
});
