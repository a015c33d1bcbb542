/** 全库替换: what would be changed in every issue, each issue and each place on or off; one commit, one undo. */
import { useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import { keyLabel } from '../../shared/document/issue-key-label.js';
import type { Blindness } from '../../shared/find/fold.js';
import { FindField } from '../find/find-field.js';
import { attempt } from '../library/library-actions.js';
import { isLockedState } from '../../shared/document/issue-states.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { isReadOnly } from '../state/read-only.js';
import { confirm } from '../ui/confirm.js';
import { Bar } from '../ui/bar.js';
import {
  chosenIn,
  preview,
  replaceInLibrary,
  replaceStore,
  toggleIssue,
  toggleOneHit,
  useReplace,
  type PreviewedIssue,
} from './replace-state.js';

export function ReplacePane({ words }: { readonly words: string }) {
  const query = useReplace((state) => state.query);
  const replacement = useReplace((state) => state.replacement);
  const found = useReplace((state) => state.preview);
  const failure = useReplace((state) => state.failure);
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
        <FindField
          field={replacementField}
          label="替换为"
          value={replacement}
          onChange={(next) => replaceStore.setState({ replacement: next })}
          onKeyDown={() => undefined}
        />
        <RunButton />
      </div>
      <Options />
      {(failure ?? found?.problem) !== undefined && <Bar tone="error" text={failure ?? found?.problem ?? ''} actions={[]} />}
      <div className="search-list" tabIndex={0} aria-label="将要替换">
        {query.words !== '' && found?.total === 0 && found.problem === undefined && <p className="search-note">各期里没有这些字。</p>}
        {found?.issues.map((issue) => (
          <IssueGroup key={issue.key} issue={issue} />
        ))}
      </div>
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
    <Button type="primary" disabled={isReadOnly() || places === 0} onClick={() => attempt(run)}>
      替换{places > 0 && ` ${String(issues.length)} 期 ${String(places)} 处`}
    </Button>
  );
}

const chips: readonly { readonly name: keyof Blindness; readonly label: string }[] = [
  { name: 'width', label: '不分全半角' },
  { name: 'quotes', label: '不分引号样式' },
  { name: 'blanks', label: '不计空格' },
  { name: 'letterCase', label: '不分大小写' },
];

function Options() {
  const { blindness, isPattern } = useReplace((state) => state.query);
  return (
    <div className="find-options replace-options">
      {chips.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          className="find-chip"
          aria-pressed={blindness[name]}
          disabled={isPattern && name !== 'letterCase'}
          onClick={() => void preview({ blindness: { ...blindness, [name]: !blindness[name] } })}
        >
          {label}
        </button>
      ))}
      <button type="button" className="find-chip" aria-pressed={isPattern} onClick={() => void preview({ isPattern: !isPattern })}>
        表达式
      </button>
    </div>
  );
}

/** Hits of one issue drawn before the rest is asked for. */
const fewHits = 20;

function IssueGroup({ issue }: { readonly issue: PreviewedIssue }) {
  const { key, state, count, hits } = issue;
  const isOff = useReplace(({ offIssues }) => offIssues.has(key));
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? hits : hits.slice(0, fewHits);
  return (
    <section className="search-group" aria-label={keyLabel(key)} data-off={isOff}>
      <label className="search-issue">
        <input type="checkbox" checked={!isOff} disabled={isLockedState(state)} onChange={() => toggleIssue(key)} /> {keyLabel(key)}{' '}
        <span className="faint num">
          {count} 处 · {stateLabels[state]}
          {isLockedState(state) && '，已锁定，不换'}
        </span>
      </label>
      {!isOff && shown.map((hit) => <HitLine key={hit.id} issueKey={key} hit={hit} />)}
      {!isOff && shown.length < hits.length && (
        <button type="button" className="plain-link search-more" onClick={() => setWhole(true)}>
          列出其余 {hits.length - shown.length} 处
        </button>
      )}
    </section>
  );
}

function HitLine({ issueKey, hit }: { readonly issueKey: string; readonly hit: PreviewedIssue['hits'][number] }) {
  const isOff = useReplace(({ offHits }) => offHits.has(`${issueKey} ${hit.id}`));
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
}
