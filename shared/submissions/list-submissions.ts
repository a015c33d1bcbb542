/** What the list of submissions shows, in which order, and how many of each state. */
import type { Arrival, Decision, SubmissionKind, UnitEvidence } from './submission-states.js';
import type { Submission } from './submission.js';
import { keyLabel } from '../document/issue-key-label.js';
import { itemCharacters } from '../document/count-item.js';
import { plainTitle } from '../document/issue.js';
import { arrivalLabels, kindLabels, standings, type Standing } from './submission-labels.js';

/** What the list shows of one submission by itself. */
export interface SubmissionSummary {
  readonly id: string;
  readonly title: string;
  readonly unitId?: string | undefined;
  readonly unitName: string;
  /** The unit was guessed, from this. */
  readonly unitGuess?: UnitEvidence | undefined;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly arrival: Arrival;
  readonly kind: SubmissionKind;
  readonly decision: Decision;
  readonly reason?: string | undefined;
  /** Id of the first submission of a manuscript that was sent again. */
  readonly thread: string;
  readonly round: number;
  readonly characters: number;
  /** Files that came with it, the original included. */
  readonly files: number;
}

/** An article of an issue that was made from a submission. */
export interface SubmissionUse {
  readonly submissionId: string;
  readonly issueKey: string;
  readonly itemId: string;
  /** As printed between 〔〕. */
  readonly column: string;
  readonly isPrinted: boolean;
}

/** One line of the list: a submission with what the issues say of it. */
export interface SubmissionRow extends SubmissionSummary {
  readonly uses: readonly SubmissionUse[];
  readonly standing: Standing;
  /** Its unit revised it and sent it again: the last round of its thread. */
  readonly revisedAs?: number;
}

/** Joins what is known of submissions with what issues hold of them, in time that grows with both together. */
export function joinUses(all: readonly SubmissionSummary[], uses: readonly SubmissionUse[]): readonly SubmissionRow[] {
  const byId = new Map<string, SubmissionUse[]>();
  for (const use of uses) byId.set(use.submissionId, [...(byId.get(use.submissionId) ?? []), use]);
  const lastRounds = new Map<string, number>();
  for (const { thread, round } of all) lastRounds.set(thread, Math.max(round, lastRounds.get(thread) ?? 0));
  return all.map((summary) => {
    const own = byId.get(summary.id) ?? [];
    const last = lastRounds.get(summary.thread) ?? summary.round;
    return {
      ...summary,
      uses: own,
      standing: standingOf(summary.decision, own),
      ...(last > summary.round ? { revisedAs: last } : {}),
    };
  });
}

function standingOf(decision: Decision, uses: readonly SubmissionUse[]): Standing {
  if (uses.length === 0) return decision;
  return uses.some(({ isPrinted }) => isPrinted) ? 'adopted' : 'placed';
}

/** `savedAt` is an ISO instant; it stands in where nobody noted when the manuscript came. */
export function summarizeSubmission(submission: Submission, savedAt: string): SubmissionSummary {
  const {
    id,
    unitId,
    unitName,
    unitGuess,
    receivedAt = savedAt,
    arrival,
    kind,
    decision,
    reason,
    thread,
    round,
    article,
    original,
    attachments,
  } = submission;
  return {
    id,
    title: plainTitle(article.title) || original?.file || '（无题）',
    ...(unitId === undefined ? {} : { unitId }),
    unitName,
    ...(unitGuess === undefined ? {} : { unitGuess }),
    receivedAt,
    arrival,
    kind,
    decision,
    ...(reason === undefined ? {} : { reason }),
    thread,
    round,
    characters: itemCharacters(article),
    files: attachments.length + (original === undefined ? 0 : 1),
  };
}

/** What the list is narrowed to; what is absent narrows nothing. */
export interface SubmissionFilter {
  readonly standings?: readonly Standing[];
  readonly kinds?: readonly SubmissionKind[];
  readonly unitId?: string;
  /** Stands in the title, the unit, what it was sent in as, how it came, or an issue that holds it; blanks part words that must all stand there. */
  readonly words?: string;
}

export type SubmissionOrder = 'received' | 'unit' | 'title' | 'length' | 'standing';

export function filterSubmissions(all: readonly SubmissionRow[], filter: SubmissionFilter): readonly SubmissionRow[] {
  const words = (filter.words ?? '').normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  return all.filter(
    (each) =>
      (filter.standings === undefined || filter.standings.includes(each.standing)) &&
      (filter.kinds === undefined || filter.kinds.includes(each.kind)) &&
      (filter.unitId === undefined || filter.unitId === each.unitId) &&
      holdsAll(each, words),
  );
}

function holdsAll(row: SubmissionRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const own = wordsOf(row);
  return words.every((word) => own.includes(word));
}

/** Everything of a row that words can narrow the list by. */
function wordsOf({ title, unitName, kind, arrival, uses }: SubmissionRow): string {
  const facts = [
    title,
    unitName,
    kindLabels[kind],
    arrivalLabels[arrival],
    ...uses.map(({ issueKey }) => `${issueKey} ${keyLabel(issueKey)}`),
  ];
  return facts.join(' ').normalize('NFKC').toLowerCase();
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

const orders: Readonly<Record<SubmissionOrder, (left: SubmissionRow, right: SubmissionRow) => number>> = {
  received: () => 0,
  unit: (left, right) => collator.compare(left.unitName, right.unitName),
  title: (left, right) => collator.compare(left.title, right.title),
  length: (left, right) => right.characters - left.characters,
  standing: (left, right) => standings.indexOf(left.standing) - standings.indexOf(right.standing),
};

/** Sorted by one column; the newest first among equals. */
export function sortSubmissions(all: readonly SubmissionRow[], order: SubmissionOrder): readonly SubmissionRow[] {
  const newest = (left: SubmissionRow, right: SubmissionRow): number =>
    left.receivedAt === right.receivedAt ? (left.id < right.id ? -1 : 1) : left.receivedAt < right.receivedAt ? 1 : -1;
  return all.toSorted((left, right) => orders[order](left, right) || newest(left, right));
}

export function countStandings(all: readonly SubmissionRow[]): Readonly<Record<Standing, number>> {
  const counts = { new: 0, shortlisted: 0, placed: 0, adopted: 0, reserve: 0, refused: 0, returned: 0 };
  for (const { standing } of all) counts[standing] += 1;
  return counts;
}

/** The one to look at after `id` has been dealt with: the next still waiting below it, else the first waiting above. */
export function nextWaiting(shown: readonly SubmissionRow[], id: string): string | undefined {
  const at = shown.findIndex((each) => each.id === id);
  const waits = ({ standing }: SubmissionRow): boolean => standing === 'new';
  return (shown.slice(at + 1).find(waits) ?? shown.slice(0, Math.max(0, at)).find(waits))?.id;
}
