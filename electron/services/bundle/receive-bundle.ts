import { checkBasis } from '../../../shared/bundle/check-basis.js';
import { checkOrder } from '../../../shared/bundle/check-order.js';
import { recordName, type Exchange } from '../../../shared/bundle/exchange-state.js';
import type { CarriedRecord, Manifest } from '../../../shared/bundle/manifest.js';
import { commonRevision, type RecordFacts, type RecordState } from '../../../shared/bundle/plan.js';
import { isRecordType, type CarriedValues, type RecordType } from '../../../shared/bundle/record-types.js';
import type { Library } from '../library/library.js';
import { revisionOf } from '../library/envelope.js';
import { findState } from './carried-records.js';
import { judgeBy } from './judge-key.js';
import { keyOfRecord, parseRecordEntry } from './read-record.js';
import { PublicationSettler } from './settle-publications.js';
import { verifyBundle, type VerifiedBundle, type VerifyOptions } from './verify-bundle.js';
import { openZip, type OpenZip } from './zip-reader.js';

/** Looks at a bundle with what this library knows of its sender: keys that were confirmed, bundles received before. */
export async function verifyForLibrary(
  path: string,
  library: Library,
  ownKey: string,
  options: Pick<VerifyOptions, 'onProgress' | 'signal'> = {},
): Promise<VerifiedBundle> {
  const { keys, received, lineages } = await library.getExchange();
  return verifyBundle(path, {
    ...options,
    judgeKey: judgeBy(keys, ownKey),
    checkOrder: (manifest, digest, publicKey) => {
      const seen = received.filter((other) => other.publicKey === publicKey && other.to === manifest.to);
      return [...checkBasis(manifest, lineages, seen), ...checkOrder(manifest, digest, seen)];
    },
  });
}

/** What decides the plan for every record of a verified bundle. */
export async function gatherFacts(path: string, { records }: Manifest, library: Library): Promise<readonly RecordFacts[]> {
  const exchange = await library.getExchange();
  const zip = await openZip(path);
  try {
    const facts: RecordFacts[] = [];
    const settler = await PublicationSettler.over(library);
    for (const record of records) {
      const found = await factsOf(zip, record, library, exchange, settler);
      if (found) facts.push(found);
    }
    return [...settler.newPublications(), ...facts];
  } finally {
    zip.close();
  }
}

async function factsOf(
  zip: OpenZip,
  record: CarriedRecord,
  library: Library,
  exchange: Exchange,
  settler: PublicationSettler,
): Promise<RecordFacts | undefined> {
  const { type, title } = record;
  const entry = zip.entries.find(({ name }) => name === record.entry);
  if (!isRecordType(type) || entry === undefined) return undefined;
  const parsed = parseRecordEntry(type, await zip.read(entry));
  if (!parsed.ok) return undefined;
  const { value: settled, into } = settler.settle(record, parsed.value);
  const [sent, revision] = [revisionOf(parsed.value), revisionOf(settled)];
  // The state as the sender has it was there before ours of it.
  const theirs = { value: settled, revision, lineage: sent === revision ? record.lineage : [...record.lineage, sent] };
  const key = keyOfRecord(type, settled);
  const facts = { type, key, title, theirs, ...(into === undefined ? {} : { into }) };
  const value = await findState(library, type, key);
  if (value === undefined) return facts;
  const ours = { value, revision: revisionOf(value), lineage: exchange.lineages[recordName({ type, key })] ?? [] };
  const base = await baseOf(library, type, ours, theirs);
  return { ...facts, ours, ...(base === undefined ? {} : { base }) };
}

type State = RecordState<CarriedValues[RecordType]>;

/** The newest common state, whose words were kept when it passed between the machines. */
async function baseOf(library: Library, type: RecordType, ours: State, theirs: State): Promise<CarriedValues[RecordType] | undefined> {
  const revision = commonRevision(ours, theirs);
  const bytes = revision === undefined ? undefined : await library.getAttachment(revision);
  const parsed = bytes === undefined ? undefined : parseRecordEntry(type, bytes);
  return parsed?.ok ? parsed.value : undefined;
}
