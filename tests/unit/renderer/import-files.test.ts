// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles, keepPresent, replaceWithImport } from '../../../renderer/library/import-files.js';
import { closeDialog, desk, type Dialog } from '../../../renderer/state/desk.js';
import { importLimitBytes } from '../../../shared/import-limits.js';
import type { ImportReport } from '../../../shared/ipc.js';

interface Sent {
  readonly name: string;
  readonly bytes: string;
  readonly whenExists: 'leave' | 'replace';
}

const report = (name: string, outcome: ImportReport['outcome']): ImportReport => ({
  file: name,
  kind: 'issue',
  key: '2024-05',
  title: '示例专报 2024年第5期',
  outcome,
  warnings: [],
  leftAside: [],
  inferredLeads: 0,
});
let sent: Sent[] = [];

/** Services that know one issue: `known.txt` meets it, other files are new, `bad.txt` is refused. */
function answer(name: string, request: Sent): unknown {
  if (name === 'library.list') return { ok: true, value: { issues: [], submissions: [], trash: [], problems: [] } };
  sent.push(request);
  if (request.name === 'bad.txt') return { ok: false, code: 'file-kind', message: '不是文本文件。' };
  const outcome = request.name !== 'known.txt' ? 'added' : request.whenExists === 'replace' ? 'replaced' : 'exists';
  return { ok: true, value: report(request.name, outcome) };
}

beforeEach(() => {
  sent = [];
  closeDialog();
  const channel = {
    call: async (name: string, json: string) => JSON.stringify(answer(name, JSON.parse(json) as Sent)),
    onNotice: () => () => undefined,
  };
  Object.defineProperty(window, 'zhuanbao', { value: channel, configurable: true });
});

function dialog(): Extract<Dialog, { kind: 'import' }> {
  const open = desk.getState().dialog;
  if (open?.kind !== 'import') throw new Error('no import dialog');
  return open;
}

describe('importing files', () => {
  it('sends each file as base64 and lists what came of it', async () => {
    await importFiles([new File(['甲'], 'a.txt'), new File(['x'], 'bad.txt'), new File([], 'empty.txt')]);
    expect(sent.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', '55Sy'],
      ['bad.txt', 'eA=='],
      ['empty.txt', ''],
    ]);
    expect(dialog().waiting).toEqual([]);
    expect(dialog().outcomes.map(({ report: done, failure }) => done?.outcome ?? failure)).toEqual(['added', '不是文本文件。', 'added']);
  });

  it('refuses a file over the limit without reading it', async () => {
    const file = new File(['x'], 'huge.docx');
    Object.defineProperty(file, 'size', { value: importLimitBytes + 1 });
    await importFiles([file]);
    expect(sent).toEqual([]);
    expect(dialog().outcomes[0]?.failure).toContain('超过 64 MB');
  });

  it('replaces the issue in the library only when the editor says so', async () => {
    await importFiles([new File(['x'], 'known.txt')]);
    const [outcome] = dialog().outcomes;
    expect(outcome?.report?.outcome).toBe('exists');
    if (outcome) await replaceWithImport(outcome);
    expect(sent.map(({ whenExists }) => whenExists)).toEqual(['leave', 'replace']);
    expect(dialog().outcomes[0]?.report?.outcome).toBe('replaced');
  });

  it('forgets the file when the editor keeps what is there', async () => {
    await importFiles([new File(['x'], 'known.txt')]);
    const [outcome] = dialog().outcomes;
    if (outcome) keepPresent(outcome);
    expect(dialog().outcomes[0]?.bytes).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});
