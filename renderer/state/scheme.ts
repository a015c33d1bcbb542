/** Light or dark: what the editor chose, or what the system shows at the time. */
import { createStore, useStore } from 'zustand';
import type { Scheme } from '../../shared/scheme.js';
import { setting, settingsStore } from './settings.js';

const schemeStore = createStore<{ readonly scheme: Scheme }>(() => ({ scheme: 'light' }));

/** The scheme the window is drawn in. */
export function useScheme(): Scheme {
  return useStore(schemeStore, ({ scheme }) => scheme);
}

/** Draws the window in the chosen scheme, now and whenever the setting or the system changes. Called once. */
export function followScheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = (): void => {
    const chosen = setting('interface.scheme');
    const scheme = chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen;
    document.documentElement.dataset['scheme'] = scheme;
    schemeStore.setState({ scheme });
  };
  draw();
  system.addEventListener('change', draw);
  settingsStore.subscribe(draw);
}
