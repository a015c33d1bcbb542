import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { convertToDocx } from '../../../../electron/services/convert/convert-to-docx.js';
import { createConvertingRecognition } from '../../../../electron/services/convert/converting-recognition.js';
import { findOffice } from '../../../../electron/services/convert/find-office.js';
import { importFile } from '../../../../electron/services/import-file.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../../../electron/services/system-ports.js';
import { withTemporaryFile } from '../../../../electron/services/temporary-file.js';
import { AppError } from '../../../../shared/app-error.js';
import { buildDocx } from '../../../helpers/build-docx.js';
import { filesIn, getManuscript } from '../../../helpers/library-fixture.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { recognizeHere } from '../../../helpers/recognize-here.js';
import { hasShared, sharedFile } from '../../../helpers/shared-files.js';

const rtf = Buffer.from('{\\rtf1\\ansi whatever\\par}', 'latin1');
const docx = buildDocx({
  body: '<w:p><w:r><w:t>书房建到家门口</w:t></w:r></w:p><w:p><w:r><w:t>近日，当地建成书房六处，反映良好。</w:t></w:r></w:p>',
});

let library: Library;
let folder = '';
beforeEach(async () => {
  ({ library, folder } = await openTestLibrary());
});
afterEach(() => library.close());

const take = (name: string, bytes: Uint8Array, convert?: typeof convertToDocx, signal?: AbortSignal) => {
  const ports = { recognition: createConvertingRecognition(recognizeHere, convert), ids: randomIds, clock: systemClock };
  return withTemporaryFile(name, bytes, (file) =>
    importFile(library, ports, file, { whenExists: 'leave' }, signal === undefined ? {} : { signal }),
  );
};

describe('a file of an old format', () => {
  it('is converted and read, and kept as it came', async () => {
    const asked: unknown[] = [];
    const report = await take('来稿.rtf', rtf, async (bytes, format, name) => {
      asked.push(Buffer.from(bytes).equals(rtf), format, name);
      return docx;
    });
    expect(asked).toEqual([true, 'rtf', '来稿.rtf']);
    const { article, original, notes } = await getManuscript(library, report.submissionId ?? '');
    expect(article.title).toBe('书房建到家门口');
    expect(original).toEqual({ file: '来稿.rtf', sha256: createHash('sha256').update(rtf).digest('hex'), bytes: rtf.length });
    expect(Buffer.from((await library.getAttachment(original?.sha256 ?? '')) ?? [])).toEqual(rtf);
    expect(notes.join()).toContain('由 LibreOffice 从 .rtf 格式转换');
  });

  it('is refused as a whole when it cannot be converted or the editor cancels', async () => {
    const refuse: typeof convertToDocx = async (_bytes, _format, _name, { signal } = {}) => {
      throw new AppError(signal?.aborted === true ? 'cancelled' : 'file-broken', '没有转换。');
    };
    await expect(take('来稿.rtf', rtf, refuse)).rejects.toMatchObject({ code: 'file-broken' });
    await expect(take('来稿.rtf', rtf, refuse, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect((await filesIn(folder)).filter((file) => /附件|来稿/u.test(file))).toEqual([]);
  });

  it('is all that is converted', async () => {
    const never: typeof convertToDocx = () => Promise.reject(new Error('not to be converted'));
    await expect(take('来稿.docx', docx, never)).resolves.toMatchObject({ title: '书房建到家门口' });
    const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(take('来稿.doc', encrypted, never)).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  const isMissing = findOffice() === undefined || !hasShared;
  if (isMissing) console.warn('LibreOffice or the collected files absent: no binary .wps is converted');

  it.skipIf(isMissing)('of WPS is read through the installed LibreOffice', async () => {
    const report = await take('来稿.wps', readFileSync(sharedFile('docx', 'broken', 'binary-wps-header-footer.wps')));
    const { article } = await getManuscript(library, report.submissionId ?? '');
    expect(article.paragraphs.map(({ text }) => text).join('')).toMatch(/\p{Script=Han}{8}/u);
  });
});
