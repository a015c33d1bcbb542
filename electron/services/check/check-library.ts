import type { CheckReport, Repaired } from '../../../shared/library/check-calls.js';
import { isLockedState } from '../../../shared/document/issue-states.js';
import { AppError } from '../../../shared/app-error.js';
import { readTrail } from '../library/audit-trail.js';
import { checkKept } from '../library/check-kept.js';
import { verifyJournal } from '../library/journal.js';
import type { Library } from '../library/library.js';
import type { Job } from '../jobs.js';
import type { Clock } from '../ports.js';
import { findBrokenLinks } from './find-broken-links.js';
import { findDamagedKept, findDamagedPapers, findDamagedRecords, findMissingFiles, findStrangers, type Recall } from './find-damage.js';
import { findOrphans } from './find-orphans.js';
import { repairLabels, type Finding } from './finding.js';
import { repairAll, type TakeBack } from './repair.js';
import { collectDigests, survey } from './survey.js';

/** Repairs that can be taken back in one session. */
const mostUndos = 10;

/** 自检 of one library: what is found is remembered, and repaired as the editor ticks it. */
export class LibraryCheck {
  readonly #library: Library;
  readonly #clock: Clock;
  readonly #recall: Recall;
  #found = new Map<string, Finding>();
  readonly #undos = new Map<string, TakeBack>();
  #serial = 0;
  /** Whether anything changed since the last look: what was found may hold no more. */
  #isOutdated = false;

  constructor(library: Library, clock: Clock, recall: Recall) {
    this.#library = library;
    this.#clock = clock;
    this.#recall = recall;
    library.watch(() => void (this.#isOutdated = true));
  }

  /** Reads everything the library holds, beside all other calls; changes nothing. @throws AppError `cancelled` */
  async run(job: Job): Promise<CheckReport> {
    const { shelf } = this.#library;
    this.#isOutdated = false;
    const sources = { library: this.#library, recall: this.#recall };
    const seen = await survey(shelf, ({ state }) => isLockedState(state), job);
    let versions = 0;
    const troubles = await checkKept(
      shelf,
      () => false,
      job,
      (content) => {
        versions += 1;
        collectDigests(content, seen.digests);
      },
    );
    job.report('正在核对联系和操作记录', 0, 1);
    const { breaks } = await this.#library.still(() => readTrail(shelf));
    const found: Finding[] = [
      ...(await findDamagedPapers(sources)),
      ...(await findDamagedRecords(seen, sources)),
      ...(await findDamagedKept(troubles, this.#recall)),
      ...(await findMissingFiles(seen, sources)),
      ...findBrokenLinks(seen),
      ...(await this.#library.still(() => findOrphans(shelf, seen))),
      ...breaks.map(({ file, message, words }) => ({ group: 'tell', file, message, repair: { do: 'acknowledge', words } }) as const),
      ...(await verifyJournal(shelf)).map(({ file, message }) => ({ group: 'tell', file, message }) as const),
      ...findStrangers(seen),
    ];
    this.#found = new Map(found.map((finding, index) => [`${index} ${finding.file}`, finding]));
    const looked = `核对了 ${seen.seen.length} 个记录、${versions} 个历史版本、${seen.files.size} 个原文件，以及联系、操作记录和日志。`;
    return { at: this.#clock.now().toISOString(), looked, findings: this.#list() };
  }

  /** Repairs what was ticked; what fails is told and the others are done. */
  async repair(ids: readonly string[], job: Job): Promise<Repaired> {
    const chosen = ids.flatMap((id) => {
      const finding = this.#found.get(id);
      return finding?.repair === undefined ? [] : [{ id, file: finding.file, repair: finding.repair }];
    });
    if (chosen.length < ids.length || this.#isOutdated) throw new AppError('bad-request', '自检以后资料库又有改动，没有修复。请重新自检。');
    const { done, failed, takeBack } = await repairAll(this.#library, chosen, this.#recall, job);
    for (const id of done) this.#found.delete(id);
    if (takeBack === undefined) return { done, failed };
    const undoId = `repair-${(this.#serial += 1)}`;
    this.#undos.set(undoId, takeBack);
    const [oldest] = this.#undos.keys();
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest);
    return { done, failed, undoId };
  }

  async undo(undoId: string): Promise<void> {
    const takeBack = this.#undos.get(undoId);
    if (takeBack === undefined) throw new AppError('bad-request', '这次修复已不能撤销；移走的文件在资料库的“清理”和“损坏文件”里。');
    this.#found.clear();
    await takeBack();
    this.#undos.delete(undoId);
  }

  #list(): CheckReport['findings'] {
    return [...this.#found].map(([id, { repair, ...finding }]) => ({
      id,
      ...finding,
      ...(repair === undefined ? {} : { repair: repairLabels[repair.do] }),
    }));
  }
}
