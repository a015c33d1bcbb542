/**
 * veraPDF, the independent checker of PDF/A and PDF/UA, as the package of a reader of PDF holds it. Its only door to Java
 * is `VeraPdf.java` beside this, which a JDK runs from its source.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const jar = fileURLToPath(new URL('../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar', import.meta.url));

/** Whether there is a JDK and the checker's package; without them tests are skipped. */
export const hasVeraPdf = existsSync(jar) && spawnSync('javac', ['-version']).status === 0;

/** What veraPDF says of a file: how many checks each standard took, and what failed, each kind once. */
export interface Verdict {
  readonly standard: 'PDF/A-2a' | 'PDF/UA-1';
  readonly checks: number;
  readonly failed: readonly string[];
}

/** Checks PDF files against both standards, in one run: a start of Java takes seconds. */
export async function checkPdfFiles(files: readonly string[]): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const program = fileURLToPath(new URL('VeraPdf.java', import.meta.url));
  const { stdout } = await promisify(execFile)('java', ['--class-path', jar, program, ...files], { maxBuffer: 16 * 1024 * 1024 });
  const lines = stdout.trimEnd().split('\n');
  return new Map(files.map((file) => [file, lines.filter((line) => line.startsWith(`${file}\t`)).map(verdict)]));
}

function verdict(line: string): Verdict {
  const [, flavour, checks = '', ...failed] = line.split('\t');
  return { standard: flavour === 'ua1' ? 'PDF/UA-1' : 'PDF/A-2a', checks: Number(checks), failed };
}
