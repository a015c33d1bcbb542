/** What stands in a Word file beside plain words: signs, fields, equations, charts, words as pictures, files in the file. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { buildDocx, type DocxParts } from '../../../helpers/build-docx.js';

const run = (inner: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`;
const words = (text: string, properties = ''): string => run(`<w:t xml:space="preserve">${text}</w:t>`, properties);
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const read = (body: string, parts: Partial<DocxParts> = {}) => readDocxLines(buildDocx({ body, ...parts }), '甲.docx');
const textOf = (...runs: readonly string[]): string =>
  read(paragraph(...runs))
    .lines.map(({ text }) => text)
    .join('|');
const symbol = (font: string, char: string): string => run(`<w:sym w:font="${font}" w:char="${char}"/>`);
const mark = (type: string, inner = ''): string => run(`<w:fldChar w:fldCharType="${type}">${inner}</w:fldChar>`);
const code = (text: string): string => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
const field = (instructions: string, ...result: readonly string[]): string =>
  mark('begin') + code(instructions) + (result.length > 0 ? mark('separate') + result.join('') : '') + mark('end');

describe('signs of symbol fonts', () => {
  it('are read as what they show', () => {
    expect(textOf(symbol('Wingdings', 'F0FE'), words('是'), symbol('Wingdings 2', 'F0A3'), words('否'))).toBe('☑是□否');
    expect(textOf(symbol('Symbol', 'F0B3'), words('3'), symbol('Symbol', '006D'))).toBe('≥3μ');
    expect(textOf(symbol('宋体', '2605'))).toBe('★');
  });

  it('are told from words in such a font', () => {
    const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    expect(textOf(words('R', font('Wingdings 2')), words('R', font('Calibri')))).toBe('☑R');
    expect(textOf(words('\uf052合格', font('Wingdings 2')))).toBe('☑合格');
  });

  it('stand as a box, and are told, where nobody knows them', () => {
    const { lines, warnings } = read(paragraph(symbol('Webdings', 'F041'), words('甲县')));
    expect(lines[0]?.text).toBe('□甲县');
    expect(warnings).toEqual(['第1段的“□”是符号字体里的符号，认不出是哪一个，以□代替，请核对。']);
  });
});

describe('fields without a result', () => {
  it('show signs in a circle', () => {
    expect(textOf(field('eq \\o\\ac(○,1)'), field('EQ \\o\\ac(○,甲)'), field('eq \\o\\ac(□,2)'))).toBe('①（甲）（2）');
  });

  it('show words with their reading above', () => {
    const { lines, leftAside } = read(paragraph(field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(jiǎ),甲)'), words('县')));
    expect(lines[0]?.text).toBe('甲县');
    expect(leftAside).toEqual([{ line: 1, text: 'jiǎ', reason: '注音' }]);
  });

  it('show boxes that are ticked or not', () => {
    const box = (inner: string): string =>
      mark('begin', `<w:ffData><w:checkBox>${inner}</w:checkBox></w:ffData>`) + code('FORMCHECKBOX') + mark('end');
    expect(textOf(box('<w:checked/>'), words('是'), box('<w:default w:val="0"/>'), words('否'))).toBe('☑是☐否');
  });

  it('are listed where they cannot be told', () => {
    const { lines, leftAside } = read(paragraph(words('甲'), field('EQ \\b\\bc\\[(\\a(1,2))'), words('乙')));
    expect(lines[0]?.text).toBe('甲乙');
    expect(leftAside).toEqual([{ line: 1, text: 'EQ \\b\\bc\\[(\\a(1,2))', reason: '公式域没有收入，请对照原件' }]);
  });

  it('with a result keep that', () => {
    expect(textOf(field('eq \\o\\ac(○,1)', words('①')), field('REF 甲 \\h', words('表1')), field('XE "词条"'))).toBe('①表1');
  });
});

describe('figures raised and lowered', () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  it('are characters of their own behind letters, figures and brackets', () => {
    expect(textOf(words('12m'), words('2', raised), words('和CO'), words('2', '<w:vertAlign w:val="subscript"/>'))).toBe('12m²和CO₂');
  });
  it('stay as they are behind 汉字, where they may number a note', () => {
    expect(textOf(words('如下'), words('1', raised), words('和[1]', raised))).toBe('如下1和[1]');
  });
});

it('writes equations on a line, and says so', () => {
  const text = (inner: string): string => `<m:r><m:t>${inner}</m:t></m:r>`;
  const fraction = `<m:f><m:num>${text('a+1')}</m:num><m:den>${text('b')}</m:den></m:f>`;
  const power = `<m:sSup><m:e>${text('x')}</m:e><m:sup>${text('2')}</m:sup></m:sSup>`;
  const { lines, warnings } = read(paragraph(words('即'), `<m:oMath>${fraction}${text('=')}${power}</m:oMath>`).replaceAll('m:', ''));
  expect(lines[0]?.text).toBe('即(a+1)/b=x²');
  expect(warnings).toEqual(['第1段的“(a+1)/b=x²”原为公式，已写成一行文字，请核对。']);
});

it('says which words are struck through', () => {
  const { lines, warnings } = read(paragraph(words('共三'), words('四', '<w:strike/>'), words('个村')));
  expect(lines[0]?.text).toBe('共三四个村');
  expect(warnings).toEqual(['第1段的“四”带有删除线，已照样收入，请核对。']);
});

describe('drawings', () => {
  const drawing = (inner: string): string => run(`<w:drawing>${inner}</w:drawing>`);
  const part = (inner: string): Uint8Array => strToU8(`<c:space xmlns:c="c" xmlns:a="a">${inner}</c:space>`);

  it('that are charts and diagrams are listed at their place, with their words', () => {
    const body = paragraph(words('甲')) + paragraph(drawing('<chart r:id="c1"/>')) + paragraph(drawing('<relIds r:dm="c2"/>'));
    const media = {
      c1: ['chart1.xml', part('<a:p><a:r><a:t>各季场次</a:t></a:r></a:p>')],
      c2: ['data1.xml', part('<a:p><a:t>点单</a:t></a:p><a:p><a:t>派单</a:t></a:p>')],
    } as const;
    expect(read(body, { media }).leftAside).toEqual([
      { line: 2, text: '图表：各季场次', reason: '图表没有收入，请对照原件' },
      { line: 3, text: '智能图形：点单、派单', reason: '智能图形没有收入，请对照原件' },
    ]);
  });

  it('harm nothing where their part is broken or missing', () => {
    const media = { c1: ['chart1.xml', strToU8('<a:p>')] } as const;
    const { lines, leftAside } = read(paragraph(words('甲'), drawing('<chart r:id="c1"/>'), drawing('<chart r:id="c9"/>')), { media });
    expect(lines.map(({ text }) => text)).toEqual(['甲']);
    expect(leftAside.map(({ text }) => text)).toEqual(['图表', '图表']);
  });

  it('that are objects of other programs are named', () => {
    const object = (id: string): string => run(`<w:object><OLEObject ProgID="${id}"/></w:object>`);
    expect(read(paragraph(object('Excel.Sheet.12'), object('甲.乙'))).leftAside.map(({ text }) => text)).toEqual([
      '嵌入的电子表格',
      '嵌入的对象',
    ]);
  });

  it('that are words set as a picture are a text box', () => {
    const { lines, warnings } = read(paragraph(run('<w:pict><textpath string="宣讲周报"/></w:pict>')));
    expect(lines.map(({ text }) => text)).toContain('宣讲周报');
    expect(warnings).toEqual(['第1段的文本框“宣讲周报”接在该段之后，请核对位置。']);
  });

  it('hold all pictures of a group, each once', () => {
    const bytes = Uint8Array.of(1);
    const media = { p1: ['a.png', bytes], p2: ['b.png', bytes], p3: ['c.png', bytes] } as const;
    const box = `<w:txbxContent>${paragraph(drawing('<a:blip r:embed="p3"/>'))}</w:txbxContent>`;
    const body = paragraph(drawing(`<a:blip r:embed="p1"/><a:blip r:embed="p2"/>${box}`));
    const keepPicture = () => ({ sha256: 'a', type: 'png', width: 1, height: 1 }) as const;
    expect(readDocxLines(buildDocx({ body, media }), '甲.docx', { keepPicture }).lines.filter(({ picture }) => picture)).toHaveLength(3);
  });
});

describe('files in the file', () => {
  const body = paragraph(words('前')) + '<w:altChunk r:id="e1"/>' + paragraph(words('后'));
  const media = { e1: ['a.html', strToU8('<p>中</p>')] } as const;

  it('are read at their place by whoever knows them', () => {
    const line = { line: 1, text: '中', bold: [], marks: [] };
    const readEmbedded = () => ({ lines: [line], warnings: ['内'], leftAside: [{ line: 1, text: '余', reason: '甲' }] });
    const { lines, warnings, leftAside } = readDocxLines(buildDocx({ body, media }), '甲.docx', { readEmbedded });
    expect(lines.map(({ line: number, text }) => [number, text])).toEqual([
      [1, '前'],
      [2, '中'],
      [3, '后'],
    ]);
    expect(warnings).toEqual(['第2段起嵌有另一份文件，已在这里读入（1段），请核对。', '内']);
    expect(leftAside).toEqual([{ line: 2, text: '余', reason: '甲' }]);
  });

  it('are told where nobody does', () => {
    expect(read(body, { media }).leftAside).toEqual([{ line: 2, text: '嵌入的文件', reason: '嵌在文稿里的另一份文件，没有读入' }]);
  });
});

it('tells which comments answer which, and which are resolved', () => {
  const comment = (id: number, author: string, text: string): string =>
    `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="0${id}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
  const body = paragraph('<w:commentRangeStart w:id="1"/>', words('七处'), '<w:commentRangeEnd w:id="1"/>');
  const { leftAside } = read(body, {
    comments: comment(1, '王审', '请核') + comment(2, '李编', '已核'),
    commentsExtended: '<w:commentEx w:paraId="01" w:done="1"/><w:commentEx w:paraId="02" w:paraIdParent="01" w:done="0"/>',
  });
  expect(leftAside.map(({ reason }) => reason)).toEqual(['批注（王审，针对“七处”，已解决）', '批注（李编，回复王审，针对“七处”）']);
});

describe('a row over a whole table', () => {
  const row = (...cells: readonly string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr>${cells.length === 1 ? '<w:gridSpan w:val="2"/>' : ''}</w:tcPr>${paragraph(words(cell))}</w:tc>`).join('')}</w:tr>`;
  const tableOf = (first: string): string | undefined =>
    read(`<w:tbl><w:tblGrid/>${row(first)}${row('村', '场次')}${row('东村', '3')}</w:tbl>`).lines[0]?.text;

  it('is its caption where it names one', () => {
    expect(tableOf('表2 各村场次')).toBe('表2 各村场次\n村\t场次\n东村\t3');
    expect(tableOf('各村宣讲场次统计表')).toBe('各村宣讲场次统计表\n村\t场次\n东村\t3');
  });
  it('is a row of it where it says anything else', () => {
    expect(tableOf('一、东片情况')).toBe('\n一、东片情况\t\n村\t场次\n东村\t3');
  });
});

describe('numbers of lists', () => {
  const level = (index: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const item = (depth: number): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>${words('款')}</w:p>`;
  const numbered = (levels: string, ...depths: readonly number[]): string =>
    read(depths.map(item).join(''), {
      numbering: `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    })
      .lines.map(({ text }) => text.replace('款', ''))
      .join(' ');

  it('go on over chapters where they say so, and start anew where they do not', () => {
    const chapters = level(0, 'chineseCounting', '第%1章');
    const articles = (more: string): string => level(1, 'chineseCounting', '第%2条', more);
    expect(numbered(chapters + articles('<w:lvlRestart w:val="0"/>'), 0, 1, 1, 0, 1)).toBe('第一章 第一条 第二条 第二章 第三条');
    expect(numbered(chapters + articles(''), 0, 1, 1, 0, 1)).toBe('第一章 第一条 第二条 第二章 第一条');
  });

  it('are all figures where they say so', () => {
    const first = level(0, 'chineseCounting', '%1、');
    expect(numbered(first + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), 0, 1)).toBe('一、 1.1');
    expect(numbered(first + level(1, 'decimal', '%1.%2'), 0, 1)).toBe('一、 一.1');
  });

  it.each([
    ['ideographTraditional', '甲 乙'],
    ['ideographZodiac', '子 丑'],
    ['decimalEnclosedParen', '⑴ ⑵'],
    ['decimalEnclosedFullstop', '⒈ ⒉'],
    ['ideographEnclosedCircle', '㊀ ㊁'],
    ['chineseLegalSimplified', '壹 贰'],
    ['numberInDash', '- 1 - - 2 -'],
  ])('are written in the form %s', (format, shown) => {
    expect(numbered(level(0, format, '%1'), 0, 0)).toBe(shown);
  });
});

describe('words below a table', () => {
  const cell = (text: string): string => `<w:tc>${paragraph(words(text))}</w:tc>`;
  const table = `<w:tbl>${[
    ['镇', '场次'],
    ['甲镇', '3'],
    ['乙镇', '4'],
  ]
    .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
  const textsOf = (...blocks: readonly string[]): readonly string[] => read(blocks.join('')).lines.map(({ text }) => text);
  const rows = '\n镇\t场次\n甲镇\t3\n乙镇\t4';

  it('that name it are its caption, where it has none', () => {
    expect(textsOf(table, paragraph(words('表1 各镇场次')))).toEqual([`表1 各镇场次${rows}`]);
    const above = paragraph(words('表1 各镇场次'));
    expect(textsOf(above, table, paragraph(words('表2 另一张')))).toEqual([`表1 各镇场次${rows}`, '表2 另一张']);
  });

  it('that name the next one are its caption', () => {
    const caption = paragraph(words('表2 各镇场次'));
    expect(textsOf(table, caption, paragraph(), table)).toEqual([rows, `表2 各镇场次${rows}`]);
  });

  it('are no caption where they are another small table with one', () => {
    const above = paragraph(words('表1 各镇'));
    expect(textsOf(above, table, table)).toEqual([`表1 各镇${rows}`, rows]);
  });

  it('that say anything else are words of the text', () => {
    expect(textsOf(table, paragraph(words('表1、表2 都由甲镇报送。')))).toEqual([rows, '表1、表2 都由甲镇报送。']);
  });
});
