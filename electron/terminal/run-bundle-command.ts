import { resolve } from 'node:path';
import { exportBundle } from '../services/bundle/export-bundle.js';
import { gatherContents } from '../services/bundle/gather-contents.js';
import { openIdentity } from '../services/bundle/identity.js';
import { judgeAsUnknown } from '../services/bundle/judge-key.js';
import { verifyBundle } from '../services/bundle/verify-bundle.js';
import { openLibrary } from '../services/library/library.js';
import { createPublicationRenderer } from '../services/render-issue.js';
import type { Command } from './arguments.js';
import type { BundleCommand } from './bundle-arguments.js';
import type { Terminal } from './terminal.js';

export function isBundleCommand(command: Command): command is BundleCommand {
  return command.kind === 'bundle-pack' || command.kind === 'bundle-verify';
}

/** Runs one command about bundles; false when a bundle is not valid. */
export async function runBundleCommand(command: BundleCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  switch (command.kind) {
    case 'bundle-pack':
      return pack(command, json, terminal);
    case 'bundle-verify':
      return verify(command.file, json, terminal);
  }
}

type PackCommand = Extract<BundleCommand, { kind: 'bundle-pack' }>;

async function pack({ keys, about, out, to }: PackCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  const { clock, ids, libraryFolder, printer, print } = terminal;
  const identity = await openIdentity(terminal.userFolder);
  const library = await openLibrary({ folder: libraryFolder, clock, ids, mode: 'read' });
  try {
    const renderer = createPublicationRenderer(await library.getPublication(), printer);
    const contents = await gatherContents(library, renderer, { kind: about, keys, to }, '专报编辑台');
    const path = resolve(out);
    const { manifest } = await exportBundle(path, contents, identity, { writtenAt: clock.now() });
    print(json ? JSON.stringify({ file: path, sequence: manifest.sequence, counts: manifest.counts }) : path);
    return true;
  } finally {
    await library.close();
  }
}

async function verify(file: string, json: boolean, { print }: Terminal): Promise<boolean> {
  const { verdict } = await verifyBundle(resolve(file), { judgeKey: judgeAsUnknown });
  if (json) print(JSON.stringify(verdict));
  else for (const { message, code } of verdict.problems) print(`${message} [${code}]`);
  if (!json) print(verdict.valid ? '交换包有效。' : '交换包无效。');
  return verdict.valid;
}
