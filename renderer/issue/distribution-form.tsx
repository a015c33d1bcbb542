import { Button } from 'antd';
import { setDistribution, setExtraDistribution } from '../../shared/document/edit-issue.js';
import type { DistributionLine } from '../../shared/document/issue.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { LineField } from '../ui/line-field.js';
import { FormPage } from './form-page.js';

function change(lines: readonly DistributionLine[], merge?: string): void {
  issueSession.getState().edit((issue) => setDistribution(issue, lines), merge === undefined ? {} : { merge });
}

/** 报/送/发: rows of label and receivers, and those of this issue only. */
export function DistributionForm() {
  const lines = useIssueSession(({ issue }) => issue?.distribution);
  const extra = useIssueSession(({ issue }) => issue?.extraDistribution ?? '');
  if (!lines) return null;
  return (
    <FormPage title="报 送 发" note="印在末页版记，新建下一期时沿用；只给本期的对象写在“本期增发”。">
      <ol className="line-rows">
        {lines.map((line, index) => (
          <DistributionRow key={index} line={line} index={index} lines={lines} />
        ))}
      </ol>
      <Button onClick={() => change([...lines, { label: nextLabel(lines), text: '' }])}>添加一行</Button>
      <h2 className="form-heading">只限本期</h2>
      <LineField
        label="本期增发"
        textKey="extraDistribution"
        kind="text"
        value={extra}
        hint="不填则不印"
        onChange={(text) => issueSession.getState().edit((issue) => setExtraDistribution(issue, text), { merge: 'extraDistribution' })}
      />
    </FormPage>
  );
}

/** The first of 报, 送, 发 that is not there yet. */
function nextLabel(lines: readonly DistributionLine[]): string {
  return ['报', '送', '发'].find((label) => lines.every((line) => line.label !== label)) ?? '发';
}

interface DistributionRowProps {
  readonly line: DistributionLine;
  readonly index: number;
  readonly lines: readonly DistributionLine[];
}

function DistributionRow({ line, index, lines }: DistributionRowProps) {
  const set = (changes: Partial<DistributionLine>, field: string): void =>
    change(lines.with(index, { ...line, ...changes }), `distribution.${index}.${field}`);
  const swap = (other: number): void => change(lines.with(index, lines[other] as DistributionLine).with(other, line));
  const isTwice = lines.some((each, at) => at !== index && each.label === line.label && line.label !== '');
  return (
    <li className="line-row" aria-label={`第${index + 1}行`}>
      <div className="line-row-label">
        <LineField
          label="类别"
          textKey={`distribution.${String(index)}.label`}
          isLabelHidden
          value={line.label}
          onChange={(label) => set({ label }, 'label')}
          remark={line.label.trim() === '' ? '未填' : isTwice ? '重复' : undefined}
        />
      </div>
      <span className="line-row-colon">：</span>
      <div className="line-row-text">
        <LineField
          label="对象"
          textKey={`distribution.${String(index)}.text`}
          isLabelHidden
          kind="text"
          value={line.text}
          onChange={(text) => set({ text }, 'text')}
          remark={line.text.trim() === '' ? '未填，只印类别' : undefined}
        />
      </div>
      <div className="line-row-actions">
        <Button type="text" disabled={index === 0} onClick={() => swap(index - 1)}>
          上移
        </Button>
        <Button type="text" disabled={index === lines.length - 1} onClick={() => swap(index + 1)}>
          下移
        </Button>
        <Button type="text" onClick={() => change(lines.toSpliced(index, 1))}>
          删除
        </Button>
      </div>
    </li>
  );
}
