import { commandList, isCommandOf } from '../../shared/commands.js';
import { purposeNow } from '../state/contributor.js';
import type { CommandBehaviours } from '../ui/command-registry.js';

/** The commands, each there only where the purpose of this installation has it. */
export function forPurpose(behaviours: CommandBehaviours): CommandBehaviours {
  const entries = commandList.map(({ id }) => [id, { ...behaviours[id], isShown: () => isCommandOf(purposeNow(), id) }] as const);
  return Object.fromEntries(entries) as unknown as CommandBehaviours;
}
