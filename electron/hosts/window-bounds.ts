import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const edgeSchema = z.int().min(-20_000).max(20_000);

const windowBoundsSchema = z.strictObject({
  /** Screen position in device-independent pixels; absent until the window was placed once. */
  left: edgeSchema.optional(),
  top: edgeSchema.optional(),
  width: z.int().min(320).max(20_000),
  height: z.int().min(240).max(20_000),
  maximized: z.boolean(),
});

/** Size and place of the window as the editor left it. */
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

/** Fits 1366 × 768 screens with a task bar. */
export const firstBounds: WindowBounds = { width: 1360, height: 720, maximized: true };

/** Remembered bounds; the first ones when the file is missing or makes no sense. */
export function readBounds(path: string): WindowBounds {
  try {
    return windowBoundsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return firstBounds;
  }
}

/** Remembers bounds; a failure only costs the place of the window and is passed over. */
export function writeBounds(path: string, bounds: WindowBounds): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(bounds));
  } catch {
    return;
  }
}
