/** What was dropped onto the window: files, and those in dropped folders with the names of the folders they lay in. */

const folderNames = new WeakMap<File, readonly string[]>();

/** Names of the dropped folders a file lay in, the nearest first. */
export function foldersOf(file: File): readonly string[] {
  return folderNames.get(file) ?? [];
}

/** All files of a drop, also those in folders however deep; what systems leave in folders is passed over. */
export async function readDrop({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Promise<readonly File[]> {
  // The list is empty as soon as the event is over.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...files];
  const found: File[] = [];
  for (const entry of entries) found.push(...(await filesIn(entry, [])));
  return found;
}

const leftBySystems = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

async function filesIn(entry: FileSystemEntry, folders: readonly string[]): Promise<readonly File[]> {
  if (folders.length > 0 && leftBySystems.test(entry.name)) return [];
  if (entry.isDirectory) {
    const found: File[] = [];
    for (const each of await childrenOf(entry as FileSystemDirectoryEntry)) found.push(...(await filesIn(each, [entry.name, ...folders])));
    return found;
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  if (folders.length > 0) folderNames.set(file, folders.slice(0, 20));
  return [file];
}

/** The browser tells of a folder a hundred at a time, until it has none left to tell of. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN', { numeric: true }));
    found.push(...some);
  }
}
