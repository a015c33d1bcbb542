import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { plainTitle } from '../../shared/document/issue.js';
import { docKindLabels } from '../../shared/search/doc-kinds.js';
import { type FoundDoc, type FoundPlace, type SearchGroup } from '../../shared/search/search-types.js';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { allGroups, allPlaces, goToFound, placesOf, searchStore, useSearch } from './search-state.js';

/** Issues and manuscripts with their articles and the words around each place; arrows walk, Enter opens. */
export function SearchResults() {
  const answer = useSearch((state) => state.answer);
  const isAsked = useSearch(({ words, only }) => words.trim() !== '' || Object.values(only).some((values) => (values?.length ?? 0) > 0));
  const kept = useSearch((state) => state.kept);
  const current = useSearch((state) => state.current);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (!answer || !isAsked) return null;
  const groups = allGroups({ answer, kept });
  if (groups.length === 0)
    return (
      <p className="search-note">
        没有{answer.terms.length === 0 ? '符合' : `同时含有${answer.terms.map((term) => `“${term}”`).join('')}`}的稿件。
      </p>
    );
  const starts = startsOf(groups.map((group) => placesOf(group).length));
  return (
    <div ref={list} className="search-list" role="listbox" aria-label="搜索结果" tabIndex={0} onKeyDown={keyInList}>
      {groups.map((group, nth) => {
        const start = starts[nth] ?? 0;
        const shown = current >= start && current < (starts[nth + 1] ?? 0) ? current - start : -1;
        return <Group key={`${group.source} ${group.key} ${group.kept?.id ?? ''}`} group={group} start={start} current={shown} />;
      })}
      {kept?.isCut === true && <p className="search-note soft">旧版本里还有，没有全列出来；请加词再找。</p>}
      {answer.sources > answer.groups.length && (
        <p className="search-note soft num">还有 {answer.sources - answer.groups.length} 期（篇）未列出，请加词或从左边缩小范围。</p>
      )}
    </div>
  );
}

function keyInList(event: KeyboardEvent): void {
  const state = searchStore.getState();
  const { current } = state;
  const rows = allPlaces(state);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -rows.length,
    End: rows.length,
  };
  const step = steps[event.key];
  const row = rows[current];
  if (step !== undefined) searchStore.setState({ current: Math.min(rows.length - 1, Math.max(0, current + step)) });
  else if (event.key === 'Enter' && row) attempt(() => goToFound(row.group, row.found));
  else return;
  event.preventDefault();
}

/** Where each of several lists begins when they stand behind one another, and where the last one ends. */
function startsOf(lengths: readonly number[]): readonly number[] {
  return lengths.reduce<readonly number[]>((starts, length) => [...starts, (starts.at(-1) ?? 0) + length], [0]);
}

interface GroupProps {
  readonly group: SearchGroup;
  /** Number of its first place among all. */
  readonly start: number;
  /** Which of its places is current; −1 for none. */
  readonly current: number;
}

const Group = memo(function Group({ group, start, current }: GroupProps) {
  const known = useSearch((state) => state.pages.get(group.key));
  const pages = group.kept === undefined ? known : undefined;
  const starts = startsOf(group.docs.map(({ places }) => places.length));
  return (
    <section className="search-group" aria-label={group.label}>
      <h2 className="search-issue">
        {group.source === 'submission' && <span className="search-kind">来稿</span>}
        {group.kept && <span className="search-kind">{keptLabel(group.kept)}</span>}
        {group.label}
      </h2>
      {group.docs.map((doc, index) => {
        const first = starts[index] ?? 0;
        return (
          <div key={index} className="search-doc">
            <DocLine doc={doc} isTitled={group.source === 'issue'} />
            {doc.places.map((found, nth) => (
              <PlaceLine
                key={`${found.key} ${String(found.from)}`}
                found={found}
                page={pages?.[first + nth] ?? 0}
                isCurrent={first + nth === current}
                onPick={() => {
                  searchStore.setState({ current: start + first + nth });
                  attempt(() => goToFound(group, found));
                }}
              />
            ))}
            {doc.count > doc.places.length && <p className="search-more faint num">本篇还有 {doc.count - doc.places.length} 处</p>}
          </div>
        );
      })}
      {group.unlisted > 0 && <p className="search-more faint num">本期还有 {group.unlisted} 篇</p>}
    </section>
  );
});

/** 旧版本 11月20日 14:32, of an issue in the trash so said, or when something was deleted. */
function keptLabel({ kind, at, trashId }: NonNullable<SearchGroup['kept']>): string {
  const when = instantLabel(at, new Date().getFullYear());
  if (kind === 'trash') return `回收站 ${when}删除`;
  return `${trashId === undefined ? '旧版本' : '回收站里的旧版本'} ${when}`;
}

function DocLine({ doc, isTitled }: { readonly doc: FoundDoc; readonly isTitled: boolean }) {
  const title = doc.title === '' ? docKindLabels[doc.kind] : plainTitle(doc.title);
  const facts = [doc.column === '' ? '' : `〔${doc.column}〕`, doc.unit].filter((fact) => fact !== '').join(' ');
  return (
    <p className="search-title">
      {isTitled && <span className="search-name">{title}</span>}
      <span className="faint">{facts}</span>
    </p>
  );
}

interface PlaceLineProps {
  readonly found: FoundPlace;
  readonly page: number;
  readonly isCurrent: boolean;
  onPick(): void;
}

function PlaceLine({ found, page, isCurrent, onPick }: PlaceLineProps) {
  const [before, match, after] = found.context;
  return (
    <div className="search-place" role="option" aria-selected={isCurrent} onClick={onPick}>
      <span className="search-context">
        {before}
        <mark>{match}</mark>
        {after}
      </span>
      <span className="search-page num">{page > 0 ? `第${String(page)}页` : ''}</span>
    </div>
  );
}
