import { describe, expect, it } from 'vitest';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { recognize } from '../../../../shared/recognize/recognize.js';
import { readText } from '../../../../shared/recognize/read-text.js';
import { buildDocx, type DocxParts } from '../../../helpers/build-docx.js';

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (cells: readonly string[], properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const simple = (...rows: readonly (readonly string[])[]): string => rows.map((cells) => row(cells.map((text) => cell(text)))).join('');
const tableOf = (rows: string, grid: readonly number[] = []): string =>
  `<w:tbl><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;
const read = (body: string, more: Partial<DocxParts> = {}) => readDocxLines(buildDocx({ body, ...more }), '来稿.docx');
const textsOf = (body: string) => read(body).lines.map(({ text }) => text);

describe('a table of a Word file', () => {
  it('is a frame where it has one cell of one line', () => {
    const framed = (...cells: readonly string[]) =>
      read(tableOf(simple(cells)) + paragraph(run('以上。'))).lines.map((line) => line.isFramed);
    expect(framed('党建引领')).toEqual([true, undefined]);
    expect(framed('党建', '引领')).toEqual([undefined, undefined, undefined]);
    const two = `<w:tc>${paragraph(run('党建'))}${paragraph(run('引领'))}</w:tc>`;
    expect(read(tableOf(row([two]))).lines.map((line) => line.isFramed)).toEqual([undefined, undefined]);
  });

  it('lays out a masthead or the 领导批示 box, however its cells are filled', () => {
    expect(textsOf(tableOf(simple(['领导批示', '王县长：请推广。4月15日'], ['', '李部长：照办。4月16日'])))).not.toContain(
      '\n领导批示\t王县长：请推广。4月15日\n\t李部长：照办。4月16日',
    );
    expect(textsOf(tableOf(simple(['舆情专报', '第9期（总第89期）'], ['示例区委网信办', '2026.9.15'])))[0]).toBe('舆情专报');
    expect(textsOf(tableOf(simple(['报送', '区委'], ['抄送', '区住建局'], ['编辑', '鲁某']))).join()).not.toContain('\t');
  });

  it('is one line with the caption above it, its header rows and its set widths', () => {
    const rows =
      row([cell('单位'), cell('场次')], '<w:tblHeader/>') +
      row([cell('（区级）'), cell('128')], '<w:tblHeader/>') +
      row([cell('东区'), cell('96')]);
    const { lines, warnings } = read(
      paragraph(run('见下表。')) + paragraph(run('表1 各区场次')) + tableOf(rows, [6000, 2000]) + paragraph(run('以上。')),
    );
    expect(lines.map(({ text }) => text)).toEqual(['见下表。', '表1 各区场次\n单位\t场次\n（区级）\t128\n东区\t96', '以上。']);
    expect(lines[1]?.table).toEqual({ headerRows: 2, widths: [750, 250] });
    expect(warnings).toEqual([]);
  });

  it('has merged cells parted, their words in the first, and told', () => {
    const rows =
      row([cell('合计', '<w:gridSpan w:val="2"/>'), cell('备注')]) +
      row([cell('东区', '<w:vMerge w:val="restart"/>'), cell('一'), cell('二')]) +
      row([cell('', '<w:vMerge/>'), cell('三'), cell('四')]);
    const { lines, warnings } = read(tableOf(rows));
    expect(lines.map(({ text }) => text)).toEqual(['\n合计\t\t备注\n东区\t一\t二\n\t三\t四']);
    expect(warnings).toEqual(['第1段的表格有合并的单元格，已拆开，文字在其中第一格，请核对。']);
  });

  it('keeps the paragraphs of a cell as its lines, and words set apart in it', () => {
    const words = `<w:tc>${paragraph(run('先行') + run('先试', '<w:b/>'))}${paragraph(run('再推广'))}</w:tc>`;
    const { lines } = read(tableOf(simple(['单位', '做法']) + row([cell('东区'), words]) + row([cell('西区'), cell('九')])));
    const [{ text, bold } = { text: '', bold: [] }] = lines;
    expect(text).toBe('\n单位\t做法\n东区\t先行先试\u2028再推广\n西区\t九');
    expect(bold.map(({ start, end }) => text.slice(start, end))).toEqual(['先试']);
  });

  it('tells of a table within it, whose words stand in the cell', () => {
    const inner = `<w:tc>${tableOf(simple(['甲', '乙'], ['丙', '丁']))}${paragraph('')}</w:tc>`;
    const { lines, warnings } = read(tableOf(simple(['单位', '做法']) + row([cell('东区'), inner])));
    expect(lines[0]?.text).toBe('\n单位\t做法\n东区\t甲\u2028乙\u2028丙\u2028丁');
    expect(warnings).toEqual(['第1段的表格里还有表格，其中的文字已逐格收在所在的格里，请核对。']);
  });

  it('leaves deleted rows out and says so', () => {
    const rows = simple(['单位', '场次'], ['东区', '96']) + row([cell('西区'), cell('12')], '<w:del w:author="王"/>');
    const { lines, leftAside } = read(tableOf(rows));
    expect(lines[0]?.text).toBe('\n单位\t场次\n东区\t96');
    expect(leftAside.map(({ line, text }) => [line, text])).toEqual([
      [1, '西区'],
      [1, '12'],
    ]);
  });

  it('is read line by line where it only lays out: one cell, a form, 版记, an article in a cell', () => {
    expect(textsOf(tableOf(simple(['一格'])))).toEqual(['一格']);
    expect(textsOf(tableOf(simple(['标题', '甲县推进'], ['单位', '甲县'], ['正文', '近日。'])))).toEqual([
      '甲县推进',
      '单位：甲县',
      '近日。',
    ]);
    expect(textsOf(tableOf(simple(['报：', '省委'], ['送：', '市直'], ['发：', '各区'])))).toEqual(['报：省委', '送：市直', '发：各区']);
    expect(textsOf(tableOf(simple(['内参', '第3期'], ['示例市', '2023年']), [1, 1]))).toHaveLength(4);
    expect(textsOf(tableOf(simple(['题', '甲'], ['乙', '甲县推进。'.repeat(300)])))).toHaveLength(4);
  });

  it('of a form goes by what any office calls its cells; what is the office’s own stands aside', () => {
    const { lines, leftAside } = read(
      tableOf(
        simple(
          ['报送单位', '甲县', '报送时间', '6月3日'],
          ['信息标题', '甲县推进', '联系电话', '00000000'],
          ['信息内容', '近日。', '撰稿人', '李示例'],
          ['审核意见', '同意。', '备注', '加急'],
        ),
      ),
    );
    expect(lines.map(({ text, role }) => (role === 'title' ? `#${text}` : text))).toEqual([
      '报送单位：甲县',
      '报送时间：6月3日',
      '#甲县推进',
      '联系电话：00000000',
      '近日。',
      '撰稿人：李示例',
    ]);
    expect(leftAside.filter(({ reason }) => reason.includes('审批意见')).map(({ text }) => text)).toEqual([
      '审核意见：同意。',
      '备注：加急',
    ]);
  });

  it('of a form keeps who signed an opinion as a field', () => {
    const written = ['情况属实，同意报送。', '签字：李示例    （盖章）', '负责人：以上属实。'].map((words) => paragraph(run(words)));
    const opinion = `<w:tc><w:tcPr></w:tcPr>${written.join('')}</w:tc>`;
    const { lines, leftAside } = read(tableOf(simple(['报送单位', '甲县'], ['信息标题', '甲县推进']) + row([cell('审核意见'), opinion])));
    expect(lines.map(({ text }) => text)).toEqual(['报送单位：甲县', '甲县推进', '签字：李示例    （盖章）']);
    expect(leftAside.map(({ text }) => text)).toContain('审核意见：情况属实，同意报送。负责人：以上属实。');
  });

  it('whose cells only sound like names of a form is none', () => {
    expect(textsOf(tableOf(simple(['活动类别', '参加人员'], ['读书', '党员']), [1, 1]))).toHaveLength(1);
  });

  it('costs no more than it holds, however wide its cells say they are', () => {
    const rows = simple(['单位', '场次'], ['东区', '96']) + row([cell('x', '<w:gridSpan w:val="900000000"/>')]);
    expect(textsOf(tableOf(rows))).toHaveLength(5);
  });
});

