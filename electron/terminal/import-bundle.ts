import { basename, resolve } from 'node:path';
import { bundleEnding } from '../../shared/bundle/format.js';
import { planRecord } from '../../shared/bundle/plan.js';
import { applyImport } from '../services/bundle/apply-import.js';
import { openIdentity } from '../services/bundle/identity.js';
import { keepOriginals } from '../services/bundle/keep-originals.js';
import { quarantine } from '../services/bundle/quarantine.js';
import { gatherFacts, verifyForLibrary } from '../services/bundle/receive-bundle.js';
import { trustSender } from '../services/bundle/trust-sender.js';
import { unopened, type VerifiedBundle } from '../services/bundle/verify-bundle.js';
import type { Library } from '../services/library/library.js';
import { withUnsealed } from './passphrase-file.js';
import type { Terminal } from './terminal.js';

export function isBundleFile(file: string): boolean {
  return file.toLowerCase().endsWith(`.${bundleEnding}`);
}

/**
 * Imports a bundle whose plan leaves nothing to decide; else lists what is to be decided and changes nothing.
 * @param options `trust`: the caller has compared the sender's four words, or takes a bundle without a signature
 */
export async function importBundleFile(
  file: string,
  { trust, passphraseFile }: { readonly trust: boolean; readonly passphraseFile?: string | undefined },
  library: Library,
  terminal: Terminal,
): Promise<boolean> {
  const copy = await quarantine(resolve(file), terminal.userFolder);
  try {
    const { publicKey } = await openIdentity(terminal.userFolder);
    const outcome = await withUnsealed(copy.path, passphraseFile, terminal.userFolder, async (path, refused) => {
      const verified = refused === undefined ? await verifyForLibrary(path, library, publicKey) : unopened(refused);
      return take(path, basename(file), verified, trust, library, terminal);
    });
    terminal.print(JSON.stringify({ file, kind: 'bundle', ...outcome }));
    return outcome.outcome === 'imported' || outcome.outcome === 'unchanged';
  } finally {
    await copy.discard();
  }
}

interface Outcome {
  readonly outcome: 'imported' | 'unchanged' | 'conflicts' | 'refused';
  readonly problems: readonly object[];
  readonly steps: readonly object[];
}

async function take(
  path: string,
  name: string,
  { verdict, manifest, digest, signature }: VerifiedBundle,
  trusts: boolean,
  library: Library,
  { clock, ids }: Terminal,
): Promise<Outcome> {
  const { problems, valid } = verdict;
  if (!valid || manifest === undefined || digest === undefined) return { outcome: 'refused', problems, steps: [] };
  const facts = await gatherFacts(path, manifest, library);
  const steps = facts.map((one) => planRecord(one));
  if (verdict.signature !== 'trusted' && !trusts) return { outcome: 'refused', problems, steps };
  if (steps.some(({ conflicts }) => conflicts.length > 0)) return { outcome: 'conflicts', problems, steps };
  const now = clock.now().toISOString();
  if (signature && verdict.signature === 'unknown') await trustSender(library, signature.publicKey, manifest.origin, now, false);
  const wanted = steps.filter(({ isProposed, isIdle }) => isProposed && !isIdle);
  await keepOriginals(path, manifest, library);
  const { to, sequence } = manifest;
  await applyImport(library, {
    facts,
    selected: new Set(wanted.map((step) => step.name)),
    answers: {},
    id: ids.next(),
    title: name,
    received: { publicKey: signature?.publicKey ?? '', to, sequence, digest, importedAt: now },
  });
  return { outcome: wanted.length === 0 ? 'unchanged' : 'imported', problems, steps };
}
