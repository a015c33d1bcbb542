/** Settings of the window: kept in memory, sent to the services when changed. The table is `shared/window-settings.ts`. */
import { createStore, useStore } from 'zustand';
import { readWindowSetting, type WindowSettingName, type WindowSettingValue } from '../../shared/window-settings.js';
import { call } from '../bridge.js';

/** As stored; what a setting does not take counts as its default. */
export const settingsStore = createStore<{ readonly values: Readonly<Record<string, unknown>> }>(() => ({ values: {} }));

/** Reads all settings once, before the window is drawn. A library that has none starts with the defaults. */
export async function loadSettings(): Promise<void> {
  const { settings } = await call('settings.get', {});
  settingsStore.setState({ values: settings });
}

/** A setting as it is now. */
export function setting<Name extends WindowSettingName>(name: Name): WindowSettingValue<Name> {
  return readWindowSetting(name, settingsStore.getState().values[name]);
}

/** Changes a setting now; a failure to keep it is no reason to disturb the editor, the window works on with it. */
export function changeSetting<Name extends WindowSettingName>(name: Name, value: WindowSettingValue<Name>): void {
  settingsStore.setState({ values: { ...settingsStore.getState().values, [name]: value } });
  call('settings.set', { name, value }).catch(() => undefined);
}

/** A setting and what changes it. */
export function useSetting<Name extends WindowSettingName>(
  name: Name,
): readonly [WindowSettingValue<Name>, (value: WindowSettingValue<Name>) => void] {
  const stored = useStore(settingsStore, ({ values }) => values[name]);
  return [readWindowSetting(name, stored), (next) => changeSetting(name, next)];
}
