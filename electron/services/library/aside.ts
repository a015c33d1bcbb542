import { dirname } from 'node:path';
import { asideFolder, stampOf, tidiedFolder } from '../../../shared/library/library-layout.js';
import type { Shelf } from './shelf.js';

/** Why a file was set aside; part of its new name. */
export type AsideReason = '损坏' | '无前版' | '未写完';

/** Moves a file or folder that nothing needs into 清理, under its own path; comes back with where it is. */
export async function tidyAway(shelf: Shelf, path: string): Promise<string> {
  const target = `${tidiedFolder}/${stampOf(shelf.clock.now())}/${path}`;
  await shelf.disk.makeFolder(dirname(shelf.at(target)));
  await shelf.disk.rename(shelf.at(path), shelf.at(target));
  await shelf.disk.syncFolder(dirname(shelf.at(target)));
  await shelf.disk.syncFolder(dirname(shelf.at(path)));
  return target;
}

/**
 * Moves a file that cannot be used into 损坏文件, under a name that nothing there has: `2022-10.json.损坏.<instant>`.
 * Nothing is ever deleted from that folder. Comes back with where it is.
 */
export async function setAside(shelf: Shelf, path: string, name: string, reason: AsideReason): Promise<string> {
  const folder = shelf.at(asideFolder);
  await shelf.disk.makeFolder(folder);
  const taken = new Set(await shelf.disk.list(folder));
  const base = `${name}.${reason}.${stampOf(shelf.clock.now())}`;
  let target = base;
  for (let count = 2; taken.has(target); count += 1) target = `${base}-${count}`;
  await shelf.disk.rename(shelf.at(path), shelf.at(`${asideFolder}/${target}`));
  await shelf.disk.syncFolder(folder);
  await shelf.disk.syncFolder(dirname(shelf.at(path)));
  return `${asideFolder}/${target}`;
}

/** Files in 损坏文件 that no previous generation could replace: where they are now, and their name before (`2022-10.json`). */
export async function lostFiles(shelf: Shelf): Promise<readonly { readonly path: string; readonly name: string }[]> {
  const names = await shelf.disk.list(shelf.at(asideFolder));
  return names.flatMap((aside) => {
    const name = /^(.+)\.无前版\.[^.]+$/u.exec(aside)?.[1];
    return name === undefined ? [] : [{ path: `${asideFolder}/${aside}`, name }];
  });
}
