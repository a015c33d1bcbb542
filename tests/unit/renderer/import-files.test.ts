// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelImport,
  importFiles,
  keepPresent,
  replaceWithImport,
  takeInto,
  takeOtherwise,
} from '../../../renderer/library/import-files.js';
import { tally } from '../../../renderer/library/import-outcomes.js';
import { messagesNow } from '../../../renderer/state/messages.js';
import { closeDialog, desk, type Dialog } from '../../../renderer/state/desk.js';
import { importLimitBytes, uploadLimits } from '../../../shared/import-limits.js';
import type { ImportReport } from '../../../shared/ipc.js';

interface Sent {
  readonly upload: string;
  readonly publication?: string;
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
let runFailure: { readonly code: string; readonly message: string } | undefined;
/** Runs while the first bytes of a file come over. */
let whileSending = (): void => undefined;
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
  if (name === 'job.cancel') return { ok: true, value: {} };
  if (runFailure !== undefined) return { ok: false, ...runFailure };
  const { files } = (request as unknown as { request: { files: Sent[] } }).request;
  return { ok: true, value: { outcomes: files.map(outcomeOf) } };
}

/** What `import.run` says of one file. */
function outcomeOf(request: Sent): object {
  const file = uploadOf(request).name;
  sent.push(request);
  if (file.startsWith('通报') && request.publication === undefined)
    return { report: { ...report(file, 'asks'), unknownName: file.startsWith('通报书') ? '通报书' : '工作通报' } };
  if (file === 'bad.txt') return { failure: '不是文本文件。' };
  const outcome = file !== 'known.txt' ? 'added' : request.whenExists === 'replace' ? 'replaced' : 'exists';
  return { report: report(file, outcome) };
}

beforeEach(() => {
  sent = [];
  deleted = [];
  uploads = [];
  dropped = [];
  refusesAfter = Infinity;
  runFailure = undefined;
  whileSending = () => undefined;
  closeDialog();
  const channel = {
    call: async (name: string, json: string) => JSON.stringify(answer(name, JSON.parse(json) as Sent)),
    send: async (upload: string, chunk: ArrayBuffer) => {
      whileSending();
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
    expect(dialog().running).toBeUndefined();
    expect(dropped).toEqual([]);
    expect(dialog().outcomes.map(({ report: done, failure }) => done?.outcome ?? failure)).toEqual(['不是文本文件。', 'added', 'added']);
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
    desk.setState({ dialog: { kind: 'import', outcomes: [several] } });
    await takeOtherwise(several, { as: 'issue', place: { number: 5, date: '2024-05-01' } });
    expect(sent.map(uploadOf).map(({ name }) => name)).toEqual(['a.txt', 'a.txt']);
    expect(sent.at(-1)).toMatchObject({ as: 'issue', place: { number: 5, date: '2024-05-01' }, whenExists: 'leave' });
    expect(deleted).toEqual(['submission.delete {"id":"s1"}', 'submission.delete {"id":"s2"}']);
    expect(dialog().outcomes[0]?.report?.key).toBe('2024-05');
  });

  it('sets failures first, then what waits for a decision, each in the order of the files', async () => {
    const names = ['a.txt', 'known.txt', 'b.txt', 'bad.txt', 'c.txt'];
    await importFiles(names.map((name) => new File(['x'], name)));
    expect(dialog().outcomes.map(({ name }) => name)).toEqual(['bad.txt', 'known.txt', 'a.txt', 'b.txt', 'c.txt']);
    expect(tally(dialog().outcomes)).toBe('5 个文件：1 个没有导入，1 个要你决定，3 个已处理。');
  });

  it('says how far it is, and takes nothing in when it is cancelled while files come over', async () => {
    const steps: string[] = [];
    const stop = desk.subscribe(({ dialog: shown }) => {
      if (shown?.kind === 'import' && shown.running) steps.push(`${shown.running.progress.step} ${shown.running.progress.done}`);
    });
    whileSending = () => (uploads.length === 2 ? cancelImport() : undefined);
    await importFiles(['a.txt', 'b.txt', 'c.txt'].map((name) => new File(['x'], name)));
    stop();
    expect(steps.slice(0, 3)).toEqual(['准备中 0', '正在取 a.txt 0', '正在取 b.txt 1']);
    expect(sent).toEqual([]);
    expect(dropped.toSorted()).toEqual(['a.txt', 'b.txt']);
    expect(dialog().outcomes.map(({ failure }) => failure)).toEqual(['已取消，没有导入。', '已取消，没有导入。', '已取消，没有导入。']);
  });

  it('gives all files up when the services refuse the import', async () => {
    runFailure = { code: 'library-read-only', message: '资料库只能阅读。' };
    await importFiles(['a.txt', 'b.txt'].map((name) => new File(['x'], name)));
    expect(dialog().outcomes.map(({ failure }) => failure)).toEqual(['资料库只能阅读。', '资料库只能阅读。']);
    expect(dropped).toEqual(['a.txt', 'b.txt']);
  });

  it('leaves the others in the list when one cannot be taken otherwise', async () => {
    await importFiles([new File(['x'], 'a.txt'), new File(['x'], 'b.txt')]);
    runFailure = { code: 'disk-full', message: '磁盘已满。' };
    const [outcome] = dialog().outcomes;
    if (outcome) await takeOtherwise(outcome, { as: 'article' });
    expect(dialog().outcomes.map(({ report: kept }) => kept?.outcome)).toEqual(['added', 'added']);
    expect(messagesNow().at(-1)).toMatchObject({ tone: 'error', text: '磁盘已满。' });
  });

  it('forgets the file when the editor keeps what is there', async () => {
    await importFiles([new File(['x'], 'known.txt')]);
    const [outcome] = dialog().outcomes;
    if (outcome) keepPresent(outcome);
    expect(dialog().outcomes[0]?.mayReplace).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});

describe('issues of an unknown publication', () => {
  it('come in together, those of one name, as the editor says of one of them', async () => {
    await importFiles([new File(['甲'], '通报1.txt'), new File(['乙'], '通报2.txt'), new File(['丙'], '通报书.txt')]);
    const [first] = dialog().outcomes;
    if (!first) throw new Error('no outcome');
    sent = [];
    await takeInto(first, { publication: 'new' });
    expect(sent.map((each) => [uploadOf(each).name, each.publication])).toEqual([
      ['通报1.txt', 'new'],
      ['通报2.txt', 'new'],
    ]);
    expect(dialog().outcomes.map(({ report: came }) => came?.outcome)).toEqual(['added', 'added', 'asks']);
  });

  it('are replaced as what the editor called them', async () => {
    await importFiles([new File(['甲'], 'known.txt')]);
    const [first] = dialog().outcomes;
    if (!first) throw new Error('no outcome');
    await takeInto(first, { publication: 'own' });
    const [again] = dialog().outcomes;
    if (!again) throw new Error('no outcome');
    sent = [];
    await replaceWithImport(again);
    expect(sent.map(({ whenExists, publication }) => [whenExists, publication])).toEqual([['replace', 'own']]);
  });
});
