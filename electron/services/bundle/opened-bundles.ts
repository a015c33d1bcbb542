import { basename } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { findBundleKind } from '../../../shared/bundle/bundle-kinds.js';
import type { ImportEntry } from '../../../shared/bundle/exchange-state.js';
import type { Manifest } from '../../../shared/bundle/manifest.js';
import type { Answers } from '../../../shared/bundle/merge/conflict.js';
import { planRecord } from '../../../shared/bundle/plan.js';
import { isError } from '../../../shared/bundle/problems.js';
import type { CallResponse } from '../../../shared/ipc.js';
import type { AppOptions } from '../app-options.js';
import type { Library } from '../library/library.js';
import type { Job } from '../jobs.js';
import { applyImport } from './apply-import.js';
import { openIdentity } from './identity.js';
import { fingerprintOf } from './judge-key.js';
import { keepOriginals } from './keep-originals.js';
import { quarantine, unseal, type Quarantined } from './quarantine.js';
import { gatherFacts, verifyForLibrary } from './receive-bundle.js';
import { trustSender } from './trust-sender.js';
import type { VerifiedBundle } from './verify-bundle.js';

type OpenedBundle = CallResponse<'bundle.open'>;

interface Opened extends Quarantined {
  readonly id: string;
  readonly file: string;
}

export interface ImportChoice {
  readonly selected: readonly string[];
  readonly answers: Answers;
  readonly withoutTrust: boolean;
}

/** The bundle the editor looks at: one at a time, a copy on our own disk that is let go when another is opened. */
export class OpenedBundles {
  #opened: Opened | undefined;

  constructor(
    private readonly library: Library,
    private readonly options: Pick<AppOptions, 'userFolder' | 'clock' | 'ids'>,
  ) {}

  /** Copies a bundle off its stick and looks at it. @throws AppError when it cannot be read */
  async open(path: string, job: Job, name = basename(path)): Promise<OpenedBundle> {
    const copy = await quarantine(path, this.options.userFolder);
    await this.closeAll();
    this.#opened = { ...copy, id: this.options.ids.next(), file: name };
    return this.look(this.#opened.id, job);
  }

  /**
   * Opens a sealed bundle with its passphrase, which is kept nowhere, and looks at it.
   * @throws AppError `bad-request` when it was closed meanwhile: then nothing of it is left either
   */
  async unseal(id: string, passphrase: string, job: Job): Promise<OpenedBundle> {
    const opened = this.#find(id);
    const found = await unseal(opened, this.options.userFolder, passphrase, watchedBy(job, '正在解密')).catch((error: unknown) => {
      this.#find(id);
      throw error;
    });
    if (this.#opened !== opened) {
      if (!('code' in found)) await found.discard();
      this.#find(id);
      return this.look(id, job);
    }
    if ('code' in found)
      return { id, file: opened.file, valid: false, signature: 'none', problems: [{ ...found, isError: true }], steps: [] };
    this.#opened = { ...opened, ...found };
    return this.look(id, job);
  }

  /** Looks at it with what is known by now. */
  async look(id: string, job: Job): Promise<OpenedBundle> {
    const opened = this.#find(id);
    const own = await this.#ownKey();
    const verified = await verifyForLibrary(opened.path, this.library, own, watchedBy(job));
    const { verdict, manifest } = verified;
    const facts = verdict.valid && manifest ? await gatherFacts(opened.path, manifest, this.library) : [];
    return {
      id,
      file: opened.file,
      valid: verdict.valid,
      signature: verdict.signature,
      problems: verdict.problems.map((problem) => ({ ...problem, isError: isError(problem) })),
      ...(manifest === undefined ? {} : { about: describe(manifest, verified, own) }),
      steps: facts.map((one) => planRecord(one)),
    };
  }

  /** Takes the chosen records into the library. @throws AppError when the bundle is not valid or nobody vouches for it */
  async import(id: string, { selected, answers, withoutTrust }: ImportChoice, job: Job): Promise<ImportEntry> {
    const { path, file } = this.#find(id);
    const { verdict, manifest, digest, signature } = await verifyForLibrary(path, this.library, await this.#ownKey(), watchedBy(job));
    if (!verdict.valid || manifest === undefined || digest === undefined)
      throw new AppError('file-broken', `“${file}”没有通过检查，没有导入任何内容。`);
    if (verdict.signature !== 'trusted' && !withoutTrust)
      throw new AppError('bad-request', `“${file}”的来源还没有核对，没有导入任何内容。`);
    const facts = await gatherFacts(path, manifest, this.library);
    await keepOriginals(path, manifest, this.library);
    const { to, sequence } = manifest;
    return applyImport(this.library, {
      facts,
      selected: new Set(selected),
      answers,
      id: this.options.ids.next(),
      title: titleOf(manifest),
      received: { publicKey: signature?.publicKey ?? '', to, sequence, digest, importedAt: this.#now() },
    });
  }

  /** Remembers the sender's key as confirmed, and looks again. */
  async trust(id: string, replacing: boolean, job: Job): Promise<OpenedBundle> {
    const path = this.#find(id).path;
    const { manifest, signature } = await verifyForLibrary(path, this.library, await this.#ownKey(), watchedBy(job));
    if (manifest === undefined || signature === undefined) throw new AppError('bad-request', '这个包没有可用的签名，不能确认是谁发来的。');
    await trustSender(this.library, signature.publicKey, manifest.origin, this.#now(), replacing);
    return this.look(id, job);
  }

  async close(id: string): Promise<void> {
    if (this.#opened?.id === id) await this.closeAll();
  }

  async closeAll(): Promise<void> {
    const former = this.#opened;
    this.#opened = undefined;
    await former?.discard();
  }

  async #ownKey(): Promise<string> {
    return (await openIdentity(this.options.userFolder)).publicKey;
  }

  #now(): string {
    return this.options.clock.now().toISOString();
  }

  #find(id: string): Opened {
    if (this.#opened?.id !== id) throw new AppError('bad-request', '这个交换包已经关闭，请重新打开。');
    return this.#opened;
  }
}

function watchedBy({ report, signal }: Job, step = '正在核对') {
  return { signal, onProgress: (done: number, total: number) => report(step, done, total) };
}

function describe(manifest: Manifest, { signature, verdict }: VerifiedBundle, own: string): NonNullable<OpenedBundle['about']> {
  const { kind, origin, to, sequence, createdAt, records, counts } = manifest;
  const isSigned = signature !== undefined && verdict.signature !== 'broken';
  return {
    kind: findBundleKind(kind)?.name ?? kind,
    unit: origin.unit,
    device: origin.device,
    words: isSigned ? fingerprintOf(signature.publicKey) : '',
    isOwn: signature?.publicKey === own,
    to,
    sequence,
    createdAt,
    titles: records.map(({ title }) => title),
    attachments: counts.attachments,
  };
}

/** What was imported, for the list of imports. */
function titleOf({ origin, sequence, kind, records }: Manifest): string {
  const [first, ...others] = records;
  const what = `${first?.title ?? findBundleKind(kind)?.name ?? kind}${others.length === 0 ? '' : `等 ${records.length} 项`}`;
  return `${what}（${origin.unit}第 ${sequence} 包）`;
}
