import { hasSameWording } from '../../shared/document/retitle.js';
import { issueItems, plainTitle, type Issue } from '../../shared/document/issue.js';

/** What an editor should know before an export, one Chinese sentence each; none of it stops the export. */
export function exportWarnings(issue: Issue): readonly string[] {
  return [...missingParts(issue), ...inferredLeads(issue), ...differingTitles(issue)];
}

function missingParts({ imprint, columns, distribution }: Issue): readonly string[] {
  const people = [['承办', imprint.organizer], ['审核', imprint.reviewer], ['编辑', imprint.editor], ['电话', imprint.phone]] as const;
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
