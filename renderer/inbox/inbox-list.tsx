import type { KeyboardEvent } from 'react';
import { shortcutOf } from '../../shared/commands.js';
import { unjoinKey } from '../../shared/submissions/joined-lines.js';
import { kindLabels, standingLabels } from '../../shared/submissions/submission-labels.js';
import type { SubmissionRow } from '../../shared/submissions/list-submissions.js';
import { instantDayLabel } from '../library/issue-label.js';
import { countLabel } from '../ui/count-label.js';
import { RowList } from '../ui/row-list.js';
import { chooseAll, chooseTo, readSubmission, toggleChosen, useInbox } from '../state/inbox-state.js';
import { shareLabel, useSimilar, type Similar } from '../similar/similar-texts.js';
import { issueName } from '../state/publication.js';

const rowHeightPx = 48;

interface InboxListProps {
  readonly rows: readonly SubmissionRow[];
  /** A key no row takes for itself. */
  readonly onKey: (key: string) => boolean;
}

export function InboxList({ rows, onKey }: InboxListProps) {
  const current = useInbox((state) => state.current);
  const chosen = useInbox((state) => state.chosen);
  const known = useSimilar();
  return (
    <RowList
      rows={rows}
      idOf={({ id }) => id}
      rowHeightPx={rowHeightPx}
      label="来稿"
      pane="inbox-list"
      current={current}
      chosen={chosen}
      onCurrent={readSubmission}
      onPress={(id, { ctrlKey, metaKey, shiftKey }) =>
        shiftKey ? chooseTo(id, rows) : ctrlKey || metaKey ? toggleChosen(id) : readSubmission(id)
      }
      onKey={(event) => chooseByKey(event, rows) || unjoinByKey(event) || (!event.ctrlKey && onKey(event.key))}
      rowClass="inbox-row"
    >
      {(row) => <Row row={row} similar={known.get(row.id) ?? undefined} />}
    </RowList>
  );
}

/** Shift with an arrow chooses on from row to row, Ctrl+A chooses all that are shown. */
function chooseByKey({ key, ctrlKey, shiftKey }: KeyboardEvent, rows: readonly SubmissionRow[]): boolean {
  if (ctrlKey && key.toLowerCase() === 'a') chooseAll(rows);
  else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) chooseTo(key === 'ArrowDown' ? 1 : -1, rows);
  else return false;
  return true;
}

/** Leaves the lines of the manuscript that is read as they stand, where some were joined. */
function unjoinByKey(event: KeyboardEvent): boolean {
  const button = shortcutOf(event) === unjoinKey ? document.querySelector<HTMLElement>('[data-unjoin]') : null;
  button?.click();
  return button !== null;
}

function Row({ row, similar }: { readonly row: SubmissionRow; readonly similar: Similar | undefined }) {
  const { title, unitName, unitGuess, receivedAt, kind, standing, reason, characters, round, uses, revisedAs } = row;
  const places = [...new Set(uses.map(({ issueKey, column }) => `${issueName(issueKey)}〔${column}〕`))].join('、');
  return (
    <>
      <span className={`standing standing-${standing}`}>{standingLabels[standing]}</span>
      <span className="inbox-title" title={title}>
        {title}
        {round > 1 && <span className="faint"> 第{round}稿</span>}
      </span>
      <span className="inbox-facts faint num" title={places}>
        {similar !== undefined && <span className="inbox-similar">相同 {shareLabel(similar.share)} · </span>}
        {places === '' ? '' : `${places} · `}
        {unitName === '' ? '单位不明' : unitName}
        {unitGuess === undefined ? '' : '（推测）'} · {kindLabels[kind]} · {countLabel(characters)}字 · {instantDayLabel(receivedAt)}
        {reason === undefined ? '' : ` · ${reason}`}
        {revisedAs === undefined ? '' : ` · 已重投第${revisedAs}稿`}
      </span>
    </>
  );
}
