/** Readings of characters by pinyin-pro, each looked up once. Large: load it only when somebody types letters. */
import { pinyin } from 'pinyin-pro';
import type { Readings } from './pinyin.js';

const known = new Map<string, readonly string[]>();

export const readings: Readings = (character) => {
  const before = known.get(character);
  if (before) return before;
  const found = read(character);
  known.set(character, found);
  return found;
};

function read(character: string): readonly string[] {
  if (/^[A-Za-z0-9]$/u.test(character)) return [character.toLowerCase()];
  if (!/\p{Script=Han}/u.test(character)) return [];
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  return [...new Set(all)].filter((reading) => /^[a-z]+$/u.test(reading));
}
