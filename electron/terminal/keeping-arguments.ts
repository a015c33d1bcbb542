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
