import { byOwnForm, isParagraphBlock, type Block, type BlockOf, type ParagraphKindBlock } from '../../layout/block.js';
import { pictureAlt } from '../../layout/set-picture.js';
import { footnotesOf, formOf, isGuess, leadOf } from '../../layout/paragraph-forms.js';
import { tableLines } from './table-lines.js';

export interface TextOptions {
  /**
   * `reading` (the default) marks what plain paper tells by type: `##` before headings (`####` and more before those inside an article that have no number), `**…**` around leads (`__…__` where one was guessed), `---` for
   * rules, `>` before the 编者按, two blanks before a line break set by hand. Scanned issues come in this form, and it
   * reads back exactly. `plain` leaves the marks out.
   */
  readonly marks?: 'reading' | 'plain';
}

interface Marks {
  readonly heading: (level: 1 | 2, text: string) => string;
  /** A heading inside an article that has no number; undefined where it is written as any paragraph. */
  readonly unnumbered: (level: 1 | 2 | 3 | 4, text: string) => string | undefined;
  readonly lead: (text: string, isGuess: boolean) => string;
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
    // ### is left free: there stands the second line of a title in scanned issues. A fourth level has no mark.
    unnumbered: (level, text) => (level === 4 ? undefined : `${'#'.repeat(level + 3)} ${text}`),
    lead: (text, isGuessed) => (text === '' ? '' : isGuessed ? `__${text}__` : `**${text}**`),
    lineBreak: '  \n',
    rule: ['---'],
    indent: '　　',
    quote: '> ',
    table: 'piped',
  },
  plain: {
    heading: (_level, text) => text,
    unnumbered: () => undefined,
    lead: (text) => text,
    lineBreak: '\n',
    rule: [],
    indent: '　　',
    quote: '　　',
    table: 'blank',
  },
};

/**
 * An issue as text, one paragraph a line, an empty line between paragraphs, in the order of the printed pages. Footnotes are
 * numbered through each article, [注1], and stand at its end.
 */
export function writeText(blocks: readonly Block[], options: TextOptions = {}): string {
  const marks = markSets[options.marks ?? 'reading'];
  let notes: Paragraphs = [];
  const paragraphs = blocks
    .flatMap((block, index) => {
      const own = isParagraphBlock(block) ? footnotesOf(block) : [];
      const written = writeBlock(block, marks, notes.length);
      notes = [...notes, ...own.map(({ text }, at) => `${noteMark(notes.length + at)}${text}`)];
      if (blocks[index + 1]?.place.itemId === block.place.itemId) return written;
      const closing = notes;
      notes = [];
      return [...written, ...closing];
    })
    .filter((paragraph) => paragraph !== '');
  return `${paragraphs.join('\n\n')}\n`;
}

type Paragraphs = readonly string[];

function noteMark(index: number): string {
  return `[注${String(index + 1)}]`;
}

/** @param notesBefore footnotes of its article that stand before it */
function writeBlock(block: Block, marks: Marks, notesBefore: number): Paragraphs {
  if (isParagraphBlock(block)) return writeParagraph(block, marks, notesBefore);
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

function writeParagraph(block: ParagraphKindBlock, marks: Marks, notesBefore: number): Paragraphs {
  const [lead, text] = [leadOf(block), block.text];
  const footnotes = footnotesOf(block).map(({ at }, index) => ({ at: Math.max(1, at), mark: noteMark(notesBefore + index) }));
  if (lead + text === '' && footnotes.length === 0) return [];
  // A number at the seam stands behind the mark that closes the lead; one that opens a line would be taken for a note's own.
  const inLead = footnotes.filter(({ at }) => at < lead.length);
  const inText = footnotes.slice(inLead.length).map(({ at, mark }) => ({ at: at - lead.length, mark }));
  const { shape, textMark } = formOf(block);
  const words =
    marks.lead(withMarks(lead, inLead), isGuess(block)) + (shape === 'headline' ? broken(text, marks) : withMarks(text, inText));
  const unnumbered = block.kind === 'paragraph' && block.isUnnumbered && block.level ? marks.unnumbered(block.level, words) : undefined;
  if (unnumbered !== undefined) return [unnumbered];
  if (textMark === 'heading') return [marks.heading(2, words)];
  return [{ indent: marks.indent, quote: marks.quote, none: '' }[textMark] + words];
}

function withMarks(text: string, notes: readonly { readonly at: number; readonly mark: string }[]): string {
  return notes.reduceRight((words, { at, mark }) => words.slice(0, at) + mark + words.slice(at), text);
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
