import { Button } from 'antd';
import { evidenceLabels } from '../../shared/submissions/submission-labels.js';
import type { Submission, SubmissionFacts } from '../../shared/submissions/submission.js';
import { completeUnit } from '../../shared/units/match-unit.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { refreshLibrary } from '../state/library-store.js';
import { useUnitFinder, useUnits } from '../state/units.js';
import { CommitField } from '../ui/commit-field.js';
import { UnknownUnit } from '../units/unknown-unit.js';
import { ToldFactsFields } from './told-facts.js';

/** What the office knows of a submission beside its words; changes are saved when a field is left. */
export function SubmissionFactsForm({ submission, onSaved }: { readonly submission: Submission; readonly onSaved: () => void }) {
  const list = useUnits();
  const finder = useUnitFinder();
  const { unitName, unitId, unitGuess } = submission;
  const unit = list.units.find(({ id }) => id === unitId) ?? finder.named(unitName);
  const save = (change: Changes): void =>
    attempt(async () => {
      const isUnitSaid = 'unitId' in change;
      await call('submission.describe', { id: submission.id, facts: changed(submission, change), isUnitSaid });
      await refreshLibrary();
      onSaved();
    });
  const saveUnit = (name: string): void => save({ unitName: name, unitId: finder.named(name)?.id });
  return (
    <ToldFactsFields
      facts={submission}
      width={118}
      onChange={save}
      unit={
        <CommitField
          label="单位"
          width={210}
          value={unitName}
          complete={(typed) => completeUnit(list, typed).map(({ name }) => name)}
          onCommit={saveUnit}
        />
      }
    >
      {unit !== undefined && unitGuess !== undefined && (
        <p className="sent-unit sent-guess">
          <span>
            单位按{evidenceLabels[unitGuess]}推测为“{unit.name}”。
          </span>
          <Button size="small" onClick={() => save({ unitId: unit.id })}>
            是
          </Button>
          <Button size="small" onClick={() => save({ unitId: undefined, unitName: submission.article.sources[0] ?? '' })}>
            不是
          </Button>
        </p>
      )}
      {unit !== undefined && unitGuess === undefined && unit.name !== unitName && <p className="sent-unit soft">按名录即“{unit.name}”。</p>}
      {unit === undefined && unitName !== '' && (
        <p className="sent-unit">
          <UnknownUnit name={unitName} onKnown={(id) => save({ unitId: id })} />
        </p>
      )}
    </ToldFactsFields>
  );
}

type Changes = { readonly [Name in keyof SubmissionFacts]?: SubmissionFacts[Name] | undefined };

/** All facts with some changed; what is empty is no longer known. */
function changed({ unitId, unitName, kind, signedBy, author, phone }: Submission, change: Changes): SubmissionFacts {
  const known = { unitId, unitName, kind, signedBy, author, phone, ...change };
  const facts = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''));
  return { unitName: '', kind, ...facts };
}
