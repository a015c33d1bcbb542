/** Tells the style sheets how much of the window's foot messages take, so that dialogs, which lie below them, keep clear of it. */

/**
 * Keeps `--messages-height` (CSS pixels of the interface, with the bars below) at what `area` takes; zero while nothing is told.
 * @returns what ends it
 */
export function followMessagesHeight(area: HTMLElement): () => void {
  const { style } = document.documentElement;
  const measure = (): void => {
    const below = area.nextElementSibling instanceof HTMLElement ? area.nextElementSibling.offsetHeight : 0;
    const taken = area.offsetHeight === 0 ? 0 : area.offsetHeight + below;
    style.setProperty('--messages-height', `${taken}px`);
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(area);
  return () => observer.disconnect();
  return () => observer.disconnect();
}
