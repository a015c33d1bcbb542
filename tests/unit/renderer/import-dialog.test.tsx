// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportDialog } from '../../../renderer/dialogs/import-dialog.js';
import { contributorStore } from '../../../renderer/state/contributor.js';
import { publicationSession } from '../../../renderer/state/publication.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import { desk, type ImportOutcome } from '../../../renderer/state/desk.js';
import type { ImportReport } from '../../../shared/ipc.js';

const report: ImportReport = {
  file: 'a.txt',
  kind: 'article',
  submissionId: 's1',
  title: '示例县推进书屋建设',
  outcome: 'added',
  warnings: ['断行已接'],
  leftAside: [],
  inferredLeads: 0,
};
const refused: ImportOutcome = { name: 'bad.txt', failure: 'bad.txt：不是文本文件。' };
const asking: ImportOutcome = {
  name: '期.txt',
  file: new File(['x'], '期.txt'),
  report: { ...report, kind: 'issue', title: '示例专报', outcome: 'asks', guess: { number: 5, date: '2024-05-01' } },
};
const taken: ImportOutcome = { name: 'a.txt', report };

afterEach(() => {
  cleanup();
  contributorStore.setState({ isAsked: false });
});

const lines = () => [...document.querySelectorAll('details.import-line')] as HTMLDetailsElement[];

