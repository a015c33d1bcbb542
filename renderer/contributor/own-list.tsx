import { useMemo, useState } from 'react';
import { keyLabel } from '../../shared/document/issue-key-label.js';
import { ownStandings, type OwnStanding } from '../../shared/submissions/own-history.js';
import { attempt } from '../library/library-actions.js';
import { instantDayLabel } from '../library/issue-label.js';
import { focusPane } from '../state/pane-focus.js';
import { showOwn, useOwnRows, type OwnRow } from '../state/own-rows.js';
import { countLabel } from '../ui/count-label.js';
import { RowList } from '../ui/row-list.js';
import { removeManuscript } from './own-actions.js';

const rowHeightPx = 48;

/** Everything the unit wrote, the latest first, narrowed by what became of it. */
export function OwnList() {
  const rows = useOwnRows((state) => state.rows);
  const current = useOwnRows((state) => state.current);
  const [only, setOnly] = useState<OwnStanding | undefined>();
  const shown = useMemo(() => (only === undefined ? rows : rows.filter(({ standing }) => standing === only)), [rows, only]);
  const counts = ownStandings.map(({ name, label }) => ({ name, label, count: rows.filter(({ standing }) => standing === name).length }));
  return (
    <section className="own-side" aria-label="本单位的稿件">
      <div className="inbox-chips own-chips" role="group" aria-label="结果">
        {[{ name: undefined, label: '全部', count: rows.length }, ...counts.filter(({ count, name }) => count > 0 || name === only)].map(
          ({ name, label, count }) => (
            <button key={label} type="button" className="chip num" aria-pressed={name === only} onClick={() => setOnly(name)}>
              {label} {count}
            </button>
          ),
        )}
      </div>
      <RowList
        rows={shown}
        idOf={({ id }) => id}
        rowHeightPx={rowHeightPx}
        label="稿件"
        pane="own-list"
        current={current}
        onCurrent={showOwn}
        onKey={(event) => {
          if (event.ctrlKey) return false;
          if (event.key === 'Enter') goIn();
          const row = shown.find(({ id, standing }) => id === current && standing === 'draft');
          if (event.key === 'Delete' && row !== undefined) attempt(() => removeManuscript(row));
          return event.key === 'Enter' || event.key === 'Delete';
        }}
        rowClass="inbox-row"
      >
        {(row) => <Row row={row} />}
      </RowList>
      <Years />
    </section>
  );
}

/** Into the text of a draft, or to what can be done with one that was sent. */
function goIn(): void {
  const pane = document.querySelector<HTMLElement>('[data-pane="own-text"]');
  if (pane !== null) focusPane(pane);
}

function Row({ row: { title, standing, characters, writtenAt, round, printed, reason } }: { readonly row: OwnRow }) {
  const places = printed.map(({ issueKey, column }) => `${keyLabel(issueKey)}〔${column}〕`);
  const facts = [
    ...places,
    ...(reason === undefined ? [] : [reason]),
    ...(characters > 0 ? [`${countLabel(characters)}字`] : []),
    ...(writtenAt === '' ? [] : [instantDayLabel(writtenAt)]),
  ];
  return (
    <>
      <span className={`standing own-${standing}`}>{standingLabel(standing)}</span>
      <span className="inbox-title" title={title}>
        {title === '' ? '（还没有标题）' : title}
        {round > 1 && <span className="faint"> 第{round}稿</span>}
      </span>
      <span className="inbox-facts faint num" title={facts.join(' · ')}>
        {facts.join(' · ')}
      </span>
    </>
  );
}

export function standingLabel(standing: OwnStanding): string {
  return ownStandings.find(({ name }) => name === standing)?.label ?? standing;
}

/** How many were printed each year. */
function Years() {
  const { years } = useOwnRows((state) => state.figures);
  if (years.length === 0) return null;
  return (
    <p className="own-years soft num" aria-label="历年采用">
      历年采用：{years.map(({ year, printed }) => `${year}年 ${printed} 篇`).join('，')}
    </p>
  );
}
