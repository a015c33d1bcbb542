/** Bundles with a passphrase, written from the specification alone, not by the program. */
import { createCipheriv, createHash, scryptSync } from 'node:crypto';
import type { ProblemCode } from '../../shared/bundle/problems.js';
import { pieceBytes } from '../../shared/bundle/seal-format.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { goodParts, signedEntries, type BundleCase } from './bundle-cases.js';
import { rawZip } from './raw-zip.js';

export const sealedPassphrase = '青山 白马 Abc123';

/** What is done to an honest sealed bundle: its head's members, its version, its pieces before and after encryption. */
export interface SealChanges {
  readonly head?: object;
  readonly version?: number;
  readonly nonces?: (index: number, isLast: boolean) => readonly [index: number, isLast: boolean];
  readonly pieces?: (pieces: readonly Buffer[]) => readonly Buffer[];
}

/** Seals as README.md of the format says, with a fixed salt and a cheap scrypt. */
export function sealed(plain: Uint8Array, passphrase = sealedPassphrase, changes: SealChanges = {}): Buffer {
  const salt = Buffer.alloc(16, 7);
  const bytes = scryptSync(Buffer.from(passphrase.normalize('NFKC').trim()), salt, 48, { N: 1024, r: 8, p: 1 });
  const head = {
    bytes: plain.length,
    cipher: 'AES-256-GCM',
    kdf: 'scrypt',
    logN: 10,
    salt: salt.toString('hex'),
    check: bytes.subarray(32).toString('hex'),
    ...changes.head,
  };
  const lines = `zhuanbao-sealed-bundle ${changes.version ?? 1}\n${canonicalJson(head)}\n`;
  const start = Buffer.from(`${lines}${createHash('sha256').update(lines).digest('hex')}\n`);
  const count = Math.max(1, Math.ceil(plain.length / pieceBytes));
  const pieces = Array.from({ length: count }, (_piece, index) => {
    const [number, isLast] = (changes.nonces ?? ((...same) => same))(index, index === count - 1);
    const nonce = Buffer.from([...Array<number>(7).fill(0), ...bigEndian(number), isLast ? 1 : 0]);
    const cipher = createCipheriv('aes-256-gcm', bytes.subarray(0, 32), nonce).setAAD(start);
    const piece = plain.subarray(index * pieceBytes, (index + 1) * pieceBytes);
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  });
  return Buffer.concat([start, ...(changes.pieces ?? ((same) => same))(pieces)]);
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** One bit of a byte changed. */
export function flipped(bytes: Uint8Array, at: number, bit = 0): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

export const plainBundle = rawZip(signedEntries(goodParts()));
const good = sealed(plainBundle);
const headLength = good.indexOf('\n', good.indexOf('\n', good.indexOf('\n') + 1) + 1) + 1;
/** The same, in three pieces. */
const large = rawZip([...signedEntries(goodParts()), { name: 'Thumbs.db', data: Buffer.alloc(2 * pieceBytes, '甲') }]);

export interface SealedCase extends BundleCase {
  /** What is typed; absent: nothing is. */
  readonly passphrase?: string;
}

const opened = (
  name: string,
  bytes: Buffer,
  passphrase = sealedPassphrase,
  codes: readonly ProblemCode[] = ['key-unknown'],
): SealedCase => ({
  name,
  bytes,
  passphrase,
  codes,
  complete: true,
  valid: true,
});
const bad = (name: string, code: ProblemCode, bytes: Buffer, passphrase: string | undefined = sealedPassphrase): SealedCase => ({
  name,
  bytes,
  codes: [code],
  complete: false,
  valid: false,
  ...(passphrase === undefined ? {} : { passphrase }),
});
const shut = (name: string, code: ProblemCode, bytes: Buffer): SealedCase => {
  const { passphrase: _none, ...rest } = bad(name, code, bytes);
  return rest;
};

/** The conformance set of sealed bundles. */
export const sealedCases: readonly SealedCase[] = [
  opened('sealed, with its passphrase', good),
  opened('sealed, its passphrase typed full-width with blanks around', good, ' 青山　白马　Ａｂｃ１２３ '),
  opened('sealed in several pieces', sealed(large), sealedPassphrase, ['system-file', 'key-unknown']),
  shut('sealed, without a passphrase', 'passphrase-needed', good),
  bad('sealed, with another passphrase', 'passphrase-wrong', good, '青山 白马 abc123'),
  bad(
    'sealed, its salt and checksum changed',
    'passphrase-wrong',
    sealed(plainBundle, sealedPassphrase, { head: { salt: '0'.repeat(32) } }),
  ),
  shut('sealed and cut in the middle', 'cut-short', good.subarray(0, Math.floor(good.length / 2))),
  bad('sealed and cut by one byte', 'cut-short', good.subarray(0, -1)),
  shut('sealed and cut in its first lines', 'cut-short', good.subarray(0, headLength - 1)),
  shut('sealed and cut in its first word', 'cut-short', good.subarray(0, 5)),
  shut('sealed and cut between two pieces', 'cut-short', sealed(large).subarray(0, -(16 + (large.length % pieceBytes)))),
  shut('sealed, a byte too many', 'sealed-changed', Buffer.concat([good, Buffer.from('甲')])),
  bad('sealed, a bit of a piece flipped', 'sealed-changed', flipped(good, headLength + 40)),
  bad('sealed, a bit of its last byte flipped', 'sealed-changed', flipped(good, good.length - 1)),
  shut('sealed, a bit of its first lines flipped', 'sealed-changed', flipped(good, headLength - 70)),
  bad(
    'sealed, two pieces changed places',
    'sealed-changed',
    sealed(large, sealedPassphrase, { pieces: ([a, b, c]) => [b, a, c] as Buffer[] }),
  ),
  bad(
    'sealed, the last piece left out and the lines brought in line',
    'sealed-changed',
    sealed(large, sealedPassphrase, { head: { bytes: 2 * pieceBytes }, pieces: (all) => all.slice(0, 2) }),
  ),
  bad(
    'sealed, no piece marked as the last',
    'sealed-changed',
    sealed(plainBundle, sealedPassphrase, { nonces: (index) => [index, false] }),
  ),
  shut('sealed, more work than any reader does', 'sealed-changed', sealed(plainBundle, sealedPassphrase, { head: { logN: 30 } })),
  shut('sealed by a later version', 'too-new', sealed(plainBundle, sealedPassphrase, { version: 2, head: { cipher: '今后的写法' } })),
  bad('sealed, and no bundle inside', 'not-a-bundle', sealed(Buffer.from('这是一篇稿件。'.repeat(10)))),
  bad('sealed twice', 'not-a-bundle', sealed(good)),
];
