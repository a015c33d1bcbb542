import { z } from 'zod';
import { idSchema, sha256Schema } from '../document/id-schema.js';
import type { DeepReadonly } from '../document/issue.js';
import { bundleFormat, limits } from './format.js';

const lineSchema = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u);
const nameSchema = z.string().min(1).max(limits.nameLength);
const sizeSchema = z.int().min(0);

/** What a reader of any age can read of a manifest: enough to say that it is too new. */
export const manifestHeadSchema = z.object({
  format: z.literal(bundleFormat),
  version: z.int().min(1),
  leastReader: z.int().min(1),
});

/** A record that the bundle carries. */
const carriedRecordSchema = z.object({
  /** Kind of record: issue, publication. */
  type: z.string().regex(/^[a-z-]{1,40}$/u),
  key: idSchema,
  /** What a person calls it. */
  title: lineSchema,
  /** Of an issue: the name of the publication it is of in the sender's library. */
  publication: lineSchema.optional(),
  entry: nameSchema,
  /** SHA-256 of the record's canonical JSON. */
  revision: sha256Schema,
  /** Earlier revisions of this record that it follows on, oldest first. */
  lineage: z.array(sha256Schema).max(10_000),
});

/** `bundle.json`. Members that a reader does not know are left alone, so that later writers may add some. */
export const manifestSchema = z.object({
  ...manifestHeadSchema.shape,
  kind: z.string().regex(/^[a-z-]{1,40}$/u),
  /** By the writer's clock: shown, never decided by. */
  createdAt: z.iso.datetime({ offset: true }),
  origin: z.object({ unit: lineSchema, device: z.string().regex(/^[A-Za-z0-9-]{1,64}$/u), program: lineSchema }),
  /** Whom it is for; every receiver has numbers of its own. Empty: anybody. */
  to: lineSchema,
  /** Counts the bundles of this device for this receiver, from 1. */
  sequence: z.int().min(1),
  /** SHA-256 of the manifest of the bundle before it in that count. */
  previous: sha256Schema.optional(),
  /** Records the receiver must have for this bundle to make sense. */
  basis: z.array(z.object({ type: z.string(), key: z.string(), revision: sha256Schema })).max(limits.entries),
  records: z.array(carriedRecordSchema).max(limits.entries),
  counts: z.object({ entries: sizeSchema, bytes: sizeSchema, records: sizeSchema, attachments: sizeSchema }),
  /** Every entry but the manifest and its signature. */
  entries: z.array(z.object({ name: nameSchema, bytes: sizeSchema, sha256: sha256Schema, sm3: sha256Schema })).max(limits.entries),
});

/** `signature.json`: Ed25519 (RFC 8032) over the bytes of `bundle.json`, key and signature as raw bytes in base64. */
export const signatureSchema = z.object({
  algorithm: z.literal('Ed25519'),
  publicKey: z.base64().length(44),
  signature: z.base64().length(88),
});

export type Manifest = DeepReadonly<z.infer<typeof manifestSchema>>;
export type CarriedRecord = Manifest['records'][number];
export type ListedEntry = Manifest['entries'][number];
export type BundleSignature = DeepReadonly<z.infer<typeof signatureSchema>>;
