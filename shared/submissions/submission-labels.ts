/** How kinds, states and ways of arrival are called, in the order they are offered. */
import type { Arrival, Decision, SubmissionKind, UnitEvidence } from './submission-states.js';

export const arrivalLabels: Readonly<Record<Arrival, string>> = {
  bundle: '交换包',
  file: '文件',
  paper: '纸质录入',
  issue: '由本刊移出',
  own: '本机撰写',
};

/** What a unit was guessed from. */
export const evidenceLabels: Readonly<Record<UnitEvidence, string>> = { source: '来源行', file: '文件名', folder: '文件夹名' };

export const kindLabels: Readonly<Record<SubmissionKind, string>> = {
  experience: '经验交流',
  news: '工作动态',
  brief: '简讯',
  commissioned: '约稿',
};

interface DecisionFacts {
  readonly label: string;
  /** The editor has to say why. */
  readonly needsReason: boolean;
  /** The key that makes it while the list has the focus. */
  readonly key: string;
}

export const decisionFacts: Readonly<Record<Decision, DecisionFacts>> = {
  new: { label: '待筛选', needsReason: false, key: '0' },
  shortlisted: { label: '拟采用', needsReason: false, key: '1' },
  reserve: { label: '备用', needsReason: false, key: '2' },
  refused: { label: '不采用', needsReason: true, key: '3' },
  returned: { label: '退改', needsReason: true, key: '4' },
};

/** Where a submission stands: what was decided, unless an issue holds it (已编入) or has printed it (已采用). */
export type Standing = Decision | 'placed' | 'adopted';

export const standingLabels: Readonly<Record<Standing, string>> = {
  new: decisionFacts.new.label,
  shortlisted: decisionFacts.shortlisted.label,
  placed: '已编入',
  adopted: '已采用',
  reserve: decisionFacts.reserve.label,
  refused: decisionFacts.refused.label,
  returned: decisionFacts.returned.label,
};

export const standings = Object.keys(standingLabels) as readonly Standing[];

/** Reasons offered for 不采用 and 退改; any other can be written. */
export const usualReasons: Readonly<Record<'refused' | 'returned', readonly string[]>> = {
  refused: ['与近期刊发内容重复', '时效已过', '内容空泛，缺少做法和成效', '不属于本刊报道范围', '同类稿件已采用'],
  returned: ['请补充具体做法和数据', '请压缩篇幅', '请核实数字和名称', '请由单位负责人签发后重报', '请改为简讯'],
};
