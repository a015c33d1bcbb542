/** What the settings page changes of the publication. */
import type { Publication } from '../../shared/document/publication.js';
import type { SettingValue } from '../../shared/layout/page-style-setting.js';
import {
  pageStyleSettings,
  withoutPageStyleChanges,
  withPageStyleChange,
  type PageStyleChanges,
} from '../../shared/layout/page-style-settings.js';
import { tell } from '../state/messages.js';
import { publicationSession } from '../state/publication.js';

export function changePublication(changes: Partial<Publication>): void {
  publicationSession.getState().edit((publication) => ({ ...publication, ...changes }));
}

export function changeMeasure(path: string, value: SettingValue): void {
  publicationSession
    .getState()
    .edit((publication) => ({ ...publication, pageStyle: withPageStyleChange(publication.pageStyle, path, value) }));
}

/** Which of these paths are changed. */
export function changedPaths(changes: PageStyleChanges, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => Object.hasOwn(changes, path));
}

/** Puts measures back to their defaults; a bar takes it back. `what` says whose. */
export function resetMeasures(paths: readonly string[], what: string): void {
  const { publication: before, edit } = publicationSession.getState();
  const changed = changedPaths(before.pageStyle, paths);
  if (changed.length === 0) return;
  edit((publication) => ({ ...publication, pageStyle: withoutPageStyleChanges(publication.pageStyle, paths) }));
  const undo = (): void => putBack(before.pageStyle, changed);
  if (changed.length > 1) tell('info', `${what}已恢复默认，共 ${changed.length} 项。`, [{ label: '撤销', run: undo }]);
}

/** Gives these measures what they had before; whatever else was set since stays. */
export function putBack(before: PageStyleChanges, paths: readonly string[]): void {
  const theirs = Object.entries(before).filter(([path]) => paths.includes(path));
  publicationSession.getState().edit((publication) => ({
    ...publication,
    pageStyle: { ...withoutPageStyleChanges(publication.pageStyle, paths), ...Object.fromEntries(theirs) },
  }));
}

/** Every measure, and the font names of Word, back to the defaults. */
export function resetEverything(): void {
  publicationSession.getState().edit(({ faceSet: _faceSet, ...publication }) => ({
    ...publication,
    pageStyle: withoutPageStyleChanges(
      publication.pageStyle,
      pageStyleSettings.map(({ path }) => path),
    ),
  }));
}

/** How many things of the publication differ from the defaults: measures and font names. */
export function changeCount({ pageStyle, faceSet }: Publication): number {
  return (
    changedPaths(
      pageStyle,
      pageStyleSettings.map(({ path }) => path),
    ).length + (faceSet === 'windows' ? 1 : 0)
  );
}
