import type { Migration } from './migrate-record.js';

/** Steps from an older saved shape of an issue, by the version they start from. */
export const issueMigrations: Readonly<Record<number, Migration>> = {
  1: (issue) => ({ ...issue, columns: mapList(issue['columns'], withFullQuotes) }),
  /** Findings ignored in the window's settings are not taken over: their key held no article. They are listed once more. */
  2: (issue) => issue,
  /** Which file an issue was imported from was not noted before. */
  3: (issue) => issue,
  /** No emphasis was kept inside paragraphs before. */
  4: (issue) => issue,
  /** 排版, 校对, 更正 and 归档 are states that programs before did not know. */
  5: (issue) => issue,
  /** No tables were kept before. */
  6: (issue) => issue,
  /** No pictures were kept before. */
  7: (issue) => issue,
  /** No paragraph was set closer or wider before. */
  8: (issue) => issue,
  /** 总期数, 签发, 主编 and 校对 were not kept before. */
  9: (issue) => issue,
  /** No footnotes were kept before. */
  10: (issue) => issue,
  /** All issues were of the library's own publication before. */
  11: (issue) => issue,
};

/** The same for a publication. */
export const publicationMigrations: Readonly<Record<number, Migration>> = {
  /** Its imprint had no 签发, 主编 and 校对. */
  1: (publication) => publication,
  /** There was but one, without an id. */
  2: (publication) => publication,
};

/** The same for drafts, which have versions of their own. */
export const draftMigrations: Readonly<Record<number, Migration>> = {
  1: (draft) => ({ ...draft, article: isRecord(draft['article']) ? withoutHalfQuotes(draft['article']) : draft['article'] }),
};

type SavedRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is SavedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Each record of a list changed; anything that is no list, or no record, is left for the schema to refuse. */
function mapList(list: unknown, change: (record: SavedRecord) => SavedRecord): unknown {
  return Array.isArray(list) ? list.map((each: unknown) => (isRecord(each) ? change(each) : each)) : list;
}

function withFullQuotes(column: SavedRecord): SavedRecord {
  return { ...column, items: mapList(column['items'], withoutHalfQuotes) };
}

/** Version 1 could set an item's quotes half as wide. */
function withoutHalfQuotes({ halfQuotes: _half, ...item }: SavedRecord): SavedRecord {
  return item;
}
