import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import type { BundleSignature } from '../../../shared/bundle/manifest.js';
import { errorCode } from '../library/disk-error.js';
import { writeDurable } from '../library/durable-file.js';
import { nodeFileSystem } from '../library/file-system.js';
import { sha256Of } from './digests.js';

/** Who this installation is to others: its key, and how many bundles it has numbered for each receiver. */
export interface Identity {
  /** Short name of this installation, part of every bundle. */
  readonly device: string;
  /** Raw Ed25519 key in base64. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): BundleSignature;
  /** Number for the next bundle to a receiver, with the digest of the manifest before it. */
  next(to: string): { readonly sequence: number; readonly previous?: string };
  /**
   * Uses a number up, before the bundle can be found under its name: a program that dies then leaves a gap, and never
   * two bundles of one number. Comes back with how to give it back.
   * @throws AppError `export-failed` when another export took it meanwhile
   */
  use(to: string, sequence: number, digest: string): Promise<() => Promise<void>>;
}

const fileName = '本机身份.json';

const identitySchema = z.object({
  version: z.literal(1),
  device: z.string().regex(/^[A-Z0-9-]{1,64}$/u),
  privateKey: z.string(),
  sent: z.record(z.string(), z.object({ sequence: z.int().min(1), digest: z.string() })),
});

type Saved = z.infer<typeof identitySchema>;

/**
 * This installation's identity, kept outside any library so that a copied library does not copy it; made on first use.
 * @throws AppError `library-unreadable` when the file is there and cannot be read: a new key would alarm every receiver
 */
export async function openIdentity(folder: string): Promise<Identity> {
  const path = join(folder, fileName);
  let saved = (await readSaved(path)) ?? (await createOnce(path));
  const privateKey = createPrivateKey(saved.privateKey);
  const publicKey = rawPublicKey(privateKey);
  return {
    device: saved.device,
    publicKey,
    sign: (bytes) => ({ algorithm: 'Ed25519', publicKey, signature: sign(null, bytes, privateKey).toString('base64') }),
    next(to) {
      const last = saved.sent[to];
      return last === undefined ? { sequence: 1 } : { sequence: last.sequence + 1, previous: last.digest };
    },
    async use(to, sequence, digest) {
      saved = (await readSaved(path)) ?? saved;
      const before = saved.sent[to];
      if ((before?.sequence ?? 0) >= sequence)
        throw new AppError('export-failed', '同时有另一个交换包导出给同一个单位，编号已被用去，没有导出。请再导出一次。');
      saved = { ...saved, sent: { ...saved.sent, [to]: { sequence, digest } } };
      await write(path, saved);
      return async () => {
        const { [to]: _given, ...others } = saved.sent;
        saved = { ...saved, sent: before === undefined ? others : { ...others, [to]: before } };
        await write(path, saved);
      };
    },
  };
}

/** Whether the signature is of these bytes by the key it names. */
export function isSignedBy({ publicKey, signature }: BundleSignature, bytes: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
    return verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

async function readSaved(path: string): Promise<Saved | undefined> {
  const unreadable = `“${path}”无法识别，没有改动。它是本机签名用的密钥：请从备份恢复；确实没有备份，再把它移走，程序会建新的密钥，收到交换包的单位会提示密钥已更换。`;
  try {
    const parsed = identitySchema.safeParse(JSON.parse(Buffer.from(await nodeFileSystem.readFile(path)).toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new AppError('library-unreadable', unreadable, { cause: error });
  }
  throw new AppError('library-unreadable', unreadable);
}

const creating = new Map<string, Promise<Saved>>();

/** Two that ask for the first time at once get one key: what the other signed with would be lost. */
function createOnce(path: string): Promise<Saved> {
  const running = creating.get(path) ?? readSaved(path).then((saved) => saved ?? create(path));
  creating.set(path, running);
  return running.finally(() => creating.delete(path));
}

async function create(path: string): Promise<Saved> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const device = `${sha256Of(Buffer.from(rawPublicKey(privateKey))).slice(0, 4)}-${randomBytes(2).toString('hex')}`.toUpperCase();
  const saved: Saved = { version: 1, device, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), sent: {} };
  await write(path, saved);
  return saved;
}

function write(path: string, saved: Saved): Promise<void> {
  return writeDurable(nodeFileSystem, path, Buffer.from(`${JSON.stringify(saved, null, 1)}\n`, 'utf8'), 1);
}

function rawPublicKey(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url').toString('base64');
}

function toBase64Url(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url');
}
