import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openCommand, printFile, startProgram, systemPrinters } from '../../../electron/hosts/system-files.js';

afterEach(() => vi.unstubAllEnvs());

/** Programs of this name come first on the path and do as the script says; `$NOTE` is a file they can write to. */
function fakePrograms(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('NOTE', join(folder, 'note'));
  return join(folder, 'note');
}

describe('opening a file', () => {
  it('is left to the system', () => {
    expect(openCommand('win32', 'D:\\a.pdf')).toEqual(['explorer.exe', ['D:\\a.pdf']]);
    expect(openCommand('darwin', '/导出/a.pdf')).toEqual(['open', ['/导出/a.pdf']]);
    expect(openCommand('linux', '/导出/a.pdf')).toEqual(['xdg-open', ['/导出/a.pdf']]);
  });

  it('fails where the program is missing', async () => {
    await expect(startProgram([join(tmpdir(), 'no-such-program'), []])).rejects.toThrow();
  });
});

describe.skipIf(process.platform === 'win32')('printers of the system', () => {
  it('are those of CUPS, the default one first', async () => {
    fakePrograms({ lpstat: 'if [ "$1" = -e ]; then printf "一楼\\n二楼\\n"; else echo "system default destination: 二楼"; fi' });
    expect(await systemPrinters()).toEqual(['二楼', '一楼']);
  });

  it('are in no order without a default one', async () => {
    fakePrograms({ lpstat: 'if [ "$1" = -e ]; then printf "一楼\\n二楼\\n"; else echo "no system default destination"; fi' });
    expect(await systemPrinters()).toEqual(['一楼', '二楼']);
  });

  it('are none where there is no CUPS, or on Windows', async () => {
    fakePrograms({ lpstat: 'exit 1' });
    expect([await systemPrinters(), await systemPrinters('win32')]).toEqual([[], []]);
  });

  it('take a file in so many whole sets, as large as it is', async () => {
    const note = fakePrograms({ lp: 'printf "%s\\n" "$@" > "$NOTE"' });
    await printFile('/tmp/专报.pdf', '二楼', 3);
    expect(readFileSync(note, 'utf8').trim().split('\n')).toEqual([
      '-d',
      '二楼',
      '-n',
      '3',
      '-o',
      'collate=true',
      '-o',
      'print-scaling=none',
      '/tmp/专报.pdf',
    ]);
  });

  it('may refuse it', async () => {
    fakePrograms({ lp: 'exit 1' });
    await expect(printFile('/tmp/专报.pdf', '二楼', 1)).rejects.toThrow();
  });
});
