import type { BrowserContext, Page } from 'playwright-core';
import type { WindowBounds } from '../window-bounds.js';

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Learns where the window stands from the page's own words. */
export interface BoundsTracker {
  placed(placement: Placement): Promise<void>;
}

export interface BoundsOptions {
  readonly bounds: WindowBounds;
  readonly onBounds: (bounds: WindowBounds) => void;
}

/** While the window is maximised its earlier size is kept, so that it can go back to it another day. */
export async function trackBounds(context: BrowserContext, page: Page, { bounds, onBounds }: BoundsOptions): Promise<BoundsTracker> {
  const session = await context.newCDPSession(page);
  let current = bounds;

  async function isMaximized(): Promise<boolean> {
    const {
      bounds: { windowState },
    } = await session.send('Browser.getWindowForTarget');
    return windowState === 'maximized' || windowState === 'fullscreen';
  }

  return {
    async placed(placement) {
      // A closing window cannot be asked any more; then it is as it was.
      const maximized = await isMaximized().catch(() => current.maximized);
      current = maximized ? { ...current, maximized } : { ...rounded(placement), maximized };
      onBounds(current);
    },
  };
}

function rounded({ left, top, width, height }: Placement): Placement {
  return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height) };
}
