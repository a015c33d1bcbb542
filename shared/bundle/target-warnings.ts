const fatLimitBytes = 4 * 1024 ** 3;

/** A place a bundle is to be written to. */
export interface Target {
  readonly name: string;
  readonly freeBytes: number;
  /** Undefined where the system does not tell. */
  readonly isFat: boolean | undefined;
}

/** What may keep a bundle of about this size from fitting there, in Chinese sentences. */
export function targetWarnings(bytes: number, { name, freeBytes, isFat }: Target): readonly string[] {
  return [
    ...(bytes > freeBytes ? [`大约要 ${megabytes(bytes)}，“${name}”只剩 ${megabytes(freeBytes)}，可能写不下。`] : []),
    ...(bytes >= fatLimitBytes ? fatWarnings(name, isFat) : []),
  ];
}

function fatWarnings(name: string, isFat: boolean | undefined): readonly string[] {
  if (isFat === undefined) return [`“${name}”如果是 FAT32 格式，放不下超过 4 GB 的文件。写不进去时，请分几次导出。`];
  return isFat ? [`“${name}”是 FAT 格式，单个文件不能超过 4 GB。请分几次导出。`] : [];
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
}
