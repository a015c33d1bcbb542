/** All articles of a library and all its submissions, ready to be searched for passages of a new one. */
import { AppError } from '../../../shared/app-error.js';
import type { CallResponse } from '../../../shared/ipc.js';
import { issueItems, issueKey, plainTitle, type Issue } from '../../../shared/document/issue.js';
import { itemText } from '../../../shared/library/records/item-text.js';
import type { KindName } from '../../../shared/library/records/records.js';
import { shareOfAll } from '../../../shared/similarity/marked-text.js';
import { PassageFinder, type SharedText } from '../../../shared/similarity/shared-passages.js';
import type { Submission } from '../../../shared/submissions/submission.js';
import type { Library } from '../library/library.js';

type Found = CallResponse<'similar.find'>['found'][number];
type Shown = CallResponse<'similar.show'>;

/** What is told of a text, and what says whether it counts as earlier than another. */
interface About {
  readonly issueKey?: string;
  readonly title: string;
  readonly unit: string;
  readonly at: string;
  /** Submissions an article was made from; the submission itself. */
  readonly from: readonly string[];
  /** First submission of a manuscript sent several times. */
  readonly thread?: string;
}

/** Texts replaced in the finder before it is made anew, for what it forgets still takes room. */
const mostReplaced = 4000;

/**
 * Read once, when first asked, and kept up to date from then on. A text counts as earlier when it stands in an issue, or
 * came before: what was made from the submission, and its own earlier rounds, are no earlier texts of it.
 */
export class EarlierTexts {
  readonly #library: Library;
  #finder = new PassageFinder();
  #about = new Map<string, About>();
  #texts = new Map<string, readonly string[]>();
  #replaced = 0;
  /** Records to be read before the next search, by kind and key. */
  readonly #waiting = new Map<string, { readonly kind: KindName; readonly key: string }>();
  #last: Promise<unknown> = Promise.resolve();
  #isRead = false;

  constructor(library: Library) {
    this.#library = library;
    library.watch((changes) => changes.forEach(({ kind, key }) => this.#note(kind, key)));
  }

  /** What each of the submissions shares with earlier texts; those that share nothing are left out. */
  find(ids: readonly string[]): Promise<readonly Found[]> {
    return this.#afterReading(async () => {
      const found: Found[] = [];
      for (const id of ids) {
        const one = await this.#findFor(id);
        if (one !== undefined) found.push(one);
      }
      return found;
    });
  }

  /** Both texts and their shared passages. @throws AppError submission-missing when one of them is gone */
  show(id: string, textId: string): Promise<Shown> {
    return this.#afterReading(async () => {
      const { text, earlier } = await this.#search(id);
      const other = earlier.find((each) => each.id === textId);
      const otherText = await this.#textOf(textId);
      if (other === undefined || otherText === undefined)
        throw new AppError('submission-missing', '另一篇已有改动或不在库里了，请重新查看。');
      return { text, otherText, passages: [...other.passages] };
    });
  }

  async #findFor(id: string): Promise<Found | undefined> {
    const present = await this.#search(id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'submission-missing') return undefined;
      throw error;
    });
    if (present === undefined || present.earlier.length === 0) return undefined;
    const { text, earlier } = present;
    return { id, share: shareOfAll(text, earlier), earlier: earlier.slice(0, 20).flatMap((each) => this.#told(each)) };
  }

  #told({ id, share, passages }: SharedText): Found['earlier'] {
    const about = this.#about.get(id);
    if (about === undefined) return [];
    const { from: _from, thread: _thread, ...facts } = about;
    return [{ textId: id, ...facts, passages: passages.length, share }];
  }

  async #search(id: string): Promise<{ readonly text: string; readonly earlier: readonly SharedText[] }> {
    const { value: submission } = await this.#library.get('submission', id);
    const text = itemText(submission.article);
    const earlier = this.#finder.find(text, new Set([submissionTextId(id)])).filter((each) => this.#isEarlier(each.id, submission));
    return { text, earlier };
  }

  #isEarlier(textId: string, { id, thread, receivedAt = '' }: Submission): boolean {
    const about = this.#about.get(textId);
    if (about === undefined || about.from.includes(id)) return false;
    if (about.issueKey !== undefined) return true;
    if (about.thread === thread) return false;
    return about.at < receivedAt || (about.at === receivedAt && (about.from[0] ?? '') < id);
  }

  async #textOf(textId: string): Promise<string | undefined> {
    const [, key = '', itemId] = textId.split(' ');
    if (itemId === undefined) return itemText((await this.#library.get('submission', key)).value.article);
    const { issue } = await this.#library.getIssue(key);
    const found = issueItems(issue).find(({ item }) => item.id === itemId);
    return found && itemText(found.item);
  }

  #note(kind: KindName, key: string): void {
    if (kind === 'issue' || kind === 'submission') this.#waiting.set(`${kind} ${key}`, { kind, key });
  }

  /** One after another, each over what the library holds by then. */
  #afterReading<Value>(step: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(async () => {
      if (!this.#isRead || this.#replaced > mostReplaced) await this.#begin();
      for (const [name, { kind, key }] of this.#waiting) {
        this.#waiting.delete(name);
        await this.#read(kind, key);
      }
      return step();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #begin(): Promise<void> {
    const { issues, submissions } = await this.#library.list();
    this.#finder = new PassageFinder();
    this.#about = new Map();
    this.#texts = new Map();
    this.#replaced = 0;
    for (const { key } of issues) this.#note('issue', key);
    for (const { id } of submissions) this.#note('submission', id);
    this.#isRead = true;
  }

  /** Takes a record's texts in; one that is gone or cannot be read has none. */
  async #read(kind: KindName, key: string): Promise<void> {
    const name = `${kind} ${key}`;
    for (const id of this.#texts.get(name) ?? []) {
      this.#finder.remove(id);
      this.#about.delete(id);
      this.#replaced += 1;
    }
    this.#texts.delete(name);
    const texts = await this.#textsOf(kind, key).catch(() => []);
    for (const { id, text, about } of texts) {
      this.#finder.put({ id, text });
      this.#about.set(id, about);
    }
    if (texts.length > 0)
      this.#texts.set(
        name,
        texts.map(({ id }) => id),
      );
  }

  async #textsOf(kind: KindName, key: string): Promise<readonly KnownText[]> {
    if (kind === 'issue') return textsOfIssue((await this.#library.getIssue(key)).issue);
    return [textOfSubmission((await this.#library.get('submission', key)).value)];
  }
}

interface KnownText {
  readonly id: string;
  readonly text: string;
  readonly about: About;
}

function submissionTextId(id: string): string {
  return `submission ${id}`;
}

function textOfSubmission({ id, article, unitName, receivedAt = '', thread }: Submission): KnownText {
  const about = { title: plainTitle(article.title), unit: unitName, at: receivedAt, from: [id], thread };
  return { id: submissionTextId(id), text: itemText(article), about };
}

function textsOfIssue(issue: Issue): readonly KnownText[] {
  const key = issueKey(issue.masthead);
  return issueItems(issue).map(({ item }) => ({
    id: `issue ${key} ${item.id}`,
    text: itemText(item),
    about: {
      issueKey: key,
      title: plainTitle(item.title),
      unit: item.sources.join('、'),
      at: issue.masthead.date,
      from: item.submissions ?? [],
    },
  }));
}
