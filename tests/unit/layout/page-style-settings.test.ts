import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPublication } from '../../../shared/document/publication.js';
import { specimenIssue } from '../../../shared/document/specimen-issue.js';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import type { PageStyleSetting, SettingValue } from '../../../shared/layout/page-style-setting.js';
import {
  checkPageStyleChange,
  checkPageStyleChanges,
  pageStyleSettings,
  remarkOnStyle,
  resolvePageStyle,
  shownNumber,
  styleValue,
  textAreaFacts,
  withPageStyleChange,
} from '../../../shared/layout/page-style-settings.js';
import { article, column, from, heading, issue, lead, p, withChanges } from '../../helpers/build-issue.js';

/**
 * Measures that are left as they are: A4, the two figures that follow from others, and what the place of a part in
 * print decides (a line of the cover has no indents, a page number's side follows from its form …).
 */
const fixed: readonly RegExp[] = [
  /^paper\./u,
  /^text\.(masthead\w+|instruction\w+|contentsHeading|distribution|imprint|pageNumber)\.(spaceAfterPt|keepWithNext)$/u,
  /^text\.contentsEntry\.keepWithNext$/u,
  /^text\.(masthead\w+|contents\w+|columnHeading|title|subtitle|distribution|imprint|pageNumber)\.firstLineIndentEm$/u,
  /^text\.(masthead\w+|tableHead|tableCell)\.(left|right)IndentEm$/u,
  /^text\.table\w+\.(spaceAfterPt|keepWithNext|firstLineIndentEm)$/u,
  /^text\.footnote\.(spaceBeforePt|spaceAfterPt|keepWithNext)$/u,
  /^text\.pictureCaption\.(spaceBeforePt|keepWithNext|firstLineIndentEm)$/u,
  /^text\.(instructionText|contentsEntry|imprint|pageNumber|tableHead|tableCell)\.spaceBeforePt$/u,
  /^text\.(mastheadOrgan|mastheadCopy|mastheadMark|imprint|pageNumber|tableCell)\.align$/u,
];

/** Not offered although the pages would follow: in Word the 版记 floats at the foot and keeps no room above itself. */
const onlyOnPages = 'text.distribution.spaceBeforePt';

function isFixed(path: string): boolean {
  return path === onlyOnPages || fixed.some((pattern) => pattern.test(path));
}

