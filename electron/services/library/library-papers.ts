import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { emptyExchange, exchangeSchema, exchangeVersion, type Exchange } from '../../../shared/bundle/exchange-state.js';
import { parseRecord } from '../../../shared/document/migrate-record.js';
import { defaultPublication, type Publication } from '../../../shared/document/publication.js';
import { publicationSchema } from '../../../shared/document/publication-schema.js';
import { publicationMigrations } from '../../../shared/document/migrate-issue.js';
import { publicationVersion } from '../../../shared/document/saved-versions.js';
import {
  attachmentPath,
  exchangePath,
  fileName,
  paperPaths,
  publicationPath,
  settingsPath,
  type PaperName,
} from '../../../shared/library/library-layout.js';
import { checkPageStyleChanges } from '../../../shared/layout/page-style-settings.js';
import { diffJson } from '../../../shared/library/json-patch.js';
import { setAside } from './aside.js';
import { errorCode, toDiskError } from './disk-error.js';
import { writeDurable } from './durable-file.js';
import { revisionOf } from './envelope.js';
import type { Planned } from './commit-plan.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** Papers that a commit replaces. */
export interface Papers {
  readonly publication?: Publication;
  readonly exchange?: Exchange;
}

/** A JSON value. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue };
export type Settings = Readonly<Record<string, SettingValue>>;

const settingsSchema = z.record(z.string(), z.json());

type Reading<Value> = { readonly kind: 'usable'; readonly value: Value } | { readonly kind: 'unusable' | 'newer' };

/** The single papers of a library: its publication, its settings, and the original files of imports. */
export class LibraryPapers {
  readonly #shelf: Shelf;
  readonly #publication: StoredFile;
  readonly #settings: StoredFile;
  readonly #exchange: StoredFile;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#publication = new StoredFile(shelf, publicationPath, 'zhuanbao-publication');
    this.#settings = new StoredFile(shelf, settingsPath, 'zhuanbao-settings', 1);
    this.#exchange = new StoredFile(shelf, exchangePath, 'zhuanbao-exchange');
  }

  /** The publication; the default one when there is none or it cannot be read, which is told. */
  async getPublication(): Promise<Publication> {
    const reading = await this.#readPublication();
    return reading.kind === 'usable' ? reading.value : defaultPublication;
  }

  async savePublication(publication: Publication): Promise<void> {
    expectPublication(publication);
    await this.#replace(this.#publication, publicationPath, await this.#readPublication(), publication);
  }

  async getSettings(): Promise<Settings> {
    const reading = await this.#readSettings();
    return reading.kind === 'usable' ? reading.value : {};
  }

  async setSetting(name: string, value: SettingValue): Promise<void> {
    const reading = await this.#readSettings();
    const before = reading.kind === 'usable' ? reading.value : {};
    if (JSON.stringify(before[name]) === JSON.stringify(value)) return;
    await this.#replace(this.#settings, settingsPath, reading, { ...before, [name]: value });
  }

  /** What the library knows of its exchange with others. @throws AppError when it is there and cannot be read */
  async getExchange(): Promise<Exchange> {
    const found = await this.#exchange.read();
    if (found.kind === 'missing' || found.kind === 'lost') return emptyExchange;
    const parsed =
      found.kind === 'good' ? parseRecord(found.data, { schema: exchangeSchema, version: exchangeVersion, migrations: {} }) : undefined;
    if (parsed?.ok) return parsed.value;
    throw new AppError('library-unreadable', `“${exchangePath}”无法识别，没有改动；交换功能暂不能用。请升级软件，或从备份恢复这个文件。`);
  }

  async saveExchange(exchange: Exchange): Promise<void> {
    await this.getExchange();
    await this.#exchange.write(exchange);
  }

  /** What a commit has to do for papers. @throws AppError for a value that does not hold, or a paper that cannot be read */
  async plan({ publication, exchange }: Papers): Promise<readonly Planned[]> {
    const planned: Planned[] = [];
    if (publication !== undefined) {
      expectPublication(publication);
      planned.push(...(await planPaper('publication', this.#publication, publication)));
    }
    if (exchange !== undefined) planned.push(...(await planPaper('exchange', this.#exchange, exchange)));
    return planned;
  }

  /** Keeps a file's bytes under their SHA-256, once. */
  async attach(bytes: Uint8Array, name: string): Promise<{ readonly file: string; readonly sha256: string }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = attachmentPath(sha256);
    const present = await this.#readAttachment(path);
    if (present !== undefined && Buffer.compare(present, bytes) === 0) return { file: name, sha256 };
    if (present !== undefined) await setAside(this.#shelf, path, fileName(path), '损坏');
    await writeDurable(this.#shelf.disk, this.#shelf.at(path), bytes, 0);
    return { file: name, sha256 };
  }

  /** The bytes of an original file, or undefined when it is not there or no longer what it was. */
  async attachment(sha256: string): Promise<Uint8Array | undefined> {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
    const bytes = await this.#readAttachment(attachmentPath(sha256));
    const isWhole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256;
    return isWhole ? bytes : undefined;
  }

  async #readAttachment(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#shelf.disk.readFile(this.#shelf.at(path));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw toDiskError(error, path);
    }
  }

  async #readPublication(): Promise<Reading<Publication>> {
    const found = await this.#publication.read();
    if (found.kind === 'missing' || found.kind === 'lost') return { kind: 'usable', value: defaultPublication };
    const parsed =
      found.kind === 'good'
        ? parseRecord(found.data, { schema: publicationSchema, version: publicationVersion, migrations: publicationMigrations })
        : undefined;
    if (parsed?.ok) return { kind: 'usable', value: parsed.value };
    this.#shelf.tell(`“${publicationPath}”无法识别，暂用默认的刊物设置；文件没有改动。`);
    return { kind: parsed === undefined || parsed.newer ? 'newer' : 'unusable' };
  }

  async #readSettings(): Promise<Reading<Settings>> {
    const found = await this.#settings.read();
    if (found.kind === 'missing' || found.kind === 'lost') return { kind: 'usable', value: {} };
    const parsed = settingsSchema.safeParse(found.kind === 'good' ? found.data : undefined);
    if (parsed.success) return { kind: 'usable', value: parsed.data };
    return { kind: found.kind === 'newer' ? 'newer' : 'unusable' };
  }

  /** What cannot be used is set aside, never written over; what newer software wrote stays. */
  async #replace(file: StoredFile, path: string, before: Reading<unknown>, data: unknown): Promise<void> {
    if (before.kind === 'newer') throw new AppError('library-newer', `“${path}”由更新版本的软件保存，没有改动。`);
    if (before.kind === 'unusable') await setAside(this.#shelf, path, path, '损坏');
    await file.write(data);
  }
}

/** @throws AppError bad-request for a publication that does not hold, or a measure out of its range */
export function expectPublication(publication: Publication): void {
  if (!publicationSchema.safeParse(publication).success) throw new AppError('bad-request', '刊物的内容不合规定，没有保存。');
  const refusal = checkPageStyleChanges(publication.pageStyle);
  if (refusal !== undefined) throw new AppError('bad-request', `刊物设置没有保存：${refusal}。`);
}

async function planPaper(paper: PaperName, file: StoredFile, value: unknown): Promise<readonly Planned[]> {
  const found = await file.read();
  if (found.kind === 'newer' || found.kind === 'lost')
    throw new AppError('library-unreadable', `“${paperPaths[paper]}”无法识别，没有改动。请升级软件，或从备份恢复这个文件。`);
  const after = revisionOf(value);
  if (found.kind === 'good' && found.revision === after) return [];
  const before = found.kind === 'good' ? { before: found.revision, patch: diffJson(found.data, value) } : { value };
  return [{ step: { do: 'paper', paper, after, ...before }, value }];
}
