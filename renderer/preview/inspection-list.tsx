/** 版面体检: what is wrong with the printed pages, above the pages themselves. */
import { useMemo } from 'react';
import { findItem, itemLabel } from '../../shared/document/edit-issue.js';
import type { Issue } from '../../shared/document/issue.js';
import { isTextPlace, placeLabel, type PartPlace, type TextPlace } from '../../shared/document/text-place.js';
import type { Mend } from '../../shared/findings/finding.js';
import { ignoreFinding, restoreIgnored } from '../../shared/findings/ignoring.js';
import { mendFor } from '../../shared/findings/inspect-issue.js';
import { ruleOf, type Finding } from '../../shared/findings/rules.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { useInspection } from '../state/inspection.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useSubstitutions } from '../state/local-faces.js';
import { tell } from '../state/messages.js';
import { isLocked } from '../state/lock.js';
import { takeBack } from '../state/take-back.js';

export interface InspectionListProps {
  readonly style: PageStyle;
  onPick(place: TextPlace): void;
  onPickPart(place: PartPlace): void;
}

export function InspectionList({ style, onPick, onPickPart }: InspectionListProps) {
  const { pages, findings, ignored } = useInspection();
  const show = ({ place }: Finding): void => (isTextPlace(place) ? onPick(place) : onPickPart(place));
  return (
    <section className="inspection" role="tabpanel" aria-label="版面体检">
      {findings.length === 0 && <p className="inspection-none">{pages.length === 0 ? '正在检查' : '没有发现问题。'}</p>}
      {findings.length > 0 && (
        <ol>
          {findings.map((finding, index) => (
            <Entry
              key={`${String(index)} ${finding.rule} ${finding.quote}`}
              finding={finding}
              style={style}
              onShow={() => show(finding)}
              onIgnore={() => editOnce((issue) => ignoreFinding(issue, finding))}
            />
          ))}
        </ol>
      )}
      {ignored.length > 0 && (
        <p className="inspection-foot">
          已忽略 {ignored.length} 处
          <button type="button" className="plain-link" onClick={() => editOnce(restoreIgnored)}>
            重新列出
          </button>
        </p>
      )}
      <Substitutions />
    </section>
  );
}

interface EntryProps {
  readonly finding: Finding;
  readonly style: PageStyle;
  readonly onShow: () => void;
  readonly onIgnore: () => void;
}

function Entry({ finding, style, onShow, onIgnore }: EntryProps) {
  const place = useIssueSession(({ issue }) => (issue ? placeWords(finding, issue) : ''));
  const mend = useMemo(() => knownMend(finding, style), [finding, style]);
  return (
    <li className="finding">
      <p className="finding-place num">
        <strong>{ruleOf(finding.rule).label}</strong>
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
        {mend && (
          <button type="button" className="plain-link" onClick={() => carryOut(finding, style)}>
            {mend.label}
          </button>
        )}
        <button type="button" className="plain-link" onClick={onIgnore}>
          忽略
        </button>
      </div>
    </li>
  );
}

function knownMend(finding: Finding, style: PageStyle): Mend | undefined {
  const { issue } = issueSession.getState();
  return issue && !isLocked() ? mendFor(finding, issue, style) : undefined;
}

/** The mend as one step that can be undone; looked up again, because the issue may have changed since it was drawn. */
function carryOut(finding: Finding, style: PageStyle): void {
  const mend = knownMend(finding, style);
  if (!mend) return;
  editOnce(mend.change);
  const after = issueSession.getState().issue;
  tell('success', `已${mend.label}。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** An edit that is one undo step, whatever was typed before and after. */
function editOnce(change: (issue: Issue) => Issue): void {
  const { edit, closeStep } = issueSession.getState();
  closeStep();
  edit(change);
  closeStep();
}

/** 第4页第12行 · 甲县打造“流动讲堂”; without a page where nothing is printed. */
function placeWords({ printed, place }: Finding, issue: Issue): string {
  const item = isTextPlace(place) ? findItem(issue, place.itemId)?.item : undefined;
  const line = printed ? `第${String(printed.page)}页第${String(printed.line)}行 · ` : '';
  return `${line}${item ? itemLabel(item) : placeLabel(issue, place)}`;
}

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
