/** 版面体检: what is wrong with the printed pages, above the pages themselves. */
import { findItem, itemLabel } from '../../shared/document/edit-issue.js';
import type { Issue } from '../../shared/document/issue.js';
import type { BlockPlace } from '../../shared/layout/block.js';
import type { LayoutFinding } from '../../shared/layout/inspect-pages.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { remedyFor, type Remedy } from '../../shared/layout/remedies.js';
import { useMemo } from 'react';
import { takeBack } from '../issue/issue-edits.js';
import { ignoreFinding, findingKey, kindLabels, restoreIgnored, useInspection } from '../state/inspection.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useSubstitutions } from '../state/local-faces.js';
import { tell } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { textPlaceAt, nthOfLine } from '../../shared/layout/printed-place.js';

export interface InspectionListProps {
  readonly style: PageStyle;
  onPick(caret: TextPlace): void;
  onPickPart(place: BlockPlace): void;
}

export function InspectionList({ style, onPick, onPickPart }: InspectionListProps) {
  const issueKey = useIssueSession(({ key }) => key) ?? '';
  const { pages, findings, ignored } = useInspection(issueKey);
  const show = (finding: LayoutFinding): void => {
    const { issue } = issueSession.getState();
    const caret =
      issue && finding.place.part !== 'contents' && textPlaceAt(issue, finding.place, nthOfLine(pages, finding.line), finding.offset);
    if (caret) onPick(caret);
    else onPickPart(finding.place);
  };
  return (
    <section className="inspection" role="tabpanel" aria-label="版面体检">
      {findings.length === 0 && <p className="inspection-none">{pages.length === 0 ? '正在检查' : '没有发现问题。'}</p>}
      {findings.length > 0 && (
        <ol>
          {findings.map((finding, index) => (
            <Entry
              key={`${String(index)} ${findingKey(finding)}`}
              finding={finding}
              style={style}
              onShow={() => show(finding)}
              onIgnore={() => ignoreFinding(issueKey, finding)}
            />
          ))}
        </ol>
      )}
      {ignored.length > 0 && (
        <p className="inspection-foot">
          已忽略 {ignored.length} 处
          <button type="button" className="plain-link" onClick={() => restoreIgnored(issueKey)}>
            重新列出
          </button>
        </p>
      )}
      <Substitutions />
    </section>
  );
}

interface EntryProps {
  readonly finding: LayoutFinding;
  readonly style: PageStyle;
  readonly onShow: () => void;
  readonly onIgnore: () => void;
}

function Entry({ finding, style, onShow, onIgnore }: EntryProps) {
  const place = useIssueSession(({ issue }) => (issue ? placeWords(finding, issue) : ''));
  const remedy = useMemo(() => knownRemedy(finding, style), [finding, style]);
  return (
    <li className="finding">
      <p className="finding-place num">
        <strong>{kindLabels[finding.kind]}</strong>
        {place}
      </p>
      <p>
        {finding.message}
        {finding.quote !== '' && <q className="finding-quote">{finding.quote}</q>}
      </p>
      <p className="soft">{finding.remedy}</p>
      <div className="finding-actions">
        <button type="button" className="plain-link" onClick={onShow}>
          定位
        </button>
        {remedy && (
          <button type="button" className="plain-link" onClick={() => carryOut(finding, style)}>
            {remedy.label}
          </button>
        )}
        <button type="button" className="plain-link" onClick={onIgnore}>
          忽略
        </button>
      </div>
    </li>
  );
}

function knownRemedy(finding: LayoutFinding, style: PageStyle): Remedy | undefined {
  const { issue } = issueSession.getState();
  return issue && !isReadOnly() ? remedyFor(finding, issue, style) : undefined;
}

/** The remedy as one step that can be undone; looked up again, because the issue may have changed since it was drawn. */
function carryOut(finding: LayoutFinding, style: PageStyle): void {
  const remedy = knownRemedy(finding, style);
  if (!remedy) return;
  const { edit, closeStep } = issueSession.getState();
  closeStep();
  edit(remedy.change);
  closeStep();
  const after = issueSession.getState().issue;
  tell('success', `已${remedy.label}。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** 第4页第12行 · 甲县打造“流动讲堂”. */
function placeWords({ page, lineNumber, place }: LayoutFinding, issue: Issue): string {
  const item = place.itemId === undefined ? undefined : findItem(issue, place.itemId)?.item;
  const part = place.part === 'contents' ? '目录' : item ? itemLabel(item) : partLabels[place.part];
  return `第${String(page)}页第${String(lineNumber)}行${part ? ` · ${part}` : ''}`;
}

const partLabels: Partial<Record<BlockPlace['part'], string>> = {
  masthead: '报头',
  instruction: '领导批示',
  column: '栏目',
  distribution: '版记',
  imprint: '版记',
};

/** Faces this machine lacks: said once, below. */
function Substitutions() {
  const sentences = useSubstitutions();
  if (sentences.length === 0) return null;
  return (
    <details className="inspection-foot">
      <summary>本机缺少 {sentences.length} 种公文字体，版面和 PDF 用别的字体代替</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
