import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { article, brief, column, from, heading, issue, lead, noted, p, table, withChanges } from '../../helpers/build-issue.js';
import { tableIssue } from '../../helpers/table-issue.js';
import { fillerIssue, longIssue, sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';
import { hasShared, sharedFile } from '../../helpers/shared-files.js';

function recognizeIssue(lines: readonly SourceLine[]): Issue {
  let count = 0;
  const result = recognize(lines, { nextId: () => `i${(count += 1)}` });
  if (result.kind !== 'issue') throw new Error(`no issue: ${result.notes.join(' ')}`);
  return result.issue;
}

/** An issue without what no text carries: ids, state, marks of guessing. */
function words(issue: Issue): unknown {
  const hidden = new Set(['id', 'state', 'leadInferred', 'coverTitle']);
  return JSON.parse(JSON.stringify(issue, (key, value: unknown) => (hidden.has(key) ? undefined : value)));
}

/** Every word of an issue; only ids and state are nobody's to read back. */
function everything(issue: Issue): unknown {
  return JSON.parse(JSON.stringify(issue, (key, value: unknown) => (key === 'id' || key === 'state' ? undefined : value)));
}

/** The same without the widths of columns, which no text has. */
function everyWord(issue: Issue): unknown {
  return JSON.parse(JSON.stringify(everything(issue), (key, value: unknown) => (key === 'widths' ? undefined : value)));
}

function throughText(issue: Issue): Issue {
  return recognizeIssue(readText(writeText(composeIssue(issue))));
}

async function throughWord(issue: Issue, style: PageStyle = defaultPageStyle): Promise<Issue> {
  return recognizeIssue(readDocxLines(await writeDocx(composeIssue(issue), style, sampleMeta), '期.docx').lines);
}

const openParagraph = '一是加强统筹，建立“周调度、月通报”工作机制，定期研究解决难点堵点问题；';

function maybe<Value>(...values: readonly Value[]): fc.Arbitrary<Value | undefined> {
  return fc.option(fc.constantFrom(...values), { nil: undefined });
}

/** A value with its absent parts left out, as the issue's schema wants it. */
function present<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}

const anyMasthead = fc
  .record({
    name: fc.constantFrom('宣传信息专报', '内部参考', '学习园地'),
    organ: fc.constantFrom('中共示例市委宣传部', '示例市融媒体平台', '示例市宣传思想文化工作领导小组办公室'),
    number: fc.constantFrom(1, 10, 128),
    supplement: maybe<true>(true),
    secrecy: maybe('机密★1年', '秘密★长期', '内部资料 注意保存'),
    copyNumber: maybe('000001', '12'),
    serial: maybe('XX-06', '2023/018', '示宣〔2023〕6号'),
    total: maybe(168),
    printRun: maybe(1, 200, 12_000),
  })
  .map(present);

const anyImprint = fc.record({ signer: maybe('赵一'), chiefEditor: maybe('钱二'), proofreader: maybe('孙三') }).map(present);

const anyNote = maybe(['现予刊发。'], ['甲县的做法有借鉴意义，现予刊发。', '供各单位参考。'], ['一是肯定；', '二是推广', '三是落实。']);

const anyParagraph = fc.constantFrom(
  p('甲县深入贯彻上级部署。'),
  p(openParagraph),
  p('（试行）由各区参照执行。'),
  p(lead('抓统筹，建机制。'), '每季度调度一次。'),
  heading(1, '一、主要做法'),
  noted(p('甲县深入贯彻上级部署。'), [2, '即示例县。'], [10, '2023年部署，含“两项”——见附件']),
  noted(p(lead('抓统筹，建机制。'), '每季度调度一次。'), [3, '统筹全县。'], [8, '指周调度。'], [16, '截至6月。']),
  noted(heading(2, '（一）抓好阵地'), [4, '阵地共98处。']),
  table('表1 宣讲情况', [
    ['片区', '场次'],
    ['东片区', '128'],
    ['西片区', ''],
  ]),
  table(
    '',
    [
      ['问题|措施', '2023年'],
      ['一\u2028二', '见“附件”，\\路径'],
    ],
    { headerRows: 0, widths: [700, 300] },
  ),
);

