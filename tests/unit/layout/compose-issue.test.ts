import { describe, expect, it } from 'vitest';
import { type Issue } from '../../../shared/document/issue.js';
import { issueVersion } from '../../../shared/document/saved-versions.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';

const issue: Issue = {
  version: issueVersion,
  state: 'drafting',
  masthead: { name: '示例专报', number: 3, date: '2024-01-05', organ: '中共示例市委宣传部', printRun: 200 },
  instruction: '',
  columns: [
    { id: 'c0', name: '工作动态', form: 'article', items: [] },
    {
      id: 'c1',
      name: '经验交流',
      form: 'article',
      items: [
        {
          id: 'a',
          type: 'article',
          title: '甲县\n抓实工作',
          coverTitle: '甲县抓\n实工作',
          subtitle: '——示例',
          editorNote: ['值得一读。', '请参考。'],
          paragraphs: [
            { id: 'p1', text: '一句话。' },
            { id: 'p2', lead: '抓实。', text: '又一句。' },
            { id: 'p3', text: '一、标题', level: 1 },
          ],
          sources: ['甲县县委宣传部', '乙局'],
        },
      ],
    },
    {
      id: 'c2',
      name: '简 讯',
      form: 'brief',
      items: [
        {
          id: 'b',
          type: 'brief',
          title: '丙镇举办活动',
          paragraphs: [
            { id: 'q1', text: '近日，举办。' },
            { id: 'q2', text: '另一段。' },
          ],
          sources: [],
        },
      ],
    },
  ],
  distribution: [{ label: '报', text: '省委' }],
  extraDistribution: '示例单位',
  imprint: { organizer: '研究室', reviewer: '某甲', editor: '某乙', phone: '1' },
};

describe('composeIssue', () => {
  const blocks = composeIssue(issue);

  it('puts the parts in printed order and leaves empty columns out', () => {
    expect(blocks.map((block) => block.kind)).toEqual([
      'masthead',
      'instruction',
      'contents',
      'columnHeading',
      'title',
      'subtitle',
      'editorNote',
      'editorNote',
      'paragraph',
      'paragraph',
      'paragraph',
      'source',
      'columnHeading',
      'brief',
      'paragraph',
      'tail',
    ]);
  });

  it('writes number, date, brackets and leads as printed', () => {
    expect(blocks[0]).toMatchObject({ numberText: '第3期', dateText: '2024年1月5日' });
    expect(blocks[2]).toMatchObject({
      groups: [{ heading: '〔经验交流〕', entries: [{ title: '甲县抓\n实工作' }] }, { heading: '〔简 讯〕' }],
    });
    expect(blocks[6]).toMatchObject({ lead: '编者按：' });
    expect(blocks[7]).toMatchObject({ lead: '' });
    expect(blocks[10]).toMatchObject({ level: 1 });
    expect(blocks[11]).toMatchObject({ text: '（甲县县委宣传部、乙局）' });
    expect(blocks[13]).toMatchObject({ lead: '丙镇举办活动。', text: '近日，举办。', place: { itemId: 'b', paragraphId: 'q1' } });
  });

  it('puts extra receivers after the fixed lists and the print run at the end', () => {
    expect(blocks.at(-1)).toMatchObject({
      lines: [
        { label: '报', text: '省委' },
        { label: '本期增发', text: '示例单位' },
      ],
      imprint: [{ label: '承办' }, { label: '审核' }, { label: '编辑' }, { label: '电话', text: '1' }],
      printRunText: '印200份',
    });
  });

  it('numbers a supplement on its own', () => {
    const supplement = composeIssue({ ...issue, masthead: { ...issue.masthead, supplement: true, secrecy: '机密★1年' } });
    expect(supplement[0]).toMatchObject({ numberText: '增刊第3期', secrecy: '机密★1年' });
  });
});