describe('a manuscript with a table', () => {
  const nextId = () => {
    let count = 0;
    return () => `i${String((count += 1))}`;
  };

  it('has it at its place, whatever its words look like', () => {
    const body =
      paragraph(run('甲县推动宣讲提质')) +
      paragraph(run('近日，甲县组织宣讲，有关情况见下表，各单位可以参考。')) +
      tableOf(simple(['一、单位', '来源：乙局'], ['——副题', '（甲县委宣传部）'])) +
      paragraph(run('，下一步继续推进。')) +
      paragraph(run('（甲县委宣传部）'));
    const { lines } = read(body);
    const result = recognize(lines, { nextId: nextId() });
    if (result.kind !== 'article') throw new Error('no manuscript');
    expect(result.article).toMatchObject({ title: '甲县推动宣讲提质', sources: ['甲县委宣传部'] });
    expect(result.article.paragraphs.map(({ text, table }) => [text, table?.headerRows])).toEqual([
      ['近日，甲县组织宣讲，有关情况见下表，各单位可以参考。', undefined],
      ['\n一、单位\t来源：乙局\n——副题\t（甲县委宣传部）', 1],
      ['，下一步继续推进。', undefined],
    ]);
    expect(result.leftAside.filter(({ text }) => /[一-龥]/u.test(text))).toEqual([]);
  });

  it('reads tables of a text whose cells are parted by |, others stay text', () => {
    const [title, table, ...rest] = readText(
      '甲县\n\n| 单位 | 场\\|次 |\n| --- | --- |\n| 东区<br>西区 | 96 |\n\n| 不是表 |\n单位　　场次\n东区　　96',
    );
    expect([title?.text, table?.text, table?.table]).toEqual(['甲县', '\n单位\t场|次\n东区\u2028西区\t96', { headerRows: 1 }]);
    expect(rest.map(({ text }) => text)).toEqual(['| 不是表 |', '单位　　场次', '东区　　96']);
  });
});
