/** An article or brief as Slate blocks, and back. Unchanged paragraphs come back as the very same values. */
import { footnotesPart, noFootnotes, type Footnotes } from '../../shared/document/footnotes.js';
import type { Item, Paragraph } from '../../shared/document/issue.js';
import { plainLine } from '../../shared/document/plain-characters.js';
import { retitle } from '../../shared/document/retitle.js';
import { isTable } from '../../shared/document/table.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import { markedPieces, marksPart, normalizeMarks, type Marks } from '../../shared/document/text-marks.js';
import { blockAt, blocksOf } from './article-blocks.js';
import {
  isFootnote,
  textsIn,
  type ArticleBlock,
  type ArticleEditorInstance,
  type ArticleInline,
  type ArticleText,
  type ArticleValue,
  type ParagraphBlock,
  type TableNode,
  type TextBlock,
} from './slate-types.js';
import { nodeToTable, tableNodeText, tableToNode } from './table-value.js';

/** Slate keeps the nodes it does not touch, so a paragraph's node remembers the paragraph it stands for. */
const paragraphOfNode = new WeakMap<BodyNode, Paragraph>();
const nodeOfParagraph = new WeakMap<Paragraph, BodyNode>();

/** What stands for a paragraph of the item. */
export type BodyNode = ParagraphBlock | TableNode;

export function isBodyNode(node: ArticleBlock): node is BodyNode {
  return node.type === 'paragraph' || node.type === 'table';
}

/** Where a new paragraph, table or picture goes: behind the block with the cursor, within the body. */
export function placeBehind(editor: ArticleEditorInstance): number {
  const blocks = blocksOf(editor);
  const last = blocks.length - 1;
  const found = editor.selection && blockAt(editor, editor.selection.focus);
  return Math.max(blocks.findIndex(isBodyNode), Math.min(last, found ? found.index + 1 : last));
}

/** The blocks of an item: title lines, 副标题, 编者按, paragraphs (at least one) and the source line. */
export function toSlate(item: Item): ArticleValue {
  const subtitle = item.type === 'article' ? item.subtitle : undefined;
  const notes = item.type === 'article' ? (item.editorNote ?? []) : [];
  return [
    ...item.title.split('\n').map((line) => block('title', line)),
    ...(subtitle === undefined ? [] : [block('subtitle', subtitle)]),
    ...notes.map((note) => block('note', note)),
    ...(item.paragraphs.length === 0 ? [emptyParagraph(`${item.id.slice(0, 60)}-p1`)] : item.paragraphs.map(paragraphToNode)),
    block('source', item.sources.join('、')),
  ];
}

/** The item the blocks stand for; what the editor does not show (origin …) is taken from `previous`. A cover title of the same words follows. */
export function fromSlate(value: readonly ArticleBlock[], previous: Item): Item {
  const title = textsOf(value, 'title').join('\n');
  const sourceText = textsOf(value, 'source').join('、');
  const sources = sourceText === previous.sources.join('、') ? previous.sources : parseSources(sourceText);
  const paragraphs = keepWhenSame(readParagraphs(value, previous), previous.paragraphs);
  if (previous.type === 'brief') {
    return title === previous.title && sources === previous.sources && paragraphs === previous.paragraphs
      ? previous
      : { ...retitled(previous, title), paragraphs, sources };
  }
  const { subtitle: _subtitle, editorNote: _note, ...rest } = retitled(previous, title);
  const subtitle = textsOf(value, 'subtitle')[0];
  const notes = textsOf(value, 'note');
  const isNoteKept = notes.length > 0 || previous.editorNote?.length === 0;
  return {
    ...rest,
    paragraphs,
    sources,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(isNoteKept ? { editorNote: keepWhenSame(notes, previous.editorNote ?? []) } : {}),
  };
}

function retitled<Kind extends Item>(item: Kind, title: string): Kind {
  return title === item.title ? item : retitle(item, title);
}

/** Units of a source line typed by hand: （甲、乙） or 甲、乙. */
export function parseSources(text: string): readonly string[] {
  const trimmed = text.trim();
  const inner = /^[（(]([^（()）]*)[）)]$/u.exec(trimmed)?.[1] ?? trimmed;
  return inner
    .split('、')
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');
}

/** All text of a block, as places in it count: footnotes are none of it. */
export function blockText(node: ArticleBlock): string {
  return node.type === 'table'
    ? tableNodeText(node)
    : textsIn(node)
        .map(({ text }) => text)
        .join('');
}

/** Length of the 段首句 a block opens with. */
export function leadLength(node: ArticleBlock): number {
  if (node.type === 'table') return 0;
  let length = 0;
  for (const child of textsIn(node)) {
    if (!child.lead && child.text !== '') break;
    length += child.text.length;
  }
  return length;
}

/** A paragraph as a Slate block; the same block for the same value. */
export function paragraphToNode(paragraph: Paragraph): BodyNode {
  const known = nodeOfParagraph.get(paragraph);
  if (known) return known;
  const node = isTable(paragraph) ? tableToNode(paragraph) : plainNode(paragraph);
  remember(node, paragraph);
  return node;
}

