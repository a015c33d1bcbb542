import { formatChanges, noteChange } from './read-changes.js';
import type { ReadBlock, Reading } from './reading.js';
import type { WordCell, WordChange, WordRow, WordTable } from './word-document.js';
import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';

/** Elements around rows or cells that say nothing of them: content controls and the like. */
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag']);

/** Word's own limit of columns. */
const widestSpan = 63;

const plainCell: Omit<WordCell, 'blocks'> = { span: 1, isMerged: false, changes: [] };

/** A table; words that stand in it outside rows, as no program writes them, are a row of their own. */
export function readTable(table: XmlElement, reading: Reading, readBlock: ReadBlock): WordTable {
  const widths = elements(child(table, 'tblGrid')).map((column) => Number(column.attributes.get('w')) || 0);
  return { kind: 'table', widths, rows: rowsIn(table, reading, readBlock) };
}

function rowsIn(parent: XmlElement, reading: Reading, readBlock: ReadBlock): readonly WordRow[] {
  return elements(parent).flatMap((element): readonly WordRow[] => {
    if (element.name === 'tr') return [rowOf(element, reading, readBlock)];
    if (wrappers.has(element.name)) return rowsIn(element, reading, readBlock);
    const blocks = readBlock(element, reading);
    return blocks.length === 0 ? [] : [{ isHeader: false, cells: [{ ...plainCell, blocks }], changes: [] }];
  });
}

/** A row with its cells. */
export function rowOf(row: XmlElement, reading: Reading, readBlock: ReadBlock): WordRow {
  const properties = child(row, 'trPr');
  const header = child(properties, 'tblHeader');
  for (const change of formatChanges(properties)) note(change, reading);
  const changes = ['ins', 'del'].flatMap((kind) => child(properties, kind) ?? []).map((change) => note(change, reading));
  return { isHeader: header !== undefined && isOn(header), cells: cellsIn(row, reading, readBlock), changes };
}

function cellsIn(parent: XmlElement, reading: Reading, readBlock: ReadBlock): readonly WordCell[] {
  return elements(parent).flatMap((element): readonly WordCell[] => {
    if (element.name === 'trPr' || element.name === 'tblPrEx') return [];
    if (element.name === 'tc') return [cellOf(element, reading, readBlock)];
    if (wrappers.has(element.name)) return cellsIn(element, reading, readBlock);
    const blocks = readBlock(element, reading);
    return blocks.length === 0 ? [] : [{ ...plainCell, blocks }];
  });
}

function cellOf(cell: XmlElement, reading: Reading, readBlock: ReadBlock): WordCell {
  const properties = child(cell, 'tcPr');
  const deletion = child(properties, 'cellDel');
  const merge = child(properties, 'vMerge') ?? child(properties, 'hMerge');
  const span = Math.min(widestSpan, Math.max(1, Number(childValue(properties, 'gridSpan')) || 1));
  const changes = deletion ? [note(deletion, reading)] : [];
  return {
    span,
    isMerged: merge !== undefined && (merge.attributes.get('val') ?? 'continue') === 'continue',
    blocks: elements(cell).flatMap((element) => readBlock(element, reading)),
    changes,
  };
}

function note(change: XmlElement, { changes, ranges }: Reading): WordChange {
  return noteChange(change, changes, ranges.moves);
}
