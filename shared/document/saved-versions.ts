/** Version of the saved shape of an issue; raise it together with a migration in `migrate-issue.ts`. */
export const issueVersion = 11;

/** Version of the saved shape of the publication. */
export const publicationVersion = 2;
