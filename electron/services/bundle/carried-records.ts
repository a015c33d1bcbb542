import { AppError } from '../../../shared/app-error.js';
import type { CarriedValues, RecordType } from '../../../shared/bundle/record-types.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import type { Library } from '../library/library.js';

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

/** Puts a record in its place; what was there stays as a previous version. Undefined takes it out, into the trash. */
export async function putState(
  library: Library,
  type: RecordType,
  key: string,
  value: CarriedValues[RecordType] | undefined,
): Promise<void> {
  if (value === undefined) {
    if ((await findState(library, type, key)) !== undefined && type === 'issue') await library.deleteIssue(key);
  } else if ('masthead' in value) await library.replaceIssue(value);
  else await library.savePublication(value);
}

/** Keeps a state under its revision, so that it can be a base, be undone to, or be finished after a crash. */
export async function keepState(library: Library, value: CarriedValues[RecordType]): Promise<string> {
  return (await library.attach(Buffer.from(canonicalJson(value), 'utf8'), '交换')).sha256;
}
