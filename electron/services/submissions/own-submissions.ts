import { AppError } from '../../../shared/app-error.js';
import { recordName } from '../../../shared/bundle/exchange-state.js';
import type { Article } from '../../../shared/document/issue.js';
import { asNextRound } from '../../../shared/submissions/edit-submission.js';
import { newSubmission } from '../../../shared/submissions/new-submission.js';
import { ownRows, type OwnRow } from '../../../shared/submissions/own-history.js';
import type { Submission, SubmissionFacts } from '../../../shared/submissions/submission.js';
import type { AppOptions } from '../app-options.js';
import type { Library } from '../library/library.js';
import { readContributor } from './contributor.js';

export type OwnFacts = Omit<SubmissionFacts, 'unitId' | 'unitName'>;

/** Manuscripts that a unit writes in its own library and sends in. */
export class OwnSubmissions {
  constructor(
    private readonly library: Library,
    private readonly options: Pick<AppOptions, 'clock' | 'ids'>,
  ) {}

  /** Everything the unit wrote, the latest first, with what became of it. */
  async list(): Promise<readonly OwnRow[]> {
    const { submissions } = await this.library.list();
    const { lineages } = await this.library.getExchange();
    const sent = new Set(submissions.map(({ id }) => id).filter((id) => hasLeft(lineages, id)));
    return ownRows(submissions, await this.library.listOf('receipt'), sent);
  }

  /** Keeps a manuscript as it is now. @throws AppError `bad-request` for one that was sent, or in an office's library */
  async save(id: string | undefined, article: Article, facts: OwnFacts): Promise<string> {
    const contributor = await readContributor(this.library);
    if (contributor === undefined)
      throw new AppError('bad-request', '还没有填写报送单位，稿件没有保存。请先在投稿端填写单位、姓名和电话。');
    const own = { ...facts, unitName: contributor.unitName };
    if (id === undefined) {
      const submission = newSubmission({ id: this.options.ids.next(), article, arrival: 'own', receivedAt: this.#now(), facts: own });
      await this.library.add('submission', submission);
      return submission.id;
    }
    if (hasLeft((await this.library.getExchange()).lineages, id))
      throw new AppError('bad-request', '这篇已经报送，不能再改；要改请用“修改后重报”。');
    await this.library.update('submission', id, (held) => rewritten(held, article, own));
    return id;
  }

  /** Comes back with the id of the next round. @throws AppError `bad-request` while it was not sent */
  async revise(id: string): Promise<string> {
    if (!hasLeft((await this.library.getExchange()).lineages, id)) throw new AppError('bad-request', '这篇还没有报送，直接修改就可以。');
    const { value: earlier } = await this.library.get('submission', id);
    const rounds = (await this.library.list()).submissions.filter(({ thread }) => thread === earlier.thread);
    const last = rounds.reduce((most, { round }) => Math.max(most, round), earlier.round);
    const next: Submission = {
      ...earlier,
      id: this.options.ids.next(),
      receivedAt: this.#now(),
      arrival: 'own',
      decision: 'new',
      log: [],
    };
    const added = asNextRound(next, { ...earlier, round: last });
    await this.library.add('submission', added);
    return added.id;
  }

  #now(): string {
    return this.options.clock.now().toISOString();
  }
}

/** A state that crossed to another machine is in the record's lineage. */
function hasLeft(lineages: Readonly<Record<string, readonly string[]>>, id: string): boolean {
  return (lineages[recordName({ type: 'submission', key: id })] ?? []).length > 0;
}

/** Facts left out are no longer known. */
function rewritten(held: Submission, article: Article, facts: OwnFacts & { readonly unitName: string }): Submission {
  const { signedBy: _signed, author: _author, phone: _phone, ...rest } = held;
  return { ...rest, ...facts, article };
}
