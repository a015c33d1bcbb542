import { Radio } from 'antd';
import { useExchange, type Conflict } from '../state/exchange.js';
import { answer } from './exchange-actions.js';

const choiceLabels: Readonly<Record<Conflict['proposal'], string>> = { both: '都保留', ours: '用我方的', theirs: '用对方的' };

/** Places that both sides changed, each with what it was, ours and theirs; nothing is dropped unless the editor says so. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  return (
    <ol className="conflicts" aria-label="两边都改过的地方">
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          <ThreeWay conflict={conflict} />
        </li>
      ))}
    </ol>
  );
}

function ThreeWay({ conflict }: { readonly conflict: Conflict }) {
  const chosen = useExchange((state) => state.answers[conflict.id] ?? conflict.proposal);
  return (
    <>
      <div className="conflict-head">
        <span>{conflict.label}</span>
        <Radio.Group
          aria-label={conflict.label}
          value={chosen}
          options={[...conflict.choices].reverse().map((value) => ({ value, label: choiceLabels[value] }))}
          onChange={({ target }) => answer(conflict, target.value as Conflict['proposal'])}
        />
      </div>
      <div className="conflict-texts">
        <Text label="原来" text={conflict.base} isTaken={false} />
        <Text label="我方" text={conflict.ours} isTaken={chosen !== 'theirs'} />
        <Text label="对方" text={conflict.theirs} isTaken={chosen !== 'ours'} />
      </div>
    </>
  );
}

function Text({ label, text, isTaken }: { readonly label: string; readonly text: string | undefined; readonly isTaken: boolean }) {
  return (
    <div className="conflict-text" data-taken={isTaken}>
      <span className="soft">{label}</span>
      <p>{text ?? '（没有）'}</p>
    </div>
  );
}