function leafPaths(node: object, prefix = ''): readonly string[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'object' ? leafPaths(value as object, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

/** Titles at every height of the page and lines of every length, so that each rule of page breaks meets its case. */
const manyBreaks: Issue = issue(
  column(
    '经验交流',
    ...Array.from({ length: 40 }, (_, index) =>
      withChanges(
        from(
          ['甲县委宣传部', '示例区委宣传部', '市委宣传部理论处', '区融媒体中心', '市文学艺术界联合会'],
          article(
            '甲县“三聚焦三提升”推动网络安全工作开创新局面 打造基层治理样板走在全市前列',
            p('甲县统筹城乡文化资源，'.repeat((index % 23) + 1)),
            ...([1, 2, 3, 4] as const).map((level) =>
              heading(level, '建立健全统筹协调、分工负责、运转顺畅、保障有力的工作机制，形成上下联动的工作格局'),
            ),
            p(lead('聚焦机制建设。'), '形成“人人参与、处处可见”的浓厚氛围。'.repeat(index % 7)),
          ),
        ),
        { subtitle: '——来自示例市的调研', editorNote: ['甲县的做法有借鉴意义，现予刊发，供各单位学习参考，并结合实际抓好落实。'] },
      ),
    ),
  ),
  {
    instruction: '请各单位结合实际，认真学习借鉴，抓好贯彻落实。'.repeat(3),
  },
);

/** Names of columns at many heights of the page. */
const manyColumns: Issue = issue(
  ...Array.from({ length: 12 }, (_, index) =>
    column(`栏目${String(index)}`, article('甲县推动文化惠民', p('甲县统筹城乡文化资源，'.repeat((index * 5) % 23)))),
  ),
);

/** Pictures with captions of one line and of two, at many heights of the page. */
const manyPictures: Issue = issue(
  ...Array.from({ length: 6 }, (_, index) =>
    column(
      `栏目${String(index)}`,
      article(
        '甲县推动文化惠民',
        p('甲县统筹城乡文化资源，'.repeat((index * 7) % 23)),
        {
          ...p('甲县文化广场一角。'.repeat(1 + (index % 2) * 4)),
          picture: { sha256: '0'.repeat(64), type: 'png', width: 300, height: 200 },
        },
        p('甲县推动文化惠民。'),
      ),
    ),
  ),
);

const samples = [
  composeIssue(specimenIssue(defaultPublication, { hasMarks: false })),
  composeIssue(specimenIssue(defaultPublication, { hasMarks: true })),
  composeIssue(manyBreaks),
  composeIssue(manyColumns),
  composeIssue(manyPictures),
];

function lay(changes: Readonly<Record<string, SettingValue>>, sample = 0): readonly Page[] {
  return layoutIssue(samples[sample] ?? [], resolvePageStyle(changes));
}

const defaultPages = samples.map((_, index) => JSON.stringify(lay({}, index)));

const usualPages = new Map<string, string>();

/** Pages as they are before the setting under test changes, laid out once for all settings. */
function usual(beside: Readonly<Record<string, SettingValue>>, sample: number): string {
  const key = JSON.stringify([beside, sample]);
  const pages = usualPages.get(key) ?? JSON.stringify(lay(beside, sample));
  usualPages.set(key, pages);
  return pages;
}

/** Other values a setting may have: the ends of a range, and a step to either side. */
function otherValues(setting: PageStyleSetting): readonly SettingValue[] {
  const current = styleValue(defaultPageStyle, setting.path);
  const values: readonly SettingValue[] =
    setting.kind === 'number'
      ? [setting.max, setting.min]
      : setting.kind === 'switch'
        ? [current !== true]
        : setting.kind === 'color'
          ? ['#12345a']
          : setting.options.map(({ value }) => value);
  return values.filter((value) => value !== current);
}

/** An indent at the right shows on short lines only where they stand at the right; a leader only before a page number. */
function changesPages(path: string, value: SettingValue): boolean {
  const besides = [
    {},
    ...(path.endsWith('.rightIndentEm') ? [{ [path.replace('rightIndentEm', 'align')]: 'right' }] : []),
    { 'contents.pageNumbers': true },
  ];
  return besides.some((beside) =>
    samples.some((_, index) => JSON.stringify(lay({ ...beside, [path]: value }, index)) !== usual(beside, index)),
  );
}

function printedText(pages: readonly Page[]): string {
  return pages
    .flatMap(({ lines }) => lines.filter(({ furniture }) => !furniture).map(({ text }) => text))
    .join('')
    .replace(/\s/gu, '');
}

describe('the table of settings', () => {
  it('holds every measure of the page style but the fixed ones, each once', () => {
    const paths: readonly string[] = pageStyleSettings.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const free = leafPaths(defaultPageStyle).filter((path) => !isFixed(path));
    expect(free.filter((path) => !paths.includes(path))).toEqual([]);
    expect(paths.filter(isFixed)).toEqual([]);
  });

  it('takes the default of every setting', () => {
    expect(pageStyleSettings.map(({ path }) => checkPageStyleChange(path, styleValue(defaultPageStyle, path))).filter(Boolean)).toEqual([]);
  });

  it.each(pageStyleSettings.map((setting) => [setting.path, setting] as const))('%s changes laid-out pages', (path, setting) => {
    expect(otherValues(setting).some((value) => changesPages(path, value))).toBe(true);
  });

  it('leaves out nothing that would change the pages', () => {
    const alternatives: readonly SettingValue[] = [30, true, false, 'left', 'center', 'right'];
    const style = (path: string, value: SettingValue) => forced(defaultPageStyle, path.split('.'), value);
    const live = leafPaths(defaultPageStyle)
      .filter((path) => fixed.some((pattern) => pattern.test(path)) && !path.startsWith('paper.'))
      .filter((path) =>
        alternatives
          .filter((value) => typeof value === typeof styleValue(defaultPageStyle, path))
          .some((value) =>
            samples.some((blocks, index) => JSON.stringify(layoutIssue(blocks, style(path, value))) !== defaultPages[index]),
          ),
      );
    expect(live).toEqual([]);
  }, 240_000);

  it('lays out every word at both ends of every range', () => {
    const words = printedText(lay({})).length;
    for (const setting of pageStyleSettings) {
      for (const value of otherValues(setting))
        expect([setting.path, value, printedText(lay({ [setting.path]: value })).length]).toEqual([setting.path, value, words]);
    }
  });

  it('lays out every word in any mixture of allowed values', () => {
    const words = printedText(lay({})).length;
    const change = fc
      .constantFrom(...pageStyleSettings)
      .chain((setting) => fc.constantFrom(...otherValues(setting)).map((value) => [setting.path, value] as const));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        expect(printedText(lay(Object.fromEntries(changes))).length).toBe(words);
      }),
      { numRuns: 60 },
    );
  });
});

/** A style with a value set past the table. */
function forced<Node extends object>(node: Node, [name = '', ...rest]: readonly string[], value: SettingValue): Node {
  return { ...node, [name]: rest.length === 0 ? value : forced(Reflect.get(node, name) as object, rest, value) };
}

