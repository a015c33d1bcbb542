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

/** The comments, each with the words it is about. */
export function readComments(part: XmlElement | undefined, { comments }: Ranges): readonly WordComment[] {
  return elements(part, 'comment').map((comment) => {
    const id = comment.attributes.get('id') ?? '';
    const date = comment.attributes.get('date');
    const range = comments.get(id);
    return {
      id,
      author: comment.attributes.get('author')?.trim() ?? '',
      ...(date === undefined ? {} : { date }),
      paragraphs: elements(comment)
        .map((each) => innerText(each).trim())
        .filter((text) => text !== ''),
      ...(range === undefined ? {} : { range }),
    };
  });
}
