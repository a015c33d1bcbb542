import { z } from 'zod';
import { sha256Schema } from '../document/id-schema.js';
import type { DeepReadonly } from '../document/issue.js';

/** Version of the saved shape of a library's exchange state. */
export const exchangeVersion = 1;

const instantSchema = z.iso.datetime({ offset: true });

/** A key that the editor decided on. */
const knownKeySchema = z.strictObject({
  /** Raw Ed25519 key in base64. */
  publicKey: z.base64().length(44),
  unit: z.string(),
  device: z.string(),
  /** Four words, kept for the list. */
  fingerprint: z.string(),
  state: z.enum(['trusted', 'withdrawn']),
  decidedAt: instantSchema,
});

/** One record that an import changed: absent `before` where it was not there, absent `after` where it is gone. */
const recordChangeSchema = z.strictObject({
  type: z.enum(['issue', 'publication', 'units', 'submission', 'receipt']),
  key: z.string(),
  title: z.string(),
  before: sha256Schema.optional(),
  after: sha256Schema.optional(),
});

const importSchema = z.strictObject({
  id: z.string(),
  importedAt: instantSchema,
  /** What was imported, in Chinese. */
  title: z.string(),
  changes: z.array(recordChangeSchema),
  /** Lineages that the import lengthened, by type/key. */
  lineages: z.record(z.string(), z.strictObject({ before: z.array(sha256Schema), after: z.array(sha256Schema) })),
  undoneAt: instantSchema.optional(),
});

/** A bundle that was imported; `publicKey` is empty for one without a signature. */
const receivedSchema = z.strictObject({
  publicKey: z.string(),
  to: z.string(),
  sequence: z.int().min(1),
  digest: sha256Schema,
  importedAt: instantSchema,
});

/** What a library knows of its exchange with others. Contents named by a revision are kept among its attachments. */
export const exchangeSchema = z.strictObject({
  version: z.literal(exchangeVersion),
  keys: z.array(knownKeySchema),
  /** Every bundle that was imported. */
  received: z.array(receivedSchema),
  /** Revisions, by type/key, that passed between machines and that our state follows on; oldest first. */
  lineages: z.record(z.string(), z.array(sha256Schema)),
  imports: z.array(importSchema),
});

export type Exchange = DeepReadonly<z.infer<typeof exchangeSchema>>;
export type KnownKey = DeepReadonly<z.infer<typeof knownKeySchema>>;
export type RecordChange = DeepReadonly<z.infer<typeof recordChangeSchema>>;
export type ImportEntry = DeepReadonly<z.infer<typeof importSchema>>;
export type Received = DeepReadonly<z.infer<typeof receivedSchema>>;

export const emptyExchange: Exchange = { version: exchangeVersion, keys: [], received: [], lineages: {}, imports: [] };

/** Name of a record among lineages: issue/2022-10. */
export function recordName({ type, key }: { readonly type: string; readonly key: string }): string {
  return `${type}/${key}`;
}

/** The state after a key was trusted; with `replacing`, the unit's other keys are withdrawn at once. */
export function trustKey(exchange: Exchange, key: Omit<KnownKey, 'state'>, replacing: boolean): Exchange {
  const others = exchange.keys.filter(({ publicKey }) => publicKey !== key.publicKey);
  const kept = others.map((other) =>
    replacing && other.unit === key.unit ? { ...other, state: 'withdrawn' as const, decidedAt: key.decidedAt } : other,
  );
  return { ...exchange, keys: [...kept, { ...key, state: 'trusted' }] };
}

/** Revisions of two lists, each once, in the order of the first list and then of the second. */
export function joinLineages(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
