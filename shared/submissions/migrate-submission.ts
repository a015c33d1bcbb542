import { draftMigrations } from '../document/migrate-issue.js';
import type { Migration } from '../document/migrate-record.js';

/** Steps from an older saved shape. Versions 1 and 2 were drafts (备用稿): what they did not note stays unsaid. */
export const submissionMigrations: Readonly<Record<number, Migration>> = {
  ...draftMigrations,
  2: fromDraft,
  /** No emphasis was kept inside paragraphs before. */
  3: (submission) => submission,
  /** What was left aside of its file was not kept before. */
  4: (submission) => ({ ...submission, leftAside: [] }),
  /** No tables were kept before. */
  5: (submission) => submission,
  /** No pictures were kept before. */
  6: (submission) => submission,
  /** No paragraph was set closer or wider before. */
  7: (submission) => submission,
  /** No footnotes were kept before. */
  8: (submission) => submission,
};

function fromDraft({ id, article, notes }: Parameters<Migration>[0]): ReturnType<Migration> {
  const { origin } = Object(article) as { readonly origin?: { readonly file?: unknown } };
  return {
    id,
    unitName: '',
    arrival: origin?.file === undefined ? 'issue' : 'file',
    kind: 'news',
    decision: 'reserve',
    thread: id,
    round: 1,
    article,
    attachments: [],
    notes,
    log: [],
  };
}
