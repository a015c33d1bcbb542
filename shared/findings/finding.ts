/** What can be wrong with an issue, as rules find it. A rule is one row in `rules.ts`. */
import type { Issue } from '../document/issue.js';
import type { IssuePlace } from '../document/text-place.js';
import type { Block } from '../layout/block.js';
import type { Page } from '../layout/page.js';

/** `error` 必须处理 before print, `warning` 请留意, `hint` looks. */
export type FindingLevel = 'error' | 'warning' | 'hint';

/** Another issue of the library, for rules that look across issues. */
export interface OtherIssue {
  /** Absent: of the library's own publication. */
  readonly publicationId?: string | undefined;
  readonly number: number;
  /** ISO day. */
  readonly date: string;
  readonly supplement: boolean;
}

/** What the rules look at: the issue, its blocks and pages, and the other issues of the library. */
export interface Subject {
  readonly issue: Issue;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly others: readonly OtherIssue[];
}

/** One thing a rule found, and a remedy in words that does not change the meaning. */
export interface Found {
  readonly place: IssuePlace;
  /** The words it is about, by which it is known again after other edits; empty when it is about no words. */
  readonly quote: string;
  /** Chinese, without 。 */
  readonly message: string;
  readonly remedy: string;
  /** Page and line of its page, from 1; absent when nothing is printed there. */
  readonly printed?: { readonly page: number; readonly line: number };
}

/** What the program itself can do about a finding without changing a word. */
export interface Mend {
  /** On its button. */
  readonly label: string;
  readonly change: (issue: Issue) => Issue;
}

export interface Rule {
  /** What the status bar and the list call it. */
  readonly label: string;
  readonly level: FindingLevel;
  /** It is about glyphs and faces: the export lists it under 字体. */
  readonly isOfFonts?: true;
  readonly check: (subject: Subject) => readonly Found[];
  /** Mends to try, the least first. */
  readonly mends?: (found: Found, issue: Issue) => readonly Mend[];
  /** What `check` must see to tell whether the mend helped: the cover, the item alone, or (without it) everything. */
  readonly reach?: 'cover' | 'item';
}
