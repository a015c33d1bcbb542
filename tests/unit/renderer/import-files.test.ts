// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles, keepPresent, replaceWithImport, takeOtherwise } from '../../../renderer/library/import-files.js';
import { closeDialog, desk, type Dialog } from '../../../renderer/state/desk.js';
import { importLimitBytes, uploadLimits } from '../../../shared/import-limits.js';
import type { ImportReport } from '../../../shared/ipc.js';

interface Sent {
  readonly upload: string;
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
/** What came over: names of uploads by their handle, and their bytes. */
let uploads: { name: string; words: string }[] = [];
let dropped: string[] = [];
let refusesAfter = Infinity;
const uploadOf = ({ upload }: Sent) => uploads[Number(upload)] ?? { name: '', words: '' };

/** Services that know one issue: `known.txt` meets it, other files are new, `bad.txt` is refused. */
function answer(name: string, request: Sent): unknown {
  if (name === 'upload.open') {
    uploads.push({ name: (request as unknown as { name: string }).name, words: '' });
    return { ok: true, value: { upload: String(uploads.length - 1) } };
  }
  if (name === 'library.list') return { ok: true, value: { issues: [], submissions: [], trash: [], problems: [] } };
  if (name.endsWith('.delete')) {
    deleted.push(`${name} ${JSON.stringify(request)}`);
    return { ok: true, value: { trashId: 't' } };
  }
  if (name === 'upload.drop') {
    dropped.push(uploadOf(request).name);
    return { ok: true, value: {} };
  }
  const file = uploadOf(request).name;
  sent.push(request);
  if (file === 'bad.txt') return { ok: false, code: 'file-kind', message: '不是文本文件。' };
  const outcome = file !== 'known.txt' ? 'added' : request.whenExists === 'replace' ? 'replaced' : 'exists';
  return { ok: true, value: report(file, outcome) };
}

beforeEach(() => {
  sent = [];
  deleted = [];
  uploads = [];
  dropped = [];
  refusesAfter = Infinity;
  closeDialog();
  const channel = {
    call: async (name: string, json: string) =>
      JSON.stringify(answer(name, name === 'import.file' ? (JSON.parse(json) as { request: Sent }).request : (JSON.parse(json) as Sent))),
    send: async (upload: string, chunk: ArrayBuffer) => {
      const known = uploads[Number(upload)];
      if (known === undefined || known.words.length >= refusesAfter) return '{"ok":false,"code":"disk-full","message":"磁盘已满。"}';
      known.words += new TextDecoder().decode(chunk);
      return '{"ok":true,"value":{}}';
    },
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
  it('sends each file over in pieces and lists what came of it', async () => {
    await importFiles([new File(['甲'], 'a.txt'), new File(['x'], 'bad.txt'), new File([], 'empty.txt')]);
    expect(sent.map(uploadOf)).toEqual([
      { name: 'a.txt', words: '甲' },
      { name: 'bad.txt', words: 'x' },
      { name: 'empty.txt', words: '' },
    ]);
    expect(dialog().waiting).toEqual([]);
    expect(dropped).toEqual(['bad.txt']);
    expect(dialog().outcomes.map(({ report: done, failure }) => done?.outcome ?? failure)).toEqual(['added', '不是文本文件。', 'added']);
  });

  it('sends a large file piece by piece, and gives it up where one is refused', async () => {
    const words = 'x'.repeat(2.5 * uploadLimits.chunkBytes);
    await importFiles([new File([words], 'large.txt')]);
    expect(uploads[0]?.words).toBe(words);
    refusesAfter = uploadLimits.chunkBytes;
    await importFiles([new File([words], 'large.txt')]);
    expect(dialog().outcomes.map(({ failure }) => failure)).toEqual(['磁盘已满。']);
    expect(uploads[1]?.words).toHaveLength(uploadLimits.chunkBytes);
    expect([sent.length, dropped]).toEqual([1, ['large.txt']]);
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
    expect(sent.map(uploadOf).map(({ name }) => name)).toEqual(['a.txt', 'a.txt']);
    expect(sent.at(-1)).toMatchObject({ as: 'issue', place: { number: 5, date: '2024-05-01' }, whenExists: 'leave' });
    expect(deleted).toEqual(['submission.delete {"id":"s1"}', 'submission.delete {"id":"s2"}']);
    expect(dialog().outcomes[0]?.report?.key).toBe('2024-05');
  });

  it('forgets the file when the editor keeps what is there', async () => {
    await importFiles([new File(['x'], 'known.txt')]);
    const [outcome] = dialog().outcomes;
    if (outcome) keepPresent(outcome);
    expect(dialog().outcomes[0]?.mayReplace).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});
