import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareLines } from '../../../helpers/compare-lines.js';
import { article, column, from, issue, lead, p } from '../../../helpers/build-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { officeIssues } from '../../../helpers/office-issues.js';
import { longIssue, sampleIssue } from '../../../helpers/sample-issue.js';
import { stressIssues, withFits } from '../../../helpers/stress-issues.js';

const { longTitles, manyTitles, latin, urls, marks, rare, everything } = stressIssues;
const { statistics, briefs, quotes } = officeIssues();
if (!everything) throw new Error('no such issue');

const units = ['示例区委宣传部', '示例区文化和旅游局', '示例区教育和体育局', '共青团示例区委', '示例区妇女联合会'];

/** Titles whose first half fills its line to the last character, before the blank that parts it from the second; units in two lines. */
const fullHalves = issue(
  column(
    '经验交流',
    ...['统筹推进', '深入开展', '持续优化', '广泛组织'].map((words) =>
      from(
        units,
        article(`示例区${words}理论宣讲文明创建志愿服务行 推动工作落实`, p('甲县统筹城乡文化资源，建立健全工作机制。'.repeat(8))),
      ),
    ),
  ),
);

/** Marks and Latin that meet, each pair at every place around a line's end. */
const meetings = issue(
  column(
    '经验交流',
    article(
      '示例区推动文化惠民',
      ...[
        ...['”2026年', '’APP例', '》2026年', '）APP例', '。”2026年', '（一）2026年', '”(一)例', '“一”“2026', '2026（一）', '“APP”（一）'],
        ...['A-B（一', '1,032《一》', 'DeepSeek（一', 'APP，（一', '97.3%（一', '2023-2024年', 'COVID-19例', '（2-3人）例', 'APP、“一”'],
      ].flatMap((words) => Array.from({ length: 8 }, (_, at) => p(`${'示'.repeat(18 + at)}${words}例行末尾`))),
    ),
  ),
);

/** Paragraphs full to the hair that open with marks of both scripts, which LibreOffice takes for marks of the language it runs in. */
const openings = issue(
  column(
    '经验交流',
    article(
      '示例区推动文化惠民',
      ...['“示', '“‘示', '“《示', '—示', '…示', '“〔示', '‘示', '《示', '（示'].map((words) =>
        p(lead(`${words.padEnd(9, '例')}。`), `示例区·示范点${'示例县示例镇示例村'.repeat(5)}行末尾。`),
      ),
    ),
  ),
);

/** A bounded choice; `npm run bench` compares them all. */
const compared = {
  sample: sampleIssue,
  long: longIssue,
  longTitles,
  manyTitles,
  latin,
  urls,
  marks,
  rare,
  fullHalves,
  meetings,
  openings,
  statistics,
  briefs,
  quotes,
  fitted: withFits(everything),
};

describe.skipIf(!hasLibreOffice)('lines of a Word file in LibreOffice', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each(Object.entries(compared))(
    'end where ours do, on the same pages: %s',
    async (_name, issue) => {
      if (!office || !issue) throw new Error('nothing to compare');
      const { lines, equalLines, pages, equalPages } = await compareLines(issue, office);
      expect(lines).toBeGreaterThan(30);
      expect(equalLines / lines).toBeGreaterThanOrEqual(0.995);
      expect(equalPages).toBe(pages);
    },
    240_000,
  );
});
