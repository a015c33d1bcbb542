/** 搜索: every word of the library, grouped by issue; facets at the side narrow it. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { FindField } from '../find/find-field.js';
import { Bar } from '../ui/bar.js';
import { attempt } from '../library/library-actions.js';
import { Facets } from './facets.js';
import { ReplacePane } from './replace-pane.js';
import { SearchResults } from './search-results.js';
import { allPlaces, goToFound, search, searchStore, useSearch } from './search-state.js';

export function SearchView() {
  const words = useSearch((state) => state.words);
  const isReplacing = useSearch((state) => state.isReplacing);
  return (
    <div className="search" data-replacing={isReplacing}>
      {!isReplacing && <Facets />}
      <section className="search-main" data-pane="search" aria-label={isReplacing ? '全库替换' : '搜索结果'}>
        {isReplacing ? <ReplacePane words={words} /> : <SearchPane />}
      </section>
    </div>
  );
}

function SearchPane() {
  const field = useRef<HTMLInputElement>(null);
  const words = useSearch((state) => state.words);
  const failure = useSearch((state) => state.failure);
  const isReading = useSearch(({ answer, failure: reason }) => answer === undefined && reason === undefined);
  // What was typed or saved since the view was last shown is looked for again.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    void search();
  }, []);
  return (
    <>
      <div className="search-field">
        <FindField
          field={field}
          label="在各期和来稿中搜索"
          value={words}
          onChange={(next) => void search({ words: next })}
          onKeyDown={keyInField}
        />
      </div>
      <KeptChoice />
      {failure !== undefined && <Bar tone="error" text={failure} actions={[]} />}
      {isReading && <p className="search-note soft">正在读入资料库……</p>}
      <SearchResults />
    </>
  );
}

/** Whether earlier versions and the trash are looked through too, and how far that is. */
function KeptChoice() {
  const withKept = useSearch((state) => state.withKept);
  const progress = useSearch((state) => state.keptProgress);
  return (
    <p className="search-kept-choice">
      <label>
        <input type="checkbox" checked={withKept} onChange={({ target }) => void search({ withKept: target.checked })} /> 也找旧版本和回收站
      </label>
      {progress !== undefined && (
        <span className="soft num" role="status">
          {progress}
        </span>
      )}
    </p>
  );
}

function keyInField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  const state = searchStore.getState();
  const row = allPlaces(state)[state.current];
  if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.search-list')?.focus();
  else if (event.key === 'Enter' && row) attempt(() => goToFound(row.group, row.found));
  else return;
  event.preventDefault();
}
