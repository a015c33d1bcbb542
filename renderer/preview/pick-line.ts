/** Which printed character was pressed. */
import type { Page, PageLine } from '../../shared/layout/page.js';

export interface PickedCharacter {
  readonly line: PageLine;
  /** Offset in the text of the line's block. */
  readonly offset: number;
}

/** The line under a press and the character nearest to it; undefined between lines and on furniture. */
export function pickCharacter(event: MouseEvent, pages: readonly Page[]): PickedCharacter | undefined {
  const element = event.composedPath().find((target): target is HTMLElement => target instanceof HTMLElement && target.classList.contains('line'));
  const section = element?.closest<HTMLElement>('.page');
  if (!element || !section) return undefined;
  const page = pages.find(({ number }) => String(number) === section.dataset['page']);
  const line = page?.lines.filter(({ furniture }) => !furniture).find((each) => isSameLine(each, element));
  return line && { line, offset: line.startOffset + offsetInLine(element, event) };
}

function isSameLine({ place, startOffset, text }: PageLine, { dataset, textContent }: HTMLElement): boolean {
  return dataset['part'] === place.part && dataset['item'] === place.itemId && dataset['paragraph'] === place.paragraphId
    && dataset['start'] === String(startOffset) && textContent === text;
}

function offsetInLine(element: HTMLElement, event: MouseEvent): number {
  const root = element.getRootNode();
  const position = root instanceof ShadowRoot ? document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots: [root] }) : null;
  if (!position || !element.contains(position.offsetNode)) return 0;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(position.offsetNode, position.offset);
  return range.toString().length;
}
