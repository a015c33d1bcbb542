import { describe, expect, it } from 'vitest';
import { issueItems } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { readParts, type DocxParts } from '../../../../shared/word/write/finish-package.js';
import { paragraphStyleNames } from '../../../../shared/word/write/style-names.js';
import { writeDocx, type DocxOptions } from '../../../../shared/word/write/write-docx.js';
import { article, brief, column, issue, p } from '../../../helpers/build-issue.js';
import { footnoteIssue } from '../../../helpers/footnote-issue.js';
import { longIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { named, parseXml, type XmlElement } from '../../../helpers/xml-tree.js';

async function write(style: PageStyle = defaultPageStyle, options: DocxOptions = {}): Promise<DocxParts> {
  return readParts(await writeDocx(composeIssue(sampleIssue), style, sampleMeta, options));
}

function part(parts: DocxParts, name: string): XmlElement {
  return parseXml(parts[name] ?? '');
}

function attribute(root: XmlElement, element: string, name: string): string | undefined {
  return named(root, element)[0]?.attributes[name];
}

function styleById(parts: DocxParts, id: string): XmlElement {
  const style = named(part(parts, 'word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
  if (!style) throw new Error(`no style ${id}`);
  return style;
}

describe('writeDocx', () => {
  it('gives the same bytes for the same issue', async () => {
    const blocks = composeIssue(sampleIssue);
    const first = await writeDocx(blocks, defaultPageStyle, sampleMeta);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Buffer.from(await writeDocx(blocks, defaultPageStyle, sampleMeta)).equals(Buffer.from(first))).toBe(true);
  });

  it('sets the page of GB/T 9704: margins 2098, 1474, 1984, 1588 twips and no character grid', async () => {
    const document = part(await write(), 'word/document.xml');
    expect(named(document, 'w:pgMar')[0]?.attributes).toMatchObject({
      'w:top': '2098',
      'w:right': '1474',
      'w:bottom': '1984',
      'w:left': '1588',
    });
    expect(attribute(document, 'w:docGrid', 'w:type')).toBeUndefined();
  });

  it('sets body text in 16 pt 仿宋_GB2312 at a pitch of 15.75 pt on exact lines of 28.95 pt, indented two characters', async () => {
    const body = styleById(await write(), paragraphStyleNames.body.id);
    expect(named(body, 'w:spacing').map(({ attributes }) => attributes)).toEqual([
      { 'w:before': '0', 'w:after': '0', 'w:line': '579', 'w:lineRule': 'exact' },
      { 'w:val': '-5' },
    ]);
    expect(named(body, 'w:ind')[0]?.attributes).toMatchObject({ 'w:firstLineChars': '200', 'w:firstLine': '630' });
    expect(named(body, 'w:rFonts')[0]?.attributes).toMatchObject({
      'w:eastAsia': '仿宋_GB2312',
      'w:ascii': '仿宋_GB2312',
      'w:hint': 'eastAsia',
    });
    expect(attribute(body, 'w:sz', 'w:val')).toBe('32');
  });

  it('sets a paragraph closer or wider by a style of its own, and no run by letter spacing', async () => {
    const value = issue(
      column(
        '经验交流',
        article('甲县抓实工作', { ...p('示例。'.repeat(30)), fit: 'tight' }, { ...p('例示。'), fit: 'loose' }, p('末段。')),
      ),
      column('简讯', { ...brief('乙区启动宣讲', ''), paragraphs: [{ ...p('示例。'), fit: 'tight' }] }),
    );
    const parts = readParts(await writeDocx(composeIssue(value), defaultPageStyle, sampleMeta));
    const styles = ['BodyTight', 'BodyLoose', 'BriefTight'].map((id) => styleById(parts, id));
    expect(styles.map((each) => [attribute(each, 'w:name', 'w:val'), attribute(each, 'w:basedOn', 'w:val')])).toEqual([
      ['文章正文（紧排）', 'Body'],
      ['文章正文（松排）', 'Body'],
      ['简讯首段（紧排）', 'Brief'],
    ]);
    expect(styles.map((each) => attribute(each, 'w:spacing', 'w:val'))).toEqual(['-9', '-3', '-9']);
    expect(attribute(styleById(parts, 'BodyTightUnderTitle'), 'w:basedOn', 'w:val')).toBe('BodyTight');
    expect(parts['word/document.xml']).not.toMatch(/<w:rPr>(?:(?!<\/w:rPr>).)*<w:spacing/u);
  });

  it('leaves the line rules of Word at their defaults, and marks as wide as they are, as our layout does', async () => {
    const parts = await write();
    const written = `${parts['word/document.xml'] ?? ''}${parts['word/styles.xml'] ?? ''}`;
    expect(written.replace('<w:overflowPunct w:val="0"/>', '')).not.toMatch(
      /<w:(?:kinsoku|overflowPunct|topLinePunct|autoSpaceDE|autoSpaceDN|wordWrap)\b/u,
    );
    const settings = part(parts, 'word/settings.xml');
    expect(attribute(settings, 'w:characterSpacingControl', 'w:val')).toBe('doNotCompress');
    expect(named(settings, 'w:compatSetting')[0]?.attributes).toMatchObject({ 'w:name': 'compatibilityMode', 'w:val': '15' });
    expect(written).toContain('w:eastAsia="zh-CN"');
  });

  it('keeps the last paragraph and its source to 版记, each whole, by styles of their own', async () => {
    const parts = await write();
    for (const id of ['BodyLast', 'SourceBeforeTail']) {
      expect(named(styleById(parts, id), 'w:keepNext').map(({ attributes }) => attributes)).toEqual([{}]);
      expect(named(styleById(parts, id), 'w:keepLines')).toHaveLength(1);
    }
    const styles = named(part(parts, 'word/document.xml'), 'w:pStyle').map(({ attributes }) => attributes['w:val'] ?? '');
    expect(styles.slice(styles.indexOf('Distribution') - 2, styles.indexOf('Distribution'))).toEqual(['BodyLast', 'SourceBeforeTail']);
  });

  it('calls no style its own that Word knows by its name', async () => {
    const parts = readParts(await writeDocx(composeIssue(footnoteIssue), defaultPageStyle, sampleMeta));
    const own = named(part(parts, 'word/styles.xml'), 'w:style').filter(({ attributes }) => attributes['w:customStyle'] === '1');
    expect(own.map((style) => attribute(style, 'w:name', 'w:val'))).toEqual(['格内文字']);
  });

  it('lets no mark hang over the rules of cells: tables, the box, 版记', async () => {
    const parts = await write();
    expect(attribute(styleById(parts, 'CellText'), 'w:overflowPunct', 'w:val')).toBe('0');
    for (const id of ['TableHead', 'TableCell', 'InstructionLabel', 'InstructionText', 'Distribution', 'Imprint'])
      expect(attribute(styleById(parts, id), 'w:basedOn', 'w:val')).toBe('CellText');
  });

  it('bases columns, titles and inner headings on the headings of Word, by which every reader knows them', async () => {
    const parts = await write();
    const bases = (['columnHeading', 'title', 'level1', 'level4', 'body'] as const).map((role) => {
      const base = styleById(parts, attribute(styleById(parts, paragraphStyleNames[role].id), 'w:basedOn', 'w:val') ?? '');
      return [attribute(base, 'w:name', 'w:val'), attribute(base, 'w:outlineLvl', 'w:val')];
    });
    expect(bases).toEqual([
      ['heading 1', '0'],
      ['heading 2', '1'],
      ['heading 3', '2'],
      ['heading 6', '5'],
      ['Normal', undefined],
    ]);
    expect(attribute(styleById(parts, 'Brief'), 'w:outlineLvl', 'w:val')).toBe('1');
  });

  it('names no style as Word names its own', async () => {
    const names = named(part(await write(), 'word/styles.xml'), 'w:name').map(({ attributes }) => attributes['w:val'] ?? '');
    const own = [
      '正文',
      '正文文本',
      '标题',
      '副标题',
      '页码',
      '页眉',
      '页脚',
      '目录',
      '标题 1',
      '引文',
      '强调',
      '题注',
      '签名',
      '日期',
      '称呼',
    ];
    expect(names.filter((name) => own.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('freezes nothing of our pages: no spacing, break or letter spacing in a paragraph of the body', async () => {
    const parts = readParts(await writeDocx(composeIssue(longIssue), defaultPageStyle, sampleMeta));
    const body = named(part(parts, 'word/document.xml'), 'w:p').filter((paragraph) =>
      /^(?:Body|Brief|ArticleTitle|ArticleSubtitle|ColumnHeading|Source|Level)/u.test(attribute(paragraph, 'w:pStyle', 'w:val') ?? ''),
    );
    expect(body.length).toBeGreaterThan(30);
    for (const tag of ['w:spacing', 'w:keepNext', 'w:keepLines', 'w:w', 'w:sz']) {
      expect(
        body.flatMap((paragraph) => named(paragraph, tag)),
        tag,
      ).toEqual([]);
    }
    expect(body.flatMap((paragraph) => named(paragraph, 'w:pageBreakBefore'))).toHaveLength(1);
  });

  it('names no theme font anywhere and hints every run of text as Chinese', async () => {
    const parts = await write();
    expect(Object.values(parts).join('')).not.toMatch(/(?:ascii|eastAsia|hAnsi|cs)Theme|themeColor/u);
    const runs = named(part(parts, 'word/document.xml'), 'w:r').filter((run) => named(run, 'w:t').length > 0);
    expect(runs.every((run) => attribute(run, 'w:rFonts', 'w:hint') === 'eastAsia')).toBe(true);
  });

  it('names the faces of Windows when asked', async () => {
    const parts = await write(defaultPageStyle, { faceSet: 'windows' });
    expect(attribute(styleById(parts, paragraphStyleNames.body.id), 'w:rFonts', 'w:eastAsia')).toBe('仿宋');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋"><w:altName w:val="FangSong"/>');
  });

  it('puts no empty paragraph in but the anchor of 版记', async () => {
    const empty = named(part(await write(), 'word/document.xml'), 'w:p').filter((paragraph) => named(paragraph, 'w:r').length === 0);
    expect(empty.map((paragraph) => attribute(paragraph, 'w:pStyle', 'w:val'))).toEqual(['TailAnchor']);
  });

  it('leads from the contents to every article', async () => {
    const document = part(await write(), 'word/document.xml');
    expect(named(document, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'])).toEqual(['a_a1', 'a_a2', 'a_a2', 'a_a3']);
    const bookmarks = named(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    const paragraphs = issueItems(sampleIssue).flatMap(({ item }) => item.paragraphs.map(({ id }) => `p_${id}`));
    expect(bookmarks.filter((name) => name?.startsWith('p_'))).toEqual(paragraphs);
  });

  it('keeps the style of its own line breaks out of links, which LibreOffice would set blue', async () => {
    const long = '甲县坚持党建引领 系统推进 协同作战 全力争创全国文明典范城市';
    const parts = readParts(
      await writeDocx(composeIssue(issue(column('经验交流', article(long, p('正文。'))))), defaultPageStyle, sampleMeta),
    );
    const links = named(part(parts, 'word/document.xml'), 'w:hyperlink');
    expect(links.length).toBeGreaterThan(1);
    expect(links.flatMap((link) => named(link, 'w:rStyle'))).toEqual([]);
    expect(
      links
        .map((link) =>
          named(link, 'w:t')
            .map(({ text }) => text)
            .join(''),
        )
        .join(''),
    ).toBe('甲县坚持党建引领 系统推进 协同作战全力争创全国文明典范城市');
  });

  it('numbers pages outside with fields, not on the cover', async () => {
    const parts = await write();
    const document = part(parts, 'word/document.xml');
    expect(named(document, 'w:footerReference').map(({ attributes }) => attributes['w:type'])).toEqual(['default', 'first', 'even']);
    expect(named(document, 'w:titlePg')).toHaveLength(1);
    expect(attribute(part(parts, 'word/footer1.xml'), 'w:jc', 'w:val')).toBe('right');
    expect(attribute(part(parts, 'word/footer3.xml'), 'w:jc', 'w:val')).toBe('left');
    expect(named(part(parts, 'word/footer1.xml'), 'w:fldSimple').map(({ attributes }) => attributes['w:instr'])).toEqual([' PAGE ']);
    expect(
      named(part(parts, 'word/footer1.xml'), 'w:t')
        .map(({ text }) => text)
        .join(''),
    ).toBe('— 3 —');
  });

  it('numbers the cover, in the middle and without dashes, when the style says so', async () => {
    const parts = await write({
      ...defaultPageStyle,
      pageNumber: { ...defaultPageStyle.pageNumber, onCover: true, form: 'center', dashes: false },
    });
    expect(named(part(parts, 'word/document.xml'), 'w:titlePg')).toHaveLength(0);
    expect(attribute(part(parts, 'word/footer2.xml'), 'w:jc', 'w:val')).toBe('center');
    expect(parts['word/footer1.xml']).not.toContain('—');
  });

  it('breaks titles where our layout does, keeping the blank between half-titles', async () => {
    const long = '甲县坚持党建引领 系统推进 协同作战 全力争创全国文明典范城市';
    const blocks = composeIssue(issue(column('经验交流', article(long, p('正文。')))));
    const document = part(readParts(await writeDocx(blocks, defaultPageStyle, sampleMeta)), 'word/document.xml');
    const title = named(document, 'w:p').find((paragraph) => attribute(paragraph, 'w:pStyle', 'w:val') === 'ArticleTitle');
    if (!title) throw new Error('no title');
    const lines = named(title, 'w:t').map(({ text }) => text);
    expect(named(title, 'w:cr')).toHaveLength(lines.filter((line) => line === ' ').length);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(long);
    expect(lines.filter((line) => line !== ' ' && line.endsWith(' '))).toEqual([]);
  });

  it('carries the issue key and digest as properties, and the day of the issue as its only time', async () => {
    const parts = await write();
    expect(parts['docProps/custom.xml']).toContain(`<vt:lpwstr>${sampleMeta.digest}</vt:lpwstr>`);
    expect(parts['docProps/custom.xml']).toContain('<vt:lpwstr>2023-06</vt:lpwstr>');
    const core = parts['docProps/core.xml'] ?? '';
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/gu)).toEqual(['2023-08-09T00:00:00Z', '2023-08-09T00:00:00Z']);
    expect(parts['docProps/app.xml']).toContain('<Application>专报编辑台</Application>');
  });
});
