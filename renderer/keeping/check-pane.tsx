import { Button } from 'antd';
import type { CheckFinding } from '../../shared/library/check-calls.js';
import { checkGroupNames, checkGroups, type CheckGroup } from '../../shared/library/check-groups.js';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { isReadOnly } from '../state/read-only.js';
import { repairTicked, runCheck, tick, useKeeping } from './keeping-state.js';

/** Findings shown of one group; the others are counted, and repaired along when the group is ticked. */
const mostShown = 200;

export function CheckPane() {
  const report = useKeeping((state) => state.report);
  const isChecking = useKeeping((state) => state.isChecking);
  const count = useKeeping(({ report: own, ticked }) => own?.findings.filter(({ id }) => ticked.has(id)).length ?? 0);
  return (
    <>
      <p className="soft">
        核对资料库里的每个文件：内容是不是当时存下的，互相的联系通不通，有没有多余的文件，操作记录有没有被动过。只看，不改。
      </p>
      <div className="keeping-actions">
        <Button type={report === undefined ? 'primary' : 'default'} disabled={isChecking} onClick={() => attempt(runCheck)}>
          {report === undefined ? '开始自检' : '重新自检'}
        </Button>
        {count > 0 && (
          <Button type="primary" disabled={isChecking || isReadOnly()} onClick={() => attempt(repairTicked)}>
            修复所选 {count} 项…
          </Button>
        )}
      </div>
      {report && (
        <p role="status" className={report.findings.length === 0 ? 'keeping-good' : ''} data-testid="check-result">
          {instantLabel(report.at, new Date().getFullYear())}：{report.looked}
          {report.findings.length === 0 ? '没有发现问题。' : `发现 ${report.findings.length} 处。`}
        </p>
      )}
      {report &&
        checkGroupNames.map((group) => (
          <Group key={group} group={group} findings={report.findings.filter((each) => each.group === group)} />
        ))}
    </>
  );
}

function Group({ group, findings }: { readonly group: CheckGroup; readonly findings: readonly CheckFinding[] }) {
  const ticked = useKeeping((state) => state.ticked);
  if (findings.length === 0) return null;
  const { label, note } = checkGroups[group];
  const ids = findings.flatMap(({ id, repair }) => (repair === undefined ? [] : [id]));
  return (
    <div role="group" aria-label={label} className="keeping-group">
      <h2>
        {ids.length > 0 && (
          <input
            type="checkbox"
            aria-label={`全选：${label}`}
            checked={ids.every((id) => ticked.has(id))}
            onChange={({ target }) => tick(ids, target.checked)}
          />
        )}
        {label} <span className="soft num">{findings.length} 处</span> <span className="soft keeping-note">{note}</span>
      </h2>
      <ul>
        {findings.slice(0, mostShown).map((finding) => (
          <Row key={finding.id} finding={finding} isTicked={ticked.has(finding.id)} />
        ))}
      </ul>
      {findings.length > mostShown && <p className="soft num">另有 {findings.length - mostShown} 处没有列出，随全选一并处理。</p>}
    </div>
  );
}

function Row({ finding: { id, file, message, repair }, isTicked }: { readonly finding: CheckFinding; readonly isTicked: boolean }) {
  return (
    <li>
      <label>
        {repair === undefined ? (
          <span aria-hidden className="keeping-mark" />
        ) : (
          <input type="checkbox" checked={isTicked} onChange={({ target }) => tick([id], target.checked)} />
        )}
        <span>
          {message}
          {repair !== undefined && <span className="keeping-repair">{repair}</span>}
          <span className="faint keeping-file">{file}</span>
        </span>
      </label>
    </li>
  );
}
