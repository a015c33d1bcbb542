import { useDeferredValue, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { kindLabels, standingLabels } from '../../shared/submissions/submission-labels.js';
import type { SubmissionRow } from '../../shared/submissions/list-submissions.js';
import { dayLabel, keyLabel } from '../library/issue-label.js';
import { countLabel } from '../ui/count-label.js';
import { readSubmission, toggleChosen, useInbox } from './inbox-state.js';

/** More rows than a large screen has room for; the others follow once those are painted. */
const rowsAtOnce = 60;

interface InboxListProps {
  readonly rows: readonly SubmissionRow[];
  /** A key no row takes for itself. */
  readonly onKey: (key: string) => boolean;
}

export function InboxList({ rows, onKey }: InboxListProps) {
  const shown = useDeferredValue(rows, rows.slice(0, rowsAtOnce));
  const current = useInbox((state) => state.current);
  const chosen = useInbox((state) => state.chosen);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const move = (step: number): void => {
    const at = rows.findIndex(({ id }) => id === current);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) readSubmission(next.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (!onKey(event.key)) return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="inbox-list"
      role="listbox"
      aria-label="来稿"
      aria-multiselectable
      tabIndex={0}
      data-pane="inbox-list"
      onKeyDown={press}
    >
      {shown.map((row) => (
        <Row key={row.id} row={row} isCurrent={row.id === current} isChosen={chosen.has(row.id)} />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: SubmissionRow;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
}

function Row({ row, isCurrent, isChosen }: RowProps) {
  const { id, title, unitName, receivedAt, kind, standing, reason, characters, round, uses } = row;
  const press = ({ ctrlKey, metaKey }: MouseEvent): void => (ctrlKey || metaKey ? toggleChosen(id) : readSubmission(id));
  const printed = [...new Set(uses.map(({ issueKey }) => keyLabel(issueKey)))].join('、');
  return (
    <div className="inbox-row" role="option" aria-selected={isCurrent} data-chosen={isChosen} title={title} onClick={press}>
      <span className={`standing standing-${standing}`}>{standingLabels[standing]}</span>
      <span className="inbox-title">
        {title}
        {round > 1 && <span className="faint"> 第{round}稿</span>}
      </span>
      <span className="inbox-facts faint num">
        {unitName === '' ? '单位不明' : unitName} · {kindLabels[kind]} · {countLabel(characters)}字 · {dayLabel(receivedAt.slice(0, 10))}
        {printed === '' ? '' : ` · ${printed}`}
        {reason === undefined ? '' : ` · ${reason}`}
      </span>
    </div>
  );
}
