import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { findInPages } from '../../../shared/layout/printed-place.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import type { IssuePlace } from '../../../shared/document/text-place.js';
import { recordKinds } from '../../../shared/library/records/records.js';
import { issueDocs, submissionDoc, type Doc } from '../../../shared/search/docs.js';
import type { Readings } from '../../../shared/search/pinyin.js';
import { searchDocs } from '../../../shared/search/search-docs.js';
import type { SearchAnswer, SearchRequest } from '../../../shared/search/search-types.js';
import { parseTerms } from '../../../shared/search/terms.js';
import type { Library } from '../library/library.js';
import { publicationsOf } from '../publications.js';

/** One issue or manuscript as it is held in memory. */
interface Held {
  readonly docs: readonly Doc[];
  readonly label: string;
  /** Order among all: newest first. */
  readonly date: string;
  readonly issue?: Issue;
  /** Checksum of an issue as it was read. */
  readonly revision?: string;
}

/** An issue in memory, with its words made ready. */
export interface HeldIssue {
  readonly key: string;
  readonly issue: Issue;
  readonly revision: string;
  readonly docs: readonly Doc[];
}

/**
 * The words of a whole library in memory, read when they are first asked for and kept up by what the library tells of
 * its changes. Nothing of it is on disk.
 */
export class SearchIndex {
  readonly #library: Library;
  readonly #held = new Map<string, Held>();
  /** Records that changed since they were read, by kind and key. */
  readonly #stale = new Set<string>();
  readonly #pages = new Map<string, { readonly issue: Issue; readonly pages: readonly Page[] }>();
  readonly #stopWatching: () => void;
  #filling: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();
  #docs: readonly Doc[] | undefined;
  #readings: Readings | undefined;
  #listedAs: ReadonlyMap<string, string> = new Map();

  constructor(library: Library) {
    this.#library = library;
    this.#stopWatching = library.watch((changes) => {
      // Papers or a publication changed, measures among them.
      if (changes.length === 0 || changes.some(({ kind }) => kind === 'publication')) this.#pages.clear();
      for (const { kind, key } of changes) if (kind === 'issue' || kind === 'submission') this.#stale.add(`${kind} ${key}`);
    });
  }

  close(): void {
    this.#stopWatching();
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    await this.#bringUp();
    this.#docs ??= this.#sorted();
    if (this.#readings === undefined && parseTerms(request.words).some(({ isPinyin }) => isPinyin))
      this.#readings = (await import('../../../shared/search/readings.js')).readings;
    const labelOf = ({ source, key }: Doc): string => this.#held.get(`${source} ${key}`)?.label ?? key;
    return searchDocs({ docs: this.#docs, labelOf, readings: this.#readings }, request);
  }

  /** Every issue as it is now, newest first. */
  async issues(): Promise<readonly HeldIssue[]> {
    await this.#bringUp();
    return [...this.#held]
      .flatMap(([id, { issue, revision, docs }]) =>
        issue && revision !== undefined ? [{ key: id.slice('issue '.length), issue, revision, docs }] : [],
      )
      .sort((left, right) => (left.issue.masthead.date < right.issue.masthead.date ? 1 : -1));
  }

  /** On which page each place of an issue is printed; 0 where nothing is printed of it. */
  async pagesOf(key: string, places: readonly IssuePlace[]): Promise<readonly number[]> {
    await (this.#filling ?? this.#bringUp());
    const issue = this.#held.get(`issue ${key}`)?.issue;
    if (issue === undefined) return places.map(() => 0);
    const pages = await this.#layOut(key, issue);
    return places.map((place) => {
      const found = findInPages(issue, pages, place);
      return found === undefined ? 0 : (pages[found.pageIndex]?.number ?? 0);
    });
  }

  async #layOut(key: string, issue: Issue): Promise<readonly Page[]> {
    const known = this.#pages.get(key);
    if (known?.issue === issue) return known.pages;
    const { pageStyle } = await publicationsOf(this.#library)(issue);
    const pages = layoutIssue(composeIssue(issue), resolvePageStyle(pageStyle));
    this.#pages.delete(key);
    this.#pages.set(key, { issue, pages });
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > mostLaidOut && oldest !== undefined) this.#pages.delete(oldest);
    return pages;
  }

  /** One after another: nobody is answered while what another one found stale is still being read. */
  #bringUp(): Promise<void> {
    const turn = this.#last.then(() => this.#update());
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #update(): Promise<void> {
    this.#filling ??= this.#fill().catch((error: unknown) => {
      this.#filling = undefined;
      throw error;
    });
    await this.#filling;
    if (this.#library.readOnlyReason !== undefined) await this.#markStale();
    for (const id of [...this.#stale]) {
      this.#stale.delete(id);
      await this.#read(id);
    }
  }

  async #fill(): Promise<void> {
    this.#listedAs = await this.#listed();
    this.#stale.clear();
    for (const id of this.#listedAs.keys()) await this.#read(id);
  }

  /** Every record by its id, with what the list says of it. */
  async #listed(): Promise<ReadonlyMap<string, string>> {
    const { issues, submissions } = await this.#library.list();
    return new Map([
      ...issues.map((issue) => [`issue ${issue.key}`, JSON.stringify(issue)] as const),
      ...submissions.map((submission) => [`submission ${submission.id}`, JSON.stringify(submission)] as const),
    ]);
  }

  /** A library that another program writes tells of no changes: what is new, gone or saved since is read again. */
  async #markStale(): Promise<void> {
    const now = await this.#listed();
    const ids = [...now.keys(), ...this.#held.keys()];
    for (const id of ids) if (now.get(id) !== this.#listedAs.get(id)) this.#stale.add(id);
    this.#listedAs = now;
  }

  async #read(id: string): Promise<void> {
    const [kind = '', key = ''] = id.split(' ');
    const held = await (kind === 'issue' ? this.#readIssue(key) : this.#readSubmission(key)).catch(() => undefined);
    this.#docs = undefined;
    if (held === undefined) this.#held.delete(id);
    else this.#held.set(id, held);
  }

  async #readIssue(key: string): Promise<Held> {
    const { issue, revision } = await this.#library.getIssue(key);
    return { docs: issueDocs(issue), label: recordKinds.issue.titleOf(issue), date: issue.masthead.date, issue, revision };
  }

  async #readSubmission(key: string): Promise<Held> {
    const { value } = await this.#library.get('submission', key);
    return { docs: [submissionDoc(value)], label: recordKinds.submission.titleOf(value), date: value.receivedAt ?? '' };
  }

  #sorted(): readonly Doc[] {
    const all = [...this.#held.values()].sort((left, right) => (left.date < right.date ? 1 : left.date > right.date ? -1 : 0));
    return all.flatMap(({ docs }) => docs);
  }
}

/** Issues whose pages are kept. */
const mostLaidOut = 24;
