// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BundlePlan } from '../../../renderer/exchange/bundle-plan.js';
import { importOpened, takeBackImport } from '../../../renderer/exchange/exchange-actions.js';
import { ExchangeHeader } from '../../../renderer/exchange/exchange-header.js';
import { importFiles } from '../../../renderer/library/import-files.js';
import { closeDialog, desk, showView } from '../../../renderer/state/desk.js';
import { exchange, followSticks, takeOpened, whilePacking, type OpenedBundle, type Stick } from '../../../renderer/state/exchange.js';
import { dismiss, messagesNow } from '../../../renderer/state/messages.js';
import { ConfirmDialog } from '../../../renderer/ui/confirm.js';
import { importLimitBytes } from '../../../shared/import-limits.js';

let isReadOnly = false;
vi.mock('../../../renderer/state/read-only.js', () => ({ isReadOnly: () => isReadOnly }));

interface Sent {
  readonly name: string;
  readonly request: Readonly<Record<string, unknown>>;
}

const conflict = {
  id: 'issue/2023-06:c',
  label: '第1段',
  ours: '我方',
  theirs: '对方',
  choices: ['ours', 'theirs', 'both'],
  proposal: 'both',
} as const;
const step = {
  name: 'issue/2023-06',
  title: '第6期',
  status: 'diverged',
  sentence: '第6期：两边都改过。',
  changes: [],
  isIdle: false,
} as const;
const opened: OpenedBundle = {
  id: 'b1',
  file: '甲.zbx',
  valid: true,
  signature: 'unknown',
  problems: [{ code: 'key-unknown', entry: '', message: '第一次收到。', isError: false }],
  about: {
    kind: '整期',
    unit: '示例区',
    device: 'A',
    words: '青山',
    isOwn: false,
    to: '',
    sequence: 1,
    createdAt: '2026-03-02T01:00:00.000Z',
    titles: ['第6期'],
    attachments: 0,
  },
  steps: [{ ...step, isProposed: true, conflicts: [conflict] }],
};

let sent: Sent[] = [];
let sticks: Stick[] = [];
let refusal: object | undefined;

const answers: Readonly<Record<string, () => unknown>> = {
  'sticks.list': () => ({ sticks }),
  'upload.open': () => ({ upload: 'u1' }),
  'bundle.open': () => opened,
  'bundle.look': () => opened,
  'bundle.import': () => ({ importId: 'i1', changed: ['第6期'], keys: [] }),
  'imports.undo': () => ({ keys: [] }),
  'library.list': () => ({ issues: [], submissions: [], trash: [], problems: [] }),
};

