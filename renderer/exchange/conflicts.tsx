import { Radio } from 'antd';
import { useMemo } from 'react';
import { compareThree, type MarkedPart } from '../../shared/compare/compare-three.js';
import { useExchange, type Conflict } from '../state/exchange.js';
import { answer } from './exchange-actions.js';

const choiceLabels: Readonly<Record<Conflict['proposal'], string>> = { both: '都保留', ours: '用我方的', theirs: '用对方的' };

/** In the order of the columns below. */
const choiceOrder = ['both', 'ours', 'theirs'] as const satisfies readonly Conflict['proposal'][];

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
  const marked = useMemo(() => compareThree(conflict), [conflict]);
  return (
    <>
      <div className="conflict-head">
        <span>{conflict.label}</span>
        <Radio.Group
          aria-label={conflict.label}
          value={chosen}
          options={choiceOrder.filter((value) => conflict.choices.includes(value)).map((value) => ({ value, label: choiceLabels[value] }))}
          onChange={({ target }) => answer(conflict, target.value as Conflict['proposal'])}
        />
      </div>
      <div className="conflict-texts">
        <Text label="原来" parts={marked.base} mark="del" isTaken={false} />
        <Text label="我方" parts={marked.ours} mark="ins" isTaken={chosen !== 'theirs'} />
        <Text label="对方" parts={marked.theirs} mark="ins" isTaken={chosen !== 'ours'} />
      </div>
    </>
  );
}

interface TextProps {
  readonly label: string;
  readonly parts: readonly MarkedPart[];
  /** How what differs is shown: put in, or taken out. */
  readonly mark: 'ins' | 'del';
  readonly isTaken: boolean;
}

function Text({ label, parts, mark: Mark, isTaken }: TextProps) {
  return (
    <div className="conflict-text" data-taken={isTaken}>
      <span className="soft">{label}</span>
      <p>
        {parts.length === 0 && '（没有）'}
        {parts.map(({ text, isChanged }, at) => (isChanged ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>))}
      </p>
    </div>
  );
}
