import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ImportReport } from '../../shared/ipc.js';
import { unjoinKey } from '../../shared/submissions/joined-lines.js';
import { keepLines, takeInto, takeOtherwise } from '../library/import-files.js';
import { unjoinLabel } from '../library/import-outcomes.js';
import { purposeNow } from '../state/contributor.js';
import type { ImportOutcome } from '../state/desk.js';
import { usePublication } from '../state/publication.js';

/** What the editor may say of a file that was read: its place in the year, an issue (an office's alone), manuscripts, one, its lines as they stand. */
export function ImportChoices({ outcome }: { readonly outcome: ImportOutcome }) {
  const { report, file } = outcome;
  if (!report || !file || report.outcome === 'exists') return null;
  if (report.outcome === 'asks') return <Question outcome={outcome} report={report} />;
  const unjoin = unjoinLabel(outcome);
  return (
    <div className="import-choice">
      {report.kind === 'article' ? (
        purposeNow() === 'office' && (
          <Button size="small" onClick={() => void takeOtherwise(outcome, { as: 'issue' })}>
            作为一期
          </Button>
        )
      ) : (
        <Button size="small" onClick={() => void takeOtherwise(outcome, { as: 'article' })}>
          作为稿件
        </Button>
      )}
      {report.parts && (
        <Button size="small" onClick={() => void takeOtherwise(outcome, { as: 'article', isOne: true })}>
          合为一篇
        </Button>
      )}
      {unjoin !== undefined && (
        <Button size="small" aria-label={unjoin} aria-keyshortcuts={unjoinKey} onClick={() => void keepLines(outcome)}>
          {unjoin} <kbd>{unjoinKey}</kbd>
        </Button>
      )}
    </div>
  );
}

interface QuestionProps {
  readonly outcome: ImportOutcome;
  readonly report: ImportReport;
}

type Place = NonNullable<ImportReport['guess']>;

/** What an issue does not say: number and date, with the guess filled in; of which publication it is. */
function Question({ outcome, report: { guess, unknownName } }: QuestionProps) {
  const [place, setPlace] = useState(guess);
  const [publication, setPublication] = useState(unknownName === '' ? 'own' : 'new');
  const choice = { ...(place && { place }), ...(unknownName === undefined ? {} : { publication }) };
  return (
    <div className="import-choice">
      {unknownName !== undefined && <PublicationChoice name={unknownName} chosen={publication} onChoose={setPublication} />}
      {guess && place && <PlaceFields guess={guess} place={place} onChange={setPlace} />}
      <Button size="small" type="primary" onClick={() => void takeInto(outcome, choice)}>
        存为这一期
      </Button>
      <Button size="small" onClick={() => void takeOtherwise(outcome, { as: 'article' })}>
        作为稿件
      </Button>
    </div>
  );
}

interface PlaceFieldsProps {
  readonly guess: Place;
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

function PlaceFields({ guess, place, onChange }: PlaceFieldsProps) {
  const setNumber = (number: number | null): void => onChange({ ...place, number: number ?? guess.number });
  return (
    <>
      <label>
        期号 <InputNumber size="small" min={1} max={9999} precision={0} value={place.number} onChange={setNumber} />
      </label>
      <label>
        日期 <input type="date" value={place.date} onChange={({ target }) => onChange({ ...place, date: target.value || guess.date })} />
      </label>
    </>
  );
}

interface PublicationChoiceProps {
  /** As the masthead prints it; empty: it prints none, so that nothing can be called by it. */
  readonly name: string;
  readonly chosen: string;
  readonly onChoose: (publication: string) => void;
}

function PublicationChoice({ name, chosen, onChoose }: PublicationChoiceProps) {
  const publications = usePublication((session) => session.publications);
  return (
    <label>
      刊物{' '}
      <select className="setting-select" value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {name !== '' && <option value="new">新刊物《{name}》</option>}
        {publications.map(({ id, name: known }) => (
          <option key={id ?? 'own'} value={id ?? 'own'}>
            归入《{known}》
          </option>
        ))}
      </select>
    </label>
  );
}
