import type { Issue } from '../../shared/document/issue.js';
import { article, brief, column, from, heading, issue, lead, p, withChanges } from './build-issue.js';

/** A small issue that has every printed part once: marks, box text, note, levels, leads, briefs, extra receivers. */
export const sampleIssue: Issue = issue(
  column('工作动态', from(['市委宣传部理论处'], article(
    '全市宣传思想文化工作座谈会召开',
    p('8月2日，全市宣传思想文化工作座谈会在示例区召开。会议指出，要把“两个结合”贯穿全过程，做到学思用贯通、知信行统一。'),
    p('会议强调，今年以来累计开展宣讲1032场，覆盖23个镇街，群众满意率达97.23%。'),
  ))),
  column('经验交流', withChanges(from(['甲县委宣传部', '乙局'], article(
    '甲县“三聚焦三提升”\n推动网络安全工作开创新局面',
    p('2023年以来，甲县深入贯彻上级部署，持续完善工作机制。'),
    p(lead('聚焦机制建设，实现新提升。'), '构建统筹协调、分工负责的工作格局，形成工作合力。'),
    heading(1, '一、主要做法'),
    heading(2, '（一）抓统筹'),
    p('建立《网络安全责任清单》（试行），每季度调度一次。'),
    heading(3, '1.完善制度'),
    heading(4, '（1）明确责任'),
    p('制定制度12项。'),
  )), { subtitle: '——来自示例市的调研', editorNote: ['甲县的做法有借鉴意义，现予刊发。', '供各单位参考。'], coverTitle: '甲县“三聚焦三提升”推动网络安全\n工作开创新局面' })),
  column('简讯', from(['丙区委宣传部'], brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。', '活动将持续到年底。'))),
  {
    masthead: { secrecy: '机密★1年', copyNumber: '000001', serial: 'XX-06', printRun: 200 },
    instruction: '请各单位学习借鉴。',
    extraDistribution: '各高等院校党委宣传部',
  },
);

/** Properties of the sample's Word file, all given. */
export const sampleMeta = {
  title: '宣传信息专报 2023年第6期', subject: '宣传信息专报', organ: '中共示例市委宣传部', issueKey: '2023-06', date: '2023-08-09', digest: '0f'.repeat(32),
} as const;
