import type { Issue } from '../../shared/document/issue.js';
import { article, brief, column, from, issue, p, table } from './build-issue.js';

const districts = Array.from({ length: 40 }, (_, index) => [
  `示例${String(index + 1)}区`,
  String(12 + index * 3),
  `${String(60 + (index % 30))}.5%`,
  index % 5 === 0 ? '组织“百人千场”宣讲，覆盖全部村（社区），并建立周调度机制。' : '按计划推进',
]);

/** Tables as offices print them: a short one, one over several pages, one with a row higher than a page, two in a row. */
export const tableIssue: Issue = issue(
  column(
    '经验交流',
    from(
      ['甲县委宣传部'],
      article(
        '甲县以数据推动宣讲工作提质增效',
        p('2023年以来，甲县统筹城乡文化资源，有关情况见下表。'),
        table('表1 各片区宣讲情况', [
          ['片区', '场次', '听众（人次）'],
          ['东片区', '128', '12,800'],
          ['西片区', '96', '8,640'],
          ['合计', '224', '21,440'],
        ]),
        p('从表中看，东片区场次较多，听众较为集中；西片区起步较晚，下一步将加大力度，补齐短板。'),
        table('表2 各区进展', [['单位', '场次', '完成率', '主要做法'], ...districts]),
        p('各区正按计划推进。'),
      ),
    ),
    from(
      ['乙局'],
      article(
        '乙局梳理问题清单逐项整改',
        p('清单如下。'),
        table('', [
          ['问题', '整改措施'],
          ['台账不全', '逐项核对，建立台账，明确责任单位和完成时限。'.repeat(60)],
          ['责任不清', '明确到人'],
        ]),
        table('', [['单列'], ['另一张表']], { headerRows: 0 }),
        p('整改完成后另行报告。'),
      ),
    ),
  ),
  column('简讯', from(['丙区委宣传部'], brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。'))),
);
