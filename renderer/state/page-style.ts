import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import { resolvePageStyle, type PageStyleChanges } from '../../shared/layout/page-style-settings.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { call } from '../bridge.js';

const store = createStore<{ readonly changes: PageStyleChanges }>(() => ({ changes: {} }));

/** Reads the publication's measures; until then, and when they cannot be read, the default style holds. */
export async function loadPageStyle(): Promise<void> {
  const { publication } = await call('publication.get', {});
  store.setState({ changes: publication.pageStyle });
}

/** The page style of the publication. */
export function usePageStyle(): PageStyle {
  const changes = useStore(store, (state) => state.changes);
  return useMemo(() => resolvePageStyle(changes), [changes]);
}
