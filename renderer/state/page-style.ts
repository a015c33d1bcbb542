import { resolvePageStyle, type PageStyleChanges } from '../../shared/layout/page-style-settings.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { publicationSession, usePublication } from './publication.js';

/** Reads the publication with its measures; until then, and when they cannot be read, the default style holds. */
export async function loadPageStyle(): Promise<void> {
  await publicationSession.getState().load();
}

const resolved = new WeakMap<PageStyleChanges, PageStyle>();

/** The page style of the publication, as last changed; the same object for all who ask, so that pages are laid out once. */
export function usePageStyle(): PageStyle {
  return styleOf(usePublication(({ publication }) => publication.pageStyle));
}

/** The same, for what is no component. */
export function pageStyleNow(): PageStyle {
  return styleOf(publicationSession.getState().publication.pageStyle);
}

function styleOf(changes: PageStyleChanges): PageStyle {
  const known = resolved.get(changes);
  if (known) return known;
  const style = resolvePageStyle(changes);
  resolved.set(changes, style);
  return style;
}
