import { stepInterfaceZoom } from './interface-zoom.js';

/** A wheel turned this far makes one step: touch pads send many small turns. */
const stepDelta = 60;

/** Ctrl and the wheel enlarge interface and text; over the pages, which take it themselves, it is theirs. Never the browser's. */
export function followWheelZoom(): () => void {
  let turned = 0;
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    turned += isTaken ? 0 : event.deltaY;
    if (Math.abs(turned) < stepDelta) return;
    stepInterfaceZoom(turned < 0 ? 1 : -1);
    turned = 0;
  };
  window.addEventListener('wheel', turn, { passive: false });
  return () => window.removeEventListener('wheel', turn);
}
