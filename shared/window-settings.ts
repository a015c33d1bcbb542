/**
 * The one table of window settings: small facts of the window that outlive it. A row holds a setting's default and what
 * values it takes; the window reads through it, the services refuse what it refuses. Plain checks, so that the window
 * needs no validator to start.
 */
import { proofStages } from './document/proof.js';
import { schemeChoices } from './scheme.js';

/** One setting: what it is until somebody changes it, and which values it may have. */
export interface WindowSetting<Value> {
  readonly otherwise: Value;
  accepts(value: unknown): value is Value;
}

/** Widths of panes in per cent by the name of the pane. */
export type PaneLayout = Readonly<Record<string, number>>;

export const windowSettings = {
  /** The view the window opens with. */
  view: choice(['library', 'issue', 'inbox'], 'library'),
  lastIssue: words(''),
  /** The part of that issue that was worked on, as `selectionKey` writes it. */
  lastPlace: words(''),
  /** The publication whose issues the library shows: empty for all, `own`, or an id. */
  'library.publication': words(''),
  outlineFolded: flag(false),
  previewFolded: flag(false),
  /** By the panes shown, joined with a hyphen: how wide each is. */
  paneLayouts: table((value): value is PaneLayout => isTable(value, isFiniteNumber)),
  /** Colours of the interface: the system's, or always the same. */
  'interface.scheme': choice(schemeChoices, 'system'),
  /** Size of interface and text in per cent. */
  'interface.zoom': number(100, 100, 200),
  /** `width`, `page` or a percentage. */
  'preview.zoom': words('width'),
  'preview.spread': flag(false),
  /** Whether a manuscript's original stands beside its text. */
  'inbox.original': flag(false),
  'settings.subject': words('page'),
  'settings.sample': choice(['specimen', 'issue'], 'specimen'),
  /** Formats of the last export, parted by blanks. */
  exportFormats: words('docx pdf'),
  exportFolder: words(''),
  /** Stage of the proof exported or printed last; `none` for what carries no marks. */
  'proof.stage': choice(['none', ...proofStages], 'none'),
  'proof.numbers': flag(true),
  /** Where was printed last: a printer's name, or empty for the program that shows PDF files. */
  printer: words(''),
  /** The sample issue was put into this library once. */
  sampleAdded: flag(false),
} as const satisfies Record<string, WindowSetting<unknown>>;

export type WindowSettingName = keyof typeof windowSettings;
export type WindowSettingValue<Name extends WindowSettingName> = (typeof windowSettings)[Name]['otherwise'];

/** A stored value if the setting takes it, else the setting's default: files are changed by hand and by other versions. */
export function readWindowSetting<Name extends WindowSettingName>(name: Name, stored: unknown): WindowSettingValue<Name> {
  const { otherwise, accepts }: WindowSetting<WindowSettingValue<Name>> = windowSettings[name];
  return accepts(stored) ? stored : otherwise;
}

/** Why a setting cannot be kept, in a Chinese sentence; undefined when it can. */
export function refuseWindowSetting(name: string, value: unknown): string | undefined {
  if (!isWindowSettingName(name)) return `没有名为“${name}”的窗口设置，没有保存。`;
  return windowSettings[name].accepts(value) ? undefined : `窗口设置“${name}”不收这个值，没有保存。`;
}

function isWindowSettingName(name: string): name is WindowSettingName {
  return Object.hasOwn(windowSettings, name);
}

/** Longest text a setting may hold: these are facts, not documents. */
const longestWords = 4096;

function words(otherwise: string): WindowSetting<string> {
  return { otherwise, accepts: isWords };
}

function flag(otherwise: boolean): WindowSetting<boolean> {
  return { otherwise, accepts: (value) => typeof value === 'boolean' };
}

function number(otherwise: number, least: number, most: number): WindowSetting<number> {
  return { otherwise, accepts: (value): value is number => isFiniteNumber(value) && value >= least && value <= most };
}

function choice<const Choice extends string>(choices: readonly Choice[], otherwise: NoInfer<Choice>): WindowSetting<Choice> {
  return { otherwise, accepts: (value): value is Choice => choices.some((each) => each === value) };
}

/** A table that starts empty. */
function table<Entry>(isEntry: (value: unknown) => value is Entry): WindowSetting<Readonly<Record<string, Entry>>> {
  return { otherwise: {}, accepts: (value): value is Readonly<Record<string, Entry>> => isTable(value, isEntry) };
}

function isTable<Entry>(value: unknown, isEntry: (entry: unknown) => entry is Entry): value is Readonly<Record<string, Entry>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEntry);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestWords;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
