import { open, type FileHandle } from 'node:fs/promises';
import { problem, type Problem } from '../../../shared/bundle/problems.js';
import {
  piecesOf,
  sealHeadBytes,
  sealHeadSchema,
  sealMark,
  sealVersion,
  startsAsSealed,
  tagBytes,
  type SealHead,
} from '../../../shared/bundle/seal-format.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { sha256Of } from './digests.js';

/** What stands before the pieces of a sealed bundle: its lines as they are, and what they say. */
export interface Seal {
  readonly head: SealHead;
  readonly lines: Buffer;
}

/** What a file is by its first bytes and its length; nothing is decrypted for it, and no passphrase asked. */
export type Examined =
  | { readonly kind: 'plain' }
  | { readonly kind: 'broken'; readonly problem: Problem }
  | { readonly kind: 'sealed'; readonly seal: Seal };

export function composeSealHead(head: SealHead): Buffer {
  const lines = `${sealMark}${sealVersion}\n${canonicalJson(head)}\n`;
  return Buffer.from(`${lines}${sha256Of(Buffer.from(lines))}\n`);
}

/** Looks whether a file is sealed, and whole as far as that can be told from outside. @throws Node's own errors */
export async function examineSeal(path: string): Promise<Examined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const first = await readAt(file, 0, Math.min(size, sealHeadBytes));
    return startsAsSealed(first) ? examineHead(first, size) : { kind: 'plain' };
  } finally {
    await file.close();
  }
}

/** Bytes of a file from a place on; fewer only when the file ends there. */
export async function readAt(file: FileHandle, place: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let have = 0;
  while (have < length) {
    const { bytesRead } = await file.read(bytes, have, length - have, place + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return bytes.subarray(0, have);
}

const linesPattern = new RegExp(`^${sealMark}(\\d{1,9})\\n([^\\n]*)\\n([0-9a-f]{64})\\n`, 'u');

function examineHead(first: Buffer, size: number): Examined {
  const found = linesPattern.exec(first.toString('latin1'));
  if (found === null) return broken(size < sealHeadBytes ? problem('cut-short') : changed('（开头）'));
  const [lines, version, json = '', digest] = found;
  const signed = first.subarray(0, lines.length - 65);
  if (sha256Of(signed) !== digest) return broken(changed('（开头）'));
  if (Number(version) > sealVersion) return broken(problem('too-new', '', `（口令封装第 ${version} 版）`));
  const head = sealHeadSchema.safeParse(parsedOr(json));
  if (!head.success) return broken(changed('（开头）'));
  const whole = lines.length + head.data.bytes + piecesOf(head.data.bytes) * tagBytes;
  if (size < whole) return broken(problem('cut-short'));
  if (size > whole) return broken(changed('（末尾多出内容）'));
  return { kind: 'sealed', seal: { head: head.data, lines: first.subarray(0, lines.length) } };
}

function changed(detail: string): Problem {
  return problem('sealed-changed', '', detail);
}

function broken(found: Problem): Examined {
  return { kind: 'broken', problem: found };
}

function parsedOr(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
