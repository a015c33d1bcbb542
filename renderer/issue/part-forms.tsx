import { setInstruction, updateImprint } from '../../shared/document/edit-issue.js';
import { imprintFields } from '../../shared/document/imprint-fields.js';
import type { Imprint } from '../../shared/document/issue.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { LineField } from '../ui/line-field.js';
import { FormPage } from './form-page.js';

/** 领导批示: text already inside the box; usually empty. */
export function InstructionForm() {
  const instruction = useIssueSession(({ issue }) => issue?.instruction);
  if (instruction === undefined) return null;
  const change = (text: string): void => issueSession.getState().edit((issue) => setInstruction(issue, text), { merge: 'instruction' });
  return (
    <FormPage title="领导批示" note="封面上留给领导批示的方框。一般留空，供手写。">
      <LineField label="框内文字" textKey="instruction" kind="text" value={instruction} onChange={change} hint="不填则留空框" />
    </FormPage>
  );
}

/** 承办 审核 编辑 电话, the last line of the issue; 签发, 主编 and 校对 where an office prints them. */
export function ImprintForm() {
  const imprint = useIssueSession(({ issue }) => issue?.imprint);
  if (!imprint) return null;
  const change = (name: keyof Imprint, value: string): void =>
    issueSession.getState().edit((issue) => updateImprint(issue, { [name]: value }), { merge: `imprint.${name}` });
  return (
    <FormPage title="承办 审核 编辑" note="印在末页版记最下一行，新建下一期时沿用。">
      {imprintFields.map(({ name, label, isOptional }) => (
        <LineField
          key={name}
          label={label}
          textKey={`imprint.${name}`}
          width={320}
          value={imprint[name] ?? ''}
          {...(isOptional ? { hint: '选填，不填则不印' } : {})}
          onChange={(value) => change(name, value)}
          remark={isOptional ? undefined : imprintRemark(name, imprint[name] ?? '')}
        />
      ))}
    </FormPage>
  );
}

function imprintRemark(name: keyof Imprint, value: string): string | undefined {
  if (value.trim() === '') return '未填，末行将空缺';
  return name === 'phone' && !/^[\d\-－—() （）、,，转+]+$/u.test(value) ? '电话里有数字以外的字' : undefined;
}
