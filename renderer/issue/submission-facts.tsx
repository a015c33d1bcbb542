import { Select } from 'antd';
import { kindLabels } from '../../shared/submissions/submission-labels.js';
import { submissionKinds } from '../../shared/submissions/submission-states.js';
import type { Submission, SubmissionFacts } from '../../shared/submissions/submission.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { refreshLibrary } from '../state/library-store.js';
import { isReadOnly } from '../state/read-only.js';

const fields = [
  ['unitName', '单位'],
  ['signedBy', '签发'],
  ['author', '作者'],
  ['phone', '电话'],
] as const;

/** What the office knows of a submission beside its words; changes are saved when a field is left. */
export function SubmissionFactsForm({ submission, onSaved }: { readonly submission: Submission; readonly onSaved: () => void }) {
  const save = (change: Partial<SubmissionFacts>): void =>
    attempt(async () => {
      const { unitId, unitName, kind, signedBy, author, phone } = submission;
      const known = { unitId, unitName, kind, signedBy, author, phone, ...change };
      const facts = Object.fromEntries(
        Object.entries(known).filter(([name, value]) => value !== undefined && (value !== '' || name === 'unitName')),
      );
      await call('submission.describe', { id: submission.id, facts: { unitName: '', kind, ...facts } });
      await refreshLibrary();
      onSaved();
    });
  return (
    <div className="sent-facts" inert={isReadOnly()}>
      <Select
        aria-label="类别"
        size="small"
        value={submission.kind}
        options={submissionKinds.map((value) => ({ value, label: kindLabels[value] }))}
        onChange={(kind) => save({ kind })}
      />
      {fields.map(([name, label]) => (
        <label key={name}>
          {label}
          <input
            maxLength={80}
            defaultValue={submission[name] ?? ''}
            onBlur={({ target }) => {
              const value = target.value.trim();
              if (value !== (submission[name] ?? '')) save({ [name]: value });
            }}
          />
        </label>
      ))}
    </div>
  );
}
