import { describe, expect, it } from 'vitest';
import type { SettingValue } from '../../../shared/layout/page-style-setting.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';
import { pageStyleSettings, resolvePageStyle, styleValue } from '../../../shared/layout/page-style-settings.js';
import { learnPageStyle } from '../../../shared/learn-style/learn-page-style.js';
import type { LearntStyle } from '../../../shared/learn-style/learnt-style.js';
import { styleProposals, takeProposals } from '../../../shared/learn-style/proposals.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import { specimenIssue } from '../../../shared/document/specimen-issue.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { AppError } from '../../../shared/app-error.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { sampleMeta } from '../../helpers/sample-issue.js';
import { officeFile, plainHand, type OfficeHand } from '../../helpers/office-file.js';
import { randomStyle, seededNumbers } from '../../helpers/random-style.js';

function learn(bytes: Uint8Array): LearntStyle {
  let count = 0;
  return learnPageStyle(bytes, '往期.docx', () => `n${String((count += 1))}`);
}

/** What the files these tests build do not show: parts they do not print, and settings no file speaks of. */
const unseen = [
  /^(?:text\.)?(?:table|picture|footnote)|^twoLinesUnderTitle$/u,
  /^text\.(?:subtitle|editorNote|instructionText|mastheadCopy|mastheadMark)\./u,
  /^(?:noteLead|tail\.onEvenPage|keep(?:Title|Source)|fitting\.(?:autoSpace|closing))/u,
  // Said of a paragraph that has no neighbour to keep from, or that gives way to the next.
  /^text\.(?:source|columnHeading)\.spaceAfterPt$|^text\.mastheadName\.spaceBeforePt$/u,
  /^lead\.face$/u,
  // The label stands in its box; what is above the box is below the red rule.
  /^text\.instructionLabel\.spaceBeforePt$/u,
];

/** A random style as an office's file can show it: measures that Word rounds away are rounded here. */
function officeStyle(seed: number, hand: OfficeHand): PageStyle {
  const { changes } = randomStyle(seed);
  const kept = Object.entries(changes).filter(([path]) => !unseen.some((pattern) => pattern.test(path)) && !fixed(path, hand));
  return resolvePageStyle(Object.fromEntries(kept));
}

/** Settings that a way of making files does not leave free. */
function fixed(path: string, { spaces, indents, bodyFace, grid, rule }: OfficeHand): boolean {
  return (
    /^text\.body\.(?:bold|spaceBeforePt|spaceAfterPt)$|^fitting|^lead\.bold$/u.test(path) ||
    (indents === 'blanks' && path.endsWith('firstLineIndentEm')) ||
    (spaces === 'lines' && /^text\.(?:title\.space|body\.lineHeight)/u.test(path)) ||
    (bodyFace === 'theme' && path === 'text.body.face') ||
    (grid !== 'none' && /^text\.body\.(?:scaleX|sizePt)$/u.test(path)) ||
    (rule !== 'border' && path === 'masthead.ruleGapMm')
  );
}

function hands(seed: number): OfficeHand {
  const next = seededNumbers(seed * 7919);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  return {
    looks: pick(['styles', 'direct', 'mixed']),
    grid: pick(['none', 'lines', 'linesAndChars', 'snapToChars']),
    spaces: pick(['points', 'lines', 'emptyParagraphs']),
    bodyFace: pick(['named', 'theme', 'defaults']),
    indents: pick(['chars', 'twips', 'blanks']),
    rule: pick(['border', 'drawing', 'vml']),
    number: pick(['paragraph', 'frame', 'box']),
  };
}

/** How far a learnt value may be off: what twips, eighths of a point and whole points of a file cannot say. */
function tolerance(path: string): number {
  if (/Em$/u.test(path)) return 0.02;
  if (/rule\w*Mm$|RuleMm$/u.test(path)) return path.endsWith('ruleGapMm') ? 0.36 : 0.05;
  return path.endsWith('Mm') || path.startsWith('marginMm') ? 0.06 : 0.051;
}

function isLearnt(path: string, value: SettingValue, wanted: SettingValue): boolean {
  return typeof value === 'number' && typeof wanted === 'number' ? Math.abs(value - wanted) <= tolerance(path) : value === wanted;
}

/** Paths a file of these must teach, whatever the hand. */
const mustLearn = pageStyleSettings
  .map(({ path }) => path as string)
  .filter((path) => !unseen.some((pattern) => pattern.test(path)))
  .filter(
    (path) =>
      !/^(?:fitting|contents\.(?:leader|hangEm)|pageNumber\.gapMm|masthead\.ruleGapMm|text\.pageNumber\.(?:left|right)|text\.mastheadNumber\.space|text\.\w+\.space(?:Before|After))/u.test(
        path,
      ),
  );

