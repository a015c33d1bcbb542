import type { BackupRecord } from '../../../shared/library/backup-calls.js';
import { backupRecordSchema } from '../../../shared/library/backup-calls.js';
import { usualBackupPlan } from '../../../shared/library/backup-plan.js';
import { backupRecordPath } from '../../../shared/library/library-layout.js';
import type { Shelf } from '../library/shelf.js';
import { StoredFile } from '../library/stored-file.js';

/** Where a library's backups go, when they are made, and how the last went. What cannot be read counts as nothing said. */
export async function readBackupRecord(shelf: Shelf): Promise<BackupRecord> {
  const found = await new StoredFile(shelf, backupRecordPath, 'zhuanbao-backup-record', 1).peek();
  const parsed = backupRecordSchema.safeParse(found.kind === 'good' ? found.data : undefined);
  return parsed.success ? parsed.data : usualBackupPlan;
}

export async function writeBackupRecord(shelf: Shelf, record: BackupRecord): Promise<void> {
  await new StoredFile(shelf, backupRecordPath, 'zhuanbao-backup-record', 1).write(record);
}
