import type { Issue } from '../../shared/document/issue.js';
import { resolvePageStyle, type PageStyleChanges } from '../../shared/layout/page-style-settings.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { publicationIn, publicationSession, usePublication } from './publication.js';

/** Reads the publications with their measures; until then, and when they cannot be read, the default style holds. */
export async function loadPageStyle(): Promise<void> {
  await publicationSession.getState().load();
}

const resolved = new WeakMap<PageStyleChanges, PageStyle>();

/** The page style of an issue's publication, as last changed; the same object for all who ask, so that pages are laid out once. */
export function usePageStyle(issue: Issue | undefined): PageStyle {
  return styleOf(usePublication(({ publications }) => publicationIn(publications, issue?.masthead.publication).pageStyle));
}

/** The same, for what is no component. */
export function pageStyleNow(issue: Issue | undefined): PageStyle {
  return styleOf(publicationIn(publicationSession.getState().publications, issue?.masthead.publication).pageStyle);
}

/** The page style of the publication that is shown in 设置. */
export function useShownPageStyle(): PageStyle {
  return styleOf(usePublication(({ publication }) => publication.pageStyle));
}

function styleOf(changes: PageStyleChanges): PageStyle {
  const known = resolved.get(changes);
  if (known) return known;
  const style = resolvePageStyle(changes);
  resolved.set(changes, style);
  return style;
}
