import { useDeferredValue, useMemo, type KeyboardEvent } from 'react';
import type { SendFinding } from '../../shared/submissions/check-submission.js';
import { useContributor } from '../state/contributor.js';
import { useOwnRows, type OwnRow } from '../state/own-rows.js';
import { useOwnSession } from '../state/own-session.js';
import { findingsOf, goToPlace } from './own-actions.js';

const headings = { must: '必须处理', mind: '请留意' } as const;

/** 报送前检查: what to see to, each a step to its place; above it what the office said of the round before. */
export function ChecksPane({ row }: { readonly row: OwnRow }) {
  const manuscript = useDeferredValue(useOwnSession((session) => session.manuscript));
  const contributor = useContributor();
  const findings = useMemo(
    () => (manuscript === undefined || contributor === undefined ? [] : findingsOf(manuscript, contributor)),
    [manuscript, contributor],
  );
  return (
    <aside className="own-checks" aria-label="报送前检查" data-pane="own-checks" tabIndex={-1} onKeyDown={walk}>
      <SaidBefore row={row} />
      <h2>报送前检查</h2>
      {findings.length === 0 && <p className="own-ready">✓ 标题、字数、来源单位、签发、电话都齐了，可以报送。</p>}
      {(['must', 'mind'] as const).map((level) => {
        const own = findings.filter((finding) => finding.level === level);
        return (
          own.length > 0 && (
            <section key={level} aria-label={headings[level]} data-level={level}>
              <h3>
                {headings[level]} {own.length}
              </h3>
              <ul>
                {own.map((finding, index) => (
                  <li key={index}>
                    <Finding finding={finding} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </aside>
  );
}

function Finding({ finding: { message, remedy, place } }: { readonly finding: SendFinding }) {
  return (
    <button type="button" className="own-finding" title="转到这一处" onClick={() => goToPlace(place)}>
      <span>{message}</span>
      <span className="soft">{remedy}</span>
    </button>
  );
}

/** Up and down go from finding to finding. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  all[all.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  event.preventDefault();
}

/** The comment (退改意见) on the round before. */
function SaidBefore({ row: { thread, round } }: { readonly row: OwnRow }) {
  const rows = useOwnRows((state) => state.rows);
  const before = rows.filter((row) => row.thread === thread && row.round < round).sort((left, right) => right.round - left.round);
  const said = before.find(({ reason }) => reason !== undefined);
  if (said === undefined) return null;
  return (
    <section className="own-said" aria-label="退改意见">
      <h2>编辑部对第{said.round}稿的意见</h2>
      <p>{said.reason}</p>
    </section>
  );
}
