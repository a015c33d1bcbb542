/** Calls on bundles and sticks, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import { handleSchema, type CallRow } from '../call-row.js';
import { bundleKinds } from './bundle-kinds.js';

const emptySchema = z.strictObject({});
const instantSchema = z.iso.datetime({ offset: true });
/** Names a bundle that was taken in to be looked at. */
const openedIdSchema = z.string().min(1).max(64);
const openedRequest = z.strictObject({ id: openedIdSchema });
const kindIdSchema = z.enum(bundleKinds.map(({ id }) => id));
const choiceSchema = z.enum(['ours', 'theirs', 'both']);

const bundleFileSchema = z.strictObject({ handle: handleSchema, name: z.string(), bytes: z.int(), changedAt: instantSchema });

const placeSchema = z.strictObject({
  handle: handleSchema,
  name: z.string(),
  isReadOnly: z.boolean(),
  bundles: z.array(bundleFileSchema),
});

const problemSchema = z.strictObject({
  code: z.string(),
  entry: z.string(),
  /** What is wrong and what to do, in Chinese. */
  message: z.string(),
  isError: z.boolean(),
});

const conflictSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  base: z.string().optional(),
  ours: z.string().optional(),
  theirs: z.string().optional(),
  choices: z.array(choiceSchema),
  proposal: choiceSchema,
});

const stepSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  status: z.enum(['new', 'identical', 'older', 'newer', 'diverged']),
  sentence: z.string(),
  changes: z.array(z.string()),
  conflicts: z.array(conflictSchema),
  isProposed: z.boolean(),
  isIdle: z.boolean(),
});

/** A bundle that was looked at: who sent it, what is wrong with it, what importing it would do. */
const openedSchema = z.strictObject({
  id: openedIdSchema,
  /** Name of its file. */
  file: z.string(),
  valid: z.boolean(),
  signature: z.enum(['trusted', 'unknown', 'changed', 'withdrawn', 'none', 'broken']),
  problems: z.array(problemSchema),
  /** What its manifest says; absent where that could not be read. */
  about: z
    .strictObject({
      /** In words: 整期. */
      kind: z.string(),
      unit: z.string(),
      device: z.string(),
      /** Four words of the key that signed it; empty without a signature. */
      words: z.string(),
      isOwn: z.boolean(),
      to: z.string(),
      sequence: z.int(),
      createdAt: instantSchema,
      titles: z.array(z.string()),
      attachments: z.int(),
    })
    .optional(),
  /** Empty for a bundle that is not valid. */
  steps: z.array(stepSchema),
});

const keySchema = z.strictObject({
  publicKey: z.string(),
  unit: z.string(),
  device: z.string(),
  words: z.string(),
  state: z.enum(['trusted', 'withdrawn']),
  decidedAt: instantSchema,
});

/** As it was typed. */
const passphraseSchema = z.string().min(1).max(400);

const packShape = { kind: kindIdSchema, keys: z.array(z.string().max(64)).max(1000), to: z.string().max(80) };

export const bundleCalls = {
  /** Sticks that are there now, each with the bundles on it. */
  'sticks.list': { effect: 'reads', request: emptySchema, response: z.strictObject({ sticks: z.array(placeSchema) }) },
  /** Bundles in a folder the editor chose. */
  'bundle.list': { effect: 'reads', request: z.strictObject({ folder: handleSchema }), response: z.strictObject({ place: placeSchema }) },
  /** Copies a bundle off its stick and looks at it; the one that was open before is let go. */
  'bundle.open': {
    effect: 'runs',
    isSaving: false,
    request: z.union([z.strictObject({ file: handleSchema }), z.strictObject({ upload: handleSchema })]),
    response: openedSchema,
  },
  /** Opens a sealed one with its passphrase; `passphrase-wrong` among the problems when it is not the one. */
  'bundle.unseal': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ ...openedRequest.shape, passphrase: passphraseSchema }),
    response: openedSchema,
  },
  /** Looks again: at a key that was decided on meanwhile, at a library that went on. */
  'bundle.look': { effect: 'runs', isSaving: false, request: openedRequest, response: openedSchema },
  'bundle.close': { effect: 'reads', request: openedRequest, response: emptySchema },
  /** Takes the chosen records into the library, all or none. */
  'bundle.import': {
    effect: 'runs',
    isSaving: true,
    request: z.strictObject({
      ...openedRequest.shape,
      /** By `type/key`. */
      selected: z.array(z.string()).max(20_000),
      answers: z.record(z.string(), choiceSchema),
      /** The editor takes what nobody vouches for. */
      withoutTrust: z.boolean(),
    }),
    /** `changed` are the titles of what is different now. */
    response: z.strictObject({ importId: z.string(), changed: z.array(z.string()), keys: z.array(z.string()) }),
  },
  /** Imports so far, the latest first. */
  'imports.list': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({
      imports: z.array(
        z.strictObject({
          id: z.string(),
          importedAt: instantSchema,
          title: z.string(),
          changed: z.array(z.string()),
          undoneAt: instantSchema.optional(),
        }),
      ),
    }),
  },
  /** Puts a whole import back; `issue-changed` names what was changed since, unless `evenIfChanged`. */
  'imports.undo': {
    effect: 'saves',
    request: z.strictObject({ id: z.string().max(64), evenIfChanged: z.boolean() }),
    response: z.strictObject({ keys: z.array(z.string()) }),
  },
  'trust.list': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({ own: z.strictObject({ device: z.string(), words: z.string() }), keys: z.array(keySchema) }),
  },
  /** The sender's four words were compared; with `replacing`, the unit's other keys are withdrawn at once. */
  'trust.confirm': {
    effect: 'runs',
    isSaving: true,
    request: z.strictObject({ ...openedRequest.shape, replacing: z.boolean() }),
    response: openedSchema,
  },
  'trust.decide': {
    effect: 'saves',
    request: z.strictObject({ publicKey: z.string().max(64), state: z.enum(['trusted', 'withdrawn']) }),
    response: emptySchema,
  },
  /** What a bundle would hold, and what stands in its way at the place it is to go to. */
  'pack.plan': {
    effect: 'reads',
    request: z.strictObject({ ...packShape, folder: handleSchema.optional(), baseName: z.string().max(120).optional() }),
    response: z.strictObject({
      titles: z.array(z.string()),
      attachments: z.int(),
      /** What it will take at most, roughly. */
      bytes: z.int(),
      /** File name without ending. */
      baseName: z.string(),
      /** Why it cannot be written there, or what to mind; Chinese sentences. */
      refusals: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
  },
  /** Writes it, reads it back and verifies it: once this answers, the stick may be pulled out. */
  'pack.run': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({
      ...packShape,
      folder: handleSchema,
      baseName: z.string().min(1).max(120),
      /** Encrypts the bundle; it is kept nowhere. */
      passphrase: passphraseSchema.optional(),
    }),
    response: z.strictObject({ handle: handleSchema, name: z.string(), sequence: z.int(), bytes: z.int() }),
  },
} as const satisfies Record<string, CallRow>;
