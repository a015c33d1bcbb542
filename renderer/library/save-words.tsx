import type { SaveState } from '../state/save-queue.js';
import { timeLabel } from './issue-label.js';

/** What the status bar says of what is being written. */
export function SaveWords({ state }: { readonly state: SaveState }) {
  return (
    <span className={`status-${state.kind}`} data-testid="save-state" title={saveSentence(state)}>
      {saveSentence(state)}
    </span>
  );
}

/** 已核对: the file was read back and compared. */
export function saveSentence(state: SaveState): string {
  if (state.kind === 'waiting') return '有修改，即将保存';
  if (state.kind === 'saving') return '保存中';
  if (state.kind === 'failed') return `未保存：${state.message}`;
  return state.at === undefined ? '已保存' : `✓ 已保存 ${timeLabel(state.at)}（已核对）`;
}
