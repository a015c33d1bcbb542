/** Version of the saved shape of an issue; raise it together with a migration in `migrate-issue.ts`. */
export const issueVersion = 3;

/** The same of a draft, which holds an article of an issue. */
export const draftVersion = 2;

/** Version of the saved shape of the publication. */
export const publicationVersion = 1;
