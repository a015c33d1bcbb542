import { hasSameWording } from '../../shared/document/retitle.js';
import { issueItems, plainTitle, type Issue } from '../../shared/document/issue.js';
import { faceLabels, faceNames } from '../../shared/layout/faces.js';
import { missingCharacters } from '../../shared/layout/font-coverage.js';
import type { Page } from '../../shared/layout/page.js';

/** What an editor should know before an export, one Chinese sentence each; none of it stops the export. */
export function exportWarnings(issue: Issue, pages: readonly Page[]): readonly string[] {
  return [...missingParts(issue), ...inferredLeads(issue), ...differingTitles(issue), ...replacedCharacters(pages)];
}

function missingParts({ imprint, columns, distribution }: Issue): readonly string[] {
  const people = [
    ['承办', imprint.organizer],
    ['审核', imprint.reviewer],
    ['编辑', imprint.editor],
    ['电话', imprint.phone],
  ] as const;
  const empty = people.filter(([, value]) => value.trim() === '').map(([label]) => label);
  return [
    ...(columns.every(({ items }) => items.length === 0) ? ['本期还没有稿件。'] : []),
    ...(distribution.length === 0 ? ['报送范围为空。'] : []),
    ...(empty.length > 0 ? [`报尾未填：${empty.join('、')}。`] : []),
  ];
}

function inferredLeads(issue: Issue): readonly string[] {
  const count = issueItems(issue).flatMap(({ item }) => [
    ...(item.type === 'brief' && item.leadInferred ? [item.id] : []),
    ...item.paragraphs.filter(({ leadInferred }) => leadInferred),
  ]).length;
  return count > 0 ? [`有 ${count} 处段首句是推断的，尚未确认。`] : [];
}

function differingTitles(issue: Issue): readonly string[] {
  return issueItems(issue)
    .filter(({ item }) => !hasSameWording(item))
    .map(({ item }) => `目录与正文标题不一致：“${plainTitle(item.title)}”。`);
}

/** Characters no bundled face draws first; then those that another face lends, one sentence for each pair of faces. */
function replacedCharacters(pages: readonly Page[]): readonly string[] {
  const missing = missingCharacters(pages);
  const undrawn = missing.filter(({ lentBy }) => lentBy === undefined).map(({ character }) => `“${character}”（${codeLabel(character)}）`);
  const lent = faceNames
    .flatMap((face) =>
      faceNames.map((lender) => {
        const characters = missing.filter((each) => each.face === face && each.lentBy === lender).map(({ character }) => character);
        return characters.length === 0 ? [] : [lentSentence(characters, faceLabels[face], faceLabels[lender])];
      }),
    )
    .flat();
  return [...(undrawn.length > 0 ? [`没有字体能显示${[...new Set(undrawn)].join('、')}，印出来会是空框。`] : []), ...lent];
}

/** 自带的仿宋没有“喆、堃”2个字，本机没有装含这些字的仿宋时以楷体代替。 */
function lentSentence(characters: readonly string[], face: string, lender: string): string {
  const [count, these] = characters.length > 1 ? [`${String(characters.length)}个字`, '这些'] : ['', '此'];
  return `自带的${face}没有“${characters.join('、')}”${count}，本机没有装含${these}字的${face}时以${lender}代替。`;
}

function codeLabel(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
