import { z } from 'zod';
import { instantOfStamp, stampOf, trashFolder } from './library-layout.js';
import { foldersOf, isKey, kindNames, kindNameSchema, recordKinds, type KindName } from './records/records.js';

/** What the list of the trash shows of one record. */
export const trashEntrySchema = z.strictObject({
  id: z.string(),
  kind: kindNameSchema,
  title: z.string(),
  deletedAt: z.iso.datetime({ offset: true }),
});
export type TrashEntry = Readonly<z.infer<typeof trashEntrySchema>>;

export interface TrashName {
  readonly kind: KindName;
  readonly key: string;
  /** ISO instant. */
  readonly deletedAt: string;
}

/** Id of something in the trash, which is also its file's name: `期_2022-10_20261122T172034123Z`. */
export function trashIdOf(kind: KindName, key: string, deletedAt: Date): string {
  return `${recordKinds[kind].folder}_${key}_${stampOf(deletedAt)}`;
}

/** What an id in the trash stands for, or undefined when it is no such id (also guards against paths in ids). */
export function readTrashId(trashId: string): TrashName | undefined {
  const [, folder = '', key = '', stamp = ''] = /^([^_]+)_(.+)_([^_]+)$/u.exec(trashId) ?? [];
  const kind = kindNames.find((name) => foldersOf(name).includes(folder));
  const deletedAt = instantOfStamp(stamp);
  return kind === undefined || deletedAt === undefined || !isKey(kind, key) ? undefined : { kind, key, deletedAt };
}

/** Path of something in the trash below the library. */
export function trashPath(trashId: string): string {
  return `${trashFolder}/${trashId}.json`;
}
