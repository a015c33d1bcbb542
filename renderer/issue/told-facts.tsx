import { Select } from 'antd';
import type { ReactNode } from 'react';
import { kindLabels } from '../../shared/submissions/submission-labels.js';
import { submissionKinds } from '../../shared/submissions/submission-states.js';
import type { SubmissionFacts } from '../../shared/submissions/submission.js';
import { isReadOnly } from '../state/read-only.js';
import { CommitField } from '../ui/commit-field.js';

/** What a unit says of a manuscript beside its words. */
export type ToldFacts = Pick<SubmissionFacts, 'kind' | 'signedBy' | 'author' | 'phone'>;

const fields = [
  ['signedBy', '签发领导'],
  ['author', '作者'],
  ['phone', '电话'],
] as const;

interface ToldFactsFieldsProps {
  readonly facts: ToldFacts;
  readonly width: number;
  /** One fact was changed; an empty text means that it is no longer known. */
  readonly onChange: (change: Partial<ToldFacts>) => void;
  /** Whose manuscript it is, where that can be said. */
  readonly unit?: ReactNode;
  /** What there is to say below the fields. */
  readonly children?: ReactNode;
}

/** The facts of a manuscript as fields, for the unit that writes it and the office that received it. */
export function ToldFactsFields({ facts, width, onChange, unit, children }: ToldFactsFieldsProps) {
  return (
    <div className="sent-facts" inert={isReadOnly()}>
      <label className="commit-field">
        <span className="commit-label">类别</span>
        <Select
          aria-label="类别"
          value={facts.kind}
          options={submissionKinds.map((value) => ({ value, label: kindLabels[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
      </label>
      {unit}
      {fields.map(([name, label]) => (
        <div key={name} data-fact={name}>
          <CommitField label={label} width={width} value={facts[name] ?? ''} onCommit={(value) => onChange({ [name]: value })} />
        </div>
      ))}
      {children}
    </div>
  );
}
