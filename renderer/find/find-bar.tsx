/** 查找 and 替换 above the text: question, options, list of hits. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { hitId } from '../../shared/find/find-hits.js';
import { focusLastPane } from '../state/pane-focus.js';
import { isLocked, useIsLocked } from '../state/lock.js';
import { tellFailure } from '../state/messages.js';
import { FindField } from './find-field.js';
import { FindList } from './find-list.js';
import { changeQuery, changeScope, closeFind, findStore, followIssue, setReplacement, useFind } from './find-store.js';
import { PatternPieces, QueryChips, ReplacementPieces } from './query-options.js';
import { leaveField, replaceAll, replaceCurrent, showHit, stepHit } from './find-steps.js';

export function FindBar() {
  const isOpen = useFind((state) => state.isOpen);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar() {
  const isReplacing = useFind((state) => state.isReplacing);
  useEffect(followIssue, []);
  useEffect(() => leaveField, []);
  return (
    <section className="find" aria-label={isReplacing ? '查找和替换' : '查找'} onKeyDown={closeOnEscape}>
      <QueryRow />
      {isReplacing && <ReplaceRow />}
      <Options />
      <FindList />
    </section>
  );
}

/** Escape leaves the bar; the words shown last are selected in the text. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.stopPropagation();
  leave();
}

function leave(): void {
  const { hits, current } = findStore.getState();
  const hit = hits.find((each) => hitId(each) === current);
  closeFind();
  if (hit) showHit(hit, true);
  else focusLastPane();
}

function QueryRow() {
  const field = useRef<HTMLInputElement>(null);
  const words = useFind(({ query }) => query.words);
  const asked = useFind((state) => state.asked);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return (
    <div className="find-row">
      <FindField field={field} label="查找" value={words} onChange={(next) => changeQuery({ words: next })} onKeyDown={keyInQuery} />
      <PatternPieces field={field} onPick={() => changeQuery({ isPattern: true })} />
      <Count />
      <button type="button" className="find-tool" title="上一处（Shift+F3）" aria-label="上一处" onClick={() => stepHit(-1)}>
        ↑
      </button>
      <button type="button" className="find-tool" title="下一处（F3）" aria-label="下一处" onClick={() => stepHit(1)}>
        ↓
      </button>
      <button type="button" className="find-tool" title="关闭（Esc）" aria-label="关闭查找" onClick={leave}>
        ✕
      </button>
    </div>
  );
}

function keyInQuery(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter') stepHit(event.shiftKey ? -1 : 1);
  else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.find-list')?.focus();
  else return;
  event.preventDefault();
}

function Count() {
  const count = useFind(({ hits }) => hits.length);
  const at = useFind(({ hits, current }) => hits.findIndex((hit) => hitId(hit) === current));
  const isAsked = useFind(({ query, problem }) => query.words !== '' && problem === undefined);
  const sentence = !isAsked ? '' : count === 0 ? '没有找到' : at < 0 ? `${String(count)} 处` : `${String(at + 1)}／${String(count)}`;
  return (
    <span className="find-count num" role="status">
      {sentence}
    </span>
  );
}

function ReplaceRow() {
  const field = useRef<HTMLInputElement>(null);
  const replacement = useFind((state) => state.replacement);
  const isPattern = useFind(({ query }) => query.isPattern);
  const chosen = useFind(({ hits, off }) => hits.filter((hit) => !off.has(hitId(hit))).length);
  const hasHits = useFind(({ hits }) => hits.length > 0);
  const canChange = !useIsLocked();
  return (
    <div className="find-row">
      <FindField field={field} label="替换为" value={replacement} onChange={setReplacement} onKeyDown={keyInReplacement} />
      {isPattern && <ReplacementPieces field={field} />}
      <button type="button" className="find-button" disabled={!canChange || !hasHits} onClick={replaceCurrent}>
        替换
      </button>
      <button type="button" className="find-button" disabled={!canChange || chosen === 0} onClick={replaceEvery}>
        全部替换{chosen > 0 && ` ${String(chosen)} 处`}
      </button>
    </div>
  );
}

function replaceEvery(): void {
  replaceAll().catch(tellFailure);
}

function keyInReplacement(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || isLocked()) return;
  event.preventDefault();
  if (event.ctrlKey) replaceEvery();
  else replaceCurrent();
}

function Options() {
  const query = useFind((state) => state.query);
  const scope = useFind((state) => state.scope);
  const problem = useFind((state) => state.problem);
  return (
    <>
      <div className="find-options">
        <select
          className="find-scope"
          aria-label="范围"
          value={scope}
          onChange={({ target }) => changeScope(target.value === 'item' ? 'item' : 'issue')}
        >
          <option value="issue">本期</option>
          <option value="item">本篇</option>
        </select>
        <QueryChips query={query} onChange={changeQuery} />
      </div>
      {problem !== undefined && <p className="find-problem">{problem}</p>}
    </>
  );
}
