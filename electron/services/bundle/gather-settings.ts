import { unitsToText } from '../../../shared/bundle/readable-texts.js';
import type { Library } from '../library/library.js';
import { readUnits } from '../units/units-on-disk.js';
import { readableText, recordPart, type Part } from './bundle-part.js';

/** The publication with its page style and, where there is one, the list of units. */
export async function gatherSettings(library: Library): Promise<readonly Part[]> {
  const publication = await library.getPublication();
  const { list } = await readUnits(library);
  const title = `《${publication.name}》的刊物与版式设置`;
  const settings = recordPart('publication', title, publication, [
    readableText('刊物与版式设置', `${JSON.stringify(publication, null, 2)}\n`),
  ]);
  if (list.units.length === 0) return [settings];
  return [
    settings,
    recordPart('units', `报送单位名录（${list.units.length} 个单位）`, list, [readableText('报送单位名录', unitsToText(list))]),
  ];
}
