/** Commands of a unit's installation (投稿端). */
import { sendManuscript, startManuscript } from '../contributor/own-actions.js';
import { attempt } from '../library/library-actions.js';
import { contributorNow } from '../state/contributor.js';
import { ownRowsStore } from '../state/own-rows.js';
import { isReadOnly } from '../state/read-only.js';
import type { CommandBehaviours } from '../ui/command-registry.js';
import { isOwnShown } from './situation.js';

export const ownCommands = {
  'file.newManuscript': { run: () => attempt(startManuscript), isEnabled: () => contributorNow() !== undefined && !isReadOnly() },
  'file.send': {
    run: () => {
      const { current } = ownRowsStore.getState();
      if (current !== undefined) attempt(() => sendManuscript(current));
    },
    isEnabled: () => isOwnShown() && ownRowsStore.getState().current !== undefined && !isReadOnly(),
  },
} satisfies Partial<CommandBehaviours>;
