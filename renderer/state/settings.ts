/** Small facts of the window that outlive it: widths, folded panes, last issue. Kept in memory, sent to the services when changed. */
import { createStore, useStore } from 'zustand';
import { call } from '../bridge.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The type of a setting whose default is written as a literal. */
type Widened<Value> = Value extends string ? string : Value extends number ? number : Value extends boolean ? boolean : Value;

const store = createStore<{ readonly values: Readonly<Record<string, unknown>> }>(() => ({ values: {} }));

/** Reads all settings once, before the window is drawn. A library that has none starts with the defaults. */
export async function loadSettings(): Promise<void> {
  const { settings } = await call('settings.get', {});
  store.setState({ values: settings });
}

/** A setting, or `otherwise` where there is none of its kind. */
export function setting<Value extends Json>(name: string, otherwise: Value): Widened<Value> {
  return known(store.getState().values[name], otherwise);
}

/** Changes a setting now; a failure to keep it is no reason to disturb the editor, the window works on with it. */
export function changeSetting(name: string, value: Json): void {
  store.setState({ values: { ...store.getState().values, [name]: value } });
  call('settings.set', { name, value }).catch(() => undefined);
}

/** A setting and what changes it. */
export function useSetting<Value extends Json>(name: string, otherwise: Value): readonly [Widened<Value>, (value: Widened<Value>) => void] {
  const value = useStore(store, ({ values }) => values[name]);
  return [known(value, otherwise), (next) => changeSetting(name, next as Json)];
}

function known<Value extends Json>(value: unknown, otherwise: Value): Widened<Value> {
  return (typeof value === typeof otherwise ? value : otherwise) as Widened<Value>;
}
