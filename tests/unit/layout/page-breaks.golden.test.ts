import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/services/decode-text.js';
import type { Block } from '../../../shared/layout/block.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../shared/layout/pages-as-text.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { hasShared, sharedFile } from '../../helpers/shared-files.js';

interface PageBreak {
  readonly pageEnds: string;
  readonly nextPageStarts: string;
}

const golden: Readonly<Record<string, readonly PageBreak[]>> = hasShared
  ? JSON.parse(readFileSync(sharedFile('golden', 'page-breaks.json'), 'utf8')) as Record<string, readonly PageBreak[]>
  : {};

/**
 * Breaks our layout does not meet, by issue and order, and why no rule for all articles can meet them. Both issues hold
 * an article of one unit whose printed lines take more characters than 28 em: three of its lines end where they do only
 * if the lines before them took 1, 3 and 4 em more. In the other articles lines as rich in marks took not even half an
 * em more, so it is no rule of fitting but a trait of the two articles, which a text file does not show. “ ” as narrow
 * as a Latin font's explain two of the three line ends, and the number of lines on the pages that follow, but put one
 * character too many before the third (tests below): likely, not proven. The last miss of issue 13 has its line end
 * right and is one of pages only: it comes after that article.
 */
const known: Readonly<Record<string, readonly number[]>> = { 'issue-2022-10': [5, 6], 'issue-2022-13': [4, 5] };

function blocksOf(name: string): readonly Block[] {
  let id = 0;
  const lines = readText(decodeText(readFileSync(sharedFile('seeds', `${name}.txt`))));
  const result = recognize(lines, { nextId: () => `n${String((id += 1))}` });
  if (result.kind !== 'issue') throw new Error(`${name} is not recognised as an issue`);
  return composeIssue(result.issue);
}

function meets(pages: readonly string[], { pageEnds, nextPageStarts }: PageBreak): boolean {
  return pages.some((page, index) => page.endsWith(pageEnds) && pages[index + 1]?.startsWith(nextPageStarts.slice(0, 4)) === true);
}

function pageTexts(name: string, style: PageStyle): readonly string[] {
  return pagesAsText(layoutIssue(blocksOf(name), style)).map(({ lines }) => lines.join(''));
}

describe.skipIf(!hasShared)('page ends of the printed issues', () => {
  for (const [name, breaks] of Object.entries(golden)) {
    const pages = pageTexts(name, defaultPageStyle);
    breaks.forEach((pageBreak, index) => {
      const isKnown = known[name]?.includes(index) === true;
      it(`${name}: page end ${String(index + 1)} ${isKnown ? 'lies in or after an article whose printed lines hold more' : 'falls where it was printed'}`, () => {
        expect(meets(pages, pageBreak)).toBe(!isKnown);
      });
    });
  }

  it.each(Object.keys(golden))('%s: every title stands whole on one page', (name) => {
    const pages = layoutIssue(blocksOf(name), defaultPageStyle);
    const parted = pages.filter(({ lines: [opening] }) => opening?.place.part === 'title' && !opening.first);
    expect(parted).toEqual([]);
  });
});

describe.skipIf(!hasShared)('lines of the articles that hold more than 28 em', () => {
  const narrow: PageStyle = { ...defaultPageStyle, fitting: { ...defaultPageStyle.fitting, quoteEm: 0.45 } };

  function target(name: string, index: number): PageBreak {
    const found = golden[name]?.[index];
    if (!found) throw new Error(`${name} has no page end ${String(index + 1)}`);
    return found;
  }

  function holder(name: string, { pageEnds, nextPageStarts }: PageBreak): number {
    return blocksOf(name).findIndex((block) => (block.kind === 'paragraph' || block.kind === 'brief') && `${block.lead}${block.text}`.includes(pageEnds + nextPageStarts));
  }

  function linesOf(blocks: readonly Block[], style: PageStyle): readonly string[] {
    return pagesAsText(layoutIssue(blocks, style)).flatMap(({ lines }) => lines);
  }

  function endsLine(name: string, index: number, style: PageStyle, more = ''): boolean {
    const pageBreak = target(name, index), at = holder(name, pageBreak);
    return linesOf(blocksOf(name).slice(at, at + 1), style).some((line) => line.endsWith(pageBreak.pageEnds + more));
  }

  it('end where the print ends them with narrow quotes in two of three cases', () => {
    expect([endsLine('issue-2022-10', 6, defaultPageStyle), endsLine('issue-2022-13', 4, defaultPageStyle)]).toEqual([false, false]);
    expect([endsLine('issue-2022-10', 6, narrow), endsLine('issue-2022-13', 4, narrow)]).toEqual([true, true]);
  });

  it('run one character too far with narrow quotes in the third case', () => {
    const next = target('issue-2022-10', 5).nextPageStarts.slice(0, 1);
    expect([endsLine('issue-2022-10', 5, defaultPageStyle), endsLine('issue-2022-10', 5, narrow)]).toEqual([false, false]);
    expect(endsLine('issue-2022-10', 5, narrow, next)).toBe(true);
  });

  it('are as many with narrow quotes as the three pages from end 4 to end 6 of issue 13 have room for beside its headings', () => {
    const name = 'issue-2022-13', blocks = blocksOf(name), article = blocks[holder(name, target(name, 4))]?.place.itemId;
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph' && block.place.itemId === article);
    const onePage = { ...defaultPageStyle, paper: { widthMm: 210, heightMm: 5000 } };
    const texts = layoutIssue(blocks.slice(holder(name, target(name, 3))), onePage)[0]?.lines.map((line) => ({ topPt: line.topPt, text: line.runs.map((run) => run.text).join('') })) ?? [];
    const from = texts.find(({ text }) => text.startsWith(target(name, 3).nextPageStarts)), to = texts.find(({ text }) => text.endsWith(target(name, 5).pageEnds));
    const lines = Math.round(((to?.topPt ?? 0) - (from?.topPt ?? 0)) / defaultPageStyle.text.body.lineHeightPt) + 1;
    const fewer = linesOf(paragraphs, defaultPageStyle).length - linesOf(paragraphs, narrow).length;
    expect([lines, lines - fewer]).toEqual([68, 3 * 22]);
  });
});
