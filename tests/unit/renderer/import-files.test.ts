// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles, keepPresent, replaceWithImport, takeOtherwise } from '../../../renderer/library/import-files.js';
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
let deleted: string[] = [];

/** Services that know one issue: `known.txt` meets it, other files are new, `bad.txt` is refused. */
function answer(name: string, request: Sent): unknown {
  if (name === 'library.list') return { ok: true, value: { issues: [], submissions: [], trash: [], problems: [] } };
  if (name.endsWith('.delete')) {
    deleted.push(`${name} ${JSON.stringify(request)}`);
    return { ok: true, value: { trashId: 't' } };
  }
  sent.push(request);
  if (request.name === 'bad.txt') return { ok: false, code: 'file-kind', message: '不是文本文件。' };
  const outcome = request.name !== 'known.txt' ? 'added' : request.whenExists === 'replace' ? 'replaced' : 'exists';
  return { ok: true, value: report(request.name, outcome) };
}

beforeEach(() => {
  sent = [];
  deleted = [];
  closeDialog();
  const channel = {
    call: async (name: string, json: string) =>
      JSON.stringify(answer(name, name === 'import.file' ? (JSON.parse(json) as { request: Sent }).request : (JSON.parse(json) as Sent))),
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

  it('takes a file otherwise, and what it was before goes to the trash', async () => {
    await importFiles([new File(['x'], 'a.txt')]);
    const [outcome] = dialog().outcomes;
    const parts = ['s1', 's2'].map((submissionId) => ({ submissionId, title: submissionId }));
    const before = { ...report('a.txt', 'added'), kind: 'article' as const, submissionId: 's1', parts };
    const { key: _key, ...article } = before;
    if (!outcome) throw new Error('nothing came of it');
    const several = { ...outcome, report: article };
    desk.setState({ dialog: { kind: 'import', waiting: [], outcomes: [several] } });
    await takeOtherwise(several, { as: 'issue', place: { number: 5, date: '2024-05-01' } });
    expect(sent.at(-1)).toMatchObject({ name: 'a.txt', as: 'issue', place: { number: 5, date: '2024-05-01' }, whenExists: 'leave' });
    expect(deleted).toEqual(['submission.delete {"id":"s1"}', 'submission.delete {"id":"s2"}']);
    expect(dialog().outcomes[0]?.report?.key).toBe('2024-05');
  });

  it('forgets the file when the editor keeps what is there', async () => {
    await importFiles([new File(['x'], 'known.txt')]);
    const [outcome] = dialog().outcomes;
    if (outcome) keepPresent(outcome);
    expect(dialog().outcomes[0]?.bytes).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});
