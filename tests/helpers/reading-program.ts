/** The program that reads files, built as for the package and run as a host runs it: a child with the limits editors have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forkRecognition } from '../../electron/hosts/fork-recognition.js';
import { createRecognition } from '../../electron/services/recognition/recognition.js';
import type { NamedFile, RecognizedFile } from '../../electron/services/ports.js';

const root = resolve(import.meta.dirname, '../..');

export interface ReadingProgram {
  readonly folder: string;
  readonly program: string;
  /** Puts bytes on disk under a name. */
  fileOf(name: string, bytes: string | Uint8Array): NamedFile;
  /** Reads bytes in a process of their own, with the limits of memory and time that hold for an editor. */
  read(name: string, bytes: Uint8Array): Promise<RecognizedFile>;
  remove(): void;
}

/** Builds the program into a folder of its own. */
export async function buildReadingProgram(): Promise<ReadingProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'recognition-'));
  const program = join(folder, 'recognition.cjs');
  const build: unknown = await import(pathToFileURL(join(root, 'build', 'bundle.mjs')).href);
  await (build as { bundleRecognition(root: string, outfile: string): Promise<void> }).bundleRecognition(root, program);
  const recognition = createRecognition(() => forkRecognition(program));
  const fileOf = (name: string, bytes: string | Uint8Array): NamedFile => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, name };
  };
  return {
    folder,
    program,
    fileOf,
    read: (name, bytes) => recognition.recognize(fileOf(name, bytes)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
