import { byOwnForm, isParagraphBlock, type Block, type BlockOf, type ParagraphKindBlock } from '../../layout/block.js';
import { pictureAlt } from '../../layout/set-picture.js';
import { formOf, leadOf } from '../../layout/paragraph-forms.js';
import { tableLines } from './table-lines.js';

export interface TextOptions {
  /**
   * `reading` (the default) marks what plain paper tells by type: `##` before headings, `**…**` around leads, `---` for
   * rules, `>` before the 编者按, two blanks before a line break set by hand. Scanned issues come in this form, and it
   * reads back exactly. `plain` leaves the marks out.
   */
  readonly marks?: 'reading' | 'plain';
}

interface Marks {
  readonly heading: (level: 1 | 2, text: string) => string;
  readonly lead: (text: string) => string;
  readonly lineBreak: string;
  readonly rule: readonly string[];
  /** Opens a paragraph of the body. */
  readonly indent: string;
  /** Opens a paragraph of the 编者按. */
  readonly quote: string;
  /** What parts the cells of a table. */
  readonly table: 'piped' | 'blank';
}

const markSets: Readonly<Record<NonNullable<TextOptions['marks']>, Marks>> = {
  reading: {
    heading: (level, text) => `${'#'.repeat(level)} ${text}`,
    lead: (text) => (text === '' ? '' : `**${text}**`),
    lineBreak: '  \n',
    rule: ['---'],
    indent: '　　',
    quote: '> ',
    table: 'piped',
  },
  plain: {
    heading: (_level, text) => text,
    lead: (text) => text,
    lineBreak: '\n',
    rule: [],
    indent: '　　',
    quote: '　　',
    table: 'blank',
  },
};

/** An issue as text, one paragraph a line, an empty line between paragraphs, in the order of the printed pages. */
export function writeText(blocks: readonly Block[], options: TextOptions = {}): string {
  const marks = markSets[options.marks ?? 'reading'];
  const paragraphs = blocks.flatMap((block) => writeBlock(block, marks)).filter((paragraph) => paragraph !== '');
  return `${paragraphs.join('\n\n')}\n`;
}

type Paragraphs = readonly string[];

function writeBlock(block: Block, marks: Marks): Paragraphs {
  if (isParagraphBlock(block)) return writeParagraph(block, marks);
  return byOwnForm(
    {
      masthead: ({ copyNumber, serial, secrecy, name, numberText, organ, dateText }) => [
        copyNumber ?? '',
        serial ?? '',
        secrecy ?? '',
        marks.heading(1, name),
        numberText,
        organ,
        dateText,
      ],
      instruction: ({ label, text }) => [text === '' ? label : `${label}：${text}`],
      contents: ({ groups }) =>
        groups.flatMap((group) => [marks.heading(2, group.heading), ...group.entries.map(({ title }) => broken(title, marks))]),
      table: (table) => [tableLines(table, marks.table).join('\n')],
      picture: ({ picture, caption }) => [`${marks.indent}〔图：${caption || pictureAlt(picture, caption)}〕`],
      tail: (tail) => writeTail(tail, marks),
    },
    block,
  );
}

function writeParagraph(block: ParagraphKindBlock, marks: Marks): Paragraphs {
  const lead = leadOf(block);
  if (lead + block.text === '') return [];
  const { shape, textMark } = formOf(block);
  const words = marks.lead(lead) + (shape === 'headline' ? broken(block.text, marks) : block.text);
  if (textMark === 'heading') return [marks.heading(2, words)];
  return [{ indent: marks.indent, quote: marks.quote, none: '' }[textMark] + words];
}

const broken = (text: string, marks: Marks): string => text.replaceAll('\n', marks.lineBreak);

function writeTail(block: BlockOf<'tail'>, marks: Marks): Paragraphs {
  const labelled = (line: { readonly label: string; readonly text: string }): string => `${line.label}：${line.text}`;
  return [
    ...marks.rule,
    ...block.lines.map(labelled),
    ...marks.rule,
    ...block.imprint.map(labelled),
    block.printRunText ?? '',
    ...marks.rule,
  ];
}