describe('what came of an import', () => {
  it('is one line a file for several, unfolded only where a decision is waited for', () => {
    render(<ImportDialog running={undefined} outcomes={[refused, asking, taken]} />);
    expect(screen.getByText('3 个文件：1 个没有导入，1 个要你决定，1 个已处理。')).toBeTruthy();
    expect(lines().map(({ open }) => open)).toEqual([false, true, false]);
    expect(lines().map((line) => line.querySelector('summary')?.getAttribute('data-state'))).toEqual(['failed', 'decide', 'done']);
    expect(lines()[0]?.querySelector('summary')?.textContent).toBe('bad.txt没有导入：不是文本文件。');
  });

  it('says in its line how much of a file is to be checked', () => {
    const warnings = ['断行已接，请核对；第3行是否另起一段看不出来。', '没有找到来源单位。', '第5行：《甲》里的“乙”像是标题，请核对。'];
    render(<ImportDialog running={undefined} outcomes={[refused, taken, { ...taken, report: { ...report, warnings } }]} />);
    expect(lines().map((line) => line.querySelector('summary .import-checks')?.textContent)).toEqual([undefined, undefined, '2 处请核对']);
  });

  it('is told in full for one file', () => {
    render(<ImportDialog running={undefined} outcomes={[refused]} />);
    expect(lines()).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe('没有导入：bad.txt：不是文本文件。');
    expect(document.activeElement?.textContent).toMatch(/完\s?成/u);
  });

  it('can be taken for an issue in an office, never in a unit', () => {
    const again = { ...taken, file: new File(['x'], 'a.txt') };
    render(<ImportDialog running={undefined} outcomes={[again]} />);
    expect(screen.getByRole('button', { name: '作为一期' })).toBeTruthy();
    cleanup();
    contributorStore.setState({ isAsked: true });
    render(<ImportDialog running={undefined} outcomes={[again]} />);
    expect(screen.queryByRole('button', { name: '作为一期' })).toBeNull();
    expect(screen.getByRole('button', { name: '不接断行' })).toBeTruthy();
  });

  it('offers to leave as they are the lines or page ends that were joined, only where some were', () => {
    const file = new File(['x'], 'a.txt');
    const shown = (...warnings: readonly string[]) => {
      cleanup();
      render(<ImportDialog running={undefined} outcomes={[{ ...taken, file, report: { ...report, warnings } }]} />);
      return ['不接断行', '不接页末'].filter((name) => screen.queryByRole('button', { name }));
    };
    expect(shown('已把4处断行接成整段')).toEqual(['不接断行']);
    expect(shown('第9行：页末接段')).toEqual(['不接页末']);
    expect(shown('没有找到标题。')).toEqual([]);
  });

  it('leaves the lines of a file as they stand at one key: of the only file from anywhere, of several where the keyboard is', async () => {
    const asked: unknown[] = [];
    const answers: Record<string, unknown> = {
      'upload.open': { upload: 'u' },
      'import.run': { outcomes: [{ report: { ...report, submissionId: 's2', warnings: [] } }] },
      'submission.delete': { trashId: 't' },
      'library.list': { issues: [], submissions: [], trash: [], problems: [] },
    };
    const channel = {
      call: (name: string, json: string) => {
        if (name === 'import.run' || name === 'submission.delete') asked.push([name, JSON.parse(json)]);
        return Promise.resolve(JSON.stringify({ ok: true, value: answers[name] }));
      },
      send: () => Promise.resolve('{"ok":true,"value":{}}'),
      onNotice: () => () => undefined,
    };
    Object.defineProperty(window, 'zhuanbao', { value: channel, configurable: true });
    const wrapped = { ...taken, file: new File(['x'], 'a.txt') };
    const pageEnds = { ...wrapped, report: { ...report, warnings: ['第9行：页末接段'] } };
    const plain = { ...wrapped, report: { ...report, warnings: [] } };
    const keep = [
      ['import.run', { request: { files: [{ upload: 'u', whenExists: 'leave', as: 'article', keepsLines: true }] } }],
      ['submission.delete', { id: 's1' }],
    ];
    const pressed = async (outcomes: readonly ImportOutcome[], where: () => Element | null | undefined, key: object = {}) => {
      asked.length = 0;
      cleanup();
      desk.setState({ dialog: { kind: 'import', outcomes } });
      render(<ImportDialog running={undefined} outcomes={outcomes} />);
      for (const press of [key, { ...key, repeat: true }])
        fireEvent.keyDown(where() ?? expect.fail(), { key: 'z', ctrlKey: true, ...press });
      await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
      return asked.map(
        (each) => JSON.parse(JSON.stringify(each, (name, value: unknown) => (name === 'job' ? undefined : value))) as unknown,
      );
    };
    const done = () => screen.getByRole('button', { name: /完\s?成/u });
    for (const outcome of [wrapped, pageEnds]) expect(await pressed([outcome], done)).toEqual(keep);
    expect(desk.getState().dialog).toMatchObject({ outcomes: [{ report: { submissionId: 's2' } }] });
    expect(await pressed([plain], done)).toEqual([]);
    expect(await pressed([wrapped], done, { ctrlKey: false })).toEqual([]);
    expect(await pressed([plain, wrapped], () => lines()[1]?.querySelector('summary'))).toEqual(keep);
    expect(await pressed([plain, wrapped], () => lines()[0]?.querySelector('summary'))).toEqual([]);
    expect(await pressed([plain, wrapped], done)).toEqual([]);
  });

  it('asks of which publication an issue of an unknown name is: a new one, or one that is there; with number and date where they are guessed', () => {
    publicationSession.setState({ publications: [defaultPublication, { ...defaultPublication, id: '0000000a', name: '内部参考' }] });
    const { guess: _guess, ...known } = asking.report as ImportReport;
    const unknown = { ...asking, report: { ...known, unknownName: '示例专报' } };
    render(<ImportDialog running={undefined} outcomes={[unknown]} />);
    expect(screen.getByText('识别为一期《示例专报》，但库里没有这个刊物，还没有存入。请在下面选它归哪个刊物。')).toBeTruthy();
    const options = () =>
      [...screen.getByRole<HTMLSelectElement>('combobox', { name: '刊物' }).options].map(({ text, value }) => [value, text]);
    expect(options()).toEqual([
      ['new', '新刊物《示例专报》'],
      ['own', '归入《宣传信息专报》'],
      ['0000000a', '归入《内部参考》'],
    ]);
    expect(screen.queryByText('期号')).toBeNull();
    cleanup();
    render(<ImportDialog running={undefined} outcomes={[{ ...asking, report: { ...asking.report, unknownName: '' } as ImportReport }]} />);
    expect(options().map(([value]) => value)).toEqual(['own', '0000000a']);
    expect(screen.getByText('期号')).toBeTruthy();
  });

  it('is not there yet while it runs: how far it is, and a way to cancel that Enter does not take unasked', async () => {
    const running = { progress: { step: '正在取 a.txt', done: 1, total: 4 }, isCancelling: false };
    desk.setState({ dialog: { kind: 'import', outcomes: [], running } });
    const { rerender } = render(<ImportDialog running={running} outcomes={[]} />);
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(document.activeElement?.className).toBe('import-running');
    expect(screen.getByText('正在取 a.txt')).toBeTruthy();
    expect(screen.queryByText('完成')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /取消导入/u }));
    const { dialog } = desk.getState();
    if (dialog?.kind !== 'import' || !dialog.running) throw new Error('no import');
    expect(dialog.running.isCancelling).toBe(true);
    rerender(<ImportDialog running={dialog.running} outcomes={[]} />);
    expect((screen.getByRole('button', { name: /取消导入/u }) as HTMLButtonElement).disabled).toBe(true);
  });
});
