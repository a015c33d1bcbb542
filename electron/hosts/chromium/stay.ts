import type { HostLog } from '../host-log.js';
import type { ChromiumWindow } from './open-window.js';

/** Whether a window that is gone comes back. */
export interface Stay {
  /** The editor or the system wants the program to end: the window goes, and none follows. */
  readonly end: () => void;
  windowGone(how: 'closed' | 'crashed', atMs: number): void;
  /** Whether a window must follow the one that is gone, knowing whether all its words are in some file. */
  isWanted(hasSafeWords: boolean): boolean;
}

/** A page that dies so often in so short a time dies again: then the program ends instead of flickering. */
const mostCrashes = 5;
const crashSpanMs = 60_000;

/** A crashed page comes back; so does a window whose last words could be kept nowhere but in this program. */
export function createStay(window: () => Pick<ChromiumWindow, 'close'> | undefined, log: HostLog): Stay {
  let isEnding = false;
  let crashes: readonly number[] = [];
  let hasCrashed = false;
  return {
    end: () => {
      isEnding = true;
      window()
        ?.close()
        .catch((error: unknown) => log('window', error));
    },
    windowGone(how, atMs) {
      hasCrashed = how === 'crashed';
      if (hasCrashed) crashes = [...crashes.filter((each) => atMs - each < crashSpanMs), atMs];
    },
    isWanted(hasSafeWords) {
      if (isEnding) return false;
      return hasCrashed ? crashes.length < mostCrashes : !hasSafeWords;
    },
  };
}
