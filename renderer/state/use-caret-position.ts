/** What the status bar says about the cursor: where it is in print, and how much there is. */
import { useMemo } from 'react';
import { issueCharacters } from '../../shared/document/count-item.js';
import type { Issue } from '../../shared/document/issue.js';
import { footnoteGapPt } from '../../shared/layout/set-footnotes.js';
import { lineNumber, type Page } from '../../shared/layout/page.js';
import { mmToPt, type PageStyle } from '../../shared/layout/page-style.js';
import { findPrintedLine, printedPlace, type PrintedLine } from '../../shared/layout/printed-place.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { useLatestPages } from './use-pages.js';

export interface CaretPosition {
  /** Page and line of the cursor, from 1; absent while it is in no printed text. */
  readonly at?: { readonly page: number; readonly line: number; readonly linesLeft: number };
  readonly pageCount: number;
  /** 字数 of the whole issue, counted as Word does. */
  readonly characters: number;
}

/** Position of the caret in the pages laid out last. */
export function useCaretPosition(issue: Issue | undefined, style: PageStyle, caret: TextPlace | undefined): CaretPosition {
  const pages = useLatestPages();
  return useMemo(() => {
    const place = issue && caret && printedPlace(issue, caret);
    const found = place && findPrintedLine(pages, place);
    return {
      ...(found ? { at: describeLine(pages, found, style) } : {}),
      pageCount: pages.length,
      characters: issue ? issueCharacters(issue) : 0,
    };
  }, [issue, style, caret, pages]);
}

/** 第 3 页 第 15 行 · 本页余 4 行; empty while the cursor is in no printed text. */
export function caretSentence({ at }: CaretPosition): string {
  return at ? `第 ${String(at.page)} 页 第 ${String(at.line)} 行 · 本页余 ${String(at.linesLeft)} 行` : '';
}

/** Line counted over distinct heights on the page; what is left is room for lines of running text below it. */
function describeLine(pages: readonly Page[], { pageIndex, line }: PrintedLine, style: PageStyle): NonNullable<CaretPosition['at']> {
  const page = pages[pageIndex];
  const notes = page?.lines.filter(({ tag }) => tag === 'note') ?? [];
  const bottomPt = Math.min(mmToPt(style.paper.heightMm - style.marginMm.bottom), ...notes.map(({ topPt }) => topPt - footnoteGapPt));
  const linesLeft = Math.max(0, Math.floor((bottomPt - line.topPt - line.heightPt) / style.text.body.lineHeightPt + 0.05));
  return { page: page?.number ?? pageIndex + 1, line: page ? lineNumber(page, line) : 1, linesLeft };
}
