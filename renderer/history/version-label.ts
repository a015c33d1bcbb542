import type { Version } from '../../shared/ipc.js';
import { instantLabel } from '../library/issue-label.js';

/** 送审（11月20日 14:32）, or the time alone. */
export function versionLabel({ name, replacedAt }: Version): string {
  const time = instantLabel(replacedAt, new Date().getFullYear());
  return name === undefined ? `${time}的版本` : `“${name}”（${time}）`;
}

export interface VersionDay {
  /** 11月20日, with the year when it is not this one. */
  readonly label: string;
  readonly versions: readonly Version[];
}

/** Versions by local day, in their order. */
export function groupByDay(versions: readonly Version[], thisYear: number): readonly VersionDay[] {
  const days = new Map<string, Version[]>();
  for (const version of versions) {
    const label = instantLabel(version.replacedAt, thisYear).split(' ')[0] ?? '';
    days.set(label, [...(days.get(label) ?? []), version]);
  }
  return [...days].map(([label, ofDay]) => ({ label, versions: ofDay }));
}
