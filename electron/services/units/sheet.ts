/** Spreadsheets as rows of text, and back: .xlsx and .csv. */
import { readFile, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import { readSheet as readExcelSheet } from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import { AppError } from '../../../shared/app-error.js';
import { decodeText } from '../decode-text.js';
import type { NamedFile } from '../ports.js';

export type SheetRows = readonly (readonly string[])[];

/** Files larger than this are no lists that people keep. */
const limitBytes = 20 * 1024 * 1024;
const mostRows = 20_000;

/** As `readSheet`, for a file of any size: one too large is not read. */
export async function readSheetFile({ path, name }: NamedFile): Promise<SheetRows> {
  refuseSize(name, (await stat(path)).size);
  return readSheet(name, await readFile(path));
}

/**
 * The rows of the first sheet, every cell as text; days as 2026-03-01.
 * @throws AppError file-too-large, file-kind, file-broken naming the file
 */
export async function readSheet(file: string, bytes: Uint8Array): Promise<SheetRows> {
  refuseSize(file, bytes.length);
  const rows = isZip(bytes) ? await readXlsx(file, bytes) : readCsv(file, bytes);
  if (rows.length > mostRows) throw new AppError('file-too-large', `“${file}”超过${mostRows}行，没有导入。`);
  return rows;
}

function refuseSize(file: string, bytes: number): void {
  if (bytes > limitBytes) throw new AppError('file-too-large', `“${file}”超过20MB，不像是一张名单，没有导入。`);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function readXlsx(file: string, bytes: Uint8Array): Promise<SheetRows> {
  try {
    const rows = await readExcelSheet(Buffer.from(bytes));
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    throw new AppError('file-broken', `“${file}”读不出来，可能不是 Excel 工作簿或已损坏。请在 Excel 里另存为 .xlsx 后再导入。`, {
      cause: error,
    });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function readCsv(file: string, bytes: Uint8Array): SheetRows {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new AppError('file-kind', `“${file}”是旧版 Excel 工作簿（.xls）。请在 Excel 里另存为 .xlsx 后再导入。`);
  }
  return Papa.parse<string[]>(decodeText(bytes, file), { skipEmptyLines: false }).data;
}

/** A workbook with one sheet, its first row in bold. */
export async function writeXlsx(rows: SheetRows, sheet: string): Promise<Uint8Array> {
  const [heading = [], ...rest] = rows;
  const widths = heading.map((_, column) => Math.min(40, Math.max(8, ...rows.map((row) => 2 * (row[column]?.length ?? 0) + 2))));
  const data = [
    heading.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rest.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  return writeExcel(data, { sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

/** Text with a byte order mark, so that Excel reads its Chinese. A cell that Excel would take for a formula is quoted as text. */
export function writeCsv(rows: SheetRows): Uint8Array {
  return Buffer.from(`\uFEFF${Papa.unparse(rows as string[][], { newline: '\r\n', escapeFormulae: true })}\r\n`, 'utf8');
}
