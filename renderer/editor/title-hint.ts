/** How a title breaks in print, in the body and in the contents, read off the laid-out pages. */
import type { Item } from '../../shared/document/issue.js';
import type { Page, PageLine } from '../../shared/layout/page.js';

const breakMark = ' ⏎ ';

/** 正文断行：… 目录中：… Only what the writing surface does not show already; undefined when there is nothing to say. */
export function titleHint(pages: readonly Page[], item: Item): string | undefined {
  if (item.type === 'brief') return '印作首段段首句，正文接排';
  const lines = pages.flatMap((page) => page.lines).filter(({ place, furniture }) => place.itemId === item.id && !furniture);
  const body = textsOf(lines, 'title');
  const cover = textsOf(lines, 'contents');
  const isBrokenByLayout = body.length > item.title.split('\n').length;
  const parts = [
    ...(isBrokenByLayout ? [`正文断行：${body.join(breakMark)}`] : []),
    ...(cover.length > 0 && cover.join('\n') !== item.title ? [`目录中：${cover.join(breakMark)}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join('\n');
}

/** Printed lines of an item in the body. */
export function countItemLines(pages: readonly Page[], itemId: string): number {
  let count = 0;
  for (const page of pages) {
    for (const { place, furniture } of page.lines) if (place.itemId === itemId && place.part !== 'contents' && !furniture) count += 1;
  }
  return count;
}

function textsOf(lines: readonly PageLine[], part: PageLine['place']['part']): readonly string[] {
  return lines.filter(({ place }) => place.part === part).map(({ text }) => text.trim());
}
