/** 并排: another issue, an earlier version or a manuscript beside the article, scrolled together on request. */
import { useEffect, useRef, useState } from 'react';
import { itemLabel } from '../../shared/document/edit-issue.js';
import type { Version } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { SideTabs } from '../preview/side-tabs.js';
import { useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { besideStore, chooseItem, chooseSource, linkScrolling, useBeside } from './beside.js';
import { SentText } from './sent-text.js';
import { issueName } from '../state/publication.js';

export function BesidePane() {
  const items = useBeside((state) => state.items);
  const itemId = useBeside((state) => state.itemId);
  const isLinked = useBeside((state) => state.isLinked);
  const item = items.find(({ id }) => id === itemId);
  const scroller = useRef<HTMLDivElement>(null);
  const current = useIssueSession((session) => session.current);
  useEffect(() => {
    const text = document.querySelector<HTMLElement>('.ae-scroll');
    return isLinked && text && scroller.current ? linkScrolling(text, scroller.current) : undefined;
  }, [isLinked, item, current]);
  return (
    <section className="pv" aria-label="并排">
      <div className="pv-toolbar" role="toolbar" aria-label="并排">
        <SideTabs />
        <button
          type="button"
          className="pv-tool beside-link"
          aria-pressed={isLinked}
          onClick={() => besideStore.setState({ isLinked: !isLinked })}
        >
          同步滚动
        </button>
      </div>
      <Choice />
      <div ref={scroller} className="sent-pane beside-pane" data-pane-focus tabIndex={0} aria-label="并排的稿件">
        {item ? <SentText item={item} /> : <p className="soft">选一期、一个旧版本或一篇来稿，与正在写的稿件并排看。</p>}
      </div>
    </section>
  );
}

/** Which source and which of its articles. */
function Choice() {
  const source = useBeside((state) => state.source);
  const items = useBeside((state) => state.items);
  const itemId = useBeside((state) => state.itemId);
  const key = useIssueSession((session) => session.key);
  const issues = useLibrary((library) => library.issues);
  const submissions = useLibrary((library) => library.submissions);
  const versions = useVersions(key);
  return (
    <div className="beside-choice">
      <select
        className="find-scope"
        aria-label="并排哪一期"
        value={source ?? ''}
        onChange={({ target }) => attempt(() => chooseSource(target.value))}
      >
        <option value="" disabled>
          选一期、旧版本或来稿
        </option>
        <optgroup label="各期">
          {issues
            .filter((issue) => issue.key !== key)
            .map((issue) => (
              <option key={issue.key} value={`issue ${issue.key}`}>
                {issueName(issue.key)}
              </option>
            ))}
        </optgroup>
        <optgroup label="本期旧版本">
          {versions.map(({ id, replacedAt, name }) => (
            <option key={id} value={`version ${id}`}>
              {instantLabel(replacedAt, new Date().getFullYear())} {name ?? ''}
            </option>
          ))}
        </optgroup>
        <optgroup label="来稿">
          {submissions.map(({ id, title, unitName }) => (
            <option key={id} value={`submission ${id}`}>
              {title} {unitName}
            </option>
          ))}
        </optgroup>
      </select>
      {items.length > 1 && (
        <select className="find-scope" aria-label="并排哪一篇" value={itemId ?? ''} onChange={({ target }) => chooseItem(target.value)}>
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {itemLabel(item)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const none: readonly Version[] = [];

/** Earlier versions of the open issue, listed when the pane is opened. */
function useVersions(key: string | undefined): readonly Version[] {
  const [versions, setVersions] = useState(none);
  useEffect(() => {
    if (key === undefined) return;
    attempt(async () => setVersions((await call('history.list', { key })).versions));
  }, [key]);
  return versions;
}
