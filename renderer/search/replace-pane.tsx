/** 全库替换: what would be changed in every issue, each issue and each place on or off; one commit, one undo. */
import { memo, useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import { FindField } from '../find/find-field.js';
import { PatternPieces, QueryChips, ReplacementPieces } from '../find/query-options.js';
import { attempt } from '../library/library-actions.js';
import { isLockedState } from '../../shared/document/issue-states.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { isReadOnly } from '../state/read-only.js';
import { confirm } from '../ui/confirm.js';
import { Bar } from '../ui/bar.js';
import {
  chosenIn,
  listMoreHits,
  listMoreIssues,
  preview,
  replaceInLibrary,
  replaceStore,
  toggleIssue,
  toggleOneHit,
  useReplace,
  type PreviewedHit,
  type PreviewedIssue,
} from './replace-state.js';
import { issueName } from '../state/publication.js';

export function ReplacePane({ words }: { readonly words: string }) {
  const query = useReplace((state) => state.query);
  const replacement = useReplace((state) => state.replacement);
  const failure = useReplace(({ failure: reason, preview: found }) => reason ?? found?.problem);
  const wordsField = useRef<HTMLInputElement>(null);
  const replacementField = useRef<HTMLInputElement>(null);
  // Only the words that were searched for when it was opened.
  const [wordsAtOpening] = useState(words);
  useEffect(() => {
    void preview(wordsAtOpening === '' ? {} : { words: wordsAtOpening });
    wordsField.current?.focus();
  }, [wordsAtOpening]);
  return (
    <>
      <div className="search-field replace-fields">
        <FindField
          field={wordsField}
          label="各期中的"
          value={query.words}
          onChange={(next) => void preview({ words: next })}
          onKeyDown={() => undefined}
        />
        <PatternPieces field={wordsField} onPick={() => void preview({ isPattern: true })} />
        <FindField
          field={replacementField}
          label="替换为"
          value={replacement}
          onChange={(next) => replaceStore.setState({ replacement: next })}
          onKeyDown={() => undefined}
        />
        {query.isPattern && <ReplacementPieces field={replacementField} />}
        <RunButton />
      </div>
      <Options />
      {failure !== undefined && <Bar tone="error" text={failure} actions={[]} />}
      <ReplaceList />
    </>
  );
}

function RunButton() {
  const state = useReplace((each) => each);
  const issues = (state.preview?.issues ?? []).filter((issue) => chosenIn(issue, state) > 0);
  const places = issues.reduce((sum, issue) => sum + chosenIn(issue, state), 0);
  const run = async (): Promise<void> => {
    const isSure = await confirm({
      title: `在 ${String(issues.length)} 期里替换 ${String(places)} 处`,
      text: `“${state.query.words}”换成“${state.replacement}”。各期换之前的样子存入历史，换完可以一次撤销。`,
      danger: '替换',
      stay: '不换',
    });
    if (isSure) await replaceInLibrary();
  };
  return (
    <Button type="primary" disabled={isReadOnly() || places === 0 || state.previewed !== state.query} onClick={() => attempt(run)}>
      替换{places > 0 && ` ${String(issues.length)} 期 ${String(places)} 处`}
    </Button>
  );
}

function Options() {
  const query = useReplace((state) => state.query);
  return (
    <div className="find-options replace-options">
      <QueryChips query={query} onChange={(changes) => void preview(changes)} />
    </div>
  );
}

/** What would be changed: of every issue the places listed so far; the next issues come up with the end of the list. */
function ReplaceList() {
  const issues = useReplace(({ preview: found }) => found?.issues ?? noIssues);
  const listed = useReplace((state) => state.listed);
  const isFruitless = useReplace(({ query, preview: found }) => query.words !== '' && found?.total === 0 && found.problem === undefined);
  const left = issues.length - listed.size;
  return (
    <div className="search-list" tabIndex={0} aria-label="将要替换">
      {isFruitless && <p className="search-note">各期里没有这些字。</p>}
      {issues.slice(0, listed.size).map((issue) => (
        <IssueGroup key={issue.key} issue={issue} hits={listed.get(issue.key) ?? noHits} />
      ))}
      {left > 0 && <MoreIssues key={listed.size} left={left} />}
    </div>
  );
}

const noIssues: readonly PreviewedIssue[] = [];
const noHits: readonly PreviewedHit[] = [];

/** How far below the list's end the next issues are brought up. */
const ahead = '600px';

/** The end of the list: pressed, or come into view, it brings up more. */
function MoreIssues({ left }: { readonly left: number }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const end = button.current;
    if (!end) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && attempt(listMoreIssues), {
      root: end.parentElement,
      rootMargin: ahead,
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" className="plain-link search-more num" onClick={() => attempt(listMoreIssues)}>
      列出其余 {left} 期
    </button>
  );
}

interface IssueGroupProps {
  readonly issue: PreviewedIssue;
  readonly hits: readonly PreviewedHit[];
}

const IssueGroup = memo(function IssueGroup({ issue, hits }: IssueGroupProps) {
  const { key, state, count } = issue;
  const isOff = useReplace(({ offIssues }) => offIssues.has(key));
  return (
    <section className="search-group" aria-label={issueName(key)} data-off={isOff}>
      <label className="search-issue">
        <input type="checkbox" checked={!isOff} disabled={isLockedState(state)} onChange={() => toggleIssue(key)} /> {issueName(key)}{' '}
        <span className="faint num">
          {count} 处 · {stateLabels[state]}
          {isLockedState(state) && '，已锁定，不换'}
        </span>
      </label>
      {!isOff && hits.map((hit) => <HitLine key={hit.id} issueKey={key} hit={hit} />)}
      {!isOff && hits.length < count && (
        <button type="button" className="plain-link search-more" onClick={() => attempt(() => listMoreHits(issue))}>
          列出其余 {count - hits.length} 处
        </button>
      )}
    </section>
  );
});

const HitLine = memo(function HitLine({ issueKey, hit }: { readonly issueKey: string; readonly hit: PreviewedHit }) {
  const isOff = useReplace(({ offHits }) => offHits.get(issueKey)?.has(hit.id) ?? false);
  const [before, words, after] = hit.context;
  return (
    <label className="search-place" data-off={isOff}>
      <input type="checkbox" checked={!isOff} onChange={() => toggleOneHit(issueKey, hit.id)} />
      <span className="search-context">
        {before}
        <mark>{words}</mark>
        {after}
      </span>
      <span className="search-page">{hit.label}</span>
    </label>
  );
});
