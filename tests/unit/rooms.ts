/**
 * Which rooms may use which: the one table of the walls inside `renderer/` and `shared/`. A room is a folder right under
 * one of the two; files that stand beside the rooms are named with theirs. A room that is not in the table has no doors.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
  // What the rest stands on: values and what is decided about them.
  'shared/document': [],
  'shared/compare': ['shared/document'],
  'shared/similarity': [],
  'shared/find': ['shared/document'],
  'shared/layout': ['shared/document', 'shared/compare'],
  'shared/fonts': ['shared/layout'],
  'shared/pictures': ['shared/document'],
  'shared/submissions': ['shared/document', 'shared/compare'],
  'shared/units': ['shared/document', 'shared/submissions'],
  'shared/search': ['shared/document', 'shared/find', 'shared/submissions'],
  'shared/recognize': ['shared/document', 'shared/layout'],
  'shared/findings': ['shared/document', 'shared/layout'],
  'shared/course': ['shared/document'],
  'shared/library': ['shared/document', 'shared/submissions', 'shared/units', 'shared/course'],
  'shared/bundle': ['shared/document', 'shared/library', 'shared/submissions', 'shared/units'],
  'shared/writers': ['shared/layout', 'shared/fonts', 'shared/pictures'],
  'shared/word': ['shared/document', 'shared/layout', 'shared/recognize', 'shared/pictures', 'shared/compare'],
  'shared/learn-style': ['shared/document', 'shared/layout', 'shared/recognize', 'shared/word'],

  // Widgets that know nothing of issues, and colours.
  'renderer/ui': [],
  'renderer/styles': [],
  // What the window knows.
  'renderer/state': [],
  // What fills the window; each over what stands above it.
  'renderer/library': ['renderer/state', 'renderer/ui'],
  'renderer/preview': ['renderer/state'],
  'renderer/units': ['renderer/state', 'renderer/ui'],
  'renderer/find': ['renderer/state', 'renderer/ui'],
  'renderer/editor': ['renderer/state', 'renderer/find', 'renderer/units'],
  'renderer/similar': ['renderer/state', 'renderer/library'],
  'renderer/issue': [
    'renderer/state',
    'renderer/ui',
    'renderer/editor',
    'renderer/find',
    'renderer/preview',
    'renderer/library',
    'renderer/units',
    'renderer/similar',
  ],
  'renderer/contributor': ['renderer/state', 'renderer/ui', 'renderer/library', 'renderer/issue', 'renderer/editor'],
  'renderer/history': ['renderer/state', 'renderer/ui', 'renderer/preview', 'renderer/library'],
  'renderer/keeping': ['renderer/state', 'renderer/ui', 'renderer/library'],
  'renderer/exchange': ['renderer/state', 'renderer/ui', 'renderer/library'],
  'renderer/inbox': ['renderer/state', 'renderer/ui', 'renderer/library', 'renderer/issue', 'renderer/similar'],
  'renderer/search': ['renderer/state', 'renderer/ui', 'renderer/library', 'renderer/issue', 'renderer/find'],
  'renderer/palette': ['renderer/state', 'renderer/ui', 'renderer/library', 'renderer/find', 'renderer/search'],
  'renderer/settings': ['renderer/state', 'renderer/ui', 'renderer/library', 'renderer/preview', 'renderer/contributor'],
  'renderer/dialogs': [
    'renderer/state',
    'renderer/ui',
    'renderer/library',
    'renderer/issue',
    'renderer/history',
    'renderer/keeping',
    'renderer/palette',
  ],
  // What holds them together.
  'renderer/frame': [
    'renderer/state',
    'renderer/ui',
    'renderer/library',
    'renderer/issue',
    'renderer/inbox',
    'renderer/contributor',
    'renderer/exchange',
    'renderer/units',
    'renderer/history',
    'renderer/keeping',
    'renderer/search',
    'renderer/settings',
    'renderer/dialogs',
  ],
  'renderer/commands': [
    'renderer/state',
    'renderer/ui',
    'renderer/library',
    'renderer/issue',
    'renderer/preview',
    'renderer/find',
    'renderer/contributor',
    'renderer/frame',
  ],
};

/** Files beside the rooms that any room may use: plain tables and the way to the services. */
export const commonFiles: ReadonlySet<string> = new Set([
  'shared/app-error.ts',
  'shared/crc32.ts',
  'shared/escape-markup.ts',
  'shared/call-row.ts',
  'shared/commands.ts',
  'shared/browser-keys.ts',
  'shared/scheme.ts',
  'shared/window-settings.ts',
  'shared/export-formats.ts',
  'shared/import-limits.ts',
  'renderer/bridge.ts',
  'renderer/upload.ts',
]);

/** The room of a source; undefined for files that stand beside the rooms. */
export function roomOf(file: string): string | undefined {
  return /^(?:shared|renderer)\/[\w-]+(?=\/)/u.exec(file)?.[0];
}

/** Whether a file in a room of `renderer/` or `shared/` may use another file of the same layer. */
export function isAllowed(from: string, to: string): boolean {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === undefined || room === other || layerOf(from) !== layerOf(to)) return true;
  return other === undefined ? commonFiles.has(to) : (doors[room] ?? []).includes(other);
}

function layerOf(file: string): string {
  return file.slice(0, file.indexOf('/'));
}
