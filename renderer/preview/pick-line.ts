/** Which printed character was pressed. */
import type { Page, PageLine } from '../../shared/layout/page.js';

export interface PickedCharacter {
  readonly line: PageLine;
  /** Offset in the text of the line's block. */
  readonly offset: number;
}

/** The line pressed, or the one beside the press, and the character nearest to it; undefined far from any line. */
export function pickCharacter(event: MouseEvent, pages: readonly Page[]): PickedCharacter | undefined {
  const path = event.composedPath().filter((target) => target instanceof HTMLElement);
  const section = path.find(({ classList }) => classList.contains('page'));
  const page = section && pages.find(({ number }) => String(number) === section.dataset['page']);
  const element = path.find(({ classList }) => classList.contains('line')) ?? (section && nearestLine(section, event));
  const line = element && page?.lines.filter(({ furniture }) => !furniture).find((each) => isSameLine(each, element));
  return line && { line, offset: line.startOffset + offsetInLine(element, event) };
}

/** The line level with a press beside it, left or right, or no more than its own height above or below it. */
function nearestLine(section: HTMLElement, { clientX, clientY }: MouseEvent): HTMLElement | undefined {
  const distances = [...section.querySelectorAll<HTMLElement>(':not([aria-hidden]) > .line')].map((line) => {
    const { left, right, top, bottom, height } = line.getBoundingClientRect();
    const asidePx = Math.max(left - clientX, 0, clientX - right),
      awayPx = Math.max(top - clientY, 0, clientY - bottom);
    return { line, isNear: awayPx <= height, distance: awayPx * 1000 + asidePx };
  });
  return distances.filter(({ isNear }) => isNear).sort((left, right) => left.distance - right.distance)[0]?.line;
}

function isSameLine({ place, startOffset, text }: PageLine, { dataset, textContent }: HTMLElement): boolean {
  return (
    dataset['part'] === place.part &&
    dataset['item'] === place.itemId &&
    dataset['paragraph'] === place.paragraphId &&
    dataset['start'] === String(startOffset) &&
    textContent === text
  );
}

/** Left of the line its start, right of it its end; within it, and above or below, the character under or beside the press. */
function offsetInLine(element: HTMLElement, { clientX, clientY }: MouseEvent): number {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (clientX <= left) return 0;
  if (clientX >= right) return element.textContent.length;
  const root = element.getRootNode();
  const levelY = Math.min(bottom - 1, Math.max(top + 1, clientY));
  const position = root instanceof ShadowRoot ? document.caretPositionFromPoint(clientX, levelY, { shadowRoots: [root] }) : null;
  if (!position || !element.contains(position.offsetNode)) return 0;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(position.offsetNode, position.offset);
  return range.toString().length;
}
