import type { Article, Issue } from '../document/issue.js';
import type { LeftAsideText } from './source-line.js';

export interface RecognizeOptions {
  /** A new id of 1 to 64 letters, digits, `-` or `_`, another at every call. */
  nextId(): string;
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
}

export interface RecognizedDraft extends RecognizedBase {
  readonly kind: 'article';
  readonly article: Article;
  /** Chinese sentences on what was not found. */
  readonly notes: readonly string[];
}

export interface NotAnIssue {
  readonly kind: 'none';
  /** Chinese: what an issue has and this text lacks (报头, 期号, 栏目 …). */
  readonly missing: readonly string[];
}
