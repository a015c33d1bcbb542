import { useEffect } from 'react';
import { call, onNotice } from '../bridge.js';
import { followCommandStates } from '../ui/command-registry.js';
import { giveChosen } from '../ui/command-menu.js';

/** Keeps the menu bar of a host that has one true to the window, and gives what is chosen there. */
export function useNativeMenu(host: 'electron' | 'chromium', isBlocked: () => boolean): void {
  useEffect(() => {
    if (host !== 'electron') return undefined;
    const stops = [
      followCommandStates(({ shown, ready, ticked }) => {
        call('window.commands', { shown: [...shown], ready: [...ready], ticked: [...ticked] }).catch(() => undefined);
      }),
      onNotice('command.chosen', ({ id }) => {
        if (!isBlocked() || id.startsWith('help.')) giveChosen(id);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [host, isBlocked]);
}
