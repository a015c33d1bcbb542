/** What every row of `shared/commands.ts` does. A row without its behaviour does not compile here. */
import { desk } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { pagesScale } from '../state/pages-scale.js';
import { narrowStore, sideStore } from '../state/panes.js';
import { settingsStore } from '../state/settings.js';
import { surfaceStore } from '../state/writing-surface.js';
import { showCommands } from '../frame/views.js';
import type { CommandBehaviours, Watched } from '../ui/command-registry.js';
import { textTarget } from '../ui/text-target.js';
import { contributorStore } from '../state/contributor.js';
import { ownRowsStore } from '../state/own-rows.js';
import { ownSession } from '../state/own-session.js';
import { clipboardCommands } from './clipboard-commands.js';
import { issueCommands } from './issue-commands.js';
import { ownCommands } from './own-commands.js';
import { forPurpose } from './purpose.js';
import { textCommands } from './text-commands.js';
import { windowCommands } from './window-commands.js';

export const commandBehaviours: CommandBehaviours = forPurpose({
  ...issueCommands,
  ...ownCommands,
  ...clipboardCommands,
  ...textCommands,
  ...showCommands,
  ...windowCommands,
});

/** Every store the behaviours read. */
export const commandStores: readonly Watched[] = [
  desk,
  issueSession,
  ownSession,
  ownRowsStore,
  contributorStore,
  settingsStore,
  surfaceStore,
  pagesScale,
  narrowStore,
  sideStore,
  textTarget,
];
