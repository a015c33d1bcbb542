/** The hits, each with the words around it: arrows walk, blank ticks, Enter takes the cursor there. */
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { placeLabel } from '../../shared/document/text-place.js';
import { hitContext, hitId, type Hit } from '../../shared/find/find-hits.js';
import { issueSession } from '../state/issue-session.js';
import { findStore, toggleAll, toggleHit, useFind } from './find-store.js';
import { showHit, stepHit } from './find-steps.js';

/** Longest list that is drawn; a replacement minds all hits. */
const mostRows = 400;

export function FindList() {
  const hits = useFind((state) => state.hits);
  const off = useFind((state) => state.off);
  const current = useFind((state) => state.current);
  const isReplacing = useFind((state) => state.isReplacing);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (hits.length === 0) return null;
  return (
    <>
      {isReplacing && (
        <label className="find-all">
          <input type="checkbox" checked={off.size === 0} onChange={({ target }) => toggleAll(target.checked)} />
          全选；去掉勾的不替换
        </label>
      )}
      <div
        ref={list}
        className="find-list"
        role="listbox"
        aria-label="查找结果"
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={current === undefined ? undefined : `hit ${current}`}
        onKeyDown={keyInList}
      >
        {hits.slice(0, mostRows).map((hit) => {
          const id = hitId(hit);
          return <HitRow key={id} id={id} hit={hit} isOff={off.has(id)} isCurrent={id === current} isTicking={isReplacing} />;
        })}
        {hits.length > mostRows && <p className="find-more soft">其余 {hits.length - mostRows} 处未列出，“全部替换”仍会替换。</p>}
      </div>
    </>
  );
}

function keyInList(event: KeyboardEvent): void {
  const { hits, current, isReplacing } = findStore.getState();
  const hit = hits.find((each) => hitId(each) === current);
  if (event.key === 'ArrowDown') stepHit(1);
  else if (event.key === 'ArrowUp') stepHit(-1);
  else if (event.key === 'Enter' && hit) showHit(hit, true);
  else if (event.key === ' ' && hit && isReplacing) toggleHit(hitId(hit));
  else return;
  event.preventDefault();
}

interface HitRowProps {
  readonly id: string;
  readonly hit: Hit;
  readonly isOff: boolean;
  readonly isCurrent: boolean;
  readonly isTicking: boolean;
}

const HitRow = memo(function HitRow({ id, hit, isOff, isCurrent, isTicking }: HitRowProps) {
  const [before, words, after] = hitContext(hit);
  const { issue } = issueSession.getState();
  return (
    <div
      id={`hit ${id}`}
      className="find-hit"
      role="option"
      aria-selected={isCurrent}
      data-off={isTicking && isOff}
      onClick={() => showHit(hit, true)}
    >
      {isTicking && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label="替换这一处"
          checked={!isOff}
          onChange={() => toggleHit(id)}
          onClick={(event) => event.stopPropagation()}
        />
      )}
      <span className="find-context">
        {before}
        <mark>{words}</mark>
        {after}
      </span>
      <span className="find-place">{issue && placeLabel(issue, hit.place)}</span>
    </div>
  );
});
