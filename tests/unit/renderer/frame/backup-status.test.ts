import { describe, expect, it } from 'vitest';
import { backupWords } from '../../../../renderer/frame/backup-status.js';
import { usualBackupPlan } from '../../../../shared/library/backup-plan.js';

const now = new Date('2026-03-10T08:00:00.000Z');
const good = { ...usualBackupPlan, folder: '/盘', last: { at: '2026-03-09T08:00:00.000Z', files: 3, added: 1 } };
const failure = { at: '2026-03-10T07:00:00.000Z', message: '备份盘已满。' };

describe('what the status bar says of backups', () => {
  it('asks for a look where there are none, the last failed, or it is a week old', () => {
    expect(backupWords(usualBackupPlan, now)).toMatchObject({ text: '没有备份', isWanting: true });
    expect(backupWords({ ...good, failure }, now)).toMatchObject({ title: '备份盘已满。', isWanting: true });
    expect(backupWords({ ...good, last: { ...good.last, at: '2026-03-02T08:00:00.000Z' } }, now).isWanting).toBe(true);
  });

  it('names the last good one, also beside a failure, and what is being done', () => {
    expect(backupWords(good, now).text).toMatch(/^备份 3月9日 \d\d:\d\d$/u);
    expect(backupWords(good, now).isWanting).toBe(false);
    expect(backupWords({ ...good, failure }, now).text).toMatch(/没有完成，最近一份 3月9日/u);
    expect(backupWords({ ...good, running: { step: '正在备份', done: 3, total: 9 } }, now).text).toBe('正在备份 3 / 9');
  });
});
