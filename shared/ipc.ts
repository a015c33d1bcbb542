/**
 * THE contract between window and services: every call and every notice, as zod schemas. One channel carries them
 * all; `dispatch` parses requests, handlers answer, responses are parsed again. The window never sends a path: folders
 * travel as handles issued by the main side.
 */
import { z } from 'zod';
import { publicationIdSchema, sha256Schema } from './document/id-schema.js';
import { bundleCalls } from './bundle/bundle-calls.js';
import { handleSchema, type CallRow } from './call-row.js';
import { commandIdSchema, commandReportSchema } from './command-report-schema.js';
import type { DeepReadonly } from './document/issue.js';
import { importCalls } from './import-calls.js';
import { learnCalls } from './learn-style/learn-calls.js';
import { pictureCalls } from './picture-calls.js';
import { articleSchema, issueKeySchema, issueSchema } from './document/issue-schema.js';
import { courseCalls } from './course/course-schema.js';
import { submissionCalls } from './submissions/submission-calls.js';
import { contributorCalls } from './submissions/contributor-calls.js';
import { publicationCalls } from './publication-calls.js';
import { exportFormats } from './export-formats.js';
import { proofStages } from './document/proof.js';
import { submissionSummarySchema } from './library/records/submission-kind.js';
import { issueSummarySchema } from './library/records/issue-kind.js';
import { checkCalls } from './library/check-calls.js';
import { backupCalls, backupStateSchema } from './library/backup-calls.js';
import { historyCalls } from './library/history-calls.js';
import { undoCalls } from './library/undo-calls.js';
import { kindNameSchema } from './library/records/records.js';
import {
  findQuerySchema,
  replacedSchema,
  replaceHitsRequestSchema,
  replaceHitsSchema,
  replacePreviewSchema,
  replaceRequestSchema,
} from './find/replace-schema.js';
import { issuePlaceSchema } from './document/text-place-schema.js';
import { keptAnswerSchema, searchAnswerSchema, searchRequestSchema } from './search/search-schema.js';
import { trashEntrySchema } from './library/trash.js';
import { similarityCalls } from './similarity/similarity-calls.js';
import { unitCalls } from './units/unit-calls.js';

const emptySchema = z.strictObject({});
const keySchema = z.strictObject({ key: issueKeySchema });
/** Name of long work, given by the window that asks for it. */
const jobIdSchema = z.string().min(1).max(64);
/** ISO instant with zone. */
const instantSchema = z.iso.datetime({ offset: true });

export const folderSchema = z.strictObject({ handle: handleSchema, label: z.string() });

/** Absent: without the marks of a proof. */
const proofSchema = z.strictObject({ stage: z.enum(proofStages), isNumbered: z.boolean() }).optional();

const exportRequestShape = {
  key: issueKeySchema,
  formats: z.array(z.enum(exportFormats)).min(1),
  folder: handleSchema,
  /** File name without ending. */
  baseName: z.string().min(1).max(120),
};