beforeEach(() => {
  sent = [];
  sticks = [];
  refusal = undefined;
  isReadOnly = false;
  closeDialog();
  showView('library');
  exchange.setState({ opened: undefined, failure: undefined });
  for (const { id } of messagesNow()) dismiss(id);
  const call = (name: string, json: string): Promise<string> => {
    const body = JSON.parse(json) as Sent['request'] & { readonly request?: Sent['request'] };
    sent.push({ name, request: body.request ?? body });
    const refused = name === 'imports.undo' && body['evenIfChanged'] === false ? refusal : undefined;
    return Promise.resolve(JSON.stringify(refused ?? { ok: true, value: answers[name]?.() ?? {} }));
  };
  Object.assign(window, { zhuanbao: { call, send: () => Promise.resolve('{"ok":true,"value":{}}'), onNotice: () => () => undefined } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const requests = (name: string) => sent.filter((one) => one.name === name).map(({ request }) => request);
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByText(name));
  await settle();
};
const stick = (...names: readonly string[]): Stick => ({
  handle: 'h',
  name: '小盘',
  isReadOnly: false,
  bundles: names.map((name) => ({ handle: name, name, bytes: 1, changedAt: '2026-03-02T01:00:00.000Z' })),
});

describe('sticks', () => {
  it('are watched: what comes later is offered once and never opened, what was there or we wrote is not', async () => {
    vi.useFakeTimers();
    sticks = [stick('旧.zbx')];
    const stop = followSticks();
    await vi.advanceTimersByTimeAsync(3100);
    expect(messagesNow()).toEqual([]);
    sticks = [stick('旧.zbx', '新.zbx')];
    await vi.advanceTimersByTimeAsync(6200);
    expect(messagesNow().map(({ text }) => text)).toEqual(['“小盘”上有 1 个新的交换包。']);
    expect(requests('bundle.open')).toEqual([]);
    for (const { id } of messagesNow()) dismiss(id);
    await whilePacking(async () => {
      sticks = [stick('旧.zbx', '新.zbx', '我的.zbx')];
      await vi.advanceTimersByTimeAsync(3100);
    });
    await vi.advanceTimersByTimeAsync(3100);
    expect(messagesNow()).toEqual([]);
    stop();
  });

  it('are seen anew after packing: what was written between two looks is no news at the next', async () => {
    vi.useFakeTimers();
    sticks = [stick('旧.zbx')];
    const stop = followSticks();
    await vi.advanceTimersByTimeAsync(100);
    await whilePacking(() => Promise.resolve((sticks = [stick('旧.zbx', '我的.zbx')])));
    await vi.advanceTimersByTimeAsync(3100);
    expect(messagesNow()).toEqual([]);
    stop();
  });
});

describe('a bundle that is dropped', () => {
  it('is looked at in 交换 and not imported; other files are imported', async () => {
    await importFiles([new File(['甲'], '甲.ZBX'), new File(['乙'], '乙.zbx')]);
    expect(requests('bundle.open')).toEqual([{ upload: 'u1' }]);
    expect([requests('import.run'), desk.getState().view]).toEqual([[], 'exchange']);
    expect(messagesNow()[0]?.text).toContain('另外 1 个');
  });

  it('is refused with a way out when it is too large to cross', async () => {
    const large = new File([], '大.zbx');
    Object.defineProperty(large, 'size', { value: importLimitBytes + 1 });
    await importFiles([large]);
    expect(requests('bundle.open')).toEqual([]);
    expect(exchange.getState().failure).toContain('U盘');
  });
});

describe('a plan', () => {
  it('asks before it takes what nobody vouches for, and sends what was chosen', async () => {
    takeOpened(opened);
    render(
      <>
        <BundlePlan />
        <ConfirmDialog />
      </>,
    );
    await press('用对方的');
    await press('导入 1 项');
    await press('先不导入');
    expect(requests('bundle.import')).toEqual([]);
    await press('导入 1 项');
    await press('不核对，仍然导入');
    expect(requests('bundle.import')).toEqual([
      { id: 'b1', selected: ['issue/2023-06'], answers: { [conflict.id]: 'theirs' }, withoutTrust: true },
    ]);
    expect(messagesNow()[0]?.text).toContain('已导入 1 项');
  });

  it('of a damaged bundle offers neither trust nor import', () => {
    const broken = { code: 'entry-changed', entry: '甲', message: '被改动过。', isError: true };
    takeOpened({ ...opened, valid: false, problems: [...opened.problems, broken], steps: [] });
    render(<BundlePlan />);
    expect(screen.getByText('被改动过。')).toBeDefined();
    expect([screen.queryByText('核对一致，信任'), screen.queryByText(/^导入/u)]).toEqual([null, null]);
  });

  it('whose contents are known takes note that it came', async () => {
    takeOpened({ ...opened, signature: 'trusted', problems: [], steps: [{ ...step, isIdle: true, isProposed: true, conflicts: [] }] });
    render(<BundlePlan />);
    await press('记为已收到');
    expect(requests('bundle.import')).toMatchObject([{ selected: ['issue/2023-06'], withoutTrust: false }]);
  });

  it('of a bundle of our own is no news', () => {
    const about = { ...opened.about, isOwn: true } as OpenedBundle['about'];
    takeOpened({
      ...opened,
      about,
      signature: 'trusted',
      problems: [],
      steps: [{ ...step, isIdle: true, isProposed: true, conflicts: [] }],
    });
    render(<BundlePlan />);
    expect(screen.queryByText('记为已收到')).toBeNull();
    expect(screen.getByText(/^导\s*入$/u).closest('button')?.disabled).toBe(true);
  });
});

describe('places that both sides changed', () => {
  const texts = (tag: string) => [...document.querySelectorAll(`.conflict-text ${tag}`)].map(({ textContent }) => textContent);
  const changed = { ...conflict, base: '参加培训的有三十六人。', ours: '参加培训的有四十八人。', theirs: '参加宣讲的有三十六人。' };

  it('stand in three columns with the characters that differ marked, and are chosen in the order of the columns', async () => {
    takeOpened({ ...opened, steps: [{ ...step, isProposed: true, conflicts: [changed] }] });
    render(<BundlePlan />);
    expect([texts('del'), texts('ins')]).toEqual([
      ['培训', '三十六'],
      ['四十八', '宣讲'],
    ]);
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['都保留', '用我方的', '用对方的']);
    await press('用我方的');
    const taken = [...document.querySelectorAll<HTMLElement>('.conflict-text')].map(({ dataset }) => dataset['taken']);
    expect(taken).toEqual(['false', 'true', 'false']);
  });
});

describe('in a library that can only be read', () => {
  it('a bundle is shown, and neither taken in nor trusted nor packed, with words', () => {
    isReadOnly = true;
    takeOpened(opened);
    render(
      <>
        <ExchangeHeader />
        <BundlePlan />
      </>,
    );
    expect(screen.getByText('第6期：两边都改过。')).toBeDefined();
    expect(screen.getByText('资料库只能阅读，可以查看，不能导入。')).toBeDefined();
    expect(screen.getByText('资料库只能阅读：交换包可以查看，不能导入和导出。')).toBeDefined();
    const buttons = screen.getAllByRole<HTMLButtonElement>('button');
    expect(buttons.map(({ disabled }) => disabled)).toEqual(buttons.map(() => true));
    expect(screen.queryByText('核对一致，信任')).toBeNull();
  });
});

it('an import that was worked on since is put back only when the editor insists', async () => {
  refusal = { ok: false, code: 'issue-changed', message: '导入之后又改过：第6期。' };
  render(<ConfirmDialog />);
  const undoing = takeBackImport('i1');
  await settle();
  expect(screen.getByText('导入之后又改过：第6期。')).toBeDefined();
  await press('仍然撤销');
  await undoing;
  expect(requests('imports.undo')).toEqual([
    { id: 'i1', evenIfChanged: false },
    { id: 'i1', evenIfChanged: true },
  ]);
});

it('what the editor turned to stays in view while an import ends, and after it was put back', async () => {
  takeOpened({ ...opened, signature: 'trusted' });
  exchange.setState({ pane: 'bundle' });
  const importing = importOpened();
  exchange.setState({ pane: 'imports' });
  await act(() => importing);
  expect([requests('bundle.look').length, exchange.getState().pane]).toEqual([1, 'imports']);
  await act(() => takeBackImport('i1'));
  expect([requests('bundle.look').length, exchange.getState().pane]).toEqual([2, 'imports']);
});
