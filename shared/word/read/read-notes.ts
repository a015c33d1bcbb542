import type { Ranges } from './ranges.js';
import type { ReadBlock, Reading } from './reading.js';
import type { WordComment, WordNote } from './word-document.js';
import { elements, innerText, type XmlElement } from './xml-tree.js';

/** Footnotes or endnotes; the lines Word draws above them are none. */
export function readNotes(
  part: XmlElement | undefined,
  kind: WordNote['kind'],
  reading: Reading,
  readBlock: ReadBlock,
): readonly WordNote[] {
  return elements(part).flatMap((note): readonly WordNote[] => {
    if (['separator', 'continuationSeparator', 'continuationNotice'].includes(note.attributes.get('type') ?? '')) return [];
    const id = note.attributes.get('id') ?? '';
    const mark = reading.ranges.notes.get(`${kind} ${id}`);
    return [{ kind, id, blocks: elements(note).flatMap((element) => readBlock(element, reading)), ...mark }];
  });
}

/**
 * The comments, each with the words it is about; an answer is about those of what it answers.
 * @param extended the part that says which answer which, and which are resolved
 */
export function readComments(part: XmlElement | undefined, extended: XmlElement | undefined, { comments }: Ranges): readonly WordComment[] {
  const said = new Map(elements(extended, 'commentEx').map(({ attributes }) => [attributes.get('paraId') ?? '', attributes]));
  const authors = new Map<string, Pick<WordComment, 'author' | 'range'>>();
  return elements(part, 'comment').map((comment) => {
    const id = comment.attributes.get('id') ?? '';
    const date = comment.attributes.get('date');
    const paragraphId = elements(comment, 'p').at(-1)?.attributes.get('paraId') ?? '';
    const state = said.get(paragraphId);
    const answered = authors.get(state?.get('paraIdParent') ?? '');
    const range = comments.get(id) ?? answered?.range;
    const author = comment.attributes.get('author')?.trim() ?? '';
    if (paragraphId !== '') authors.set(paragraphId, { author, ...(range === undefined ? {} : { range }) });
    return {
      id,
      author,
      ...(date === undefined ? {} : { date }),
      paragraphs: elements(comment)
        .map((each) => innerText(each).trim())
        .filter((text) => text !== ''),
      ...(range === undefined ? {} : { range }),
      ...(answered === undefined ? {} : { answers: answered.author }),
      ...(state?.get('done') === '1' ? { isResolved: true as const } : {}),
    };
  });
}
