import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { createReceive } from '../../../electron/dispatch.js';
import { createApp } from '../../../electron/services/app.js';
import { randomIds } from '../../../electron/services/system-ports.js';
import { createUploads } from '../../../electron/services/uploads.js';
import { uploadLimits } from '../../../shared/import-limits.js';
import { appOptions, caller } from '../../helpers/open-app.js';

const megabyte = 1024 * 1024;

function setUp() {
  const parent = mkdtempSync(join(tmpdir(), 'uploads-'));
  const uploads = createUploads(randomIds, parent);
  const files = (): readonly string[] => readdirSync(parent);
  return { uploads, files, parent };
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('a file sent over in chunks', () => {
  it('is whole for whom it is for, for this user alone, and gone afterwards', async () => {
    const { uploads, files } = setUp();
    const handle = await uploads.open('../甲.txt', 6);
    await Promise.all([uploads.write(handle, text('甲')), uploads.write(handle, text('乙'))]);
    const seen = await uploads.take(handle, async ({ path, name }) => ({
      name,
      words: readFileSync(path, 'utf8'),
      mode: statSync(path).mode,
    }));
    expect(seen).toMatchObject({ name: '甲.txt', words: '甲乙' });
    if (process.platform !== 'win32') expect(seen.mode & 0o077).toBe(0);
    expect(files()).toEqual([]);
    await expect(uploads.take(handle, () => Promise.resolve())).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('may be empty', async () => {
    const { uploads } = setUp();
    expect(await uploads.take(await uploads.open('空.txt', 0), async ({ path }) => statSync(path).size)).toBe(0);
  });

  it('is gone when its use fails', async () => {
    const { uploads, files } = setUp();
    await expect(uploads.take(await uploads.open('甲.txt', 0), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(files()).toEqual([]);
  });

  it('is not used while bytes are missing', async () => {
    const { uploads, files } = setUp();
    const handle = await uploads.open('甲.txt', 9);
    await uploads.write(handle, text('甲'));
    await expect(uploads.take(handle, () => expect.fail('used'))).rejects.toMatchObject({
      code: 'file-broken',
      message: /甲\.txt.*没有读完整/u,
    });
    expect(files()).toEqual([]);
  });

  it.each([
    ['more than it said', 4, [text('甲'), text('乙')]],
    ['a chunk too large', 9 * megabyte, [new Uint8Array(uploadLimits.chunkBytes + 1)]],
  ])('is refused, and gone, with %s', async (_what, size, chunks) => {
    const { uploads, files } = setUp();
    const handle = await uploads.open('甲.txt', size);
    const sending = async (): Promise<void> => {
      for (const chunk of chunks) await uploads.write(handle, chunk);
    };
    await expect(sending()).rejects.toMatchObject({ code: 'bad-request' });
    expect(files()).toEqual([]);
  });

  it('is refused by its size before a byte of it comes', async () => {
    const { uploads, files } = setUp();
    await expect(uploads.open('大.bin', uploadLimits.bytes + 1)).rejects.toMatchObject({ code: 'file-too-large', message: /4 GB/u });
    expect(files()).toEqual([]);
  });

  it('goes with the others when the window gives it up or the program ends', async () => {
    const { uploads, files } = setUp();
    const [one] = await Promise.all(['甲.txt', '乙.txt', '丙.txt'].map((name) => uploads.open(name, 1)));
    await uploads.drop(one ?? '');
    expect(files()).toHaveLength(2);
    await uploads.drop(one ?? '');
    await uploads.clear();
    expect(files()).toEqual([]);
  });

  it('tells where no temporary file can be made', async () => {
    const uploads = createUploads(randomIds, join(setUp().parent, 'gone'));
    await expect(uploads.open('甲.txt', 1)).rejects.toMatchObject({ code: 'disk-failed', message: /^甲\.txt：/u });
  });
});

describe('a file of 200 MB', () => {
  const size = 200 * megabyte;

  it('costs flat memory on its way and arrives byte for byte', async () => {
    const app = await createApp(appOptions());
    const call = caller(app);
    const receive = createReceive(app, (_name, error) => {
      throw error;
    });
    const { upload } = await call('upload.open', { name: '大.txt', size });
    const sent = createHash('sha256');
    const before = process.memoryUsage().rss;
    let most = 0;
    for (let index = 0; index < 200; index += 1) {
      const chunk = new Uint8Array(megabyte).fill(index);
      sent.update(chunk);
      expect(await receive(upload, chunk)).toContain('"ok":true');
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect((most - before) / megabyte).toBeLessThan(60);
    let path = '';
    const arrived = await app.uploads.take(upload, async (file) => {
      path = file.path;
      const hash = createHash('sha256');
      await pipeline(createReadStream(file.path), hash);
      return hash.digest('hex');
    });
    expect(arrived).toBe(sent.digest('hex'));
    expect(existsSync(path)).toBe(false);
    await app.close();
  });

  it('is refused by the import by its size, and leaves nothing behind', async () => {
    const app = await createApp(appOptions());
    const call = caller(app);
    for (const name of ['import.run', 'units.import'] as const) {
      const { upload } = await call('upload.open', { name: '大.txt', size });
      const chunk = new Uint8Array(megabyte);
      for (let index = 0; index < 200; index += 1) await app.uploads.write(upload, chunk);
      const before = process.memoryUsage().rss;
      if (name === 'import.run') {
        const { outcomes } = await call(name, { files: [{ upload, whenExists: 'leave' }] });
        expect(outcomes).toEqual([{ failure: expect.stringMatching(/大\.txt.*200 MB/u) as string }]);
      } else await expect(call(name, { upload })).rejects.toThrow(/file-too-large: .*大\.txt/u);
      expect((process.memoryUsage().rss - before) / megabyte).toBeLessThan(60);
      await expect(app.uploads.take(upload, () => Promise.resolve())).rejects.toMatchObject({ code: 'bad-request' });
    }
    await app.close();
  });
});
