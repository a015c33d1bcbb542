/** What 保管 shows: the last 自检, what of it is ticked, and the audit trail. */
import { createStore, useStore } from 'zustand';
import type { CallResponse } from '../../shared/ipc.js';
import type { CheckFinding, CheckReport } from '../../shared/library/check-calls.js';
import { call, failureSentence } from '../bridge.js';
import { tell, tellFailure } from '../state/messages.js';
import { runShown } from '../state/shown-jobs.js';
import { confirm } from '../ui/confirm.js';

export type AuditEntry = CallResponse<'audit.list'>['entries'][number];

interface KeepingState {
  readonly tab: 'check' | 'audit';
  readonly isChecking: boolean;
  readonly report: CheckReport | undefined;
  /** Ids of findings to be repaired. */
  readonly ticked: ReadonlySet<string>;
  readonly entries: readonly AuditEntry[];
  readonly breaks: readonly string[];
  /** Words every shown entry holds, and the action it must have; empty: any. */
  readonly words: string;
  readonly action: string;
}

export const keepingStore = createStore<KeepingState>(() => ({
  tab: 'check',
  isChecking: false,
  report: undefined,
  ticked: new Set(),
  entries: [],
  breaks: [],
  words: '',
  action: '',
}));

export function useKeeping<Part>(select: (state: KeepingState) => Part): Part {
  return useStore(keepingStore, select);
}

export function showKeepingTab(tab: KeepingState['tab']): void {
  keepingStore.setState({ tab });
}

export function filterAudit(filter: Partial<Pick<KeepingState, 'words' | 'action'>>): void {
  keepingStore.setState(filter);
}

/** Checks the whole library; what can be had back is ticked, what gives something up is not. @throws CallFailure */
export async function runCheck(): Promise<void> {
  keepingStore.setState({ isChecking: true });
  try {
    const report = await runShown('自检', 'check.run', {});
    const ticked = report.findings.filter(({ group, repair }) => repair !== undefined && (group === 'restore' || group === 'tidy'));
    keepingStore.setState({ report, ticked: new Set(ticked.map(({ id }) => id)) });
  } finally {
    keepingStore.setState({ isChecking: false });
  }
}

export function tick(ids: readonly string[], isTicked: boolean): void {
  const ticked = new Set(keepingStore.getState().ticked);
  for (const id of ids)
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
  keepingStore.setState({ ticked });
}

/** Repairs what is ticked once the editor has said so, and looks again. @throws CallFailure */
export async function repairTicked(): Promise<void> {
  const { report, ticked } = keepingStore.getState();
  const chosen = report?.findings.filter(({ id }) => ticked.has(id)) ?? [];
  if (
    chosen.length === 0 ||
    !(await confirm({ title: `修复 ${chosen.length} 项？`, text: describe(chosen), danger: '修复', stay: '先不修' }))
  )
    return;
  const { done, failed, undoId } = await runShown('修复', 'check.repair', { ids: chosen.map(({ id }) => id) });
  // Told before the library is looked at again: a look that is cancelled or fails leaves the way back on screen.
  const undo = { label: '撤销', run: () => void takeBack(undoId ?? '').catch(tellFailure) };
  if (done.length > 0) tell('success', `已修复 ${done.length} 项，都记在操作记录里。`, undoId === undefined ? [] : [undo]);
  const [first] = failed;
  if (first !== undefined) tell('error', `有 ${failed.length} 项没有修复：${first.message}`);
  await runCheck();
}

async function takeBack(undoId: string): Promise<void> {
  try {
    await call('check.undo', { undoId });
  } catch (failure) {
    return tell('error', failureSentence(failure), [{ label: '再试', run: () => void takeBack(undoId).catch(tellFailure) }]);
  }
  tell('success', '刚才的修复已撤销。');
  await runCheck();
}

/** How many of each repair: 用前一版恢复 1 项，移到“清理”3 项。 */
function describe(chosen: readonly CheckFinding[]): string {
  const counts = new Map<string, number>();
  for (const { repair = '' } of chosen) counts.set(repair, (counts.get(repair) ?? 0) + 1);
  return `${[...counts].map(([repair, count]) => `${repair} ${count} 项`).join('，')}。文件只移动，不删除；改动的期先留一个版本。`;
}

/** @throws CallFailure */
export async function readAudit(): Promise<void> {
  const { entries, breaks } = await call('audit.list', {});
  keepingStore.setState({ entries, breaks });
}

/** The entries the filter lets through, newest first. */
export function filteredEntries({ entries, words, action }: Pick<KeepingState, 'entries' | 'words' | 'action'>): readonly AuditEntry[] {
  const terms = words.split(/\s+/u).filter((term) => term !== '');
  return entries.filter(
    (entry) =>
      (action === '' || entry.action === action) &&
      terms.every((term) => `${entry.at.replace('T', ' ')} ${entry.who} ${entry.action} ${entry.what}`.includes(term)),
  );
}

/** Writes the shown entries as a text into a folder. @throws CallFailure */
export async function exportAudit(folder: string): Promise<void> {
  const numbers = filteredEntries(keepingStore.getState()).map(({ number }) => number);
  const { handle, name } = await call('audit.export', { folder, numbers });
  tell('success', `${numbers.length} 条操作记录已写到 ${name}。`, [
    { label: '打开所在文件夹', run: () => void call('file.reveal', { handle }).catch(tellFailure) },
  ]);
}
