/** What the editor does with bundles; each tells what happened and how to take it back. */
import { call, CallFailure } from '../bridge.js';
import { exchange, takeOpened, type Conflict } from '../state/exchange.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { runShown } from '../state/shown-jobs.js';
import { confirm } from '../ui/confirm.js';
import { attempt } from '../library/library-actions.js';

export function toggleStep(name: string): void {
  exchange.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(name)) next.add(name);
    return { selected: next };
  });
}

export function answer({ id }: Conflict, choice: Conflict['proposal']): void {
  exchange.setState(({ answers }) => ({ answers: { ...answers, [id]: choice } }));
}

/** Takes what is ticked into the library as one step; asks first where nobody vouches for the sender. @throws CallFailure */
export async function importOpened(): Promise<void> {
  const { opened, selected, answers } = exchange.getState();
  if (opened === undefined) return;
  const isTrusted = opened.signature === 'trusted';
  if (!isTrusted && !(await mayTakeUntrusted())) return;
  await issueSession.getState().flush();
  // What both sides hold alike is named too: the library remembers that it was seen on both.
  const idle = opened.steps.filter(({ isIdle }) => isIdle).map(({ name }) => name);
  const order = { id: opened.id, selected: [...selected, ...idle], answers, withoutTrust: !isTrusted };
  const { importId, changed, keys } = await runShown('导入交换包', 'bundle.import', order);
  await takeIn(keys);
  takeOpened(await runShown('核对交换包', 'bundle.look', { id: opened.id }));
  if (changed.length === 0) return tell('info', '已记为收到；资料库里已是这些内容，没有改动。');
  tell('success', `已导入 ${changed.length} 项：${changed.join('、')}。原来的留在历史。`, [
    { label: '撤销', run: () => attempt(() => takeBackImport(importId)) },
  ]);
}

function mayTakeUntrusted(): Promise<boolean> {
  return confirm({
    title: '来源没有核对',
    text: '还不能确定这个包是谁发来的。请先打电话核对四个词，再按“核对一致，信任”。',
    danger: '不核对，仍然导入',
    stay: '先不导入',
  });
}

/** Puts a whole import back; asks where something was changed since. @throws CallFailure */
export async function takeBackImport(id: string): Promise<void> {
  await issueSession.getState().flush();
  const keys = await undo(id, false);
  if (keys === undefined) return;
  await takeIn(keys);
  const { opened } = exchange.getState();
  if (opened !== undefined) takeOpened(await runShown('核对交换包', 'bundle.look', { id: opened.id }));
  tell('success', '这次导入已撤销，各项回到导入之前。');
}

async function undo(id: string, evenIfChanged: boolean): Promise<readonly string[] | undefined> {
  try {
    return (await call('imports.undo', { id, evenIfChanged })).keys;
  } catch (failure) {
    if (evenIfChanged || !(failure instanceof CallFailure) || failure.code !== 'issue-changed') throw failure;
    const goOn = await confirm({ title: '导入之后又改过', text: failure.message, danger: '仍然撤销', stay: '不撤销' });
    return goOn ? undo(id, true) : undefined;
  }
}

/** The open issue is read again where it is one of those changed, and closed where it is gone. */
async function takeIn(keys: readonly string[]): Promise<void> {
  await refreshLibrary();
  const { key, reload, close } = issueSession.getState();
  if (key === undefined || !keys.includes(key)) return;
  await reload().catch(close);
}

/** The four words were compared; with `replacing`, the unit's other keys are withdrawn. @throws CallFailure */
export async function trustOpened(replacing: boolean): Promise<void> {
  const { opened } = exchange.getState();
  if (opened !== undefined) takeOpened(await runShown('核对交换包', 'trust.confirm', { id: opened.id, replacing }));
}

export async function lookAgain(): Promise<void> {
  const { opened } = exchange.getState();
  if (opened !== undefined) takeOpened(await runShown('核对交换包', 'bundle.look', { id: opened.id }));
}
