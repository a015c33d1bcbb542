import type { Issue } from '../../shared/document/issue.js';
import { article, brief, column, from, heading, issue, lead, p, withChanges } from './build-issue.js';

/** A small issue that has every printed part once: marks, box text, note, levels, leads, briefs, extra receivers. */
export const sampleIssue: Issue = issue(
  column(
    '工作动态',
    from(
      ['市委宣传部理论处'],
      article(
        '全市宣传思想文化工作座谈会召开',
        p('8月2日，全市宣传思想文化工作座谈会在示例区召开。会议指出，要把“两个结合”贯穿全过程，做到学思用贯通、知信行统一。'),
        p('会议强调，今年以来累计开展宣讲1032场，覆盖23个镇街，群众满意率达97.23%。'),
      ),
    ),
  ),
  column(
    '经验交流',
    withChanges(
      from(
        ['甲县委宣传部', '乙局'],
        article(
          '甲县“三聚焦三提升”\n推动网络安全工作开创新局面',
          p('2023年以来，甲县深入贯彻上级部署，持续完善工作机制。'),
          p(lead('聚焦机制建设，实现新提升。'), '构建统筹协调、分工负责的工作格局，形成工作合力。'),
          heading(1, '一、主要做法'),
          heading(2, '（一）抓统筹'),
          p('建立《网络安全责任清单》（试行），每季度调度一次。'),
          heading(3, '1.完善制度'),
          heading(4, '（1）明确责任'),
          p('制定制度12项。'),
        ),
      ),
      {
        subtitle: '——来自示例市的调研',
        editorNote: ['甲县的做法有借鉴意义，现予刊发。', '供各单位参考。'],
        coverTitle: '甲县“三聚焦三提升”推动网络安全\n工作开创新局面',
      },
    ),
  ),
  column('简讯', from(['丙区委宣传部'], brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。', '活动将持续到年底。'))),
  {
    masthead: { secrecy: '机密★1年', copyNumber: '000001', serial: 'XX-06', printRun: 200 },
    instruction: '请各单位学习借鉴。',
    extraDistribution: '各高等院校党委宣传部',
  },
);

/** Properties of the sample's Word file, all given. */
export const sampleMeta = {
  title: '宣传信息专报 2023年第6期',
  subject: '宣传信息专报',
  organ: '中共示例市委宣传部',
  issueKey: '2023-06',
  date: '2023-08-09',
  digest: '0f'.repeat(32),
} as const;

const subjects = ['理论宣讲', '文明创建', '文化惠民', '网络安全', '对外宣传', '基层治理'];

/** A paragraph of invented news, different for every number: digits, per cent, quotes in quotes, brackets, Latin words. */
function inventedText(index: number): string {
  const subject = subjects[index % subjects.length] ?? '';
  return [
    `围绕“${subject}”年度任务，甲县建立“1+${index + 3}+N”工作机制，印发《${subject}工作要点（${2020 + (index % 4)}年版）》，`,
    `组建${index + 7}支“红领巾”“银龄”志愿服务队，累计开展活动${(index + 1) * 137}场次、覆盖${index + 2}.${index % 9}万人次，群众满意率达9${index % 9}.${index % 8}%。`,
    index % 2 === 0
      ? '坚持“线上+线下”同步推进，开通APP、LED屏等传播渠道，做到“一月一主题、一周一活动”，形成“人人参与、处处可见”的浓厚氛围。'
      : '',
    index % 3 === 0 ? `建立“红、黄、绿”三色管理台账，对发现的${index + 40}个问题逐一整改、销号管理，推动各项工作落到实处、见到实效。` : '',
  ].join('');
}

/** An issue of a dozen pages. */
export const longIssue: Issue = issue(
  column(
    '经验交流',
    ...[0, 1, 2, 3, 4].map((number) =>
      from(
        [`${'甲乙丙丁戊'[number] ?? ''}县委宣传部`],
        article(
          `${'甲乙丙丁戊'[number] ?? ''}县“三个聚焦”推动${subjects[number] ?? ''}工作提质增效走在前列`,
          p(`近年来，${inventedText(number)}`),
          ...[1, 2, 3].map((part) =>
            p(
              lead(`聚焦${subjects[(number + part) % subjects.length] ?? ''}，在“${part}个一”上求突破。`),
              inventedText(number * 5 + part),
              inventedText(number * 7 + part + 2),
            ),
          ),
        ),
      ),
    ),
  ),
  column(
    '简讯',
    ...[0, 1, 2].map((number) =>
      from(
        ['市文联', '示例区委宣传部'],
        brief(`示例区举办第${number + 2}届“${subjects[number] ?? ''}”主题展演活动`, `近日，${inventedText(number + 11)}`),
      ),
    ),
  ),
);

/** An issue of one article whose only paragraph runs over about this many lines. */
export function fillerIssue(lines: number): Issue {
  return issue(
    column(
      '经验交流',
      from(['甲县委宣传部'], article('甲县推动文化惠民', p('甲县统筹城乡文化资源，'.repeat(Math.ceil((lines * 28) / 11))))),
    ),
  );
}

/** An issue of twenty articles with titles of two lines: more than a cover holds. */
export const crowdedIssue: Issue = issue(
  column(
    '经验交流',
    ...Array.from({ length: 20 }, (_, index) =>
      from(
        ['甲县委宣传部'],
        article(
          `甲县“三个聚焦”推动第${index + 1}项宣传思想文化工作提质增效 奋力争创全国文明典范城市`,
          p(`甲县统筹城乡文化资源，组建${index + 7}支志愿服务队。`),
        ),
      ),
    ),
  ),
);
