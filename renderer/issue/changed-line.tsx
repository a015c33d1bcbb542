import type { ChangedLine, ChangedWords } from '../../shared/submissions/changed-words.js';
import { countLabel } from '../ui/count-label.js';

/** 增 12 字，删 30 字。 @param before what it is compared with */
export function sumLabel({ added, removed, moved }: ChangedWords, before: string): string {
  if (added + removed + moved === 0) return `与${before}一字不差。`;
  const parts = [`增 ${countLabel(added)} 字`, `删 ${countLabel(removed)} 字`, ...(moved === 0 ? [] : [`移动 ${moved} 段`])];
  return `${parts.join('，')}。`;
}

const marks: Readonly<Record<ChangedLine['kind'], string>> = { same: '', changed: '改', moved: '移', removed: '删', added: '增' };

interface ChangedLineProps {
  readonly line: ChangedLine;
  readonly title?: string;
  readonly onPress?: () => void;
}

/** One line of a comparison, with what was put in and taken out. */
export function ChangedLineRow({ line: { kind, parts }, title, onPress }: ChangedLineProps) {
  return (
    <p className={`sent-line sent-${kind}`} data-still={onPress === undefined} onClick={onPress} title={title}>
      <span className="sent-mark" aria-hidden>
        {marks[kind]}
      </span>
      {parts.map(({ kind: part, text }, index) =>
        part === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : part === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  );
}
