/** Names and numbers of the bundle format; README.md beside this file says what they mean. */

export const bundleFormat = 'zhuanbao-bundle';
/** Version that is written, and the newest that is read. */
export const bundleVersion = 1;
/** Ending of a bundle's file name, without the dot. */
export const bundleEnding = 'zbx';

export const manifestEntry = 'bundle.json';
export const signatureEntry = 'signature.json';
export const readMeEntry = '阅读说明.txt';
/** Folder of the copies that anybody can read without this program. */
export const readableFolder = '可读';
export const attachmentsFolder = 'data/attachment';

/** Entry of a record's JSON: `data/issue/2022-10.json`. */
export function recordEntry(type: string, key: string): string {
  return `data/${type}/${key}.json`;
}

/** Entry of an original file, by its SHA-256 in lower-case hex. */
export function attachmentEntry(sha256: string): string {
  return `${attachmentsFolder}/${sha256}`;
}

const mebibyte = 1024 * 1024;

/** Limits a reader holds a bundle to before it unpacks anything; a writer keeps within them. */
export const limits = {
  entries: 20_000,
  /** One entry unpacked: the importer's own limit, so that every original fits. */
  entryBytes: 64 * mebibyte,
  /** The manifest is read into memory before its digest can be known. */
  manifestBytes: 16 * mebibyte,
  /** All entries unpacked. */
  totalBytes: 16 * 1024 * mebibyte,
  /** Unpacked bytes for each packed one; no text of people comes near it. */
  ratio: 200,
  /** Entries below this size are not asked for their ratio: a run of blanks is no bomb. */
  ratioFromBytes: mebibyte,
  /** Characters of an entry's name. */
  nameLength: 180,
} as const;
