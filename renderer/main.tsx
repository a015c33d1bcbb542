import './styles/base.css';
import './styles/frame.css';
import './styles/history.css';
import './styles/lists.css';
import './styles/inbox.css';
import './styles/keeping.css';
import './styles/library.css';
import './styles/issue.css';
import './styles/submission.css';
import './styles/dialogs.css';
import './styles/editor.css';
import './styles/writing-surface.css';
import './styles/exchange.css';
import './styles/find.css';
import './styles/preview.css';
import './styles/search.css';
import './styles/settings.css';
import './styles/learnt.css';
import './styles/units.css';
import './styles/contributor.css';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import { createRoot } from 'react-dom/client';
import type { AppInfo } from '../shared/ipc.js';
import { App } from './app.js';
import { call } from './bridge.js';
import { commandBehaviours, commandStores } from './commands/commands.js';
import { askForContributor, loadContributor, purposeNow } from './state/contributor.js';
import { showView } from './state/desk.js';
import { followInterfaceZoom } from './state/interface-zoom.js';
import { followScheme, useScheme } from './state/scheme.js';
import { loadSettings } from './state/settings.js';
import { markReadOnly } from './state/read-only.js';
import { refreshLibrary } from './state/library-store.js';
import { probeLocalFaces } from './state/local-faces.js';
import { loadPageStyle } from './state/page-style.js';
import { refreshUnits } from './state/units.js';
import { tellFailure } from './state/messages.js';
import { installInterfaceFonts } from './styles/interface-fonts.js';
import { installTokens } from './styles/tokens.js';
import { themeOf } from './theme.js';
import { installCommands } from './ui/command-registry.js';
import { StartFailure } from './frame/start-failure.js';

dayjs.locale('zh-cn');
installTokens();
installInterfaceFonts();
installCommands(commandBehaviours, commandStores);

/** The window in its scheme. */
function Window({ info }: { readonly info: AppInfo }) {
  const theme = themeOf(useScheme());
  return (
    <ConfigProvider locale={zhCN} theme={theme} componentSize="small" button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App info={info} />
    </ConfigProvider>
  );
}

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root') as HTMLElement);
  try {
    const others = [loadSettings(), loadPageStyle(), loadContributor(), refreshLibrary(), refreshUnits()].map((loading) =>
      loading.catch(tellFailure),
    );
    const info = await call('app.info', {});
    await Promise.all(others);
    if (info.readOnly !== undefined) markReadOnly();
    if (info.forUnit) askForContributor();
    if (purposeNow() === 'unit') showView('contributor');
    followInterfaceZoom();
    followScheme();
    root.render(<Window info={info} />);
    requestIdleCallback(() => void probeLocalFaces());
  } catch (failure) {
    root.render(<StartFailure failure={failure} />);
  }
}

void start();
