import { AppError } from '../../../shared/app-error.js';
import type { Exchange } from '../../../shared/bundle/exchange-state.js';
import type { CarriedValues, RecordType } from '../../../shared/bundle/record-types.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import type { Library } from '../library/library.js';
import type { Papers } from '../library/library-papers.js';
import type { Change } from '../library/record-store.js';

/** A record and the state it is to have; undefined: it is to be gone. */
export interface Target {
  readonly type: RecordType;
  readonly key: string;
  readonly value: CarriedValues[RecordType] | undefined;
  /** Revision of ours that the state was made from; another one by now refuses the commit. */
  readonly base?: string;
}

/** The state of a record in a library; undefined when it is not there. */
export async function findState(library: Library, type: RecordType, key: string): Promise<CarriedValues[RecordType] | undefined> {
  if (type === 'publication') return library.getPublication();
  try {
    return (await library.getIssue(key)).issue;
  } catch (error) {
    if (error instanceof AppError && error.code === 'issue-missing') return undefined;
    throw error;
  }
}

/** Brings records to their states and notes the exchange, in one commit: all or nothing. What was there stays in the history. */
export async function commitStates(library: Library, targets: readonly Target[], reason: string, exchange: Exchange): Promise<void> {
  const changes: Change[] = [];
  let papers: Papers = { exchange };
  for (const { key, value, base } of targets) {
    if (value === undefined) changes.push({ do: 'remove', kind: 'issue', key });
    else if ('masthead' in value) changes.push({ do: 'put', kind: 'issue', value, ...(base === undefined ? {} : { base }) });
    else papers = { ...papers, publication: value };
  }
  await library.commit(changes, reason, papers);
}

/** Keeps a state under its revision, so that it can be a base or be undone to. */
export async function keepState(library: Library, value: CarriedValues[RecordType]): Promise<string> {
  return (await library.attach(Buffer.from(canonicalJson(value), 'utf8'), '交换')).sha256;
}
