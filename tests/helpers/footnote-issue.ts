import type { Issue } from '../../shared/document/issue.js';
import { article, brief, column, from, heading, issue, lead, noted, p } from './build-issue.js';

const filler = '甲县统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升。';
const source = '由统计部门每半年入户调查一次得出，此处为上半年的结果，样本覆盖全区各镇街，含线上问卷和电话回访。';

/**
 * Footnotes as offices print them: several on a page and on a line, behind a lead, beside marks, digits and emphasis, in a
 * heading, in a brief, and one too long for its page.
 */
export const footnoteIssue: Issue = issue(
  column(
    '经验交流',
    from(
      ['甲县委宣传部'],
      article(
        '甲县以数据推动宣讲工作提质增效',
        noted(p(lead('聚焦机制建设。'), filler.repeat(3)), [7, '机制，指周调度机制。'], [19, source]),
        noted(heading(1, '一、摸清底数'), [4, '底数以年初为准。']),
        noted(
          { ...p(`2023年以来，全县开展宣讲1032场${filler}`), marks: [{ from: 8, to: 12, kind: 'bold' }] },
          [8, '即示例年度。'],
          [20, '含线上。'],
          [21, ''],
        ),
        p(filler.repeat(18)),
        noted(p(filler.repeat(6)), [40, `“百人千场”——${source}`], [180, source.repeat(4)]),
        p(filler.repeat(16)),
      ),
    ),
  ),
  column(
    '简讯',
    from(['丙区委宣传部'], { ...brief('丙区启动“百人千场”宣讲'), paragraphs: [noted(p('近日，丙区启动宣讲活动。'), [12, source])] }),
  ),
);

/** A footnote that flows over to the next page. */
export const longNoteIssue: Issue = issue(
  column(
    '经验交流',
    article('甲县抓实宣讲', p(filler.repeat(4)), noted(p(filler.repeat(4)), [8, source.repeat(28)]), p(filler.repeat(60))),
  ),
);
