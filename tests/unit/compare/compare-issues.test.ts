import { describe, expect, it } from 'vitest';
import { compareIssues, countChanges, type LineChange } from '../../../shared/compare/compare-issues.js';
import { moveItem, updateItem, updateMasthead } from '../../../shared/document/edit-issue.js';
import type { Issue } from '../../../shared/document/issue.js';
import { article, brief, column, from, issue, p } from '../../helpers/build-issue.js';

const base = issue(
  column(
    '经验交流',
    from(['示例区委宣传部'], article('甲区抓实宣讲', p('甲区开展宣讲三十场。'), p('甲区建立名师库，选聘讲师二十名。'))),
    article('乙县办好讲堂', p('乙县把讲堂办到田间。'), p('乙县组织青年讲师下乡。')),
  ),
  column('简讯', brief('丙市举办展览', '展出作品一百件。')),
);

const changed = (changes: readonly LineChange[]): readonly string[] =>
  changes
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, line, parts, movedFrom }) => {
      const marks = parts.map((part) => ({ same: part.text, removed: `[-${part.text}-]`, added: `[+${part.text}+]` })[part.kind]);
      return `${kind} ${parts.length > 0 ? marks.join('') : line.text}${movedFrom === undefined ? '' : ` < ${movedFrom}`}`;
    });

function withParagraphs(value: Issue, itemId: string, change: (texts: Issue['columns'][0]['items'][0]['paragraphs']) => unknown): Issue {
  return updateItem(value, itemId, (item) => ({ ...item, paragraphs: change(item.paragraphs) as typeof item.paragraphs }));
}

describe('two states of an issue', () => {
  it('that are one have no changes', () => expect(countChanges(compareIssues(base, base))).toBe(0));

  it('differ by characters within their sentences, in titles, masthead and text', () => {
    const after = withParagraphs(
      updateMasthead(
        updateItem(base, 'a1', (item) => ({ ...item, title: '甲区抓好宣讲' })),
        { organ: '示例市委宣传部' },
      ),
      'a1',
      ([first, ...rest]) => [{ ...first, text: '甲区开展宣讲五十场。' }, ...rest],
    );
    expect(changed(compareIssues(base, after))).toEqual([
      'changed [-中共-]示例市委宣传部',
      'changed 甲区抓[-实-][+好+]宣讲',
      'changed 甲区开展宣讲[-三-][+五+]十场。',
    ]);
  });

  it('tell paragraphs that came, went, or moved to another article', () => {
    const second = base.columns[0]?.items[0]?.paragraphs[1];
    const without = withParagraphs(base, 'a1', ([first]) => [first]);
    const moved = withParagraphs(without, 'a2', ([first]) => [first, second, { id: 'p9', text: '新写的一段文字。' }]);
    expect(changed(compareIssues(base, moved))).toEqual([
      'moved 甲区建立名师库，选聘讲师二十名。 < 甲区抓实宣讲',
      'added 新写的一段文字。',
      'removed 乙县组织青年讲师下乡。',
    ]);
  });

  it('tell an article that was moved, not one deleted and one new', () => {
    const kinds = new Set(compareIssues(base, moveItem(base, 'a2', 'c1', 0)).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['moved', 'same']);
  });

  it('tell a paragraph set closer or wider', () => {
    const fitted = withParagraphs(base, 'a1', ([first, ...rest]) => [{ ...first, fit: 'tight' as const }, ...rest]);
    const changed = compareIssues(base, fitted).filter(({ kind }) => kind !== 'same');
    expect(changed.map(({ kind, isSetOtherwise }) => [kind, isSetOtherwise])).toEqual([['changed', true]]);
  });

  it('tell words set apart, and no more where their words are others anyway', () => {
    const marks = [{ from: 4, to: 6, kind: 'kai' as const }];
    const marked = withParagraphs(base, 'a1', ([first, ...rest]) => [{ ...first, marks }, ...rest]);
    const isSet = (value: Issue) =>
      compareIssues(base, value)
        .filter(({ kind }) => kind !== 'same')
        .map(({ kind, line, isSetOtherwise }) => [kind, line.text, isSetOtherwise]);
    expect(isSet(marked)).toEqual([['changed', '甲区开展宣讲三十场。', true]]);
    expect(countChanges(compareIssues(marked, marked))).toBe(0);
    const reworded = withParagraphs(base, 'a1', ([first, ...rest]) => [{ ...first, text: '甲区开展宣讲五十场。', marks }, ...rest]);
    expect(isSet(reworded)).toEqual([['changed', '甲区开展宣讲五十场。', undefined]]);
  });

  it('imported anew, with other ids, are still matched by their words', () => {
    const renamed = JSON.parse(JSON.stringify(base).replaceAll('"id":"', '"id":"x')) as Issue;
    const after = withParagraphs(renamed, 'xa2', ([first, ...rest]) => [{ ...first, text: '乙县把讲堂办到田间地头。' }, ...rest]);
    expect(changed(compareIssues(base, after))).toEqual(['changed 乙县把讲堂办到田间[+地头+]。']);
  });
});
