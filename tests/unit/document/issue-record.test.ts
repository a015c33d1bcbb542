/** What the terminal program prints of an issue: every field that holds something. */
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { toIssueRecord, toManuscriptRecord } from '../../../shared/document/issue-record.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../../helpers/build-issue.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

/** Every value of an issue that an editor could have typed, by where it stands; ids and versions are the program's own. */
function leaves(value: unknown, key = ''): readonly string[] {
  if (['id', 'version', 'type', 'form', 'sha256'].includes(key)) return [];
  if (typeof value !== 'object' || value === null) return [String(value).replaceAll('\n', '')];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, Array.isArray(value) ? key : name));
}

describe('the record of an issue', () => {
  const more = issue(column('要讯', from(['丙区文旅局'], { ...brief('丙区启动宣讲', '近日，丙区启动宣讲活动。'), leadInferred: true })));
  const origin = { file: '第6期.docx', sha256: '0'.repeat(64) };
  const whole: Issue = {
    ...sampleIssue,
    masthead: { ...sampleIssue.masthead, supplement: true, total: 168 },
    imprint: { ...sampleIssue.imprint, signer: '赵一', chiefEditor: '钱二', proofreader: '孙三' },
    origin,
    columns: [...sampleIssue.columns, ...more.columns],
  };

  it('holds every value of the issue', () => {
    const printed = new Set(leaves(toIssueRecord(whole)));
    const text = [...printed].join('\n').replace(/\s/gu, '');
    expect(leaves(whole).filter((leaf) => !text.includes(leaf.replace(/\s/gu, '')))).toEqual([]);
    expect(toIssueRecord(whole)).toMatchObject({ supplement: true, secrecy: '机密★1年', file: '第6期.docx', key: '2023-Z06' });
    expect(toIssueRecord(whole)).toMatchObject({ total: 168, imprint: { 签发: '赵一', 主编: '钱二', 校对: '孙三' } });
  });

  it('tells levels, marks, guesses and a title the contents word otherwise', () => {
    const marked = {
      ...p('构建工作格局。'),
      marks: [{ from: 0, to: 2, kind: 'bold' as const }],
      lead: '聚焦机制。',
      leadInferred: true as const,
    };
    const other = withChanges(article('甲县推动文化惠民', marked, p(lead('强队伍。'), '')), { coverTitle: '甲县文化惠民' });
    const record = toIssueRecord(issue(column('经验交流', other)));
    expect(record.columns[0]?.articles[0]).toMatchObject({
      coverTitle: '甲县文化惠民',
      paragraphs: [{ lead: '聚焦机制。', leadInferred: true, marks: [{ from: 0, to: 2, kind: 'bold' }] }, { lead: '强队伍。' }],
    });
    expect(toIssueRecord(whole).columns[1]?.articles[0]?.paragraphs.map(({ level }) => level)).toEqual([
      undefined,
      undefined,
      1,
      2,
      undefined,
      3,
      4,
      undefined,
    ]);
    expect(toIssueRecord(whole).columns.at(-1)?.articles[0]?.leadInferred).toBe(true);
  });

  it('tells tables, pictures, footnotes and settings of a paragraph', () => {
    const picture = { sha256: '0'.repeat(64), type: 'png' as const, width: 8, height: 6, alt: '书房外景' };
    const paragraphs = [
      { ...p('甲县建成书房六处。'), footnotes: [{ at: 4, text: '截至上月底。' }], fit: 'tight' as const },
      { ...p('\n街道\t处数\n东街\t三'), table: { headerRows: 1 } },
      { ...p('书房外景'), picture },
    ];
    const record = toIssueRecord(issue(column('经验交流', article('甲县推动文化惠民', ...paragraphs))));
    expect(record.columns[0]?.articles[0]?.paragraphs).toEqual(paragraphs);
  });

  it('prints a manuscript with all that is kept of it', () => {
    const [draft] = issue(column('经验交流', article('甲县推动文化惠民', p('甲县统筹资源。')))).columns.flatMap(({ items }) => items);
    if (!draft) throw new Error('no article');
    expect(toManuscriptRecord({ unitName: '甲县委宣传部', notes: ['没有找到标题。'], article: draft })).toEqual({
      unitName: '甲县委宣传部',
      notes: ['没有找到标题。'],
      article: { title: '甲县推动文化惠民', sources: [], paragraphs: [{ text: '甲县统筹资源。' }] },
    });
  });
});
