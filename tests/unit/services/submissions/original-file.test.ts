import { afterEach, beforeEach, expect, it } from 'vitest';
import type { convertToDocx } from '../../../../electron/services/convert/convert-to-docx.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { Originals } from '../../../../electron/services/submissions/original-file.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { originalChunkBytes, shownOriginalBytes } from '../../../../shared/submissions/original.js';
import { buildDocx } from '../../../helpers/build-docx.js';
import { buildPdf } from '../../../helpers/build-pdf.js';
import { draftArticle } from '../../../helpers/library-fixture.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { recognizeHere } from '../../../helpers/recognize-here.js';

let library: Library;
beforeEach(async () => {
  ({ library } = await openTestLibrary());
});
afterEach(() => library.close());

const docx = buildDocx({ body: '<w:p><w:r><w:t>书房建到家门口</w:t></w:r></w:p>' });
const convert: typeof convertToDocx = async () => docx;

/** A submission of a file, its size as the record says. */
async function received(file: string, bytes: Uint8Array, size = bytes.length): Promise<string> {
  const original = { ...(await library.attach(bytes, file)), bytes: size };
  const submission = newSubmission({
    id: `s${size}`,
    article: draftArticle('稿'),
    arrival: 'file',
    receivedAt: '2026-03-02T01:00:00.000Z',
    original,
  });
  await library.add('submission', submission);
  return submission.id;
}

async function shown(file: string, bytes: Uint8Array): Promise<{ readonly form: string; readonly bytes: Buffer }> {
  const originals = new Originals(library, recognizeHere, convert);
  const id = await received(file, bytes);
  const parts: Buffer[] = [];
  let form = '';
  for (let offset = 0, total = 1; offset < total; offset += originalChunkBytes) {
    const chunk = await originals.chunk(id, offset);
    parts.push(Buffer.from(chunk.bytes, 'base64'));
    ({ form, total } = chunk);
  }
  return { form, bytes: Buffer.concat(parts) };
}

it('shows a Word file as it is, an old one converted', async () => {
  expect(await shown('稿.docx', docx)).toEqual({ form: 'word', bytes: Buffer.from(docx) });
  expect(await shown('稿.rtf', Buffer.from('{\\rtf1 x}'))).toEqual({ form: 'word', bytes: Buffer.from(docx) });
});

it('shows a text in whatever letters it came, of any length', async () => {
  const gb = Buffer.from('d0fbb4abd0c5cfa2d7a8b1a80d0a', 'hex');
  expect((await shown('稿.txt', gb)).bytes.toString()).toBe('宣传信息专报\r\n');
  const long = '示例区组织宣讲。\n'.repeat(60_000);
  expect((await shown('长.txt', Buffer.from(long))).bytes.toString()).toBe(long);
});

it('shows the words of a PDF and of a web page', async () => {
  const pdf = buildPdf([
    [
      { text: '书房建到家门口', x: 218, y: 740, size: 22 },
      { text: '藏书两万册。', x: 104, y: 640 },
    ],
  ]);
  expect((await shown('稿.pdf', pdf)).bytes.toString()).toBe('书房建到家门口\n藏书两万册。');
  const page = '<html><body><p>书房建到家门口</p><script>x()</script></body></html>';
  expect((await shown('稿.doc', Buffer.from(page))).bytes.toString()).toBe('书房建到家门口');
});

it('says why there is nothing to show', async () => {
  const originals = new Originals(library, recognizeHere, convert);
  const large = await received('大.docx', docx, shownOriginalBytes + 1);
  await expect(originals.chunk(large, 0)).rejects.toMatchObject({ code: 'file-too-large' });
  const typed = newSubmission({ id: 'typed', article: draftArticle('稿'), arrival: 'paper', receivedAt: '2026-03-02T01:00:00.000Z' });
  await library.add('submission', typed);
  await expect(originals.chunk('typed', 0)).rejects.toMatchObject({ code: 'bad-request' });
  const original = { file: '无.docx', sha256: 'a'.repeat(64), bytes: 3 };
  await library.add('submission', { ...typed, id: 'gone', thread: 'gone', original });
  await expect(originals.chunk('gone', 0)).rejects.toMatchObject({
    code: 'file-broken',
    message: expect.stringContaining('无.docx') as string,
  });
});
