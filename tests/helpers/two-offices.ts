import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyImport } from '../../electron/services/bundle/apply-import.js';
import { openIdentity, type Identity } from '../../electron/services/bundle/identity.js';
import { keepOriginals } from '../../electron/services/bundle/keep-originals.js';
import { packForLibrary } from '../../electron/services/bundle/pack-for-library.js';
import { gatherFacts, verifyForLibrary } from '../../electron/services/bundle/receive-bundle.js';
import { trustSender } from '../../electron/services/bundle/trust-sender.js';
import type { Library, LibraryOptions } from '../../electron/services/library/library.js';
import { createRenderer } from '../../electron/services/render-issue.js';
import type { BundleKindId } from '../../shared/bundle/bundle-kinds.js';
import type { Answers, Conflict } from '../../shared/bundle/merge/conflict.js';
import { planRecord, type PlanStep } from '../../shared/bundle/plan.js';
import type { Problem } from '../../shared/bundle/problems.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { countingIds, open, tickingClock } from './library-fixture.js';
import { bundledShelf } from './font-shelf.js';

/** An office: its library, its key, and what it does with sticks. */
export interface Office {
  readonly library: Library;
  readonly identity: Identity;
  /** Packs records into a file that must not be there. */
  pack(file: string, kind: BundleKindId, ...keys: readonly string[]): Promise<void>;
  /** Looks at a bundle and plans it. */
  look(file: string): Promise<{ readonly problems: readonly Problem[]; readonly valid: boolean; readonly steps: readonly PlanStep[] }>;
  /** Takes everything proposed; trusts whoever sent it. Comes back with the id of the import. */
  take(file: string, decide?: (conflict: Conflict) => Answers[string]): Promise<string>;
}

const ids = countingIds();
const renderers = (library: Library) => createRenderer(defaultPageStyle, bundledShelf, {}, library);

export async function openOffice(folder: string, name: string, changes: Partial<LibraryOptions> = {}): Promise<Office> {
  const clock = tickingClock();
  const library = await open(join(folder, name, '资料库'), changes);
  const identity = await openIdentity(join(folder, name, '用户'));
  const look = async (file: string) => {
    const { verdict, manifest } = await verifyForLibrary(file, library, identity.publicKey);
    const facts = verdict.valid && manifest ? await gatherFacts(file, manifest, library) : [];
    return { problems: verdict.problems, valid: verdict.valid, steps: facts.map((one) => planRecord(one)) };
  };
  return {
    library,
    identity,
    look,
    async pack(file, kind, ...keys) {
      if (existsSync(file)) await rm(file);
      await packForLibrary({ library, identity, renderer: renderers(library) }, { kind, keys, to: '' }, file, { writtenAt: clock.now() });
    },
    async take(file, decide) {
      const { manifest, digest, signature, verdict } = await verifyForLibrary(file, library, identity.publicKey);
      if (!verdict.valid || !manifest || !digest) throw new Error(verdict.problems.map(({ message }) => message).join(''));
      const now = clock.now().toISOString();
      if (signature && verdict.signature === 'unknown') await trustSender(library, signature.publicKey, manifest.origin, now, false);
      const facts = await gatherFacts(file, manifest, library);
      const conflicts = facts.flatMap((one) => planRecord(one).conflicts);
      const answers = Object.fromEntries(conflicts.flatMap((conflict) => (decide ? [[conflict.id, decide(conflict)]] : [])));
      const selected = new Set(facts.map((one) => planRecord(one)).flatMap((step) => (step.isProposed ? [step.name] : [])));
      await keepOriginals(file, manifest, library);
      const id = ids.next();
      const received = { publicKey: signature?.publicKey ?? '', to: manifest.to, sequence: manifest.sequence, digest, importedAt: now };
      await applyImport(library, { facts, selected, answers: answers as Answers, id, title: file, received });
      return id;
    },
  };
}
