import { issueKey, plainTitle, type Issue } from '../document/issue.js';
import { parseRecord, type Parsed } from '../document/migrate-record.js';
import { publicationSchema } from '../document/publication-schema.js';
import type { Publication } from '../document/publication.js';
import { publicationMigrations } from '../document/migrate-issue.js';
import { publicationVersion } from '../document/saved-versions.js';
import { canonicalJson } from '../library/canonical-json.js';
import { parseKind } from '../library/records/records.js';
import { outcomeLabels } from '../submissions/receipt-outcomes.js';
import type { Receipt } from '../submissions/receipt.js';
import type { Submission } from '../submissions/submission.js';
import type { UnitList } from '../units/unit.js';
import { issueChanges } from './issue-changes.js';
import { alignIds } from './merge/align-ids.js';
import type { Answers, Merged } from './merge/conflict.js';
import { joinReceipts } from './merge/join-receipts.js';
import { mergeIssue } from './merge/merge-issue.js';
import { mergePublication, publicationChanges } from './merge/merge-publication.js';
import { mergeSubmission } from './merge/merge-submission.js';
import { alignUnits, mergeUnits, unitChanges } from './merge/merge-units.js';
import type { MergeSides } from './merge/three-way.js';
import { isSameManuscript, receivedForm, sentForm, type Reception } from './sent-form.js';

/** Values a bundle can carry, by type. */
export interface CarriedValues {
  readonly issue: Issue;
  readonly publication: Publication;
  readonly units: UnitList;
  readonly submission: Submission;
  readonly receipt: Receipt;
}
export type RecordType = keyof CarriedValues;

/** What importing must know of one type of record. */
interface RecordTypeRow<Value> {
  readonly parse: (input: unknown) => Parsed<Value>;
  /** Its key in bundles: plain letters, where a library's own key may be Chinese. */
  readonly keyOf: (value: Value) => string;
  /** The part of a value that leaves the house. */
  readonly send: (value: Value) => Value;
  /** What the library keeps of a value that came, given what it holds. */
  readonly receive: (value: Value, held: Value | undefined, reception: Reception) => Value;
  /** Whether two states mean the same to both houses. */
  readonly isSame: (one: Value, other: Value) => boolean;
  /** The other side's value in our ids, where both plainly mean the same. */
  readonly align: (theirs: Value, ours: Value) => Value;
  readonly merge: (sides: MergeSides<Value>, answers: Answers) => Merged<Value>;
  /** What differs between two states, one Chinese phrase each: 改动《示例区开展宣讲》. */
  readonly changes: (from: Value, to: Value) => readonly string[];
  /** What taking in one that is new does, without 。. */
  readonly whenNew: (value: Value) => string;
}

/** Key by which a library's own publication crosses; others go by their ids. */
export const ownPublicationKey = 'publication';

/** Records that cross as they are. */
const asItIs = {
  send: <Value>(value: Value) => value,
  receive: <Value>(value: Value) => value,
  isSame: (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other),
  align: <Value>(theirs: Value) => theirs,
  whenNew: () => '本机没有，存入资料库',
};

/** THE table of types of records in bundles. */
export const recordTypes: { readonly [Type in RecordType]: RecordTypeRow<CarriedValues[Type]> } = {
  issue: {
    ...asItIs,
    parse: (input) => parseKind('issue', input),
    keyOf: ({ masthead }) => issueKey(masthead),
    align: alignIds,
    merge: mergeIssue,
    changes: issueChanges,
  },
  publication: {
    ...asItIs,
    parse: (input) =>
      parseRecord<Publication>(input, { schema: publicationSchema, version: publicationVersion, migrations: publicationMigrations }),
    keyOf: ({ id }) => id ?? ownPublicationKey,
    merge: mergePublication,
    changes: publicationChanges,
    whenNew: () => '本机没有这个刊物，新建',
  },
  units: {
    ...asItIs,
    parse: (input) => parseKind('units', input),
    keyOf: () => 'units',
    align: alignUnits,
    merge: mergeUnits,
    changes: unitChanges,
  },
  submission: {
    ...asItIs,
    parse: (input) => parseKind('submission', input),
    keyOf: ({ id }) => id,
    send: sentForm,
    receive: receivedForm,
    isSame: isSameManuscript,
    merge: mergeSubmission,
    changes: ({ article }) => [`改动《${plainTitle(article.title)}》的文稿`],
    whenNew: ({ round }) => `${round > 1 ? `第 ${round} 次报送（重投），` : ''}收入来稿，待筛选`,
  },
  receipt: {
    ...asItIs,
    parse: (input) => parseKind('receipt', input),
    keyOf: ({ id }) => id,
    merge: ({ ours, theirs }) => ({ value: joinReceipts(ours, theirs), conflicts: [] }),
    changes: (from, to) => [from.outcome === to.outcome ? '补充回执' : `${outcomeLabels[from.outcome]}改为${outcomeLabels[to.outcome]}`],
    whenNew: ({ outcome, reason }) => `${outcomeLabels[outcome]}${reason === undefined ? '' : `（${reason}）`}，记入报送记录`,
  },
};

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(recordTypes, type);
}
