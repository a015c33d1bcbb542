/** A file system that is mounted somewhere, as /proc/mounts has it. */
export interface Mount {
  readonly path: string;
  /** vfat, exfat, ntfs3, ext4 … */
  readonly type: string;
  readonly isReadOnly: boolean;
}

/** Lines of /proc/mounts: device, path, type, options; blanks and tabs in a path are octal there. */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, path, type, options] = line.split(' ');
    if (path === undefined || type === undefined || options === undefined) return [];
    return [{ path: unescapeOctal(path), type, isReadOnly: options.split(',').includes('ro') }];
  });
}

/** Those a desktop mounts when a stick is put in: below /media or /run/media, in a folder of the user or right there. */
export function removableMounts(mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter(({ path }) => /^(?:\/run)?\/media\/(?:[^/]+\/)?[^/]+$/u.test(path));
}

/** File systems that hold no file of 4 GB or more. */
export function isFat(type: string): boolean {
  return ['vfat', 'msdos', 'fat', 'fat32'].includes(type.toLowerCase());
}

/** Only blanks, tabs, line ends, # and \\ are escaped, all of one byte. */
function unescapeOctal(path: string): string {
  return path.replace(/\\([0-7]{3})/gu, (_match, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
