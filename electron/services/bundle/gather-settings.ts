import { unitsToText } from '../../../shared/bundle/readable-texts.js';
import type { Library } from '../library/library.js';
import type { Publication } from '../../../shared/document/publication.js';
import { listPublications } from '../publications.js';
import { readUnits } from '../units/units-on-disk.js';
import { readableName, readableText, recordPart, type Part } from './bundle-part.js';

/** The publications with their page styles and, where there is one, the list of units. */
export async function gatherSettings(library: Library): Promise<readonly Part[]> {
  const settings = (await listPublications(library)).map(publicationPart);
  const { list } = await readUnits(library);
  if (list.units.length === 0) return settings;
  return [
    ...settings,
    recordPart('units', `报送单位名录（${list.units.length} 个单位）`, list, [readableText('报送单位名录', unitsToText(list))]),
  ];
}

function publicationPart(publication: Publication): Part {
  const { id, name } = publication;
  const file = id === undefined ? '刊物与版式设置' : `刊物与版式设置 ${readableName(name)}`;
  return recordPart('publication', `《${name}》的刊物与版式设置`, publication, [
    readableText(file, `${JSON.stringify(publication, null, 2)}\n`),
  ]);
}
