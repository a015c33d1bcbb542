import { commands } from '../../shared/commands.js';
import { useDesk } from '../state/desk.js';
import { runCommand, useCommandStates } from '../ui/command-registry.js';
import { showCommand, useViews, views } from './views.js';

/** The views at the left edge, 设置 at its foot. */
export function ActivityBar() {
  const current = useDesk((state) => state.view);
  const { ready } = useCommandStates();
  return (
    <nav className="activity" aria-label="视图">
      {useViews().map((view) => {
        const command = showCommand(view);
        const { Icon, isAtFoot } = views[view];
        return (
          <button
            key={view}
            type="button"
            className="activity-button"
            data-view={view}
            data-foot={isAtFoot}
            aria-current={view === current ? 'page' : undefined}
            disabled={!ready.has(command)}
            onClick={() => runCommand(command)}
          >
            <Icon aria-hidden />
            {commands[command].label}
          </button>
        );
      })}
    </nav>
  );
}
