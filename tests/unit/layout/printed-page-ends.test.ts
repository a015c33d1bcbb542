import { describe, expect, it } from 'vitest';
import { issueItems, type Issue, type Item } from '../../../shared/document/issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { fitQuotesToPrint } from '../../../shared/layout/printed-page-ends.js';
import { pageEndsOf } from '../../helpers/printed-issues.js';
import { longIssue } from '../../helpers/sample-issue.js';

const style = defaultPageStyle;

/** `longIssue` printed with half-width quotes in some of its items. */
function printed(isHalf: (index: number) => boolean): Issue {
  let index = -1;
  return {
    ...longIssue,
    columns: longIssue.columns.map((column) => ({
      ...column,
      items: column.items.map((item) => (isHalf((index += 1)) ? { ...item, halfQuotes: true as const } : item)),
    })),
  };
}

function isCut({ paragraphs }: Item, issue: Issue): boolean {
  const ids = new Set(pageEndsOf(issue).map(({ paragraphId }) => paragraphId));
  return paragraphs.some(({ id }) => ids.has(id));
}

function halfQuoted(issue: Issue): readonly boolean[] {
  return issueItems(issue).map(({ item }) => item.halfQuotes === true);
}

describe('fitQuotesToPrint', () => {
  it('leaves an issue as it is that was printed with full-width quotes', () => {
    const ends = pageEndsOf(longIssue);
    expect(ends.length).toBeGreaterThan(4);
    expect(fitQuotesToPrint(longIssue, ends, style)).toEqual({ issue: longIssue, halfQuoted: [] });
  });

  const cut = issueItems(longIssue).flatMap(({ item }, at) =>
    isCut(
      item,
      printed((index) => index === at),
    )
      ? [at]
      : [],
  );

  it.each(cut)('finds the half-width quotes of item %i, which a page end cut', (at) => {
    const original = printed((index) => index === at),
      ends = pageEndsOf(original);
    expect(pageEndsOf(fitQuotesToPrint(longIssue, ends, style).issue)).toEqual(ends);
  });

  it('has some of them to find', () => {
    const changed = cut.filter(
      (at) => halfQuoted(fitQuotesToPrint(longIssue, pageEndsOf(printed((index) => index === at)), style).issue)[at],
    );
    expect(changed.length).toBeGreaterThan(1);
  });

  it('changes nothing for page ends that no width of quotes explains', () => {
    const ends = pageEndsOf(longIssue).map(({ paragraphId, offset }) => ({ paragraphId, offset: offset - 7 }));
    expect(halfQuoted(fitQuotesToPrint(longIssue, ends, style).issue)).not.toContain(true);
  });

  it('needs no scan', () => {
    expect(fitQuotesToPrint(longIssue, [], style)).toEqual({ issue: longIssue, halfQuoted: [] });
  });
});
