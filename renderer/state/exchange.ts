/** Bundles as the window shows them: the sticks that are there, the bundle that is looked at, and what was chosen in it. */
import { createStore, useStore } from 'zustand';
import type { CallRequest, CallResponse } from '../../shared/ipc.js';
import { call, failureSentence } from '../bridge.js';
import { desk, openDialog, showView } from './desk.js';
import { tell } from './messages.js';
import { runShown } from './shown-jobs.js';

export type Stick = CallResponse<'sticks.list'>['sticks'][number];
export type OpenedBundle = CallResponse<'bundle.open'>;
export type PlanStep = OpenedBundle['steps'][number];
export type Conflict = PlanStep['conflicts'][number];
export type Answers = CallRequest<'bundle.import'>['answers'];

interface ExchangeState {
  readonly sticks: readonly Stick[];
  /** A folder the editor looks into beside the sticks. */
  readonly folder: Stick | undefined;
  /** The chosen row of the list: a handle of a bundle. */
  readonly current: string | undefined;
  readonly pane: 'bundle' | 'imports' | 'keys';
  readonly opened: OpenedBundle | undefined;
  /** Why the last bundle could not be read at all. */
  readonly failure: string | undefined;
  /** Names of the steps that are ticked. */
  readonly selected: ReadonlySet<string>;
  readonly answers: Answers;
}

export const exchange = createStore<ExchangeState>(() => ({
  sticks: [],
  folder: undefined,
  current: undefined,
  pane: 'bundle',
  opened: undefined,
  failure: undefined,
  selected: new Set(),
  answers: {},
}));

export function useExchange<Part>(select: (state: ExchangeState) => Part): Part {
  return useStore(exchange, select);
}

/** Takes what was found in a bundle, with everything ticked that is proposed. What the editor has turned to meanwhile stays in view. */
export function takeOpened(opened: OpenedBundle): void {
  const selected = new Set(opened.steps.filter(({ isProposed, isIdle }) => isProposed && !isIdle).map(({ name }) => name));
  exchange.setState({ opened, selected, answers: {}, failure: undefined });
}

/** Looks at a bundle, of a stick or dropped on the window, and shows it. */
export async function openBundle(file: CallRequest<'bundle.open'>): Promise<void> {
  exchange.setState({ opened: undefined, failure: undefined, pane: 'bundle' });
  showView('exchange');
  try {
    const opened = await runShown('读取交换包', 'bundle.open', file);
    takeOpened(opened);
    if (opened.problems.some(({ code }) => code === 'passphrase-needed')) openDialog({ kind: 'passphrase' });
  } catch (failure) {
    exchange.setState({ failure: failureSentence(failure) });
  }
}

/** A bundle that was too large to cross from the window, told where it can be opened instead. */
export function refuseLarge(name: string): void {
  showView('exchange');
  exchange.setState({ opened: undefined, pane: 'bundle', failure: `“${name}”太大，不能拖进来。请从左边的U盘里打开，或用“看文件夹…”。` });
}

const pollEveryMs = 3000;

/** Bundles that were seen on sticks: one that changed since is another. Undefined before the first look. */
let known: ReadonlySet<string> | undefined;

/** Looks for sticks while the window is in sight; bundles that came since are offered, never opened. */
export function followSticks(): () => void {
  known = undefined;
  let isAsking = false;
  const look = async (): Promise<void> => {
    if (isAsking || document.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const sticks = await refreshSticks();
      const before = known;
      if (before !== undefined) for (const stick of sticks) offer(stick, namesOn(stick).filter((name) => !before.has(name)).length);
      known = new Set(sticks.flatMap(namesOn));
    } catch {
      // The stick was pulled out meanwhile, or the services are gone; the next look tells.
    } finally {
      isAsking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), pollEveryMs);
  return () => clearInterval(timer);
}

function namesOn({ bundles }: Stick): readonly string[] {
  return bundles.map(({ handle, changedAt }) => `${handle} ${changedAt}`);
}

function offer({ name, bundles }: Stick, count: number): void {
  if (count === 0 || isOwnWork() || desk.getState().view === 'exchange') return;
  const first = bundles[0]?.handle;
  tell('info', `“${name}”上有 ${count} 个新的交换包。`, [{ label: '到“交换”里看', run: () => showBundles(first) }]);
}

function showBundles(current: string | undefined): void {
  showView('exchange');
  exchange.setState({ current, pane: 'bundle' });
}

let packing = 0;

/** What this window is just writing is no news to it. */
export async function whilePacking<Value>(work: () => Promise<Value>): Promise<Value> {
  packing += 1;
  try {
    return await work();
  } finally {
    const sticks = await refreshSticks().catch(() => []);
    known = new Set([...(known ?? []), ...sticks.flatMap(namesOn)]);
    packing -= 1;
  }
}

function isOwnWork(): boolean {
  return packing > 0;
}

/** Reads again which sticks are there. @throws CallFailure */
export async function refreshSticks(): Promise<readonly Stick[]> {
  const { sticks } = await call('sticks.list', {});
  if (JSON.stringify(sticks) !== JSON.stringify(exchange.getState().sticks)) exchange.setState({ sticks });
  return sticks;
}
