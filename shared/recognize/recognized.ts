import type { Article, Issue } from '../document/issue.js';
import type { LeftAsideText } from './source-line.js';

/** What a file is taken for: a whole issue (一期), or manuscripts (稿件). */
export type TakenAs = 'issue' | 'article';

/** Facts of a masthead without which an issue has no place in the library. */
export type GuessedFact = 'name' | 'number' | 'date';

export interface RecognizeOptions {
  /** A new id of 1 to 64 letters, digits, `-` or `_`, another at every call. */
  nextId(): string;
  /** What an editor said the file is; absent: what its lines say. */
  readonly as?: TakenAs;
  /** Lines are paragraphs as they stand, though they look broken at a fixed width. */
  readonly keepsLines?: boolean;
  /** Name of the file, as a hint at number and date an issue does not print. */
  readonly fileName?: string;
}

interface RecognizedBase {
  /** Chinese sentences on what was guessed, doubtful or not kept. */
  readonly warnings: readonly string[];
  /** Every character of the source that is not in the result, by line. */
  readonly leftAside: readonly LeftAsideText[];
  /** Leads guessed rather than read from bold type. */
  readonly inferredLeads: number;
}

export interface RecognizedIssue extends RecognizedBase {
  readonly kind: 'issue';
  readonly issue: Issue;
  /** What its masthead does not say and was filled in as a guess: to be asked for before the issue is kept. */
  readonly guessed: readonly GuessedFact[];
}

export interface RecognizedDraft extends RecognizedBase {
  readonly kind: 'article';
  readonly article: Article;
  /** What it says of itself beside its words: who wrote it, who signed it, the phone. */
  readonly facts: DraftFacts;
  /** Chinese sentences on what was not found. */
  readonly notes: readonly string[];
  /** The same lines read as several manuscripts, each with its own source, where they look like several. */
  readonly parts?: readonly DraftPart[] | undefined;
}

/** One of several manuscripts of a file. */
export interface DraftPart extends RecognizedDraft {
  /** Where it begins in the file. */
  readonly firstLine: number;
}

/** The same facts that a submission keeps of its writers. */
export interface DraftFacts {
  readonly author?: string | undefined;
  readonly phone?: string | undefined;
  readonly signedBy?: string | undefined;
}

export interface NotAnIssue {
  readonly kind: 'none';
  /** Chinese: what an issue has and this text lacks (报头, 期号, 栏目 …). */
  readonly missing: readonly string[];
}
