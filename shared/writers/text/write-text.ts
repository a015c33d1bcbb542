import type { Block, BlockOf, BlockTable, BlockKind } from '../../layout/block.js';

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
}

const markSets: Readonly<Record<NonNullable<TextOptions['marks']>, Marks>> = {
  reading: {
    heading: (level, text) => `${'#'.repeat(level)} ${text}`,
    lead: (text) => (text === '' ? '' : `**${text}**`),
    lineBreak: '  \n',
    rule: ['---'],
    indent: '　　',
    quote: '> ',
  },
  plain: { heading: (_level, text) => text, lead: (text) => text, lineBreak: '\n', rule: [], indent: '　　', quote: '　　' },
};

/** An issue as text, one paragraph a line, an empty line between paragraphs, in the order of the printed pages. */
export function writeText(blocks: readonly Block[], options: TextOptions = {}): string {
  const table = textTable(markSets[options.marks ?? 'reading']);
  const paragraphs = blocks.flatMap((block) => writeBlock(table, block)).filter((paragraph) => paragraph !== '');
  return `${paragraphs.join('\n\n')}\n`;
}

type Paragraphs = readonly string[];

function writeBlock<Kind extends BlockKind>(table: BlockTable<Paragraphs>, block: BlockOf<Kind>): Paragraphs {
  const write = table[block.kind] as (block: BlockOf<Kind>) => Paragraphs;
  return write(block);
}

function textTable(marks: Marks): BlockTable<Paragraphs> {
  const broken = (text: string): string => text.replaceAll('\n', marks.lineBreak);
  const run =
    (opening: string) =>
    (block: { readonly lead: string; readonly text: string }): Paragraphs =>
      block.lead + block.text === '' ? [] : [opening + marks.lead(block.lead) + block.text];
  return {
    masthead: (block) => [
      block.copyNumber ?? '',
      block.serial ?? '',
      block.secrecy ?? '',
      marks.heading(1, block.name),
      block.numberText,
      block.organ,
      block.dateText,
    ],
    instruction: (block) => [block.text === '' ? block.label : `${block.label}：${block.text}`],
    contents: (block) =>
      block.groups.flatMap((group) => [marks.heading(2, group.heading), ...group.entries.map((entry) => broken(entry.title))]),
    columnHeading: (block) => [marks.heading(2, block.text)],
    title: (block) => [marks.heading(2, broken(block.text))],
    subtitle: (block) => [block.text],
    editorNote: run(marks.quote),
    paragraph: run(marks.indent),
    brief: run(marks.indent),
    source: (block) => [block.text],
    tail: (block) => writeTail(block, marks),
  };
}

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
