import { resolve } from 'node:path';
import { isError, type Problem } from '../../shared/bundle/problems.js';
import { undoImport } from '../services/bundle/apply-import.js';
import { judgeBy } from '../services/bundle/judge-key.js';
import { openIdentity } from '../services/bundle/identity.js';
import type { PackRequest } from '../services/bundle/gather-contents.js';
import { packForLibrary } from '../services/bundle/pack-for-library.js';
import { gatherFacts, verifyForLibrary } from '../services/bundle/receive-bundle.js';
import { unopened, verifyBundle, type VerifiedBundle } from '../services/bundle/verify-bundle.js';
import { openLibrary, type Library } from '../services/library/library.js';
import { unitToAnswer } from '../services/submissions/receipts-for-unit.js';
import { publicationsOf } from '../services/publications.js';
import { createPublicationRenderer } from '../services/render-issue.js';
import { planRecord } from '../../shared/bundle/plan.js';
import type { BundleCommand } from './bundle-arguments.js';
import { readNewPassphrase, withUnsealed } from './passphrase-file.js';
import type { Terminal } from './terminal.js';

/** Runs one command about bundles; false when a bundle is not valid. */
export async function runBundleCommand(command: BundleCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  switch (command.kind) {
    case 'bundle-pack':
      return pack(command, json, terminal);
    case 'receipts-pack':
      return packReceipts(command, json, terminal);
    case 'bundle-verify':
      return verify(command, json, terminal);
    case 'bundle-plan':
      return plan(command, json, terminal);
    case 'bundle-undo':
      return undo(command.id, terminal);
  }
}

type PackCommand = Extract<BundleCommand, { kind: 'bundle-pack' }>;
type FileCommand = Extract<BundleCommand, { kind: 'bundle-verify' | 'bundle-plan' }>;
type ReceiptsCommand = Extract<BundleCommand, { kind: 'receipts-pack' }>;

function pack({ keys, about, to, ...target }: PackCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  return inLibrary(terminal, (library) => packInto(library, target, { kind: about, keys, to }, json, terminal));
}

function packReceipts({ unit, all, ...target }: ReceiptsCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  return inLibrary(terminal, async (library) => {
    // Numbers are counted for each receiver: by an alias it would be another one than in the window.
    const answered = await unitToAnswer(library, unit, all);
    return packInto(library, target, { kind: 'receipt', keys: answered.ids, to: answered.unit }, json, terminal);
  });
}

async function packInto(
  library: Library,
  { out, passphraseFile }: Pick<PackCommand, 'out' | 'passphraseFile'>,
  request: PackRequest,
  json: boolean,
  terminal: Terminal,
): Promise<boolean> {
  const seal =
    passphraseFile === undefined ? {} : { seal: { passphrase: await readNewPassphrase(passphraseFile), userFolder: terminal.userFolder } };
  const identity = await openIdentity(terminal.userFolder);
  const renderer = createPublicationRenderer(publicationsOf(library), terminal.fonts, library);
  const path = resolve(out);
  const { manifest } = await packForLibrary({ library, identity, renderer }, request, path, { writtenAt: terminal.clock.now(), ...seal });
  terminal.print(json ? JSON.stringify({ file: path, sequence: manifest.sequence, counts: manifest.counts }) : path);
  return true;
}

async function inLibrary(
  { clock, ids, libraryFolder }: Terminal,
  run: (library: Library) => Promise<boolean>,
  mode: 'write' | 'read' = 'write',
): Promise<boolean> {
  const library = await openLibrary({ folder: libraryFolder, clock, ids, mode });
  try {
    return await run(library);
  } finally {
    await library.close();
  }
}

/** A bundle is judged by its own contents alone: what this library thinks of the sender is a matter of the plan. */
async function verify({ file, passphraseFile }: FileCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  const verified = await withUnsealed(resolve(file), passphraseFile, terminal.userFolder, async (path, refused) =>
    refused === undefined ? verifyBundle(path, { judgeKey: judgeBy([], '') }) : unopened(refused),
  );
  tellVerdict(verified, json, terminal);
  return verified.verdict.valid;
}

function tellVerdict({ verdict }: VerifiedBundle, json: boolean, { print }: Terminal): void {
  if (json) return print(JSON.stringify(verdict));
  for (const { message, code } of verdict.problems) print(`${message} [${code}]`);
  print(verdict.valid ? '交换包有效。' : '交换包无效。');
}

function plan({ file, passphraseFile }: FileCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  return inLibrary(
    terminal,
    (library) =>
      withUnsealed(resolve(file), passphraseFile, terminal.userFolder, (path, refused) => planIn(library, path, refused, json, terminal)),
    'read',
  );
}

async function planIn(
  library: Library,
  path: string,
  refused: Problem | undefined,
  json: boolean,
  { userFolder, print }: Terminal,
): Promise<boolean> {
  const { publicKey } = await openIdentity(userFolder);
  const { verdict, manifest } = refused === undefined ? await verifyForLibrary(path, library, publicKey) : unopened(refused);
  const { problems, valid, signature } = verdict;
  const steps = valid && manifest ? (await gatherFacts(path, manifest, library)).map((facts) => planRecord(facts)) : [];
  if (json) print(JSON.stringify({ valid, signature, problems, steps }));
  else for (const line of [...problems.map(({ message }) => message), ...steps.flatMap(toLines)]) print(line);
  return valid && !problems.some(isError);
}

/** Without an id, lists the imports that can be undone, the latest first. */
function undo(id: string | undefined, terminal: Terminal): Promise<boolean> {
  return inLibrary(terminal, async (library) => {
    if (id !== undefined) await undoImport(library, id, terminal.clock.now().toISOString(), false);
    const { imports } = await library.getExchange();
    const left = imports.filter(({ undoneAt, changes }) => undoneAt === undefined && changes.length > 0).reverse();
    const lines = left.map((one) => `${one.id}\t${one.importedAt}\t${one.title}\t${one.changes.length}项`);
    if (id === undefined) for (const line of lines) terminal.print(line);
    return true;
  });
}

function toLines({ sentence, changes, conflicts }: ReturnType<typeof planRecord>): readonly string[] {
  return [sentence, ...changes.map((change) => `  ${change}`), ...conflicts.map(({ label }) => `  要定：${label}`)];
}
