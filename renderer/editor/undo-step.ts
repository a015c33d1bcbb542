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
      const said = footnoteSaid(operations);
      const kind = said ? (`footnote ${said.place}` as const) : kindOf(operations);
      const isWhole = isPhrase || kind === 'structure';
      if (isWhole) serial += 1;
      const key = `text:${placeOf(operations, blocks)}:${kind}:${String(serial)}`;
      const typed = said ? said.words : kind === 'insert' ? insertedText(operations) : '';
      if (isWhole || punctuation.test(typed)) serial += 1;
      isPhrase = false;
      return key;
    },
  };
}

/** What the one footnote says that was typed in, and where it stands; undefined where anything else was changed. */
function footnoteSaid(operations: readonly Operation[]): { readonly place: string; readonly words: string } | undefined {
  const changes = operations.filter(({ type }) => type !== 'set_selection');
  const [change] = changes;
  if (changes.length !== 1 || change?.type !== 'set_node' || !('words' in change.newProperties)) return undefined;
  return { place: change.path.join(), words: String(change.newProperties.words) };
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
