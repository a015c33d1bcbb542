import type { Handlers } from './call-handlers.js';
import type { Library } from './library/library.js';

/** Earlier versions of issues. Bringing one back is an edit like any other, made in the window. */
export function createHistoryHandlers(library: Library) {
  return {
    'history.list': async ({ key }) => ({ versions: [...(await library.versionsOf('issue', key))] }),
    'history.get': async ({ key, id }) => ({ issue: await library.getVersion('issue', key, id) }),
    'history.keep': async ({ key, name }) => ({ id: await library.keepVersion('issue', key, name.trim()) }),
    'history.name': async ({ key, id, name }) => {
      await library.nameVersion('issue', key, id, name.trim());
      return {};
    },
  } satisfies Partial<Handlers>;
}
