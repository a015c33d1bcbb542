import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron';
import type { CommandReport } from '../shared/commands.js';
import type { NoticeBody, NoticeName } from '../shared/ipc.js';
import { answerCalls } from './hosts/electron/answer-calls.js';
import { applicationMenu } from './hosts/electron/application-menu.js';
import { noticeChannel } from './hosts/electron/channels.js';
import { closeAfterSaving } from './hosts/electron/close-window.js';
import { createElectronDesktop } from './hosts/electron/electron-desktop.js';
import { followCommands } from './hosts/electron/follow-commands.js';
import { followSchemeSetting } from './hosts/electron/follow-scheme.js';
import { openMainWindow } from './hosts/electron/open-main-window.js';
import { registerAppScheme, secureContents, secureSession } from './hosts/electron/secure-session.js';
import { utilityRecognition } from './hosts/electron/utility-recognition.js';
import { openHostLog } from './hosts/host-log.js';
import type { ServedFolders } from './hosts/serve-files.js';
import { startApp, type HostedApp } from './hosts/start-app.js';
import { createApp } from './services/app.js';
import { assetsFolder, defaultLibraryFolder, recognitionProgram, rendererFolder, userDataFolder } from './services/default-folders.js';
import { systemDrives } from './services/drives.js';
import { createFontShelf } from './services/fonts/font-shelf.js';
import { keptWordsFolders } from './services/kept-words.js';
import { createConvertingRecognition } from './services/convert/converting-recognition.js';
import { createRecognition } from './services/recognition/recognition.js';
import { randomIds, systemClock } from './services/system-ports.js';

const folders: ServedFolders = { renderer: rendererFolder(), assets: assetsFolder() };
const log = openHostLog(join(userDataFolder(), '日志', '运行.log'), systemClock.now);
let window: BrowserWindow | undefined;

function notify<Name extends NoticeName>(name: Name, body: NoticeBody<Name>): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(noticeChannel, name, JSON.stringify(body));
}

function startServices(): HostedApp {
  const open = () =>
    createApp({
      libraryFolder: libraryFolder(),
      forUnit: programWords().contributor === true,
      assetsFolder: folders.assets,
      keptWordsFolders: keptWordsFolders(userDataFolder(), libraryFolder()),
      userFolder: userDataFolder(),
      version: app.getVersion(),
      host: 'electron',
      clock: systemClock,
      ids: randomIds,
      fonts: createFontShelf(folders.assets),
      recognition: createConvertingRecognition(createRecognition(() => utilityRecognition(recognitionProgram()))),
      desktop: createElectronDesktop(() => window),
      drives: systemDrives,
      notify,
      onTrouble: (error) => log('sample', error),
    });
  return startApp(open, log);
}

function libraryFolder(): string {
  const { library } = programWords();
  return resolve(typeof library === 'string' ? library : defaultLibraryFolder());
}

function programWords() {
  const options = { library: { type: 'string' }, contributor: { type: 'boolean' } } as const;
  return parseArgs({ args: process.argv.slice(1), options, strict: false }).values;
}

function openWindow(services: HostedApp): void {
  const files = {
    preload: join(import.meta.dirname, 'preload.cjs'),
    icon: join(folders.assets, 'icon.png'),
    bounds: join(userDataFolder(), '窗口', 'bounds.json'),
  };
  window = openMainWindow(files, log);
  window.on('closed', () => (window = undefined));
  closeAfterSaving(window, services, () => notify('app.closing', {}));
}

function showMenu(states: CommandReport | undefined): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...applicationMenu(states, (id) => notify('command.chosen', { id }))]));
}

function bringToFront(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function start(): void {
  app.commandLine.appendSwitch('lang', 'zh-CN');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.enableSandbox();
  registerAppScheme(protocol);
  app.on('second-instance', bringToFront);
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
  void app.whenReady().then(() => {
    showMenu(undefined);
    secureSession(session.defaultSession, folders);
    const services = startServices();
    const dispatch = followCommands(followSchemeSetting(services.dispatch), showMenu);
    answerCalls(ipcMain, () => window?.webContents, { dispatch, receive: services.receive });
    openWindow(services);
    app.on('window-all-closed', () => void services.close().finally(() => app.exit(0)));
  });
}

app.setName('专报编辑台');
// The single-instance lock lies in this folder, so it is set before the lock is asked for.
app.setPath('userData', join(userDataFolder(), '窗口', 'electron'));
if (app.requestSingleInstanceLock()) start();
else app.quit();
