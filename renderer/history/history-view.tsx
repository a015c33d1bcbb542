import { useEffect, type KeyboardEvent } from 'react';
import { attempt } from '../library/library-actions.js';
import { timeLabel } from '../library/issue-label.js';
import { openDialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { isReadOnly } from '../state/read-only.js';
import { ChangesPane } from './changes-pane.js';
import { bringBack, chooseVersion, listVersions, now, showTab, useHistory, useVersion } from './history-state.js';
import { groupByDay, versionLabel } from './version-label.js';
import { VersionPages } from './version-pages.js';

/** 历史: the time line of the open issue, beside it a version as pages or what changed since. */
export function HistoryView() {
  const key = useIssueSession((session) => session.key);
  useEffect(() => attempt(listVersions), [key]);
  return (
    <div className="history">
      <TimeLine />
      <VersionPane />
    </div>
  );
}

function TimeLine() {
  const versions = useHistory((state) => state.versions);
  const chosen = useHistory((state) => state.chosen);
  const ids = [now, ...versions.map(({ id }) => id)];
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = ids[ids.indexOf(chosen) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    attempt(() => chooseVersion(next));
  };
  return (
    <section className="history-line" aria-label="版本" data-pane="history-line">
      <div role="listbox" aria-label="版本" tabIndex={0} data-pane-focus onKeyDown={move}>
        <Row id={now} isChosen={chosen === now} time="现在" />
        {groupByDay(versions, new Date().getFullYear()).map(({ label, versions: ofDay }) => (
          <div key={label} role="group" aria-label={label}>
            <h2 className="history-day">{label}</h2>
            {ofDay.map(({ id, replacedAt, name }) => (
              <Row key={id} id={id} isChosen={id === chosen} time={timeLabel(replacedAt)} name={name} />
            ))}
          </div>
        ))}
      </div>
      {versions.length === 0 && <p className="library-empty">还没有更早的版本。改动以后，改动前的样子会自动留在这里。</p>}
    </section>
  );
}

interface RowProps {
  readonly id: string;
  readonly isChosen: boolean;
  readonly time: string;
  readonly name?: string | undefined;
}

function Row({ id, isChosen, time, name }: RowProps) {
  const isNow = id === now;
  return (
    <div className="history-row" role="option" aria-selected={isChosen} onClick={() => attempt(() => chooseVersion(id))}>
      <span className="num">{time}</span>
      {name === undefined ? <span className="faint">{isNow ? '窗口里的样子' : '自动'}</span> : <span className="history-name">{name}</span>}
    </div>
  );
}

function VersionPane() {
  const chosen = useHistory((state) => state.chosen);
  const tab = useHistory((state) => state.tab);
  const issue = useVersion(chosen);
  return (
    <section className="history-version" aria-label="所选版本" data-pane="history-version">
      <div className="pv-toolbar" role="toolbar" aria-label="所选版本">
        <span className="choice" role="group" aria-label="怎样看">
          <button type="button" aria-pressed={tab === 'pages'} onClick={() => showTab('pages')}>
            版面
          </button>
          <button type="button" aria-pressed={tab === 'changes'} onClick={() => showTab('changes')}>
            对比
          </button>
        </span>
        <VersionActions />
      </div>
      {issue && (tab === 'pages' ? <VersionPages key={chosen} issue={issue} /> : <ChangesPane issue={issue} />)}
    </section>
  );
}

function VersionActions() {
  const version = useHistory(({ versions, chosen }) => versions.find(({ id }) => id === chosen));
  if (version === undefined || isReadOnly()) return null;
  return (
    <span className="history-actions">
      <button type="button" className="pv-tool" onClick={() => openDialog({ kind: 'name-version', version })}>
        {version.name === undefined ? '起名' : '改名'}
      </button>
      <button type="button" className="pv-tool" onClick={() => attempt(() => bringBack(version.id, versionLabel(version)))}>
        恢复整期
      </button>
    </span>
  );
}
