import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ImportReport } from '../../shared/ipc.js';
import { takeOtherwise } from '../library/import-files.js';
import { purposeNow } from '../state/contributor.js';
import type { ImportOutcome } from '../state/desk.js';

/** What the editor may say of a file that was read: its place in the year, an issue (an office's alone), manuscripts, one, its lines as they stand. */
export function ImportChoices({ outcome }: { readonly outcome: ImportOutcome }) {
  const { report, file } = outcome;
  if (!report || !file || report.outcome === 'exists') return null;
  if (report.outcome === 'asks' && report.guess) return <PlaceChoice outcome={outcome} guess={report.guess} />;
  const isWrapped = report.warnings.some((warning) => warning.includes('断行'));
  const isJoined = report.warnings.some((warning) => warning.includes('页末接段'));
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
      {(isWrapped || isJoined) && (
        <Button size="small" onClick={() => void takeOtherwise(outcome, { as: report.kind, keepsLines: true })}>
          {isWrapped ? '不接断行' : '不接页末'}
        </Button>
      )}
    </div>
  );
}

interface PlaceChoiceProps {
  readonly outcome: ImportOutcome;
  readonly guess: NonNullable<ImportReport['guess']>;
}

/** Number and date an issue does not print, with the guess filled in. */
function PlaceChoice({ outcome, guess }: PlaceChoiceProps) {
  const [number, setNumber] = useState(guess.number);
  const [date, setDate] = useState(guess.date);
  return (
    <div className="import-choice">
      <label>
        期号{' '}
        <InputNumber size="small" min={1} max={9999} precision={0} value={number} onChange={(value) => setNumber(value ?? guess.number)} />
      </label>
      <label>
        日期 <input type="date" value={date} onChange={({ target }) => setDate(target.value || guess.date)} />
      </label>
      <Button size="small" type="primary" onClick={() => void takeOtherwise(outcome, { as: 'issue', place: { number, date } })}>
        存为这一期
      </Button>
      <Button size="small" onClick={() => void takeOtherwise(outcome, { as: 'article' })}>
        作为稿件
      </Button>
    </div>
  );
}
