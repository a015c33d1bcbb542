/** How words are looked for, in an issue or in all: what is not told apart, expressions and their parts by plain names. */
import { Dropdown } from 'antd';
import type { RefObject } from 'react';
import type { Blindness } from '../../shared/find/fold.js';
import type { FindQuery } from '../../shared/find/matcher.js';
import { patternPieces, replacementPieces, type PatternPiece } from '../../shared/find/pattern-pieces.js';
import { insertIntoField } from './find-field.js';

const blindnesses: readonly { readonly name: keyof Blindness; readonly label: string; readonly isForPatterns?: true }[] = [
  { name: 'width', label: '不分全半角' },
  { name: 'quotes', label: '不分引号样式' },
  { name: 'blanks', label: '不计空格' },
  { name: 'letterCase', label: '不分大小写', isForPatterns: true },
];

interface QueryChipsProps {
  readonly query: FindQuery;
  onChange(changes: Partial<FindQuery>): void;
}

/** One press each: what the search is blind to, and whether the words are an expression. */
export function QueryChips({ query: { isPattern, blindness }, onChange }: QueryChipsProps) {
  return (
    <>
      {blindnesses.map(({ name, label, isForPatterns }) => (
        <button
          key={name}
          type="button"
          className="find-chip"
          aria-pressed={blindness[name]}
          disabled={isPattern && !isForPatterns}
          onClick={() => onChange({ blindness: { ...blindness, [name]: !blindness[name] } })}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        className="find-chip"
        aria-pressed={isPattern}
        title="正则表达式：按字样的规律查找"
        onClick={() => onChange({ isPattern: !isPattern })}
      >
        表达式
      </button>
    </>
  );
}

interface FieldPiecesProps {
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Parts of expressions to be picked into the field of the words; `onPick` before one is put in. */
export function PatternPieces({ field, onPick }: FieldPiecesProps & { onPick(): void }) {
  return (
    <Pieces
      title="不会写表达式：从这里选数字、日期、括号内……"
      pieces={patternPieces}
      onPick={({ pattern }) => {
        onPick();
        insertIntoField(field.current, pattern);
      }}
    />
  );
}

/** What was found, and its parts, to be picked into the field of the replacement. */
export function ReplacementPieces({ field }: FieldPiecesProps) {
  return (
    <Pieces title="替换里可以用找到的原文" pieces={replacementPieces} onPick={({ pattern }) => insertIntoField(field.current, pattern)} />
  );
}

interface PiecesProps {
  readonly title: string;
  readonly pieces: readonly PatternPiece[];
  onPick(piece: PatternPiece): void;
}

function Pieces({ title, pieces, onPick }: PiecesProps) {
  const items = pieces.map(({ label: name, example }) => ({
    key: name,
    label: (
      <span className="find-piece">
        {name}
        <span className="soft">{example}</span>
      </span>
    ),
  }));
  const pick = (key: string): void => {
    const piece = pieces.find((each) => each.label === key);
    if (piece) onPick(piece);
  };
  return (
    <Dropdown trigger={['click']} autoFocus menu={{ items, onClick: ({ key }) => pick(key) }}>
      <button type="button" className="find-button" title={title}>
        插入 ▾
      </button>
    </Dropdown>
  );
}
