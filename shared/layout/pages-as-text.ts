import type { Page, PageLine } from './page.js';

/** One page as the lines it prints, from top to foot; page numbers left out. */
export interface PageText {
  readonly page: number;
  readonly lines: readonly string[];
}

/** Pages as text, one string a printed line: pieces that stand on one line (organ and date) are joined by a wide blank. */
export function pagesAsText(pages: readonly Page[]): readonly PageText[] {
  return pages.map(({ number, lines }) => ({ page: number, lines: joinPieces(lines.filter((line) => !line.furniture)) }));
}

function joinPieces(lines: readonly PageLine[]): readonly string[] {
  const texts: string[] = [];
  let topPt = Number.NaN;
  for (const line of lines) {
    if (line.topPt === topPt) texts.push(`${texts.pop() ?? ''}\u3000${line.text}`);
    else texts.push(line.text);
    topPt = line.topPt;
  }
  return texts;
}
