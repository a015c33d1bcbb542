import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SubmissionOrder } from '../../shared/submissions/list-submissions.js';
import { decisionFacts, standingLabels, standings } from '../../shared/submissions/submission-labels.js';
import { decisions, type Decision } from '../../shared/submissions/submission-states.js';
import { SubmissionView } from '../issue/submission-view.js';
import { attempt } from '../library/library-actions.js';
import { decideChosen } from './decide.js';
import { InboxList } from './inbox-list.js';
import { inbox, readSubmission, useInbox } from '../state/inbox-state.js';
import { ReasonDialog } from './reason-dialog.js';
import { useSimilarOfWaiting } from '../similar/similar-texts.js';
import { useInboxRows, type InboxRows } from './use-rows.js';

/** 来稿: list · reading pane. Keys sort forty manuscripts without the mouse. */
export function InboxView() {
  const rows = useInboxRows();
  const current = useInbox((state) => state.current);
  const chosen = useInbox((state) => state.chosen);
  const ids = useMemo(() => rows.shown.filter(({ id }) => chosen.has(id)).map(({ id }) => id), [rows.shown, chosen]);
  const [asking, setAsking] = useState<'refused' | 'returned' | undefined>();
  useSimilarOfWaiting(rows.shown);
  useListAfter(asking !== undefined);
  const first = rows.shown[0]?.id;
  const isShown = rows.shown.some(({ id }) => id === current);
  useEffect(() => {
    if (!isShown) readSubmission(first);
  }, [isShown, first]);
  const decide = (decision: Decision): void => {
    if (decision === 'refused' || decision === 'returned') setAsking(decision);
    else attempt(() => decideChosen(decision, '', rows.shown));
  };
  const press = (key: string): boolean => {
    if (key === 'Enter') openTakeIn();
    if (key === 'Escape') readSubmission(current);
    if (key === 'Enter' || key === 'Escape') return true;
    const decision = decisions.find((each) => decisionFacts[each].key === key);
    if (decision !== undefined) decide(decision);
    return decision !== undefined;
  };
  return (
    <div className="inbox">
      <section className="list-side" aria-label="来稿列表">
        <Filters rows={rows} />
        <InboxList rows={rows.shown} onKey={press} />
        {rows.all.length === 0 && <p className="library-empty">还没有来稿。把报送单位的稿件（.docx、.txt）拖到窗口里即可收下。</p>}
        {rows.all.length > 0 && rows.shown.length === 0 && <p className="library-empty">没有符合条件的来稿。</p>}
        <Decisions onDecide={decide} isIdle={!isShown} />
      </section>
      <section className="inbox-reading" aria-label="稿件" data-pane="inbox-reading">
        {current !== undefined && isShown && <SubmissionView key={current} submissionId={current} ids={ids.length > 0 ? ids : [current]} />}
      </section>
      {asking !== undefined && (
        <ReasonDialog
          decision={asking}
          onCancel={() => setAsking(undefined)}
          onReason={(reason) => {
            setAsking(undefined);
            attempt(() => decideChosen(asking, reason, rows.shown));
          }}
        />
      )}
    </div>
  );
}

/** Gives the keyboard back to the list once the question is answered: the next key decides on the next manuscript. */
function useListAfter(isAsking: boolean): void {
  const wasAsking = useRef(false);
  useEffect(() => {
    if (!isAsking && wasAsking.current) document.querySelector<HTMLElement>('[data-pane="inbox-list"]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
}

/** The menu of 编入本期, for the keyboard. */
function openTakeIn(): void {
  document.querySelector<HTMLElement>('[data-take-in]')?.click();
}

const orderLabels: Readonly<Record<SubmissionOrder, string>> = {
  received: '按收到时间',
  unit: '按单位',
  title: '按标题',
  length: '按篇幅',
  standing: '按处理情况',
};

function Filters({ rows: { all, counts } }: { readonly rows: InboxRows }) {
  const { standing, words, order } = useInbox((state) => state);
  const chips = [
    { key: undefined, label: '全部', count: all.length },
    ...standings.map((key) => ({ key, label: standingLabels[key], count: counts[key] })),
  ];
  return (
    <div className="inbox-filters">
      <div className="inbox-chips" role="group" aria-label="处理情况">
        {chips.map(({ key, label, count }) => (
          <button
            key={label}
            type="button"
            className="chip num"
            aria-pressed={key === standing}
            onClick={() => inbox.setState({ standing: key })}
          >
            {label} {count}
          </button>
        ))}
      </div>
      <div className="inbox-search">
        <Input
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder="按标题、单位、类别、期号筛选"
          aria-label="筛选"
          value={words}
          onChange={({ target }) => inbox.setState({ words: target.value })}
        />
        <Select
          aria-label="排序"
          value={order}
          options={Object.entries(orderLabels).map(([value, label]) => ({ value: value as SubmissionOrder, label }))}
          onChange={(value) => inbox.setState({ order: value })}
        />
      </div>
    </div>
  );
}

function Decisions({ onDecide, isIdle }: { readonly onDecide: (decision: Decision) => void; readonly isIdle: boolean }) {
  return (
    <div className="inbox-decisions" role="group" aria-label="筛选意见">
      {decisions.map((decision) => {
        const { label, key } = decisionFacts[decision];
        return (
          <button key={decision} type="button" className="decision" disabled={isIdle} onClick={() => onDecide(decision)}>
            {label} <kbd>{key}</kbd>
          </button>
        );
      })}
    </div>
  );
}
