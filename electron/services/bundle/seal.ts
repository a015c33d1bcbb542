import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tidyPassphrase } from '../../../shared/bundle/passphrase.js';
import { problem, type Problem } from '../../../shared/bundle/problems.js';
import { pieceBytes, piecesOf, sealCost, startsAsSealed, tagBytes } from '../../../shared/bundle/seal-format.js';
import { composeSealHead, examineSeal, readAt, type Seal } from './seal-head.js';

export interface SealOptions {
  readonly signal?: AbortSignal;
  /** Told after each piece: bytes done, bytes in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Encrypts a file under a passphrase into a new one, flushed; one piece at a time is in memory. On failure nothing is left.
 * @throws Node's own errors
 */
export async function sealFile(
  from: string,
  to: string,
  passphrase: string,
  { logN = sealCost, ...options }: SealOptions & { readonly logN?: number },
): Promise<void> {
  const source = await open(from, 'r');
  try {
    const { size } = await source.stat();
    const salt = randomBytes(16);
    const { key, check } = await stretched(passphrase, salt, logN);
    const head = {
      bytes: size,
      cipher: 'AES-256-GCM',
      kdf: 'scrypt',
      logN,
      salt: salt.toString('hex'),
      check: check.toString('hex'),
    } as const;
    await writeNew(to, sealedPieces(source, { head, lines: composeSealHead(head) }, key, options), options);
  } finally {
    await source.close();
  }
}

/**
 * Decrypts a sealed file into a new one. What was not authenticated is never left: on failure nothing is.
 * @returns what is wrong with the file or the passphrase; undefined when it was opened
 * @throws Node's own errors
 */
export async function unsealFile(from: string, to: string, passphrase: string, options: SealOptions): Promise<Problem | undefined> {
  const examined = await examineSeal(from);
  if (examined.kind === 'plain') return problem('not-a-bundle');
  if (examined.kind === 'broken') return examined.problem;
  const { seal } = examined;
  const { key, check } = await stretched(passphrase, Buffer.from(seal.head.salt, 'hex'), seal.head.logN);
  if (!timingSafeEqual(check, Buffer.from(seal.head.check, 'hex'))) return problem('passphrase-wrong');
  const source = await open(from, 'r');
  try {
    await writeNew(to, openedPieces(source, seal, key, options), options);
    return undefined;
  } catch (error) {
    if (error instanceof ChangedPiece) return problem('sealed-changed', '', `（第 ${error.number} 段）`);
    if (error instanceof SealedAgain) return problem('not-a-bundle');
    throw error;
  } finally {
    await source.close();
  }
}

class ChangedPiece extends Error {
  override readonly name = 'ChangedPiece';

  constructor(
    readonly number: number,
    options: ErrorOptions,
  ) {
    super('piece changed', options);
  }
}

/** Inside a sealed bundle is a ZIP, never another sealed one: one passphrase is asked for, not as many as a sender likes. */
class SealedAgain extends Error {
  override readonly name = 'SealedAgain';
}

async function* sealedPieces(source: FileHandle, { head, lines }: Seal, key: Buffer, options: SealOptions): AsyncGenerator<Buffer> {
  yield lines;
  const last = piecesOf(head.bytes) - 1;
  for (let index = 0; index <= last; index += 1) {
    const piece = await readAt(source, index * pieceBytes, Math.min(pieceBytes, head.bytes - index * pieceBytes));
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, index === last)).setAAD(lines);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    options.onProgress?.(Math.min((index + 1) * pieceBytes, head.bytes), head.bytes);
  }
}

async function* openedPieces(source: FileHandle, { head, lines }: Seal, key: Buffer, options: SealOptions): AsyncGenerator<Buffer> {
  const last = piecesOf(head.bytes) - 1;
  for (let index = 0; index <= last; index += 1) {
    const length = Math.min(pieceBytes, head.bytes - index * pieceBytes);
    const piece = await readAt(source, lines.length + index * (pieceBytes + tagBytes), length + tagBytes);
    const plain = openPiece(piece, key, nonceOf(index, index === last), lines, index + 1);
    if (index === 0 && startsAsSealed(plain)) throw new SealedAgain();
    yield plain;
    options.onProgress?.(Math.min((index + 1) * pieceBytes, head.bytes), head.bytes);
  }
}

function openPiece(piece: Buffer, key: Buffer, nonce: Buffer, lines: Buffer, number: number): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(lines);
    decipher.setAuthTag(piece.subarray(-tagBytes));
    return Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new ChangedPiece(number, { cause: error });
  }
}

/** Eleven bytes that count and one that marks the last piece: none can be left out, moved or added. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function stretched(passphrase: string, salt: Buffer, logN: number): Promise<{ readonly key: Buffer; readonly check: Buffer }> {
  const cost = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 2048 };
  return new Promise((resolve, reject) => {
    scrypt(Buffer.from(tidyPassphrase(passphrase), 'utf8'), salt, 48, cost, (error, bytes) => {
      if (error) reject(error);
      else resolve({ key: bytes.subarray(0, 32), check: bytes.subarray(32) });
    });
  });
}

/** Pieces into a new file, flushed; nothing is left of it when one of them fails. */
async function writeNew(path: string, pieces: AsyncIterable<Buffer>, { signal }: SealOptions): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      await file.writeFile(piece);
    }
    signal?.throwIfAborted();
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}
