import { UsageError } from './usage-error.js';

/** Commands about whether the library is whole and backed up. */
export type KeepingCommand =
  | { readonly kind: 'check'; readonly repair: boolean }
  | { readonly kind: 'backup'; readonly what: BackupAction };

export const backupActions = ['run', 'rehearse', 'list'] as const;
export type BackupAction = (typeof backupActions)[number];

export const keepingUsage = `  check [--json]          自检：核对资料库的每个文件和联系，有问题时退出码为 1
    --repair              修复能找回的和能清到一边的；联系断了的只列出
  backup run|rehearse     马上备份一份；用最近一份做恢复演练
  backup list [--json]    列出备份文件夹里的各份备份
`;

/** @throws UsageError saying what must follow */
export function toKeepingCommand(name: 'check' | 'backup', operands: readonly string[], repair = false): KeepingCommand {
  if (name === 'check') {
    if (operands.length > 0) throw new UsageError('check 后面不需要其他内容。');
    return { kind: 'check', repair };
  }
  const what = backupActions.find((action) => action === operands[0]);
  if (what === undefined || operands.length > 1) throw new UsageError('backup 后面要写 run、rehearse 或 list。');
  return { kind: 'backup', what };
}
