/** Damage to what the library keeps aside: told when it is found, not when it is needed. */
import { showView } from '../state/desk.js';
import { tell } from '../state/messages.js';
import { runShown } from '../state/shown-jobs.js';

/** Lets the services look through versions and attachments, and shows a bar for what they find. @throws CallFailure */
export async function checkLibrary(): Promise<void> {
  const { troubles } = await runShown('检查资料库', 'library.check', {});
  const [first, ...others] = troubles;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `另有 ${others.length} 个文件也已损坏。`;
  tell('warning', `${first.file}：${first.message}${more}`, [{ label: '查看', run: () => showView('library') }]);
}
