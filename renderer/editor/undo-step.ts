/** Which edits of a text grow one undo step: typing, until punctuation, a committed phrase, or another kind of edit. */
import type { Operation } from 'slate';
import { isBodyNode } from './slate-value.js';
import type { ArticleBlock } from './slate-types.js';

export interface UndoSteps {
  /** Merge key of a change of the editor, for the session's undo stack. */
  keyFor(operations: readonly Operation[], blocks: readonly ArticleBlock[]): string;
  /** An input method has committed a phrase: the change that follows is a step of its own. */
  commitPhrase(): void;
}

const punctuation = /[。，、；：？！…—“”‘’（）《》〔〕,.;:?!]$/u;

export function createUndoSteps(): UndoSteps {
  let serial = 0;
  let isPhrase = false;
  return {
    commitPhrase: () => {
      isPhrase = true;
    },
    keyFor: (operations, blocks) => {
      const kind = kindOf(operations);
      const isWhole = isPhrase || kind === 'structure';
      if (isWhole) serial += 1;
      const key = `text:${placeOf(operations, blocks)}:${kind}:${String(serial)}`;
      if (isWhole || (kind === 'insert' && punctuation.test(insertedText(operations)))) serial += 1;
      isPhrase = false;
      return key;
    },
  };
}

/** Inserted and removed text may come with changes of a block's own texts, at paths two deep. */
function kindOf(operations: readonly Operation[]): 'insert' | 'remove' | 'structure' {
  const changes = operations.filter(({ type }) => type !== 'set_selection');
  if (changes.some((change) => 'path' in change && change.path.length < 2)) return 'structure';
  if (changes.some((change) => change.type === 'set_node' || ('node' in change && 'children' in change.node))) return 'structure';
  return insertedText(operations) === '' ? 'remove' : 'insert';
}

function insertedText(operations: readonly Operation[]): string {
  return operations
    .map((operation) => {
      if (operation.type === 'insert_text') return operation.text;
      return operation.type === 'insert_node' && 'text' in operation.node ? operation.node.text : '';
    })
    .join('');
}

function placeOf(operations: readonly Operation[], blocks: readonly ArticleBlock[]): string {
  const change = operations.find((operation) => operation.type !== 'set_selection');
  const index = change && 'path' in change ? (change.path[0] ?? 0) : 0;
  const block = blocks[index];
  return block && isBodyNode(block) ? block.id : `${block?.type ?? 'none'}${String(index)}`;
}
