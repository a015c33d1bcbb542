import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeExportFile } from '../../../electron/services/write-export-file.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'export-'));
const bytes = new TextEncoder().encode('新内容');

describe('writeExportFile', () => {
  it('writes the file, making its folder, and leaves nothing beside it', async () => {
    const folder = join(newFolder(), '新建', '导出');
    await writeExportFile(join(folder, '甲.txt'), bytes, false);
    expect(readdirSync(folder)).toEqual(['甲.txt']);
    expect(readFileSync(join(folder, '甲.txt'), 'utf8')).toBe('新内容');
  });

  it('leaves a present file alone unless told to overwrite it', async () => {
    const path = join(newFolder(), '甲.txt');
    writeFileSync(path, '旧内容');
    await expect(writeExportFile(path, bytes, false)).rejects.toMatchObject({ code: 'export-exists' });
    expect(readFileSync(path, 'utf8')).toBe('旧内容');
    await writeExportFile(path, bytes, true);
    expect(readFileSync(path, 'utf8')).toBe('新内容');
  });

  it('says in Chinese what is wrong with a place that cannot be written', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '是文件'), '');
    await expect(writeExportFile(join(folder, '是文件', '甲.txt'), bytes, true)).rejects.toMatchObject({
      message: expect.stringMatching(/甲\.txt.*。$/u) as string,
    });
    mkdirSync(join(folder, '乙.txt'));
    await expect(writeExportFile(join(folder, '乙.txt'), bytes, true)).rejects.toMatchObject({ name: 'AppError' });
    expect(readdirSync(folder).sort()).toEqual(['乙.txt', '是文件']);
  });

  it.runIf(process.getuid?.() === 0 && existsSync('/proc/mounts'))('keeps the old file when the disk is full', async () => {
    const folder = newFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      return;
    }
    try {
      const path = join(folder, '甲.txt');
      writeFileSync(path, '旧内容');
      await expect(writeExportFile(path, new Uint8Array(1 << 20), true)).rejects.toMatchObject({ code: 'disk-full' });
      expect(readFileSync(path, 'utf8')).toBe('旧内容');
      expect(readdirSync(folder)).toEqual(['甲.txt']);
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});

describe('writeExportFile, killed', () => {
  let script = '';

  beforeAll(async () => {
    script = join(newFolder(), 'writer.mjs');
    const source = `
      import { writeExportFile } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/services/write-export-file.ts'))};
      const [path] = process.argv.slice(2);
      for (let round = 1; ; round += 1) {
        await writeExportFile(path, new Uint8Array(400_000).fill(round % 251), true);
        if (round === 1) console.log('started');
      }`;
    await build({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
    });
  });

  it('leaves a whole file whenever the process dies', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const path = join(newFolder(), '期.docx');
      await killAfter(script, path, 1 + Math.random() * 20);
      const written = readFileSync(path);
      expect(written.length).toBe(400_000);
      expect(new Set(written).size).toBe(1);
    }
  });
});

/** Runs the writer, and kills it some milliseconds after its first whole file. */
function killAfter(script: string, path: string, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, path]);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delayMs));
    child.once('exit', () => resolve());
  });
}
