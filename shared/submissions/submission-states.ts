/** Version of the saved shape of a submission. Versions 1 and 2 were drafts (备用稿) of earlier programs. */
export const submissionVersion = 9;

/** How a submission came about: on a stick as a bundle, as a file, typed in from paper, taken out of an issue, or written here by the unit itself. */
export const arrivals = ['bundle', 'file', 'paper', 'issue', 'own'] as const;
export type Arrival = (typeof arrivals)[number];

/** What it was sent in as: 经验交流, 工作动态, 简讯, 约稿. */
export const submissionKinds = ['experience', 'news', 'brief', 'commissioned'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** What the editor decided of it. That an issue holds it, or has printed it, is not kept here: the issues say so. */
export const decisions = ['new', 'shortlisted', 'reserve', 'refused', 'returned'] as const;
export type Decision = (typeof decisions)[number];

/** Where a unit that was guessed was found: in the manuscript's source line, its file's name or a folder's. */
export const unitEvidence = ['source', 'file', 'folder'] as const;
export type UnitEvidence = (typeof unitEvidence)[number];