describe('a page style learnt from a Word file', () => {
  it.each(Array.from({ length: 24 }, (_, index) => index + 1))('is the one the file was built with: %i', (seed) => {
    const hand = seed <= 3 ? { ...plainHand, looks: (['styles', 'direct', 'mixed'] as const)[seed - 1] ?? 'styles' } : hands(seed);
    const style = officeStyle(seed, hand);
    const learnt = learn(officeFile(style, hand));
    expect(learnt.kind).toBe('issue');
    const values = new Map<string, SettingValue>(learnt.values.map(({ path, value }) => [path, value]));
    expect(mustLearn.filter((path) => !values.has(path))).toEqual([]);
    const wrong = learnt.values
      .filter(({ path }) => !unseen.some((pattern) => pattern.test(path)))
      .filter(({ path, value }) => !isLearnt(path, value, styleValue(style, path)))
      .map(({ path, value, where }) => ({ path, value, wanted: styleValue(style, path), where, hand }));
    expect(wrong).toEqual([]);
  });
});

describe('a page style learnt from our own Word file', () => {
  // What a style says and a Word file cannot: where bold meets bold, how far closing marks close up, what holds the name down.
  const lost = /^(?:fitting\.closing|lead\.bold|noteLead\.bold|masthead\.nameTopMm|text\.mastheadName\.spaceBeforePt|contents\.leader)/u;

  it.each([1, 2, 6, 8])('differs in nothing: %i', async (seed) => {
    const { changes } = randomStyle(seed);
    const kept = Object.entries(changes).filter(([path]) => !lost.test(path) && !/^text\.source\.spaceAfter|\.bold$/u.test(path));
    const style = resolvePageStyle(Object.fromEntries(kept));
    const issue = specimenIssue(defaultPublication, { hasMarks: seed % 2 === 0 });
    const learnt = learn(await writeDocx(composeIssue(issue), style, sampleMeta));
    expect(learnt.placed).toBe(learnt.paragraphs);
    expect(learnt.values.length).toBeGreaterThan(250);
    const differing = styleProposals(learnt, style).filter(({ path }) => !lost.test(path));
    expect(differing.filter(({ path, after, before }) => !isLearnt(path, after, before))).toEqual([]);
  });
});

