/** Every rule, one row each: add a row, and list, status bar, export dialog and ignoring know it. */
import type { FindingLevel, Found, Rule } from './finding.js';
import * as issue from './issue-checks.js';
import * as mend from './mends.js';
import * as page from './page-checks.js';

export const rules = {
  emptyIssue: { label: '没有稿件', level: 'error', check: issue.findEmptyIssue },
  missingTitle: { label: '缺标题', level: 'error', check: issue.findMissingTitles },
  missingBody: { label: '缺正文', level: 'error', check: issue.findMissingBodies },
  placeholder: { label: '待填', level: 'error', check: issue.findPlaceholders },
  undrawnCharacter: { label: '无字形', level: 'error', isOfFonts: true, check: page.findUndrawnCharacters },
  coverTitleDiffers: { label: '目录标题不一致', level: 'warning', check: issue.findDifferingCoverTitles },
  inferredLead: { label: '段首句待确认', level: 'warning', check: issue.findInferredLeads },
  numberingGap: { label: '期号不连续', level: 'warning', check: issue.findNumberingGap },
  emptyDistribution: { label: '报送发未填', level: 'warning', check: issue.findEmptyDistribution },
  emptyImprint: { label: '版记未填', level: 'warning', check: issue.findEmptyImprint },
  overfullCover: { label: '首页过满', level: 'warning', check: page.findOverfullCover, mends: mend.joinCoverTitles, reach: 'cover' },
  titleSplitsWord: { label: '标题断词', level: 'warning', check: page.findSplitTitleWords, mends: mend.breakBySense, reach: 'item' },
  titleOverPages: { label: '标题跨页', level: 'warning', check: page.findTitlesOverPages },
  headingAtFoot: { label: '标题落页末', level: 'warning', check: page.findHeadingsAtFoot },
  tailAlone: { label: '版记独占一页', level: 'warning', check: page.findTailAlone, mends: mend.removeEmptyParagraphs },
  nearlyEmptyPage: { label: '末页过空', level: 'hint', check: page.findEmptyLastPage, mends: mend.removeEmptyParagraphs },
  loneCharacter: { label: '孤字', level: 'hint', check: page.findLoneCharacters, mends: mend.pullUp, reach: 'item' },
  missingGlyph: { label: '缺字', level: 'hint', isOfFonts: true, check: page.findLentCharacters },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** What a rule found. */
export interface Finding extends Found {
  readonly rule: RuleId;
  readonly level: FindingLevel;
}

/** A row of the table. */
export function ruleOf(id: RuleId): Rule {
  return rules[id];
}

export const ruleIds = Object.keys(rules) as readonly RuleId[];
