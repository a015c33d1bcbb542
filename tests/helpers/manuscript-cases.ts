/** Manuscripts as other makers' programs write them, all invented, each with what a reader of the original has in it. */
import { readText } from '../../shared/recognize/read-text.js';
import type { SourceLine } from '../../shared/recognize/source-line.js';
import { readDocxLines } from '../../shared/word/read/fold-lines.js';
import { buildDocx } from './build-docx.js';

/** One manuscript of a file; a paragraph is `lead|text` or text, a heading has its level before it: `1#一、做法`. */
export interface ManuscriptFacts {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sources: readonly string[];
  readonly author?: string | undefined;
  readonly phone?: string | undefined;
  readonly signedBy?: string | undefined;
}

export interface ManuscriptCase {
  readonly name: string;
  readonly lines: () => readonly SourceLine[];
  /** The pieces of the file. */
  readonly facts: readonly ManuscriptFacts[];
}

const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
const styled = (text: string, style: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
const cell = (...paragraphs: readonly string[]): string => `<w:tc>${paragraphs.map((text) => paragraph(text)).join('')}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => cell(text)).join('')}</w:tr>`).join('')}</w:tbl>`;
const named = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const outline = (level: number): string => `<w:pPr><w:outlineLvl w:val="${String(level)}"/></w:pPr>`;

const docx =
  (body: readonly string[], styles = '') =>
  (): readonly SourceLine[] =>
    readDocxLines(buildDocx({ body: body.join(''), ...(styles === '' ? {} : { styles }) }), '来稿.docx').lines;
const txt =
  (...lines: readonly string[]) =>
  (): readonly SourceLine[] =>
    readText(lines.join('\n'));

/** A text broken at a width, its first line indented. */
function wrapped(text: string, width: number, indent = '　　'): readonly string[] {
  const first = width - indent.length;
  const lines = [indent + text.slice(0, first)];
  for (let at = first; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}

const reading =
  '今年以来，云岭区把全民阅读作为惠民实事，在街巷、园区、车站布设“共享书屋”31处，上架图书9.6万册，累计借阅42万册次，居民满意度达96.8%。';
const shelves = '采取“图书馆供书、社区管书、居民荐书”的办法，每月更新图书2000册，滞架超过半年的调换到其他书屋，平均每册年流通5.2次。';
const keepers = '招募退休教师、大学生等“书屋管家”186名，实行星级管理，每季度评议一次，连续两季靠后的退出。';
const festival = '下一步，云岭区将举办“共享书屋”周年展，邀请读者讲述身边的阅读故事，推动更多书屋向小区、楼宇延伸。';

const styles =
  named('10', '标题 1', outline(0)) +
  named('20', '标题 2', outline(1)) +
  named('a5', '正文文本缩进') +
  named('a7', '落款') +
  named('NormalWeb', 'Normal (Web)') +
  named('ListParagraph', 'List Paragraph');

export const manuscriptCases: readonly ManuscriptCase[] = [
  {
    name: 'WPS styles by their Chinese names',
    lines: docx(
      [
        styled('云岭区共享书屋“流”出新气象', '10'),
        styled(reading, 'a5'),
        styled('一、常换常新，让书活起来', '20'),
        styled(shelves, 'a5'),
        styled('二、建强队伍，让人留下来', '20'),
        styled(keepers, 'a5'),
        paragraph('（云岭区委宣传部）', '<w:pStyle w:val="a7"/><w:jc w:val="right"/>'),
      ],
      styles,
    ),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [reading, '1#一、常换常新，让书活起来', shelves, '1#二、建强队伍，让人留下来', keepers],
        sources: ['云岭区委宣传部'],
      },
    ],
  },
  {
    name: 'a mail broken at 34 characters, with its head and signature',
    lines: txt(
      '云岭区共享书屋“流”出新气象',
      '',
      ...wrapped(reading, 34),
      ...wrapped(shelves, 34),
      ...wrapped(keepers, 34),
      ...wrapped(festival, 34),
      '',
      '　　　　　　　　　　　　　　　　　　　云岭区委宣传部',
      '　　　　　　　　　　　　　　　　　　　2031年5月6日',
      '联系人：周小苗　　联系电话：0000-1234567',
    ),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [reading, shelves, keepers, festival],
        sources: ['云岭区委宣传部'],
        phone: '0000-1234567',
      },
    ],
  },
  {
    name: 'a title by size alone, leads in bold, a table with its caption below the text',
    lines: docx([
      paragraph(run('云岭区共享书屋“流”出新气象', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>'),
      paragraph(reading),
      paragraph(bold('常换常新，让书活起来。') + run(shelves)),
      paragraph(bold('建强队伍，让人留下来。') + run(keepers)),
      paragraph('表1  共享书屋流通情况', '<w:jc w:val="center"/>'),
      table(['片区', '书屋', '借阅（万册次）'], ['东片区', '18', '25.4'], ['西片区', '13', '16.6']),
      paragraph(festival),
      paragraph('供稿：云岭区委宣传部'),
    ]),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [
          reading,
          `常换常新，让书活起来。|${shelves}`,
          `建强队伍，让人留下来。|${keepers}`,
          '表1  共享书屋流通情况\n片区\t书屋\t借阅（万册次）\n东片区\t18\t25.4\n西片区\t13\t16.6',
          festival,
        ],
        sources: ['云岭区委宣传部'],
      },
    ],
  },
  {
    name: 'a form whose cells hold the parts',
    lines: docx([
      paragraph('云岭区宣传信息报送单', '<w:jc w:val="center"/>'),
      `<w:tbl><w:tr>${cell('报送单位')}${cell('云岭区委宣传部')}${cell('签发人')}${cell('林一川')}</w:tr><w:tr>${cell('标题')}${cell('云岭区共享书屋“流”出新气象')}</w:tr><w:tr>${cell('正文')}${cell(reading, shelves, festival)}</w:tr><w:tr>${cell('联系人')}${cell('周小苗')}${cell('联系电话')}${cell('0000-1234567')}</w:tr></w:tbl>`,
    ]),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [reading, shelves, festival],
        sources: ['云岭区委宣传部'],
        signedBy: '林一川',
        phone: '0000-1234567',
      },
    ],
  },
  {
    name: 'copied from a web page: source and date under the title, editors at the end',
    lines: txt(
      '云岭区共享书屋“流”出新气象',
      '2031-05-06 09:30 来源：云岭发布',
      '',
      reading,
      '',
      shelves,
      '',
      festival,
      '',
      '（责任编辑：周小苗）',
    ),
    facts: [{ title: '云岭区共享书屋“流”出新气象', paragraphs: [reading, shelves, festival], sources: ['云岭发布'] }],
  },
  {
    name: 'three pieces in one file, each with 供稿',
    lines: docx([
      paragraph(bold('云岭区共享书屋“流”出新气象'), '<w:jc w:val="center"/>'),
      paragraph(reading),
      paragraph(shelves),
      paragraph('（云岭区委宣传部供稿）', '<w:jc w:val="right"/>'),
      paragraph(bold('竹溪县非遗工坊开进校园'), '<w:jc w:val="center"/>'),
      paragraph('近日，竹溪县12家非遗工坊与9所中小学结对，开设竹编、剪纸等课程，每周两课时，已有2300名学生参加。'),
      paragraph('（竹溪县文化和旅游局供稿）', '<w:jc w:val="right"/>'),
      paragraph(bold('松江镇宣讲队走进采茶园'), '<w:jc w:val="center"/>'),
      paragraph('清明前后，松江镇组织“茶乡宣讲队”走进采茶园，利用歇工时间讲政策、教防诈、送药品，开展宣讲26场。'),
      paragraph('（松江镇党委供稿）', '<w:jc w:val="right"/>'),
    ]),
    facts: [
      { title: '云岭区共享书屋“流”出新气象', paragraphs: [reading, shelves], sources: ['云岭区委宣传部'] },
      {
        title: '竹溪县非遗工坊开进校园',
        paragraphs: ['近日，竹溪县12家非遗工坊与9所中小学结对，开设竹编、剪纸等课程，每周两课时，已有2300名学生参加。'],
        sources: ['竹溪县文化和旅游局'],
      },
      {
        title: '松江镇宣讲队走进采茶园',
        paragraphs: ['清明前后，松江镇组织“茶乡宣讲队”走进采茶园，利用歇工时间讲政策、教防诈、送药品，开展宣讲26场。'],
        sources: ['松江镇党委'],
      },
    ],
  },
  {
    name: 'typed numbers of three depths without any style',
    lines: docx([
      paragraph('关于云岭区推进全民阅读情况的报告', '<w:jc w:val="center"/>'),
      paragraph(reading),
      paragraph('一、主要做法', '<w:ind w:firstLineChars="200"/>'),
      paragraph('（一）常换常新', '<w:ind w:firstLineChars="200"/>'),
      paragraph('1.供书有渠道。采取“图书馆供书、社区管书、居民荐书”的办法，每月更新图书2000册。'),
      paragraph('2.管书有办法。滞架超过半年的调换到其他书屋，平均每册年流通5.2次。'),
      paragraph('（二）建强队伍', '<w:ind w:firstLineChars="200"/>'),
      paragraph(keepers),
      paragraph('二、下一步打算', '<w:ind w:firstLineChars="200"/>'),
      paragraph(festival),
      paragraph('云岭区委宣传部', '<w:jc w:val="right"/>'),
      paragraph('2031年5月6日', '<w:jc w:val="right"/>'),
    ]),
    facts: [
      {
        title: '关于云岭区推进全民阅读情况的报告',
        paragraphs: [
          reading,
          '1#一、主要做法',
          '2#（一）常换常新',
          '1.供书有渠道。|采取“图书馆供书、社区管书、居民荐书”的办法，每月更新图书2000册。',
          '2.管书有办法。|滞架超过半年的调换到其他书屋，平均每册年流通5.2次。',
          '2#（二）建强队伍',
          keepers,
          '1#二、下一步打算',
          festival,
        ],
        sources: ['云岭区委宣传部'],
      },
    ],
  },
  {
    name: 'a text box beside the text that holds who answers for it',
    lines: docx([
      paragraph('云岭区共享书屋“流”出新气象', '<w:jc w:val="center"/>'),
      `<w:p>${run(reading)}<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('联系电话：0000-1234567')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      paragraph(shelves),
      paragraph('报送单位：云岭区委宣传部　撰稿人：周小苗'),
    ]),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [reading, shelves],
        sources: ['云岭区委宣传部'],
        author: '周小苗',
        phone: '0000-1234567',
      },
    ],
  },
  {
    name: 'words out of a PDF: no indents, a page number in the middle of a paragraph',
    lines: txt(
      '云岭区共享书屋“流”出新气象',
      ...wrapped(reading, 28, '').slice(0, 2),
      '— 1 —',
      ...wrapped(reading, 28, '').slice(2),
      ...wrapped(shelves, 28, ''),
      ...wrapped(keepers, 28, ''),
      ...wrapped(festival, 28, ''),
      '（云岭区委宣传部）',
    ),
    facts: [
      {
        title: '云岭区共享书屋“流”出新气象',
        paragraphs: [reading, shelves, keepers, festival],
        sources: ['云岭区委宣传部'],
      },
    ],
  },
  {
    name: 'a title over two lines, a subtitle, 楷体 and bold inside the text',
    lines: docx([
      paragraph(bold('一排书架串起“十五分钟”'), '<w:jc w:val="center"/>'),
      paragraph(bold('阅读生活圈'), '<w:jc w:val="center"/>'),
      paragraph('——云岭区推进全民阅读观察', '<w:jc w:val="center"/>'),
      paragraph(reading),
      paragraph(
        run('读者周小苗说：') + run('“下楼就能看书，真方便。”', '<w:rFonts w:eastAsia="楷体_GB2312"/>') + run('像她一样的读者有3.2万人。'),
      ),
      paragraph(festival),
      paragraph('（云岭区委宣传部  周小苗）'),
    ]),
    facts: [
      {
        title: '一排书架串起“十五分钟”阅读生活圈',
        paragraphs: [reading, '读者周小苗说：“下楼就能看书，真方便。”像她一样的读者有3.2万人。', festival],
        sources: ['云岭区委宣传部'],
        author: '周小苗',
      },
    ],
  },
];
