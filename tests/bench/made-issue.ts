import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { writeText } from '../../shared/writers/text/write-text.js';
import { article, brief, column, from, issue, lead, p } from '../helpers/build-issue.js';

const subjects = ['理论宣讲', '文明创建', '文化惠民', '网络安全', '对外宣传', '基层治理', '志愿服务'];
const places = ['甲县', '乙区', '丙县', '丁区', '示例区'];

const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? '';

/** About 185 characters of invented news, different for every number. */
function inventedText(index: number): string {
  const subject = pick(subjects, index);
  return [
    `围绕“${subject}”年度任务，${pick(places, index)}建立“1+${index % 9}+N”工作机制，印发《${subject}工作要点（${2020 + (index % 4)}年版）》，`,
    `组建${index % 70}支志愿服务队，累计开展活动${(index * 137) % 4000}场次、覆盖${index % 30}.${index % 9}万人次，群众满意率达9${index % 9}.${index % 8}%。`,
    '坚持“线上+线下”同步推进，开通APP、LED屏等传播渠道，做到“一月一主题、一周一活动”，形成“人人参与、处处可见”的浓厚氛围。',
    `建立“红、黄、绿”三色管理台账，对发现的${index % 100}个问题逐一整改、销号管理，推动各项工作落到实处。`,
  ].join('');
}

export interface MadeIssueSize {
  /** Characters of all paragraphs, about. */
  readonly characters: number;
  /** Characters of one article, about; the printed issues have some 1,000. */
  readonly perArticle?: number;
}

/** An issue of invented news in the shape of the printed ones, the same for the same number and size. */
export function madeIssue(number: number, year: number, { characters, perArticle = 1000 }: MadeIssueSize): Issue {
  const paragraphs = Math.max(1, Math.round(perArticle / 200));
  const articles = Math.max(1, Math.round((characters - 600) / (paragraphs * 200)));
  return issue(
    column('经验交流', ...Array.from({ length: articles }, (_, index) => madeArticle(number * 31 + index, paragraphs))),
    column(
      '简讯',
      ...[0, 1, 2].map((index) =>
        from(
          [`${pick(places, number + index)}委宣传部`],
          brief(`${pick(places, number + index)}举办第${number + index}届主题展演活动`, `近日，${inventedText(number * 17 + index)}`),
        ),
      ),
    ),
    { masthead: { number, date: `${year}-${String(1 + (number % 12)).padStart(2, '0')}-09` } },
  );
}

function madeArticle(seed: number, paragraphs: number) {
  const title = `${pick(places, seed)}“三个聚焦”推动${pick(subjects, seed)}\n工作提质增效走在前列`;
  const texts = Array.from({ length: paragraphs }, (_, index) =>
    index === 0
      ? p(inventedText(seed))
      : p(lead(`聚焦${pick(subjects, seed + index)}，在“${index}个一”上求突破。`), inventedText(seed * 7 + index)),
  );
  return from([`${pick(places, seed)}委宣传部`], article(title, ...texts));
}

/** An issue whose file in the library takes about 40 kB. */
export function librarySizedIssue(number: number, year: number): Issue {
  return madeIssue(number, year, { characters: 11_500 });
}

/** A text file in the form and size of a printed issue. */
export function madeIssueText(): Uint8Array {
  return new TextEncoder().encode(writeText(composeIssue(madeIssue(10, 2022, { characters: 5700 }))));
}
