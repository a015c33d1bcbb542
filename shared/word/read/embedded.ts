/** Other files that stand in a Word file as part of its text (altChunk): pages, Word files, plain text. */
import type { WordEmbedded } from './word-document.js';
import type { XmlElement } from './xml-tree.js';

/** Most of them that are read, and most of their bytes, packed as they are. */
const [mostFiles, mostBytes] = [50, 8 * 1024 * 1024];

/** Takes the files out of the package, each as often as it is shown. */
export function embeddedReader(media: (relation: string, limit: number) => Uint8Array | undefined): (element: XmlElement) => WordEmbedded {
  let [files, left] = [0, mostBytes];
  return ({ attributes }) => {
    const relation = attributes.get('id');
    files += 1;
    const bytes = relation === undefined || files > mostFiles ? undefined : media(relation, left);
    left -= bytes?.length ?? 0;
    return { kind: 'embedded', ...(bytes === undefined ? {} : { bytes }) };
  };
}