export const calls = {
  'app.info': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'chromium']),
      libraryPath: z.string(),
      /** Set when the library cannot be written; the sentence says why. */
      readOnly: z.string().optional(),
      /** What the library did on opening that the editor should know (recovered files, set-aside files). */
      notices: z.array(z.string()),
      canPickFolder: z.boolean(),
      /** Started for a unit that sends manuscripts in. */
      forUnit: z.boolean(),
    }),
  },
  'library.list': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({
      issues: z.array(issueSummarySchema),
      submissions: z.array(submissionSummarySchema),
      trash: z.array(trashEntrySchema),
      /** Files of the library that could not be read, each with what to do. */
      problems: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  },
  /** Reads everything the library keeps aside, which takes a while: files no longer what they were, each with what to do. */
  'library.check': {
    effect: 'runs',
    isSaving: false,
    request: emptySchema,
    response: z.strictObject({ troubles: z.array(z.strictObject({ file: z.string(), message: z.string() })) }),
  },
  'issue.get': { effect: 'reads', request: keySchema, response: z.strictObject({ issue: issueSchema, revision: z.string() }) },
  'issue.save': {
    effect: 'saves',
    request: z.strictObject({
      key: issueKeySchema,
      issue: issueSchema,
      /** Revision the change was based on; another one on disk is refused with `issue-changed`. */
      baseRevision: z.string(),
    }),
    /** `key` differs from the asked one when number, year or 增刊 changed. The file was re-read and compared. */
    response: z.strictObject({ key: issueKeySchema, revision: z.string(), savedAt: instantSchema }),
  },
  ...historyCalls,
  /** New issue: number + 1 in the year of `today`, people and lists carried over from `from` or the last issue of a publication. */
  'issue.create': {
    effect: 'saves',
    request: z.strictObject({ from: issueKeySchema.optional(), publication: publicationIdSchema.optional() }),
    response: keySchema,
  },
  'issue.duplicate': { effect: 'saves', request: keySchema, response: keySchema },
  'issue.delete': { effect: 'saves', request: keySchema, response: z.strictObject({ trashId: z.string() }) },
  /** Issues whose last words the library did not take; asked for once, when the window opens. */
  'words.kept': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({
      kept: z.array(z.strictObject({ id: z.string(), key: issueKeySchema, keptAt: instantSchema, issue: issueSchema })),
    }),
  },
  /** Lets kept words go: those with an id of `words.kept`, or those of an issue whose failure has been dealt with. */
  'words.drop': { effect: 'reads', request: z.union([z.strictObject({ id: z.string() }), keySchema]), response: emptySchema },
  /** Writes an issue as it stands in the window into a folder, as .txt, .docx and .json, whatever state the library is in. */
  'words.write': {
    effect: 'reads',
    request: z.strictObject({ issue: issueSchema, folder: handleSchema }),
    response: z.strictObject({ folder: z.string(), files: z.array(z.string()) }),
  },
  /** The window's answer to `app.closing`: whether all its words are on disk. */
  'window.flushed': { effect: 'reads', request: z.strictObject({ saved: z.boolean() }), response: emptySchema },
  /** Which commands can be given and which are ticked, for a host with a menu bar of its own. */
  'window.commands': { effect: 'reads', request: commandReportSchema, response: emptySchema },
  /** Closes the window; the editor has been asked. */
  'window.close': { effect: 'reads', request: emptySchema, response: emptySchema },
  ...submissionCalls,
  ...unitCalls,
  ...bundleCalls,
  ...contributorCalls,
  ...similarityCalls,
  ...backupCalls,
  ...checkCalls,
  ...undoCalls,
  ...courseCalls,
  ...importCalls,
  ...learnCalls,
  ...pictureCalls,
  /** Looks through the words of the whole library. */
  'search.library': { effect: 'reads', request: searchRequestSchema, response: searchAnswerSchema },
  /** Looks through earlier versions and the trash, which takes a while. */
  'search.kept': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ words: z.string().min(1).max(400) }),
    response: keptAnswerSchema,
  },
  /** On which page each place of an issue is printed; 0 where nothing is. */
  'search.pages': {
    effect: 'reads',
    request: z.strictObject({ key: issueKeySchema, places: z.array(issuePlaceSchema).max(2000) }),
    response: z.strictObject({ pages: z.array(z.int()) }),
  },
  /** In which issues words stand, newest first, and how often, before they are replaced. */
  'replace.preview': { effect: 'reads', request: z.strictObject({ query: findQuerySchema }), response: replacePreviewSchema },
  /** The places themselves, of the issues that are shown. */
  'replace.hits': { effect: 'reads', request: replaceHitsRequestSchema, response: replaceHitsSchema },
  /** Replaces them as one commit, all issues or none; a version of each is kept before. */
  'replace.run': { effect: 'saves', request: replaceRequestSchema, response: replacedSchema },
  'replace.undo': { effect: 'saves', request: z.strictObject({ undoId: z.string() }), response: emptySchema },
  /** Something in the trash, to be read. */
  'trash.get': {
    effect: 'reads',
    request: z.strictObject({ id: z.string().max(120) }),
    response: z.union([z.strictObject({ issue: issueSchema }), z.strictObject({ article: articleSchema })]),
  },
  'trash.restore': {
    effect: 'saves',
    request: z.strictObject({ id: z.string() }),
    response: z.strictObject({ kind: kindNameSchema, key: z.string() }),
  },
  'export.plan': {
    effect: 'reads',
    request: z.strictObject({ key: issueKeySchema, folder: handleSchema.optional(), baseName: z.string().max(120).optional() }),
    response: z.strictObject({
      folder: folderSchema,
      baseName: z.string(),
      files: z.array(z.strictObject({ format: z.enum(exportFormats), name: z.string(), exists: z.boolean() })),
      /** SHA-256 of what is printed, lower-case hex; also in the properties of the exported files. */
      digest: sha256Schema,
    }),
  },
  'export.run': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ ...exportRequestShape, overwrite: z.boolean(), proof: proofSchema }),
    response: z.strictObject({
      files: z.array(z.strictObject({ format: z.enum(exportFormats), handle: handleSchema, path: z.string(), bytes: z.int() })),
    }),
  },
  /** Asks long work to stop; nothing happens when it is done already. */
  'job.cancel': { effect: 'reads', request: z.strictObject({ job: jobIdSchema }), response: emptySchema },
  /** How many pages there are to print, and printers that take them directly, the default one first. */
  'print.plan': { effect: 'reads', request: keySchema, response: z.strictObject({ pages: z.int(), printers: z.array(z.string()) }) },
  /** Prints pages of an issue; without a printer the system's program for PDF files opens them, and prints. */
  'print.run': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({
      key: issueKeySchema,
      choice: z.strictObject({ range: z.string().max(200), sides: z.enum(['all', 'odd', 'even']), isReversed: z.boolean() }),
      copies: z.int().min(1).max(999),
      printer: z.string().min(1).max(200).optional(),
      proof: proofSchema,
    }),
    response: z.strictObject({ pages: z.int() }),
  },
  /** Opens an exported file with the system's program for it. */
  'file.open': { effect: 'reads', request: z.strictObject({ handle: handleSchema }), response: emptySchema },
  /** Shows an exported file in the system's file manager. */
  'file.reveal': { effect: 'reads', request: z.strictObject({ handle: handleSchema }), response: emptySchema },
  /** Native folder dialog; only where `app.info` says `canPickFolder`. */
  'folder.pick': { effect: 'reads', request: emptySchema, response: z.strictObject({ folder: folderSchema.optional() }) },
  /** Folders inside a folder, for the window's own folder dialog; without a handle, the starting places. */
  'folder.list': {
    effect: 'reads',
    request: z.strictObject({ handle: handleSchema.optional() }),
    response: z.strictObject({ current: folderSchema.optional(), parent: folderSchema.optional(), folders: z.array(folderSchema) }),
  },
  ...publicationCalls,
  /** Small facts of the window itself: pane widths, zoom, last view. */
  'settings.get': { effect: 'reads', request: emptySchema, response: z.strictObject({ settings: z.record(z.string(), z.json()) }) },
  'settings.set': { effect: 'saves', request: z.strictObject({ name: z.string().max(64), value: z.json() }), response: emptySchema },
} as const satisfies Record<string, CallRow>;

