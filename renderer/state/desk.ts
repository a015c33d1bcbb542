/** Which view and which dialog the window shows. */
import { createStore, useStore } from 'zustand';
import { changeSetting } from './settings.js';
import type { IssueState } from '../../shared/document/issue.js';
import type { RedlineFormat } from '../../shared/library/redline-formats.js';
import type { IssuePlace } from '../../shared/document/text-place.js';
import type { SearchGroup } from '../../shared/search/search-types.js';
import type { CommandId } from '../../shared/commands.js';
import type { CallRequest, ImportReport, Version } from '../../shared/ipc.js';

type ViewOf<Id> = Id extends `show.${infer Name}` ? Name : never;

/** A view of the window: every `show.…` command names one; `renderer/frame/views.tsx` says what it is. */
export type View = ViewOf<CommandId>;

/** One file of an import: its report, or why it was refused. */
export interface ImportOutcome {
  readonly name: string;
  readonly report?: ImportReport;
  readonly failure?: string;
  /** The file itself, to be taken otherwise: as an issue, as manuscripts, as one. */
  readonly file?: File;
  /** What the editor said of it so far. */
  readonly choice?: ImportChoice;
  /** Another issue has the key, and the editor has not chosen yet. */
  readonly mayReplace?: boolean;
}

/** What an editor says of a file that comes in, beside the file itself. */
export type ImportChoice = Partial<Omit<CallRequest<'import.run'>['files'][number], 'upload'>>;

/** An import under way. */
export interface ImportRun {
  readonly progress: { readonly step: string; readonly done: number; readonly total: number };
  readonly isCancelling: boolean;
}

/** An earlier version of an issue, or something in the trash, that a search found. */
export interface KeptFound {
  readonly key: string;
  /** What it is called. */
  readonly label: string;
  readonly kept: NonNullable<SearchGroup['kept']>;
}

export type Dialog =
  | { readonly kind: 'export' | 'print' | 'bundle-folder' | 'passphrase' | 'type-in' | 'palette' | 'shortcuts' | 'about' }
  /** Packs a bundle; with keys, of these manuscripts. */
  | { readonly kind: 'pack'; readonly keys?: readonly string[] | undefined }
  /** Names a version; without one, the present state becomes a version. */
  | { readonly kind: 'name-version'; readonly version?: Version }
  /** Takes the open issue to another state. */
  | { readonly kind: 'go-to-state'; readonly to: IssueState }
  /** What a search found among what is kept, to be read only, at a place of it. */
  | { readonly kind: 'kept'; readonly found: KeptFound; readonly place: IssuePlace }
  /** Where the articles of the open issue stand. */
  | { readonly kind: 'item-stages' }
  /** Makes a publication. */
  | { readonly kind: 'new-publication' }
  /** The list of people; afterwards the dialog it was opened from. */
  | { readonly kind: 'people'; readonly back?: Dialog }
  /** A folder for backups, or for a library restored from the latest. */
  | { readonly kind: 'backup-folder'; readonly goal: 'choose' | 'restore' }
  /** A folder for the comparison shown. */
  | { readonly kind: 'redline-folder'; readonly format: RedlineFormat; readonly before: string; readonly after: string }
  /** A folder for the audit trail as a text. */
  | { readonly kind: 'audit-folder' }
  | { readonly kind: 'closing'; readonly writtenTo?: string }
  | { readonly kind: 'units-export'; readonly format: 'xlsx' | 'csv' }
  | { readonly kind: 'write-words'; readonly isClosing?: boolean }
  | { readonly kind: 'import'; readonly outcomes: readonly ImportOutcome[]; readonly running?: ImportRun };

/** Chapters of the manual, by the ids of their headings in `assets/manual`. */
export const chapters = [
  'start',
  'import',
  'library',
  'structure',
  'article',
  'pages',
  'export',
  'exchange',
  'contributor',
  'safe',
  'settings',
  'history',
  'files',
  'keys',
  'questions',
  'trouble',
] as const;
export type Chapter = (typeof chapters)[number];

interface Desk {
  readonly view: View;
  readonly dialog: Dialog | undefined;
  /** The manual lies open beside the work; a new value asks for its chapter again. */
  readonly manual: { readonly chapter: Chapter; readonly over: Dialog['kind'] | undefined } | undefined;
}

export const desk = createStore<Desk>(() => ({ view: 'library', dialog: undefined, manual: undefined }));

export function useDesk<Part>(select: (state: Desk) => Part): Part {
  return useStore(desk, select);
}

/** Shows a view. The window opens again with the issue or the library, whichever was shown last. */
export function showView(view: View): void {
  desk.setState({ view });
  if (view === 'issue' || view === 'library') changeSetting('view', view);
}

export function openDialog(dialog: Dialog): void {
  desk.setState({ dialog });
}

export function closeDialog(): void {
  desk.setState({ dialog: undefined });
}

export function openManual(chapter: Chapter): void {
  desk.setState(({ dialog }) => ({ manual: { chapter, over: dialog?.kind } }));
}

export function closeManual(): void {
  desk.setState({ manual: undefined });
}