const anyIssue = fc
  .record({
    masthead: anyMasthead,
    imprint: anyImprint,
    instruction: fc.constantFrom('', '请各单位学习借鉴。', '可在全市推广', '请认真研究、抓好落实。'.repeat(14)),
    extra: maybe('各高等院校党委宣传部', '各高等院校党委宣传部，市属国有企业党委宣传部，各县（市）融媒体中心'),
    note: anyNote,
    subtitle: maybe('——来自示例市的调研'),
    paragraphs: fc.array(anyParagraph, { minLength: 1, maxLength: 4 }),
  })
  .map(({ masthead, imprint, instruction, extra, note, subtitle, paragraphs }) =>
    issue(
      column(
        '经验交流',
        withChanges(
          from(['甲县委宣传部', '乙局'], article('甲县创新“三项机制”推动文化惠民', p('2023年以来，甲县统筹城乡文化资源。'), ...paragraphs)),
          { ...(note ? { editorNote: note } : {}), ...(subtitle ? { subtitle } : {}) },
        ),
      ),
      column('简讯', from(['丙区委宣传部'], brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。'))),
      { masthead, imprint, instruction, ...(extra ? { extraDistribution: extra } : {}) },
    ),
  );

describe('an issue written and read back', () => {
  it('is the same after text', () => {
    expect(words(throughText(longIssue))).toEqual(words(longIssue));
  });

  it('is the same after Word', async () => {
    expect(words(await throughWord(longIssue))).toEqual(words(longIssue));
  });

  it('still has its guessed leads and titles as guesses after Word and after text, and the others confirmed', async () => {
    const guessed = issue(
      column(
        '经验交流',
        from(
          ['甲县委宣传部'],
          article(
            '甲县推动文化惠民',
            { ...p(lead('抓统筹。'), '每季度调度一次，研究解决难点问题。'), leadInferred: true },
            p(lead('强队伍。'), '组建志愿者队伍二十支，常年开展服务。'),
          ),
        ),
      ),
      column('简讯', from(['丙区委宣传部'], { ...brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。'), leadInferred: true })),
    );
    expect(everything(await throughWord(guessed))).toEqual(everything(guessed));
    expect(everything(throughText(guessed))).toEqual(everything(guessed));
  });

  it('keeps columns, titles, levels and sources of every kind of block after text and Word', async () => {
    const outline = (issue: Issue): unknown =>
      issue.columns.map((column) => column.items.map((item) => [item.title, item.sources, item.paragraphs.at(-1)?.text]));
    expect(outline(throughText(sampleIssue))).toEqual(outline(sampleIssue));
    expect(outline(await throughWord(sampleIssue))).toEqual(outline(sampleIssue));
  });

  it('keeps every unit of a source line of two lines, after text and Word', async () => {
    const units = ['示例区委宣传部', '示例区文化和旅游局', '示例区教育和体育局', '共青团示例区委', '示例区妇女联合会'];
    const text = p('甲县统筹城乡文化资源，推动文化惠民走深走实。');
    const value = issue(
      column('经验交流', from(units, article('甲县推动文化惠民', text, text)), from(['乙局'], article('乙局推动文化惠民', text, text))),
      column('简讯', from([...units].reverse(), brief('丙区启动“百人千场”宣讲', '近日，丙区启动宣讲活动。'))),
    );
    expect(words(throughText(value))).toEqual(words(value));
    expect(words(await throughWord(value))).toEqual(words(value));
  });

  it('is the same, to the last optional part, after text and Word', async () => {
    expect(everything(throughText(sampleIssue))).toEqual(everything(sampleIssue));
    expect(everything(await throughWord(sampleIssue))).toEqual(everything(sampleIssue));
  });

  it.each([
    ['right under the title', [heading(1, '建强队伍'), p(openParagraph), heading(1, '丰富内容'), p(openParagraph)]],
    ['of three levels', [p(openParagraph), heading(1, '建强队伍'), heading(2, '选准人'), heading(3, '定好课'), p(openParagraph)]],
    ['below numbered ones', [p(openParagraph), heading(1, '一、建强队伍'), heading(2, '选准人'), p(openParagraph)]],
  ])('keeps the levels of headings without number %s', async (_name, paragraphs) => {
    const headed = issue(column('经验交流', from(['甲县委宣传部'], article('甲县推动理论宣讲走深走实', ...paragraphs))));
    expect(writeText(composeIssue(headed))).not.toContain('# 一、');
    expect(everything(throughText(headed))).toEqual(everything(headed));
    expect(everything(await throughWord(headed))).toEqual(everything(headed));
  });

  it('keeps every table, over pages too', async () => {
    expect(everything(throughText(tableIssue))).toEqual(everything(tableIssue));
    expect(everything(await throughWord(tableIssue))).toEqual(everything(tableIssue));
  });

  it.each([
    ['another measure', { 'marginMm.left': 20, 'marginMm.right': 34 }],
    ['a wider measure', { 'marginMm.left': 20, 'marginMm.right': 20 }],
    [
      'larger cells',
      { 'text.tableCell.sizePt': 14, 'text.tableCell.pitchPt': 14.5, 'text.tableHead.sizePt': 15, 'text.tableHead.pitchPt': 15 },
    ],
    ['narrower type and more room', { 'text.tableCell.scaleX': 0.9, 'table.roomMm': 2.5 }],
  ])('sets no widths of columns that go by what they hold, in a style of %s', async (_name, changes) => {
    expect(everything(await throughWord(tableIssue, resolvePageStyle(changes)))).toEqual(everything(tableIssue));
  });

  it('sets no widths of columns that go by what they hold, in Times New Roman', async () => {
    const cells = table('表1 平台用量', [
      ['平台', '路数', '项目'],
      ['WWWMMM', '128', 'illicit tilt'],
      ['MWM', '96', 'fill'],
    ]);
    const latin = issue(column('经验交流', from(['甲县委宣传部'], article('甲县用好平台', p('情况如下。'), cells, p('以上。')))));
    expect(everything(await throughWord(latin, resolvePageStyle({ 'fitting.latinFace': 'roman' })))).toEqual(everything(latin));
  });

  it('leaves the page numbers of the contents in Word', async () => {
    const style: PageStyle = { ...defaultPageStyle, contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'dots' } };
    expect(everything(await throughWord(sampleIssue, style))).toEqual(everything(sampleIssue));
    expect(words(await throughWord(longIssue, style))).toEqual(words(longIssue));
  });

  it('leaves the blank page before 版记 in Word', async () => {
    const style: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };
    expect(everything(await throughWord(fillerIssue(12), style))).toEqual(everything(fillerIssue(12)));
  });

  it('is the same whatever optional parts it has and however its paragraphs end', async () => {
    await fc.assert(
      fc.asyncProperty(anyIssue, async (issue) => {
        expect(everyWord(throughText(issue))).toEqual(everyWord(issue));
        expect(everything(await throughWord(issue))).toEqual(everything(issue));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('keeps two paragraphs apart though the first ends in the middle of a sentence', async () => {
    const open = issue(
      column('经验交流', from(['甲县委宣传部'], article('甲县推动文化惠民', p(openParagraph), p('二是健全机制，压实责任。')))),
    );
    expect(everything(throughText(open))).toEqual(everything(open));
    expect(everything(await throughWord(open))).toEqual(everything(open));
  });

  it('takes the level of a heading from its style in Word, not from its number', async () => {
    const styled = issue(
      column('经验交流', from(['甲县委宣传部'], article('甲县推动文化惠民', heading(1, '主要做法'), p('一、抓统筹'), p('正文。')))),
    );
    expect(everything(await throughWord(styled))).toEqual(everything(styled));
  });

  it.skipIf(!hasShared).each(['issue-2022-10.txt', 'issue-2022-13.txt'])('is the same after text and Word: %s', async (name) => {
    const issue = recognizeIssue(readText(readFileSync(sharedFile('seeds', name), 'utf8')));
    expect(words(throughText(issue))).toEqual(words(issue));
    expect(words(await throughWord(issue))).toEqual(words(issue));
  });
});
