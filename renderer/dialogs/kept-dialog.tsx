import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Article, Issue } from '../../shared/document/issue.js';
import type { IssuePlace } from '../../shared/document/text-place.js';
import { call } from '../bridge.js';
import { chooseVersion, listVersions } from '../history/history-state.js';
import { VersionPages } from '../history/version-pages.js';
import { SentText } from '../issue/sent-text.js';
import { instantLabel } from '../library/issue-label.js';
import { attempt, openIssue, restore } from '../library/library-actions.js';
import { closeDialog, showView, type KeptFound } from '../state/desk.js';
import { tellFailure } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import { useFirstField } from '../ui/first-field.js';

export interface KeptDialogProps {
  readonly found: KeptFound;
  readonly place: IssuePlace;
}

/** An earlier version of an issue, which may be in the trash itself, or something in the trash, to be read only. */
export function KeptDialog({ found, place }: KeptDialogProps) {
  const record = useRecord(found);
  const first = useFirstField();
  const { kept, label } = found;
  const when = instantLabel(kept.at, new Date().getFullYear());
  return (
    <Modal
      open
      title={`${label} · ${kept.kind === 'trash' ? `回收站，${when}删除` : `${when}的版本${kept.trashId === undefined ? '' : '，本期在回收站'}`}（只读）`}
      width={760}
      centered
      onCancel={closeDialog}
      footer={[
        kept.kind === 'version' && kept.trashId === undefined ? (
          <Button key="history" onClick={() => attempt(() => showInHistory(found.key, kept.id))}>
            在历史里打开
          </Button>
        ) : (
          <Button key="restore" disabled={isReadOnly()} onClick={() => attempt(() => takeOut(found))}>
            {kept.kind === 'version' ? '恢复这一期，在历史里打开' : '从回收站恢复'}
          </Button>
        ),
        <Button key="close" ref={first} type="primary" onClick={closeDialog}>
          关闭
        </Button>,
      ]}
    >
      <div className="kept-record">
        {record && ('article' in record ? <SentText item={record.article} /> : <VersionPages issue={record.issue} place={place} />)}
      </div>
    </Modal>
  );
}

type Read = { readonly issue: Issue } | { readonly article: Article };

function useRecord({ key, kept }: KeptFound): Read | undefined {
  const [record, setRecord] = useState<Read>();
  const { kind, id } = kept;
  useEffect(() => {
    let isWanted = true;
    const reading: Promise<Read> = kind === 'version' ? call('history.get', { key, id }) : call('trash.get', { id });
    reading.then((read) => isWanted && setRecord(read), tellFailure);
    return () => {
      isWanted = false;
    };
  }, [key, kind, id]);
  return record;
}

async function showInHistory(key: string, id: string): Promise<void> {
  closeDialog();
  await openIssue(key);
  showView('history');
  await listVersions();
  await chooseVersion(id);
}

/** A version is shown in the history of its issue, which comes back for it. */
async function takeOut({ key, kept: { kind, id, trashId } }: KeptFound): Promise<void> {
  closeDialog();
  await restore(trashId ?? id);
  if (kind === 'version') await showInHistory(key, id);
}