export const notices = {
  /** Issues, submissions or trash changed: list again. */
  'library.changed': emptySchema,
  /** A backup or rehearsal began, went on or ended. */
  'backup.changed': backupStateSchema,
  /** How far long work is. */
  'job.progress': z.strictObject({
    job: jobIdSchema,
    /** What is being done now, in Chinese. */
    step: z.string(),
    done: z.int(),
    total: z.int(),
  }),
  /** A command was chosen in the host's own menu bar. */
  'command.chosen': z.strictObject({ id: commandIdSchema }),
  /** The window is about to close: send what is not saved yet. */
  'app.closing': emptySchema,
} as const satisfies Record<string, z.ZodType>;

/** What crosses for a call whose effect is `runs`: its request, and the name by which its progress is told and it is cancelled. */
export const jobRequestSchema = z.strictObject({ job: jobIdSchema, request: z.unknown() });

export type CallName = keyof typeof calls;
/** Calls that run long. */
export type JobName = { [Name in CallName]: (typeof calls)[Name]['effect'] extends 'runs' ? Name : never }[CallName];
/** Calls that are answered at once. */
export type QuickCallName = Exclude<CallName, JobName>;
export type CallRequest<Name extends CallName> = DeepReadonly<z.input<(typeof calls)[Name]['request']>>;
/** A request as a handler receives it, after parsing. */
export type ParsedRequest<Name extends CallName> = DeepReadonly<z.output<(typeof calls)[Name]['request']>>;
export type CallResponse<Name extends CallName> = DeepReadonly<z.output<(typeof calls)[Name]['response']>>;
export type NoticeName = keyof typeof notices;
export type NoticeBody<Name extends NoticeName> = z.output<(typeof notices)[Name]>;
export type JobProgress = NoticeBody<'job.progress'>;

/** An earlier version of an issue. */
export type Version = CallResponse<'history.list'>['versions'][number];
export type AppInfo = CallResponse<'app.info'>;
export type { ImportReport } from './import-calls.js';
export type Folder = DeepReadonly<z.output<typeof folderSchema>>;

/** What a call comes back as: a value, or a failure with a code and a Chinese sentence. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What preload (or the Chromium host) puts on `window.zhuanbao`: strings, and bytes of files; one shape fits every host. */
export interface Channel {
  call(name: string, requestJson: string): Promise<string>;
  /** Sends the next bytes of an upload; comes back with the JSON of a `Result` once they are written. */
  send(upload: string, chunk: ArrayBuffer): Promise<string>;
  /** Returns the function that stops listening. */
  onNotice(listener: (name: string, bodyJson: string) => void): () => void;
}
