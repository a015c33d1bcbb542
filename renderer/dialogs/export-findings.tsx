/** What is wrong with an issue before it is exported, sorted by how much it matters, each with the way to its place. */
import { isTextPlace, placeLabel } from '../../shared/document/text-place.js';
import type { Issue } from '../../shared/document/issue.js';
import { isIgnored } from '../../shared/findings/ignoring.js';
import { inspectIssue } from '../../shared/findings/inspect-issue.js';
import { ruleOf, type Finding } from '../../shared/findings/rules.js';
import type { ExportFormat } from '../../shared/export-formats.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { showPlace } from '../issue/show-place.js';
import { closeDialog } from '../state/desk.js';
import { otherIssues } from '../state/inspection.js';
import type { LibraryListing } from '../state/library-store.js';
import { useSubstitutions } from '../state/local-faces.js';
import { confirm } from '../ui/confirm.js';

export interface SortedFindings {
  /** 必须处理 */
  readonly errors: readonly Finding[];
  /** 请留意; looks alone are left to 版面体检. */
  readonly warnings: readonly Finding[];
  /** 字体 */
  readonly fonts: readonly Finding[];
}

/** What the editor should know before an export; what is ignored is not told again. */
export function findingsBeforeExport(issue: Issue, style: PageStyle, library: Pick<LibraryListing, 'issues'>, key: string): SortedFindings {
  const pages = layoutIssue(composeIssue(issue), style);
  const findings = inspectIssue(issue, pages, otherIssues(library, key)).filter((finding) => !isIgnored(issue, finding));
  const isOfFonts = ({ rule, level }: Finding): boolean => level !== 'error' && ruleOf(rule).isOfFonts === true;
  return {
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter((finding) => finding.level === 'warning' && !isOfFonts(finding)),
    fonts: findings.filter(isOfFonts),
  };
}

/** Asks whether an issue with errors is to be exported all the same. */
export function mayExportWith(errors: readonly Finding[]): Promise<boolean> {
  const kinds = [...new Set(errors.map(({ rule }) => ruleOf(rule).label))].join('、');
  return confirm({
    title: `还有 ${String(errors.length)} 处必须处理`,
    text: `${kinds}。这样导出的文件不宜送审或付印。`,
    danger: '仍然导出',
    stay: '回去处理',
  });
}

interface ExportFindingsProps {
  readonly issue: Issue;
  readonly findings: SortedFindings;
  readonly formats: readonly ExportFormat[];
}

/** Faces that stand in concern what embeds fonts: PDF and OFD. */
export function ExportFindings({ issue, findings: { errors, warnings, fonts }, formats }: ExportFindingsProps) {
  const substitutions = useSubstitutions();
  const drawn = [...(formats.includes('pdf') ? ['PDF'] : []), ...(formats.includes('ofd') ? ['OFD'] : [])].join('、');
  const faces = drawn === '' ? [] : substitutions.map((sentence) => `${drawn}：${sentence}。`);
  if (errors.length + warnings.length + fonts.length + faces.length === 0) return null;
  return (
    <div className="export-warnings">
      <Group title="必须处理" issue={issue} findings={errors} />
      <Group title="请留意" issue={issue} findings={warnings} />
      <Group title="字体" issue={issue} findings={fonts} sentences={faces} />
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly issue: Issue;
  readonly findings: readonly Finding[];
  readonly sentences?: readonly string[];
}

function Group({ title, issue, findings, sentences = [] }: GroupProps) {
  if (findings.length + sentences.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="export-group">
        {title} <span className="num">{findings.length + sentences.length}</span>
      </h3>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${String(index)} ${finding.rule}`}>
            {finding.message}
            {namesNoText(finding) && <q className="finding-quote">{finding.quote}</q>}
            <button type="button" className="plain-link" title="关闭本窗口，到这一处" onClick={() => leaveFor(finding)}>
              {placeLabel(issue, finding.place)}
            </button>
          </li>
        ))}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** A finding in 报头, 报送发 or 版记: which number or field it is about is not in its place. */
function namesNoText({ place, quote }: Finding): boolean {
  return !isTextPlace(place) && place.part !== 'contents' && quote !== '';
}

function leaveFor({ place }: Finding): void {
  closeDialog();
  showPlace(place);
}
