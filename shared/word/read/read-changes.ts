import type { WordChange } from './word-document.js';
import { child, elements, type XmlElement } from './xml-tree.js';

const kinds: Readonly<Record<string, WordChange['kind']>> = {
  ins: 'ins',
  del: 'del',
  cellDel: 'del',
  moveFrom: 'moveFrom',
  moveTo: 'moveTo',
  rPrChange: 'format',
  pPrChange: 'format',
  tblPrChange: 'format',
  trPrChange: 'format',
  tcPrChange: 'format',
  sectPrChange: 'format',
};

/** Reads the element of a tracked change and books it; `moves` are the names of the open moves. */
export function noteChange(element: XmlElement, changes: WordChange[], moves: ReadonlyMap<string, string>): WordChange {
  const kind = kinds[element.name] ?? 'format';
  const date = element.attributes.get('date');
  const move = kind === 'moveFrom' || kind === 'moveTo' ? [...moves.values()].at(-1) : undefined;
  const change: WordChange = {
    kind,
    author: element.attributes.get('author')?.trim() ?? '',
    ...(date === undefined ? {} : { date }),
    ...(move === undefined ? {} : { move }),
  };
  changes.push(change);
  return change;
}

/** Changes of the mark that ends a paragraph, then of its format. */
export function paragraphChanges(properties: XmlElement | undefined): readonly XmlElement[] {
  const mark = child(properties, 'rPr');
  return [
    ...['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange'].flatMap((kind) => child(mark, kind) ?? []),
    ...elements(properties, 'pPrChange'),
  ];
}

/** Changes of the format of a table, row, cell or section. */
export function formatChanges(properties: XmlElement | undefined): readonly XmlElement[] {
  return elements(properties).filter(({ name }) => /^(?:tbl|tr|tc|sect)PrChange$/u.test(name));
}
