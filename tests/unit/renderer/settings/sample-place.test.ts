import { describe, expect, it } from 'vitest';
import { samplePlace } from '../../../../renderer/settings/sample-place.js';
import { defaultPublication } from '../../../../shared/document/publication.js';
import { specimenIssue } from '../../../../shared/document/specimen-issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { settingSections } from '../../../../shared/layout/page-style-table.js';

const issue = specimenIssue(defaultPublication, { hasMarks: true });
const pages = layoutIssue(composeIssue(issue), defaultPageStyle);

/** The words the mark of a section stands beside. */
function markedWords(sectionId: string): string {
  const { pageIndex, topPt = 0, heightPt = 0 } = samplePlace(sectionId, pages, issue);
  const lines = pages[pageIndex]?.lines ?? [];
  return lines
    .filter((line) => line.topPt >= topPt - 0.01 && line.topPt + line.heightPt <= topPt + heightPt + 0.01)
    .map(({ text }) => text)
    .join('');
}

describe('samplePlace', () => {
  it('finds every printed part in the specimen', () => {
    const sections = settingSections.filter(({ group }) => group !== 'page');
    expect(sections.filter(({ id }) => samplePlace(id, pages, issue).heightPt === undefined).map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['mastheadName', '宣传信息专报'],
    ['mastheadNumber', '第6期'],
    ['mastheadOrgan', '中共示例市委宣传部2026年6月18日'],
    ['instructionLabel', '领导批示'],
    ['subtitle', '——来自示例区的调研'],
    ['level3', '1.盘活闲置场所'],
    ['source', '（示例区委宣传部、区融媒体中心）'],
    ['columnHeading', '〔工作动态〕'],
  ])('marks the words of %s', (section, words) => {
    expect(markedWords(section)).toBe(words);
  });

  it('shows the cover for the first page and the last page for 版记', () => {
    expect(['name', 'columns', 'instruction', 'contentsEntry'].map((id) => samplePlace(id, pages, issue).pageIndex)).toEqual([0, 0, 0, 0]);
    expect(['tail', 'receivers', 'people', 'imprint'].map((id) => samplePlace(id, pages, issue).pageIndex)).toEqual([3, 3, 3, 3]);
    expect(markedWords('people')).toContain('承办：政策法规研究室');
  });

  it('shows the first page of text for what is printed nowhere in this issue', () => {
    const plain = { ...issue, columns: issue.columns.slice(1) };
    const own = layoutIssue(composeIssue(plain), defaultPageStyle);
    expect(samplePlace('subtitle', own, plain)).toEqual({ pageIndex: 1 });
  });
});
