/** Version of the saved shape of an issue; raise it together with a migration in `migrate-issue.ts`. */
export const issueVersion = 12;

/** Version of the saved shape of a publication. */
export const publicationVersion = 3;
