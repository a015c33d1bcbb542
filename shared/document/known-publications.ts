import { isSamePublicationName } from './publication.js';

/** A publication of a library as it is recognised. */
export interface KnownPublication {
  /** Absent: the library's own. */
  readonly id?: string | undefined;
  readonly name: string;
  /** Its name and those its issues print; none: whatever comes is its. */
  readonly names: readonly string[];
}

/** Which publication a name on a masthead means: its own name before one that only its issues print; undefined when it is unknown. */
export function findPublication(known: readonly KnownPublication[], name: string): KnownPublication | undefined {
  const isNamed = (each: string): boolean => isSamePublicationName(each, name);
  return (
    known.find((each) => each.names.length > 0 && isNamed(each.name)) ??
    known.find(({ names }) => names.some(isNamed)) ??
    known.find(({ names }) => names.length === 0)
  );
}
