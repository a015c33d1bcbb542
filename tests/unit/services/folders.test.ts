import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/services/export-issue.js';
import { foldersAsDrives } from '../../../electron/services/drives.js';
import { listFolder, startingPlaces } from '../../../electron/services/folders.js';
import { createHandles } from '../../../electron/services/handles.js';

describe('listFolder', () => {
  it('lists folders only, hidden ones left out, with the way up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'folders-'));
    for (const name of ['乙', '甲', '.隐藏']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, '文件.txt'), '');
    const listing = await listFolder(folder);
    expect(listing.folders.map(({ label }) => label)).toEqual(['甲', '乙']);
    expect(listing.parent?.path).toBe(tmpdir());
  });

  it('says which folder cannot be opened', async () => {
    await expect(listFolder('/没有/这个')).rejects.toMatchObject({
      code: 'disk-failed',
      message: expect.stringContaining('这个') as string,
    });
  });

  it('offers places to start from', async () => {
    expect((await startingPlaces(foldersAsDrives(['/tmp']))).folders.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['个人文件夹', 'tmp']),
    );
  });
});

describe('createHandles', () => {
  it('resolves only handles it issued', () => {
    const handles = createHandles();
    const handle = handles.issue('/tmp/甲');
    expect(handles.issue('/tmp/甲')).toBe(handle);
    expect(handles.resolve(handle)).toBe('/tmp/甲');
    expect(() => handles.resolve('/etc/passwd')).toThrow('已失效');
  });
});

describe('safeFileName', () => {
  it.each([
    ['宣传信息专报2026年第14期', '宣传信息专报2026年第14期'],
    ['甲/乙:丙?', '甲／乙：丙？'],
    ['结尾. ', '结尾'],
    ['con', '_con'],
    ['  ', '专报'],
  ])('turns %j into %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
