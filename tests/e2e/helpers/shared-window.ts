/** One window for all the journeys of a file, because a window takes longer to start than most journeys take. */
import { expect, test, type Page } from '@playwright/test';
import type { Issue } from '../../../shared/document/issue.js';
import type { CallRequest, CallResponse, QuickCallName, Result } from '../../../shared/ipc.js';
import { windowSettings } from '../../../shared/window-settings.js';
import { launchApp, type LaunchedApp, type LaunchOptions } from './launch.js';

export interface SharedWindow {
  readonly app: LaunchedApp;
  readonly page: Page;
  /** Makes a call of the contract. @throws Error with the refusal's sentence */
  call<Name extends QuickCallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>>;
  /** Opens a new issue of these contents; its number alone is its own. Resolves to its 第…期. */
  open(value: Issue): Promise<string>;
  /** Opens a new copy of the sample as the library has it from its first start. Resolves to its 第…期. */
  openSample(): Promise<string>;
  /** Has the window read its page again, all its settings as at its first start. */
  readAnew(): Promise<void>;
  /** Closes the window as its cross does and starts the app again. */
  relaunch(viewport?: LaunchOptions['viewport']): Promise<void>;
}

const size = { width: 1366, height: 768 };
/** Settings that say where the editor is, and that the sample is there. */
const ofPlace: ReadonlySet<string> = new Set(['view', 'lastIssue', 'lastPlace', 'sampleAdded']);
/** Of the sample in a library at its first start. */
const sampleKey = '2026-14';

/**
 * A window from before the first journey to behind the last. To open an issue its page is read anew, with the settings of a first
 * start; what a journey does to the library stays, so each opens an issue that none before it touched.
 * @param isLeftPlain the journeys leave no bar, pane or dialog open: the page is read anew only where a setting was changed
 */
export function shareWindow(options: () => LaunchOptions | Promise<LaunchOptions> = () => ({}), isLeftPlain = false): SharedWindow {
  let app: LaunchedApp;
  let page: Page;
  let issues = 0;

  const start = async (started: LaunchOptions): Promise<void> => {
    app = await launchApp({ viewport: size, ...started });
    page = app.page;
  };
  test.beforeAll(async () => start(await options()));
  test.afterAll(() => app.close());

  const call: SharedWindow['call'] = async (name, request) => {
    const answer = await page.evaluate(([called, asked]) => window.zhuanbao.call(called, asked), [name, JSON.stringify(request)] as const);
    const result = JSON.parse(answer) as Result<CallResponse<typeof name>>;
    if (!result.ok) throw new Error(`${name}: ${result.message}`);
    return result.value;
  };
  /** Puts the window's settings back; says whether one was another. */
  const resetSettings = async (): Promise<boolean> => {
    const { settings: now } = await call('settings.get', {});
    const changed = Object.entries(windowSettings).filter(([name]) => !ofPlace.has(name) && name in now);
    for (const [name, { otherwise }] of changed) await call('settings.set', { name, value: otherwise });
    return changed.some(([name, { otherwise }]) => JSON.stringify(now[name]) !== JSON.stringify(otherwise));
  };
  const readPage = async (): Promise<void> => {
    // As if nothing had been open: the window goes back to its last issue by itself, when it has read it.
    await call('settings.set', { name: 'view', value: 'library' });
    await call('settings.set', { name: 'lastIssue', value: '' });
    await page.reload();
    await page.locator('#root > *').first().waitFor();
  };
  const readAnew = async (): Promise<void> => {
    await resetSettings();
    await readPage();
  };
  const show = async (key: string): Promise<string> => {
    if ((await resetSettings()) || !isLeftPlain) await readPage();
    await page.keyboard.press('Control+2');
    const label = `第${String(Number(key.split('-')[1]))}期`;
    await page.locator('.issue-row', { hasText: label }).locator('.issue-open').click();
    await expect(page.locator('.header-title')).toContainText(label);
    return label;
  };
  return {
    get app() {
      return app;
    },
    get page() {
      return page;
    },
    call,
    async open(value) {
      const { key } = await call('issue.create', {});
      const { revision } = await call('issue.get', { key });
      const number = 100 + (issues += 1);
      const saved = await call('issue.save', { key, issue: { ...value, masthead: { ...value.masthead, number } }, baseRevision: revision });
      return show(saved.key);
    },
    async openSample() {
      // A first start reads the sample in a process of its own, which takes a moment.
      await expect(page.locator('.issue-row, .outline [data-item]').first()).toBeVisible();
      const label = await show((await call('issue.duplicate', { key: sampleKey })).key);
      await expect(page.locator('.outline [data-item]').first()).toBeVisible();
      return label;
    },
    readAnew,
    async relaunch(viewport = size) {
      expect(await app.close()).toBe(0);
      await start({ home: app.home, viewport });
    },
  };
}
