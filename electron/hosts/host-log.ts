import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes one line about a failure; never fails itself and never holds text of an issue. */
export type HostLog = (place: string, error: unknown) => void;

const limitBytes = 512 * 1024;

/** A log file that starts over (keeping one older file) when it has grown to half a megabyte. */
export function openHostLog(path: string, now: () => Date): HostLog {
  return (place, error) => {
    const text = `${now().toISOString()} ${place}: ${describe(error)}\n`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      if (sizeOf(path) > limitBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, text);
    } catch {
      process.stderr.write(text);
    }
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
