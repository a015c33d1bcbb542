import type { LeftAside } from './submission.js';

/** Whether it holds a letter or digit, so that leaving it aside may matter to the editor. */
export function hasWords({ text }: Pick<LeftAside, 'text'>): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
