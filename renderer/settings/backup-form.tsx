import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { BackupState } from '../../shared/library/backup-calls.js';
import { backupHours, type BackupHours } from '../../shared/library/backup-plan.js';
import { backupRule } from '../../shared/library/backup-rules.js';
import { instantLabel } from '../library/issue-label.js';
import { chooseBackupFolder, planBackups, rehearseBackup, runBackup, useBackups } from '../state/backups.js';
import { openDialog } from '../state/desk.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

/** Where backups go, when they are made, and whether they can be relied on. */
export function BackupForm() {
  const state = useBackups();
  return (
    <>
      <GroupTitle title="备份" note="另存一份资料库，最好放在另一块盘上。" changed={0} />
      <SectionFrame id="backup-folder" label="备份到哪里">
        <FolderPart state={state} />
      </SectionFrame>
      <SectionFrame id="backup-plan" label="什么时候备份">
        <PlanPart state={state} />
      </SectionFrame>
      <SectionFrame id="backup-rehearsal" label="恢复演练">
        <RehearsalPart state={state} />
      </SectionFrame>
    </>
  );
}

function FolderPart({ state }: { readonly state: BackupState }) {
  const { folder, last, failure, running, isOnSameDisk } = state;
  const choose = (): void => openDialog({ kind: 'backup-folder', goal: 'choose' });
  if (folder === undefined)
    return (
      <>
        <p className="settings-facts">还没有选备份文件夹，现在没有备份。选定后马上备份第一份，以后只存改过的内容。</p>
        <Actions>
          <Button type="primary" onClick={choose}>
            选备份文件夹…
          </Button>
        </Actions>
      </>
    );
  return (
    <>
      <p className="settings-facts backup-path">{folder}</p>
      <p className="settings-facts num" data-testid="backup-last">
        {last === undefined
          ? '还没有备份好的。'
          : `最近一份：${timeOf(last.at)}，共 ${last.files} 个文件，其中 ${last.added} 个内容是新的。`}
      </p>
      {isOnSameDisk && (
        <p className="settings-facts" data-testid="backup-same-disk">
          备份文件夹和资料库在同一块盘上：能防误删和文件损坏，盘坏了两份会一起丢。最好换到移动硬盘或另一块盘。
        </p>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {timeOf(failure.at)}：{failure.message}
        </p>
      )}
      <Actions>
        <Button type="primary" disabled={running !== undefined} onClick={runBackup}>
          马上备份
        </Button>
        <Button disabled={running !== undefined} onClick={choose}>
          另选文件夹…
        </Button>
        <Button type="text" disabled={running !== undefined} onClick={() => chooseBackupFolder(undefined)}>
          不再备份
        </Button>
      </Actions>
    </>
  );
}

function PlanPart({ state: { atClose, everyHours } }: { readonly state: BackupState }) {
  return (
    <>
      <label className="backup-choice">
        <input
          type="checkbox"
          className="setting-check"
          checked={atClose}
          onChange={({ target }) => planBackups({ atClose: target.checked, everyHours })}
        />
        <span>关闭程序时备份</span>
      </label>
      <label className="backup-choice">
        <span>程序开着时</span>
        <select
          className="setting-select"
          aria-label="程序开着时多久备份一次"
          value={String(everyHours)}
          onChange={({ target }) => planBackups({ atClose, everyHours: Number(target.value) as BackupHours })}
        >
          {backupHours.map((hours) => (
            <option key={hours} value={String(hours)}>
              {hours === 0 ? '不备份' : `每 ${hours} 小时一次`}
            </option>
          ))}
        </select>
      </label>
      <p className="settings-facts">{backupRule}没有改动就不另存。</p>
    </>
  );
}

function RehearsalPart({ state }: { readonly state: BackupState }) {
  const { folder, last, rehearsal, running } = state;
  const isReady = folder !== undefined && last !== undefined && running === undefined;
  return (
    <>
      <p className="settings-facts">用最近一份备份在资料库旁边重建一遍，逐个文件核对，报告结果后清除；现在的资料库不动。</p>
      <Actions>
        <Button disabled={!isReady} onClick={rehearseBackup}>
          做一次恢复演练
        </Button>
        <Button disabled={!isReady} onClick={() => openDialog({ kind: 'backup-folder', goal: 'restore' })}>
          恢复到…
        </Button>
      </Actions>
      {rehearsal && (
        <p className={rehearsal.isGood ? 'settings-facts' : 'field-error'} role="status" data-testid="rehearsal">
          {timeOf(rehearsal.at)}：{rehearsal.report}
        </p>
      )}
    </>
  );
}

function timeOf(instant: string): string {
  return instantLabel(instant, new Date().getFullYear());
}

function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="backup-actions">{children}</div>;
}
