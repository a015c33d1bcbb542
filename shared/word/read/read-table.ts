import { formatChanges, noteChange } from './read-changes.js';
import type { ReadBlock, Reading } from './reading.js';
import type { WordCell, WordChange, WordRow, WordTable } from './word-document.js';
import { child, elements, type XmlElement } from './xml-tree.js';

/** Elements around rows or cells that say nothing of them: content controls and the like. */
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag']);

/** A table; words that stand in it outside rows, as no program writes them, are a row of their own. */
export function readTable(table: XmlElement, reading: Reading, readBlock: ReadBlock): WordTable {
  return { kind: 'table', rows: rowsIn(table, reading, readBlock) };
}

function rowsIn(parent: XmlElement, reading: Reading, readBlock: ReadBlock): readonly WordRow[] {
  return elements(parent).flatMap((element): readonly WordRow[] => {
    if (element.name === 'tr') return [rowOf(element, reading, readBlock)];
    if (wrappers.has(element.name)) return rowsIn(element, reading, readBlock);
    const blocks = readBlock(element, reading);
    return blocks.length === 0 ? [] : [{ cells: [{ blocks, changes: [] }], changes: [] }];
  });
}

/** A row with its cells. */
export function rowOf(row: XmlElement, reading: Reading, readBlock: ReadBlock): WordRow {
  const properties = child(row, 'trPr');
  for (const change of formatChanges(properties)) note(change, reading);
  const changes = ['ins', 'del'].flatMap((kind) => child(properties, kind) ?? []).map((change) => note(change, reading));
  return { cells: cellsIn(row, reading, readBlock), changes };
}

function cellsIn(parent: XmlElement, reading: Reading, readBlock: ReadBlock): readonly WordCell[] {
  return elements(parent).flatMap((element): readonly WordCell[] => {
    if (element.name === 'trPr' || element.name === 'tblPrEx') return [];
    if (element.name === 'tc') return [cellOf(element, reading, readBlock)];
    if (wrappers.has(element.name)) return cellsIn(element, reading, readBlock);
    const blocks = readBlock(element, reading);
    return blocks.length === 0 ? [] : [{ blocks, changes: [] }];
  });
}

function cellOf(cell: XmlElement, reading: Reading, readBlock: ReadBlock): WordCell {
  const deletion = child(child(cell, 'tcPr'), 'cellDel');
  const changes = deletion ? [note(deletion, reading)] : [];
  return { blocks: elements(cell).flatMap((element) => readBlock(element, reading)), changes };
}

function note(change: XmlElement, { changes, ranges }: Reading): WordChange {
  return noteChange(change, changes, ranges.moves);
}
