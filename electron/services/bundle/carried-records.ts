import { AppError } from '../../../shared/app-error.js';
import type { Exchange } from '../../../shared/bundle/exchange-state.js';
import { ownPublicationKey, type CarriedValues, type RecordType } from '../../../shared/bundle/record-types.js';
import type { Publication } from '../../../shared/document/publication.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { recordKinds, type KindName } from '../../../shared/library/records/records.js';
import { unitListKey } from '../../../shared/units/unit-list.js';
import type { Library } from '../library/library.js';
import type { Papers } from '../library/library-papers.js';
import type { Change } from '../library/commit-plan.js';

/** A record and the state it is to have; undefined: it is to be gone. */
export interface Target {
  readonly type: RecordType;
  readonly key: string;
  readonly value: CarriedValues[RecordType] | undefined;
  /** Revision of ours that the state was made from; another one by now refuses the commit. */
  readonly base?: string;
}

/** Where the library keeps a record of a bundle; undefined for its own publication, which is a paper and no record. */
function homeOf(type: RecordType, key: string): { readonly kind: KindName; readonly key: string } | undefined {
  if (type === 'publication' && key === ownPublicationKey) return undefined;
  return { kind: type, key: type === 'units' ? unitListKey : key };
}

/** The state of a record in a library; undefined when it is not there. */
export async function findState(library: Library, type: RecordType, key: string): Promise<CarriedValues[RecordType] | undefined> {
  const home = homeOf(type, key);
  if (home === undefined) return library.getPublication();
  try {
    return (await library.get(home.kind, home.key)).value;
  } catch (error) {
    if (error instanceof AppError && error.code === recordKinds[home.kind].words.missing(home.key).code) return undefined;
    throw error;
  }
}

/** Brings records to their states and notes the exchange, in one commit: all or nothing. What was there stays in the history. */
export async function commitStates(library: Library, targets: readonly Target[], reason: string, exchange: Exchange): Promise<void> {
  const changes: Change[] = [];
  let papers: Papers = { exchange };
  for (const target of targets) {
    const { type, key, value } = target;
    const home = homeOf(type, key);
    if (home === undefined) papers = { ...papers, publication: value as Publication };
    else changes.push(toChange(home, target));
  }
  await library.commit(changes, reason, papers);
}

/** A target's value is of its type, and the type says of which kind it is. */
function toChange({ kind, key }: { readonly kind: KindName; readonly key: string }, { value, base }: Target): Change {
  if (value === undefined) return { do: 'remove', kind, key };
  return { do: 'put', kind, value, ...(base === undefined ? {} : { base }) } as Change;
}

/** Keeps a state under its revision, so that it can be a base or be undone to. */
export async function keepState(library: Library, value: CarriedValues[RecordType]): Promise<string> {
  return (await library.attach(Buffer.from(canonicalJson(value), 'utf8'), '交换')).sha256;
}
