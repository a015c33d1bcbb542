/** Hours between two backups while the program is open; 0: none. */
export const backupHours = [0, 1, 2, 4, 8, 24] as const;
export type BackupHours = (typeof backupHours)[number];

/** When backups are made. */
export interface BackupPlan {
  /** Whether one is made when the program is closed. */
  readonly atClose: boolean;
  readonly everyHours: BackupHours;
}

export const usualBackupPlan: BackupPlan = { atClose: true, everyHours: 4 };