function plainNode(paragraph: Paragraph): ParagraphBlock {
  return {
    type: 'paragraph',
    id: paragraph.id,
    ...(paragraph.level ? { level: paragraph.level } : {}),
    ...(paragraph.fit ? { fit: paragraph.fit } : {}),
    ...(paragraph.leadInferred && paragraph.lead ? { leadInferred: true as const } : {}),
    ...(paragraph.picture ? { picture: paragraph.picture } : {}),
    ...(paragraph.from ? { from: paragraph.from } : {}),
    children: leadChildren(paragraph.lead ?? '', paragraph.text, paragraph.marks, paragraph.footnotes),
  };
}

/** Texts of a block: the 段首句 marked, then the rest by its own marks, footnotes among them; never an empty list. */
export function leadChildren(lead: string, text: string, marks?: Marks, footnotes: Footnotes = noFootnotes): ArticleInline[] {
  return withFootnotes(leadTexts(lead, text, marks), footnotes);
}

/** Between two footnotes, and at both ends, Slate wants a text. */
function withFootnotes(texts: readonly ArticleText[], footnotes: Footnotes): ArticleInline[] {
  let [start, note] = [0, 0];
  return texts.flatMap((child, index) => {
    const pieces: ArticleInline[] = [];
    let from = 0;
    for (let own = footnotes[note]; own && own.at <= start + child.text.length; own = footnotes[(note += 1)]) {
      pieces.push(
        { ...child, text: child.text.slice(from, own.at - start) },
        { type: 'footnote', words: own.text, children: [{ text: '' }] },
      );
      from = own.at - start;
    }
    start += child.text.length;
    const rest = child.text.slice(from);
    const isSpare = rest === '' && pieces.length > 0 && index < texts.length - 1;
    return isSpare ? pieces : [...pieces, { ...child, text: rest }];
  });
}

function leadTexts(lead: string, text: string, marks?: Marks): ArticleText[] {
  const rest = markedPieces(text, marks).map((piece): ArticleText => ({ text: piece.text, ...kindsPart(piece.kinds) }));
  if (lead === '') return rest;
  return text === '' ? [{ text: lead, lead: true }] : [{ text: lead, lead: true }, ...rest];
}

function kindsPart(kinds: readonly (keyof Omit<ArticleText, 'text' | 'lead'>)[]): Omit<ArticleText, 'text' | 'lead'> {
  return Object.fromEntries(kinds.map((kind) => [kind, true]));
}

/** The emphasis behind the 段首句 of a block, counted from there. */
export function blockMarks(node: TextBlock): Marks {
  let at = 0 - leadLength(node);
  const marks = textsIn(node).flatMap((child) => {
    const from = at;
    at += child.text.length;
    return markKinds.flatMap((kind) => (child[kind] ? [{ from, to: at, kind }] : []));
  });
  return normalizeMarks(marks, at);
}

/** The footnotes of a block, counted from its start. */
export function blockFootnotes(node: TextBlock): Footnotes {
  let at = 0;
  return node.children.flatMap((child) => {
    if (isFootnote(child)) return [{ at, text: plainLine(child.words) }];
    at += child.text.length;
    return [];
  });
}

export function emptyParagraph(id: string): ParagraphBlock {
  return { type: 'paragraph', id, children: [{ text: '' }] };
}

function block(type: Exclude<TextBlock['type'], 'paragraph'>, text: string): ArticleBlock {
  return { type, children: [{ text }] };
}

function textsOf(value: readonly ArticleBlock[], type: TextBlock['type']): readonly string[] {
  return value.filter((node) => node.type === type).map((node) => plainLine(blockText(node)));
}

function readParagraphs(value: readonly ArticleBlock[], previous: Item): readonly Paragraph[] {
  const nodes = value.filter(isBodyNode);
  const isPlaceholder =
    previous.paragraphs.length === 0 &&
    nodes.length === 1 &&
    nodes[0]?.type === 'paragraph' &&
    blockText(nodes[0]) === '' &&
    blockFootnotes(nodes[0]).length === 0 &&
    !nodes[0].level &&
    !nodes[0].picture;
  return isPlaceholder ? [] : nodes.map(nodeToParagraph);
}

function nodeToParagraph(node: BodyNode): Paragraph {
  const known = paragraphOfNode.get(node);
  if (known) return known;
  const paragraph = node.type === 'table' ? nodeToTable(node) : plainParagraph(node);
  remember(node, paragraph);
  return paragraph;
}

function plainParagraph(node: ParagraphBlock): Paragraph {
  const length = leadLength(node);
  const text = blockText(node);
  const lead = plainLine(text.slice(0, length));
  return {
    id: node.id,
    ...(lead === '' ? {} : { lead }),
    ...(lead !== '' && node.leadInferred ? { leadInferred: true as const } : {}),
    text: plainLine(text.slice(length)),
    ...marksPart(blockMarks(node)),
    ...footnotesPart(blockFootnotes(node)),
    ...(node.level ? { level: node.level } : {}),
    ...(node.fit ? { fit: node.fit } : {}),
    ...(node.picture ? { picture: node.picture } : {}),
    ...(node.from ? { from: node.from } : {}),
  };
}

function remember(node: BodyNode, paragraph: Paragraph): void {
  paragraphOfNode.set(node, paragraph);
  nodeOfParagraph.set(paragraph, node);
}

function keepWhenSame<Value>(next: readonly Value[], before: readonly Value[]): readonly Value[] {
  return next.length === before.length && next.every((value, index) => value === before[index]) ? before : next;
}