describe('resolvePageStyle', () => {
  it('lays changes over the default style', () => {
    const style = resolvePageStyle({ 'marginMm.top': 30, 'text.title.face': 'hei', 'tail.onEvenPage': true });
    expect([style.marginMm.top, style.text.title.face, style.tail.onEvenPage]).toEqual([30, 'hei', true]);
    expect(style.text.body).toEqual(defaultPageStyle.text.body);
  });

  it.each([
    ['out of range', 'marginMm.top', 300],
    ['below its range', 'text.body.sizePt', 0],
    ['between the steps Word can store', 'text.body.sizePt', 15.3],
    ['not a number', 'text.body.pitchPt', Number.NaN],
    ['infinite', 'marginMm.left', Number.POSITIVE_INFINITY],
    ['of another type', 'marginMm.top', '30'],
    ['no colour', 'masthead.ruleColor', 'red;}'],
    ['no known face', 'text.body.face', 'Arial'],
    ['paper', 'paper.widthMm', 297],
    ['of a newer version', 'text.body.hyphenation', true],
    ['a path into the language', '__proto__.polluted', 1],
    ['a branch', 'text.body', 1],
  ])('leaves out a value %s', (_case, path, value) => {
    expect(resolvePageStyle({ [path]: value })).toEqual(defaultPageStyle);
  });

  it('takes the face of a lead away again', () => {
    expect(resolvePageStyle({ 'lead.face': 'kai' }).lead).toEqual({ bold: true, face: 'kai' });
    expect(resolvePageStyle({ 'noteLead.face': '' }).noteLead).toEqual({ bold: false });
  });
});

describe('checkPageStyleChange', () => {
  it('says the allowed range in the unit that is shown', () => {
    expect(checkPageStyleChange('marginMm.top', 300)).toBe('上边距应在 10 到 80 毫米之间');
    expect(checkPageStyleChange('text.body.sizePt', 4)).toBe('字号应在 5 到 72 磅之间');
    expect(checkPageStyleChange('text.body.sizePt', 15.3)).toBe('字号应为 0.5 磅的倍数，在 5 到 72 磅之间');
    expect(checkPageStyleChange('text.title.scaleX', 3)).toBe('字符缩放应在 50 到 150%之间');
    expect(checkPageStyleChange('masthead.ruleColor', '红')).toBe('颜色应写作 #d8000f 这样的六位色值');
    expect(checkPageStyleChange('text.body.face', 'Arial')).toBe('字体只能是仿宋、楷体、黑体、宋体、小标宋');
  });

  it('takes what lies in the range, ends included', () => {
    for (const value of [10, 37, 37.5, 80]) expect(checkPageStyleChange('marginMm.top', value)).toBeUndefined();
    for (const value of [28.95, 15.75]) expect(checkPageStyleChange('text.body.lineHeightPt', value)).toBeUndefined();
  });

  it('knows no other paths, whose values a publication of a newer version may keep', () => {
    expect(checkPageStyleChange('paper.widthMm', 210)).toBe('没有“paper.widthMm”这项设置');
    expect(checkPageStyleChanges({ 'text.body.hyphenation': true, 'marginMm.top': 30 })).toBeUndefined();
  });

  it('names the part of a refused value', () => {
    expect(checkPageStyleChanges({ 'marginMm.left': 30, 'text.mastheadName.sizePt': 500 })).toBe('刊名：字号应在 20 到 120 磅之间');
  });
});

describe('changes of the page style', () => {
  it('forget a measure that is set back to its default', () => {
    const changed = withPageStyleChange({}, 'marginMm.top', 30);
    expect(changed).toEqual({ 'marginMm.top': 30 });
    expect(withPageStyleChange(changed, 'marginMm.top', 37)).toEqual({});
    expect(withPageStyleChange({ 'lead.face': 'kai' }, 'lead.face', '')).toEqual({});
  });
});

describe('remarkOnStyle', () => {
  it('has nothing to say about the default style', () => {
    expect(remarkOnStyle(defaultPageStyle)).toEqual([]);
  });

  it('tells of lines and characters that overlap and of a page number off the paper', () => {
    const style = resolvePageStyle({
      'text.body.lineHeightPt': 12,
      'text.title.pitchPt': 12,
      'pageNumber.gapMm': 30,
      'marginMm.bottom': 20,
    });
    expect(remarkOnStyle(style).map(({ path }) => path)).toEqual(['text.title.pitchPt', 'text.body.lineHeightPt', 'pageNumber.gapMm']);
  });
});

describe('remarkOnStyle on bold', () => {
  it('tells of bold text in a face without a drawn bold', () => {
    expect(remarkOnStyle(resolvePageStyle({ 'text.body.face': 'kai' }))).toEqual([
      { path: 'lead.bold', text: '楷体没有粗体，版面和 PDF 不加粗' },
    ]);
    expect(remarkOnStyle(resolvePageStyle({ 'text.level1.bold': true })).map(({ path }) => path)).toEqual(['text.level1.bold']);
    expect(remarkOnStyle(resolvePageStyle({ 'text.level3.bold': true }))).toEqual([]);
  });
});

describe('textAreaFacts', () => {
  it('gives 28 characters and 22 lines for the printed issues', () => {
    expect(textAreaFacts(defaultPageStyle)).toEqual({ widthMm: 156, heightMm: 225, characters: 28, lines: 22 });
  });
});

describe('shownNumber', () => {
  it('shows factors in per cent', () => {
    expect(shownNumber({ unit: 'ratio' }, 0.9)).toBe(90);
    expect(shownNumber({ unit: 'pt' }, 28.95)).toBe(28.95);
  });
});
