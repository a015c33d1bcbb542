import { nativeTheme, type BrowserWindow } from 'electron';
import { sheetColors, type SchemeChoice } from '../../../shared/scheme.js';
import { readWindowSetting } from '../../../shared/window-settings.js';
import type { Dispatch } from '../../dispatch.js';

const settingName = 'interface.scheme';

/** The ground of the window in the scheme that is shown now. */
export function windowColor(): string {
  return sheetColors[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
}

/** Makes the system's own parts (title bar, menus, dialogs) follow what the window reads of its settings, or changes in them. */
export function followSchemeSetting(dispatch: Dispatch): Dispatch {
  return async (name, requestJson) => {
    const resultJson = await dispatch(name, requestJson);
    const choice = choiceIn(name, requestJson, resultJson);
    if (choice !== undefined) nativeTheme.themeSource = choice;
    return resultJson;
  };
}

/** Keeps the ground behind the page in the scheme, so that a window that grows does not flash. */
export function followSchemeColor(window: BrowserWindow): void {
  const paint = (): void => window.setBackgroundColor(windowColor());
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}

function choiceIn(name: string, requestJson: string, resultJson: string): SchemeChoice | undefined {
  if (name === 'settings.set') {
    const { name: changed, value } = (JSON.parse(requestJson) ?? {}) as { readonly name?: unknown; readonly value?: unknown };
    return changed === settingName ? readWindowSetting(settingName, value) : undefined;
  }
  if (name !== 'settings.get') return undefined;
  const { value } = JSON.parse(resultJson) as { readonly value?: { readonly settings?: Readonly<Record<string, unknown>> } };
  return value?.settings === undefined ? undefined : readWindowSetting(settingName, value.settings[settingName]);
}
