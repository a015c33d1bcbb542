import { lengthPt } from './formatting.js';
import { formatChanges, noteChange } from './read-changes.js';
import type { ReadBlock, Reading } from './reading.js';
import { typeOf } from './run-type.js';
import type { CellLook, WordCell, WordChange, WordRow, WordTable } from './word-document.js';
import { child, childValue, elements, isOn, type XmlElement } from './xml-tree.js';

/** Elements around rows or cells that say nothing of them: content controls and the like. */
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag']);

/** Word's own limit of columns. */
const widestSpan = 63;

const plainCell: Omit<WordCell, 'blocks'> = { span: 1, isMerged: false, changes: [] };

/** A table; words that stand in it outside rows, as no program writes them, are a row of their own. */
export function readTable(table: XmlElement, reading: Reading, readBlock: ReadBlock): WordTable {
  const widths = elements(child(table, 'tblGrid')).map((column) => Number(column.attributes.get('w')) || 0);
  const rows = elements(table, 'tr');
  const [first, last] = [cellLook(rows[0], reading), cellLook(rows.at(-1), reading)];
  return { kind: 'table', widths, ...(first && last ? { looks: { first, last } } : {}), rows: rowsIn(table, reading, readBlock) };
}

/** How the first words of a row are set; undefined where none stand in its first cell. */
function cellLook(row: XmlElement | undefined, { formatting }: Reading): CellLook | undefined {
  const cell = child(row, 'tc');
  const paragraph = child(cell, 'p');
  const run = child(paragraph, 'r');
  if (!paragraph || !run) return undefined;
  const look = formatting.run(child(paragraph, 'pPr'), child(run, 'rPr'));
  const latin = look.get('rFonts')?.attributes.get('ascii');
  const margins = child(child(cell, 'tcPr'), 'tcMar');
  const roomPt = lengthPt((child(margins, 'right') ?? child(margins, 'end'))?.attributes.get('w'));
  return { ...typeOf(look), ...(latin === undefined ? {} : { latin }), ...(roomPt === undefined ? {} : { roomPt }) };
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
