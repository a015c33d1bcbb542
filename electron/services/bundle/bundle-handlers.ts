import type { ImportEntry } from '../../../shared/bundle/exchange-state.js';
import type { Handlers } from '../call-handlers.js';
import type { AppOptions } from '../app-options.js';
import type { Handles } from '../handles.js';
import type { Library } from '../library/library.js';
import type { Uploads } from '../uploads.js';
import { undoImport } from './apply-import.js';
import { openIdentity } from './identity.js';
import { fingerprintOf } from './judge-key.js';
import type { OpenedBundles } from './opened-bundles.js';
import { createPackHandlers } from './pack-handlers.js';
import { listBundles, listSticks } from './sticks.js';

/** What deciding about a known key is called. */
const keyActions = { trusted: '信任签名', withdrawn: '不再信任签名' } as const;

/** What the calls on bundles work with. */
interface BundleKeep {
  readonly library: Library;
  readonly bundles: OpenedBundles;
  readonly uploads: Uploads;
}

/** Calls on bundles: finding, looking at, importing, taking back, trusting and packing them. */
export function createBundleHandlers({ library, bundles, uploads }: BundleKeep, handles: Handles, options: AppOptions) {
  return {
    'sticks.list': async () => ({ sticks: await listSticks(options.drives, handles) }),
    'bundle.list': async ({ folder }) => ({ place: await listBundles(handles.resolve(folder), handles) }),
    'bundle.open': (request, job) =>
      'file' in request
        ? bundles.open(handles.resolve(request.file), job)
        : uploads.take(request.upload, ({ path, name }) => bundles.open(path, job, name)),
    'bundle.unseal': ({ id, passphrase }, job) => bundles.unseal(id, passphrase, job),
    'bundle.look': ({ id }, job) => bundles.look(id, job),
    'bundle.close': async ({ id }) => {
      await bundles.close(id);
      return {};
    },
    'bundle.import': async ({ id, ...choice }, job) => {
      const entry = await bundles.import(id, choice, job);
      return { importId: entry.id, changed: titlesOf(entry), keys: issueKeysOf(entry) };
    },
    ...createImportHandlers(library, options),
    ...createTrustHandlers(library, bundles, options),
    ...createPackHandlers(library, handles, options),
  } satisfies Partial<Handlers>;
}

function createImportHandlers(library: Library, { clock }: Pick<AppOptions, 'clock'>) {
  return {
    'imports.list': async () => {
      const { imports } = await library.getExchange();
      const told = imports.map(({ id, importedAt, title, undoneAt, ...entry }) => ({
        id,
        importedAt,
        title,
        changed: titlesOf(entry),
        ...(undoneAt === undefined ? {} : { undoneAt }),
      }));
      return { imports: told.reverse() };
    },
    'imports.undo': async ({ id, evenIfChanged }) => {
      await undoImport(library, id, clock.now().toISOString(), evenIfChanged);
      const entry = (await library.getExchange()).imports.find((one) => one.id === id);
      return { keys: entry === undefined ? [] : issueKeysOf(entry) };
    },
  } satisfies Partial<Handlers>;
}

function createTrustHandlers(library: Library, bundles: OpenedBundles, { clock, userFolder }: Pick<AppOptions, 'clock' | 'userFolder'>) {
  return {
    'trust.list': async () => {
      const { device, publicKey } = await openIdentity(userFolder);
      const { keys } = await library.getExchange();
      return {
        own: { device, words: fingerprintOf(publicKey) },
        keys: keys.map(({ fingerprint, ...key }) => ({ ...key, words: fingerprint })),
      };
    },
    'trust.confirm': ({ id, replacing }, job) => bundles.trust(id, replacing, job),
    'trust.decide': async ({ publicKey, state }) => {
      const exchange = await library.getExchange();
      const decidedAt = clock.now().toISOString();
      const keys = exchange.keys.map((key) => (key.publicKey === publicKey ? { ...key, state, decidedAt } : key));
      await library.saveExchange({ ...exchange, keys });
      const decided = keys.find((key) => key.publicKey === publicKey);
      await library.note({ action: keyActions[state], what: `${decided?.unit ?? ''}（${decided?.fingerprint ?? ''}）` });
      return {};
    },
  } satisfies Partial<Handlers>;
}

function titlesOf({ changes }: Pick<ImportEntry, 'changes'>): string[] {
  return changes.map(({ title }) => title);
}

function issueKeysOf({ changes }: Pick<ImportEntry, 'changes'>): string[] {
  return changes.filter(({ type }) => type === 'issue').map(({ key }) => key);
}
