import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useIssueSession } from '../state/issue-session.js';
import { askForContributor } from '../state/contributor.js';
import { showView } from '../state/desk.js';
import { useLibrary } from '../state/library-store.js';
import { usePublication } from '../state/publication.js';
import { isReadOnly } from '../state/read-only.js';
import { runCommand } from '../ui/command-registry.js';
import { Bar } from '../ui/bar.js';
import { groupByYear, matchesFilter, type YearGroup } from './filter-issues.js';
import { IssueRow } from './issue-row.js';
import { isOfPublication, PublicationFilter, useShownPublication } from './publication-filter.js';
import { LibrarySide } from './library-side.js';

/** More rows of a list just opened than a large screen has room for. */
const rowsAtOnce = 60;

/** 期刊库: years as headings, issues as rows, submissions and trash at the side. */
export function LibraryView() {
  const [filter, setFilter] = useState('');
  const issues = useLibrary((library) => library.issues);
  const isLoaded = useLibrary((library) => library.isLoaded);
  const shownFilter = useDeferredValue(filter);
  const publication = useShownPublication();
  const isMixed = usePublication(({ publications }) => publications.length > 1) && publication === '';
  const own = useMemo(() => issues.filter((issue) => isOfPublication(issue, publication)), [issues, publication]);
  const matching = useMemo(() => own.filter((issue) => matchesFilter(issue, shownFilter)), [own, shownFilter]);
  // A window's height of rows is there at once, the rest right after it is painted.
  const shown = useDeferredValue(matching, matching.slice(0, rowsAtOnce));
  const years = useMemo(() => groupByYear(shown), [shown]);
  return (
    <div className="library">
      <section className="library-list" aria-label="各期" data-pane="library-issues">
        <div className="library-filter">
          <PublicationFilter />
          <Input
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            placeholder="按期号、日期、标题筛选"
            aria-label="筛选"
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          {shownFilter.trim() !== '' && (
            <span className="soft num">
              {matching.length} / {own.length} 期
            </span>
          )}
        </div>
        <Problems />
        <Years years={years} filter={shownFilter} isMixed={isMixed} />
        {isLoaded && issues.length === 0 && <EmptyLibrary />}
        <PurposeQuestion />
        {own.length > 0 && matching.length === 0 && <p className="library-empty">没有符合“{shownFilter.trim()}”的期。</p>}
        {issues.length > 0 && own.length === 0 && <p className="library-empty">这个刊物还没有期，按“新建下一期”从第1期开始。</p>}
      </section>
      <LibrarySide />
    </div>
  );
}

interface YearsProps {
  readonly years: readonly YearGroup[];
  readonly filter: string;
  readonly isMixed: boolean;
}

function Years({ years, filter, isMixed }: YearsProps) {
  const openKey = useIssueSession(({ key }) => key);
  return years.map(({ year, issues }) => (
    <section key={year} aria-label={`${year}年`}>
      <h2 className="year-heading">
        {year}年 <span className="faint num">{issues.length} 期</span>
      </h2>
      <ul>
        {issues.map((issue) => (
          <IssueRow key={issue.key} issue={issue} filter={filter} isOpen={issue.key === openKey} isMixed={isMixed} />
        ))}
      </ul>
    </section>
  ));
}

function Problems() {
  const problems = useLibrary((library) => library.problems);
  return problems.map(({ file, message }) => <Bar key={file} tone="warning" text={`${file}：${message}`} actions={[]} />);
}

/** Asked while there is hardly anything in the library: whether this machine is a unit's. */
function PurposeQuestion() {
  const isNew = useLibrary(
    ({ isLoaded, issues, submissions, trash }) => isLoaded && issues.length <= 1 && submissions.length + trash.length === 0,
  );
  if (!isNew || isReadOnly()) return null;
  const turn = (): void => {
    askForContributor();
    showView('contributor');
  };
  return (
    <p className="library-purpose soft">
      这台电脑是报送单位用的？
      <button type="button" className="link" onClick={turn}>
        转为投稿端
      </button>
    </p>
  );
}

function EmptyLibrary() {
  return (
    <div className="library-empty">
      <p>资料库里还没有期。</p>
      <p>
        把已印发的专报（.txt、.docx）拖到窗口里即可导入，或
        <button type="button" className="link" onClick={() => runCommand('file.newIssue')}>
          新建一期
        </button>
        。
      </p>
    </div>
  );
}
