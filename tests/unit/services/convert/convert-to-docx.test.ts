import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { convertToDocx } from '../../../../electron/services/convert/convert-to-docx.js';
import { findOffice } from '../../../../electron/services/convert/find-office.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';

const rtf = Buffer.from(
  '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\f0 \\u31034?\\u20363?\\u21306?\\u23459?\\u35762?\\par\\b \\u27573?\\u39318?\\b0\\par}',
  'latin1',
);
const office = findOffice();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhuanbao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in LibreOffice's place; `$out` is the folder it was told to write to. */
function fakeOffice(script: string): string {
  const path = join(folder, 'soffice');
  writeFileSync(path, `#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A process that ended may wait as a zombie for its parent to take notice. */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

const leftovers = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('zhuanbao-convert-'));

describe.skipIf(process.platform === 'win32')('convertToDocx', () => {
  it.skipIf(office === undefined)('reads an .rtf through the installed LibreOffice', async () => {
    const { lines } = readDocxLines(await convertToDocx(rtf, 'rtf', '来稿.rtf'), '来稿.rtf');
    expect(lines.map(({ text }) => text)).toEqual(['示例区宣讲', '段首']);
  });

  it('says how to save as .docx where there is no LibreOffice', async () => {
    await expect(convertToDocx(rtf, 'doc', '来稿.doc', { office: undefined })).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringMatching(/来稿\.doc.*另存为 \.docx/u) as string,
    });
  });

  it('takes the file that was written, whatever the exit code', async () => {
    const made = await convertToDocx(rtf, 'doc', 'a.wps', {
      office: fakeOffice('mkdir -p "$out"; printf made > "$out/source.docx"; exit 7'),
    });
    expect(Buffer.from(made).toString()).toBe('made');
  });

  it('tells a file that cannot be converted', async () => {
    await expect(convertToDocx(rtf, 'odt', '坏.odt', { office: fakeOffice('exit 0') })).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('gives a conversion up that takes too long', async () => {
    const slow = convertToDocx(rtf, 'doc', '慢.doc', { office: fakeOffice('sleep 1000'), limitMs: 50 });
    await expect(slow).rejects.toMatchObject({ message: expect.stringContaining('时限') as string });
  });

  it('ends all that a cancelled conversion started, and leaves nothing behind', async () => {
    const before = leftovers();
    const mark = join(folder, 'child');
    const controller = new AbortController();
    const office = fakeOffice(`(sleep 1000 & echo $! > "${mark}.new"; mv "${mark}.new" "${mark}"; wait) & wait`);
    const converting = convertToDocx(rtf, 'doc', 'a.doc', { office, signal: controller.signal });
    await vi.waitUntil(() => existsSync(mark), { timeout: 50_000 });
    const pid = readFileSync(mark, 'utf8').trim();
    controller.abort();
    await expect(converting).rejects.toMatchObject({ code: 'cancelled' });
    await vi.waitUntil(() => !isRunning(pid), { timeout: 50_000 });
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('looks where LibreOffice is installed', () => {
    const machine = (platform: NodeJS.Platform, env: Record<string, string>, there: string) => ({
      platform,
      env,
      isRunnable: (path: string) => path === there,
    });
    const windows = 'C:\\Program Files\\LibreOffice\\program\\soffice.com';
    expect(findOffice(machine('win32', { PROGRAMFILES: 'C:\\Program Files' }, windows))).toBe(windows);
    expect(findOffice(machine('linux', { PATH: '/opt/bin' }, '/opt/bin/soffice'))).toBe('/opt/bin/soffice');
    expect(findOffice(machine('linux', { ZHUANBAO_SOFFICE: '' }, '/usr/bin/soffice'))).toBeUndefined();
  });
});