describe('what is told of a file', () => {
  const style = resolvePageStyle({ 'text.body.lineHeightPt': 27.7, 'text.title.sizePt': 24, 'marginMm.top': 30 });
  const file = officeFile(style, plainHand);

  it('is a line for each difference from the style in use, to be taken over one by one', () => {
    const proposals = styleProposals(learn(file), defaultPageStyle);
    const body = proposals.find(({ path }) => path === 'text.body.lineHeightPt');
    expect(body).toMatchObject({ label: '正文 行距', shownBefore: '28.95 磅', shownAfter: '27.7 磅', confidence: 'stated' });
    expect(body?.where).toMatch(/^第\d+段等10段，样式“父body”$/u);
    const taken = takeProposals(
      { 'text.body.sizePt': 15 },
      proposals.filter(({ path }) => path !== 'marginMm.top'),
    );
    expect(taken).toMatchObject({ 'text.body.lineHeightPt': 27.7, 'text.title.sizePt': 24, 'text.body.sizePt': 15 });
    expect(taken).not.toHaveProperty('marginMm.top');
  });

  it('says nothing of a lead that goes on with its text in the file as in the style, whatever face that is', () => {
    const lead = '<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/></w:rPr><w:t>聚焦群众所需。</w:t></w:r>';
    const text = `<w:p>${lead}<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr><w:t>示例区把服务送到群众身边，推动资源在一线集聚，群众满意率不断提高。</w:t></w:r></w:p>`;
    const learnt = learn(buildDocx({ body: `<w:p><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p>${text}${text}` }));
    expect(learnt.values).toContainEqual(expect.objectContaining({ path: 'lead.face', value: '' }));
    const paths = styleProposals(learnt, defaultPageStyle).map(({ path }) => path);
    expect([paths.includes('text.body.face'), paths.includes('lead.face')]).toEqual([true, false]);
  });

  it('names the paragraphs that stand otherwise', () => {
    const odd =
      '<w:p><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr><w:r><w:t>甲乙丙丁戊己庚辛壬癸，子丑寅卯辰巳午未申酉戌亥，这一段的行距与其他各段不同，读的人一看便知。</w:t></w:r></w:p>';
    const usual = odd.replace('400', '560').replace('甲乙丙丁', '今年以来');
    const learnt = learn(
      buildDocx({
        body: `<w:p><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p>${[1, 2, 3, 4].map((number) => usual.replace('今年', `第${String(number)}年`)).join('')}${odd}`,
      }),
    );
    expect(learnt.values.find(({ path }) => path === 'text.body.lineHeightPt')).toEqual({
      path: 'text.body.lineHeightPt',
      value: 28,
      where: '第2段等4段，直接格式；另有1段不同（第6段20 磅）',
      confidence: 'stated',
    });
  });

  it('lists what the page style has no place for', () => {
    const words = '示例区把服务送到群众身边，推动资源在一线集聚，全区98个实践站活动参与率明显提升，群众满意率不断提高。';
    const look = '<w:rPr><w:rFonts w:ascii="Tahoma" w:eastAsia="汉仪全唐诗简"/><w:u w:val="single"/></w:rPr>';
    const section =
      '<w:sectPr><w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="200" w:right="1474" w:bottom="1984" w:left="1588"/><w:cols w:num="2"/></w:sectPr>';
    const learnt = learn(
      buildDocx({
        body: `<w:p><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p><w:p><w:r>${look}<w:t>${words}</w:t></w:r></w:p>${section}`,
      }),
    );
    const told = learnt.notTaken.map(({ what }) => what);
    expect(told).toEqual(
      expect.arrayContaining([
        '纸张 148 × 210 毫米',
        '分 2 栏',
        '上边距 3.53 毫米',
        '正文：下划线',
        '正文：字体“汉仪全唐诗简”',
        '正文：西文和数字用“Tahoma”',
      ]),
    );
    expect(learnt.values.map(({ path }) => path)).not.toContain('marginMm.top');
    expect(learnt.values.map(({ path }) => path)).not.toContain('text.body.face');
  });

  it('lists Latin of a part that is set otherwise than the text, and of a font that none is as wide as', () => {
    const run = (ascii: string, words: string): string =>
      `<w:p><w:r><w:rPr><w:rFonts w:ascii="${ascii}" w:eastAsia="仿宋"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
    const text = (ascii: string): string =>
      run(ascii, '示例区新增5G基站1,032座，把服务送到群众身边，推动资源在一线集聚，群众满意率不断提高。');
    const told = (body: string): readonly string[] =>
      learn(buildDocx({ body }))
        .notTaken.filter(({ what }) => what.includes('西文'))
        .map(({ what, why }) => `${what}：${why.slice(0, 12)}`);
    const title = run('Arial', '关于示例区5G建设的报告');
    expect(told(title + text('Times New Roman') + text('Times New Roman') + text('Tahoma'))).toEqual([
      '标题：西文和数字用“Arial”：全期西文和数字只有一种字',
    ]);
    expect(told(title + text('Arial'))).toEqual([]);
    expect(told(title.replace('Arial', '仿宋') + text('Tahoma'))).toEqual(['正文：西文和数字用“Tahoma”：西文和数字只能随汉字的字']);
  });

  it('lists rules of breaking lines that no setting holds, a grid that characters stand in, and margins that are not said', () => {
    const look = '<w:pPr><w:kinsoku w:val="0"/><w:wordWrap w:val="0"/><w:topLinePunct/></w:pPr>';
    const words = '示例区把服务送到群众身边，推动资源在一线集聚，全区98个实践站活动参与率明显提升，群众满意率不断提高。';
    const section = '<w:sectPr><w:docGrid w:type="snapToChars" w:linePitch="560" w:charSpace="200"/></w:sectPr>';
    const body = `<w:p><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p><w:p>${look}<w:r><w:t>${words}</w:t></w:r></w:p>`;
    const rules = ['页边距', '文字对齐字符网格', '正文：不避行首行尾标点', '正文：西文在词中换行', '正文：行首标点压缩'];
    const toldOf = (xml: string): readonly string[] => learn(buildDocx({ body: xml })).notTaken.map(({ what }) => what);
    expect(toldOf(body + section)).toEqual(expect.arrayContaining(rules));
    const plain =
      body.replace(look, '') + section.replace('snapToChars', 'lines').replace('<w:docGrid', '<w:pgMar w:top="2098"/><w:docGrid');
    expect(toldOf(plain).filter((what) => rules.includes(what))).toEqual([]);
  });

  it('takes no page number of a header for one of the foot: it is told as a header', () => {
    const number =
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="r0"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:footer="1400"/></w:sectPr>';
    const learnt = learn(buildDocx({ header: number, body: `<w:p><w:r><w:t>关于示例工作情况的报告</w:t></w:r></w:p>${section}` }));
    expect(learnt.values.filter(({ path }) => /pageNumber/iu.test(path))).toEqual([]);
    expect(learnt.notTaken.map(({ what }) => what)).toContain('页眉“第1”');
    expect(learnt.values.map(({ path }) => path)).toContain('marginMm.top');
  });

  it('is an error for a file that cannot be read', () => {
    expect(() => learn(file.subarray(0, 900))).toThrow(AppError);
    expect(() => learn(new TextEncoder().encode('不是压缩包'))).toThrow(/往期\.docx/u);
  });
});
