import { DatabaseOutlined, FileTextOutlined, SettingOutlined } from '@ant-design/icons';
import { commands, type CommandId } from '../../shared/commands.js';
import { runCommand } from '../ui/command-registry.js';
import { useDesk, type View } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';

const entries = [
  { view: 'issue', command: 'view.issue', Icon: FileTextOutlined },
  { view: 'library', command: 'view.library', Icon: DatabaseOutlined },
  { view: 'settings', command: 'view.settings', Icon: SettingOutlined },
] as const satisfies readonly { view: View; command: CommandId; Icon: typeof FileTextOutlined }[];

/** 本期 and 期刊库 at the left edge, 设置 at its foot. */
export function ActivityBar() {
  const view = useDesk((state) => state.view);
  const hasIssue = useIssueSession(({ key }) => key !== undefined);
  return (
    <nav className="activity" aria-label="视图">
      {entries.map(({ view: own, command, Icon }) => (
        <button
          key={own}
          type="button"
          className="activity-button"
          data-view={own}
          aria-current={view === own ? 'page' : undefined}
          disabled={own === 'issue' && !hasIssue}
          onClick={() => runCommand(command)}
        >
          <Icon aria-hidden />
          {commands[command].label}
        </button>
      ))}
    </nav>
  );
}
