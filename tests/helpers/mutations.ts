/** Files that went wrong on their way: honest ones with bytes, stretches and whole XML marks changed, by a seed. */
import { strToU8, unzipSync, zipSync } from 'fflate';

/** A repeatable stream of whole numbers below a bound (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The file with one to eight changes to its bytes. */
export function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let left = next(8); left >= 0 && changed.length > 0; left -= 1) changed = changes[next(changes.length)]?.(changed, next) ?? changed;
  return changed;
}

type Change = (bytes: Uint8Array, next: (below: number) => number) => Uint8Array;

const changes: readonly Change[] = [
  (bytes, next) => {
    bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  (bytes, next) => bytes.slice(0, next(bytes.length) + 1),
  (bytes, next) => {
    const from = next(bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + next(64)));
  },
  (bytes, next) => {
    const from = next(bytes.length);
    const piece = bytes.subarray(from, from + next(400));
    const to = next(bytes.length);
    return joined(bytes.subarray(0, to), ...Array.from({ length: 1 + next(6) }, () => piece), bytes.subarray(to));
  },
  (bytes, next) => {
    const to = next(bytes.length);
    return joined(bytes.subarray(0, to), strToU8(words[next(words.length)] ?? ''), bytes.subarray(to));
  },
];

/** What stands in files of editors, and what breaks readers of XML and text. */
const words = [
  '\n',
  '\r',
  '\0',
  '\uFEFF',
  '\uFFFF',
  '　　',
  '第3期',
  '【主要做法】',
  '一、',
  '编者按：',
  '**',
  '##',
  '（示例区委宣传部）',
  '2024年3月1日',
  '<w:p>',
  '</w:p>',
  '<w:p/>',
  '<w:tbl>',
  '<w:del>',
  '<w:br/>',
  '&amp;',
  '&#xFFFE;',
  '<![CDATA[',
  '<!--',
  '<w:pStyle w:val="s1"/>',
  'w:val="-1"',
  '9999999999',
];

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** A Word file with changes inside one of its parts, packed again as if nothing had happened. */
export function mutatedDocx(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  const name = names[next(names.length)] ?? '';
  return zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), next) }, { level: 1 });
}
