import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { changedWords } from '../../shared/submissions/changed-words.js';
import { isPrinted } from '../../shared/submissions/receipt-outcomes.js';
import type { Printed, Receipt } from '../../shared/submissions/receipt.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { call, CallFailure } from '../bridge.js';
import { ChangedLineRow, sumLabel } from '../issue/changed-line.js';
import { SentText } from '../issue/sent-text.js';
import { attempt } from '../library/library-actions.js';
import { dateLabel, instantLabel } from '../library/issue-label.js';
import { tellFailure } from '../state/messages.js';
import type { OwnRow } from '../state/own-rows.js';
import { isReadOnly } from '../state/read-only.js';
import { reviseManuscript, sendManuscript } from './own-actions.js';
import { standingLabel } from './own-list.js';

const thisYear = new Date().getFullYear();

/** One that was sent: what became of it, the words as printed against those sent, and the way to the next round. */
export function AnswerPane({ row }: { readonly row: OwnRow }) {
  const { submission, receipt } = useAnswer(row);
  const { standing } = row;
  const isAdopted = standing !== 'draft' && standing !== 'sent' && isPrinted(standing);
  return (
    <section className="own-main" aria-label="稿件" data-pane="own-text" tabIndex={-1}>
      <div className="sent-bar">
        <span>
          <span className={`own-outcome own-${standing}`}>{standingLabel(standing)}</span>
          <span className="soft num">
            {row.round > 1 && ` 第${row.round}稿`}
            {row.writtenAt !== '' && ` ${instantLabel(row.writtenAt, thisYear)}写成`}
          </span>
        </span>
        {submission !== undefined && (
          <span className="sent-actions">
            <Button disabled={isReadOnly()} onClick={() => attempt(() => sendManuscript(row.id))}>
              再导出一次…
            </Button>
            {!isAdopted && (
              <Button
                data-pane-focus
                type={standing === 'sent' ? 'default' : 'primary'}
                disabled={isReadOnly()}
                onClick={() => attempt(() => reviseManuscript(row.id))}
              >
                修改后重报
              </Button>
            )}
          </span>
        )}
      </div>
      <div className="own-answer">
        <p className="own-sentence">{sentences[standing]}</p>
        {row.reason !== undefined && (
          <section className="own-said" aria-label="编辑部的意见">
            <h2>编辑部的意见</h2>
            <p>{row.reason}</p>
          </section>
        )}
        {receipt?.printed.map((printed) => (
          <PrintedText key={`${printed.issueKey} ${printed.item.id}`} printed={printed} submission={submission} />
        ))}
        {(receipt?.printed ?? []).length === 0 && submission !== undefined && <SentText item={submission.article} />}
        {submission === undefined && receipt?.printed.length === 0 && <p className="soft">稿件已不在本机，只留下回执。</p>}
      </div>
    </section>
  );
}

const sentences: Readonly<Record<OwnRow['standing'], string>> = {
  draft: '',
  sent: '已导出到U盘，等编辑部的回执。收到回执前也可以修改后重报。',
  adopted: '编辑部按原文采用。',
  revised: '编辑部修改后采用，下面标出了改动：下划线是编辑部加的，删除线是删去的。',
  reserve: '编辑部留作备用，可能在以后的期里采用。',
  refused: '编辑部没有采用。',
  returned: '编辑部退回修改。按“修改后重报”接着写，仍算同一篇。',
};

/** The words as they were printed; where they were sent from here, with every change. */
function PrintedText({ printed, submission }: { readonly printed: Printed; readonly submission: Submission | undefined }) {
  const { item, issue, column, date } = printed;
  const changed = useMemo(() => submission && changedWords(item, [submission]), [item, submission]);
  return (
    <section aria-label={issue}>
      <h2 className="own-printed num">
        {issue}〔{column}〕<span className="soft">{dateLabel(date)}</span>
      </h2>
      {changed === undefined ? (
        <SentText item={item} />
      ) : (
        <>
          <p className="sent-sum num">{sumLabel(changed, '原稿')}</p>
          {changed.lines.map((line, index) => (
            <ChangedLineRow key={index} line={line} />
          ))}
        </>
      )}
    </section>
  );
}

interface Answer {
  readonly submission?: Submission;
  readonly receipt?: Receipt;
}

/** The manuscript as it was sent and the receipt for it, as far as they are here. */
function useAnswer({ id, standing }: OwnRow): Answer {
  const [answer, setAnswer] = useState<Answer>({});
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const submission = await unlessMissing(call('submission.get', { id }));
      const receipt = standing === 'sent' ? undefined : await unlessMissing(call('receipt.get', { id }));
      if (isWanted) setAnswer({ ...submission, ...receipt });
    };
    read().catch(tellFailure);
    return () => {
      isWanted = false;
    };
  }, [id, standing]);
  return answer;
}

async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch((failure: unknown) => {
    if (failure instanceof CallFailure && failure.code.endsWith('-missing')) return undefined;
    throw failure;
  });
}
