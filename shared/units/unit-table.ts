/** The list of units as rows of a spreadsheet, and back. */
import { addUnit, changeUnit } from './edit-units.js';
import { plainUnitName, namesOf } from './match-unit.js';
import { readDay } from './read-day.js';
import { emptyUnitList, type Unit, type UnitList } from './unit.js';

type Facts = Omit<Unit, 'id'>;

/** One column of the sheet: its heading, other headings read as it, and how it stands in a unit. */
interface UnitColumn {
  readonly heading: string;
  readonly others: readonly string[];
  readonly write: (unit: Unit) => string;
}

const gap = '、';

export const unitColumns = {
  name: { heading: '单位名称', others: ['单位', '名称', '报送单位', '单位全称'], write: ({ name }) => name },
  aliases: { heading: '简称和别名', others: ['简称', '别名'], write: ({ aliases }) => aliases.join(gap) },
  unitClass: { heading: '类别', others: ['单位类别', '分类'], write: ({ unitClass }) => unitClass },
  contact: { heading: '联系人', others: ['信息员', '姓名'], write: ({ contact }) => contact ?? '' },
  phone: { heading: '电话', others: ['联系电话', '手机'], write: ({ phone }) => phone ?? '' },
  since: { heading: '起始日期', others: ['起'], write: ({ since }) => since ?? '' },
  until: { heading: '停止日期', others: ['止'], write: ({ until }) => until ?? '' },
  formerNames: {
    heading: '曾用名',
    others: [],
    write: ({ formerNames }) => formerNames.map(({ name, until }) => `${name}（至${until}）`).join(gap),
  },
} as const satisfies Record<string, UnitColumn>;

type ColumnName = keyof typeof unitColumns;
const columnNames = Object.keys(unitColumns) as readonly ColumnName[];

/** Heading row and one row a unit. */
export function unitsToRows({ units }: UnitList): readonly (readonly string[])[] {
  return [
    columnNames.map((name) => unitColumns[name].heading),
    ...units.map((unit) => columnNames.map((name) => unitColumns[name].write(unit))),
  ];
}

/** What came of one row that was not taken as it stands; `row` counts from 1 as the spreadsheet does. */
export interface RowTrouble {
  readonly row: number;
  readonly message: string;
}

export interface ReadUnits {
  readonly list: UnitList;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly troubles: readonly RowTrouble[];
}

/**
 * Takes the rows of a sheet into a list: a unit known by any of its names is brought up to date (its id and history
 * stay), others are added; nobody is taken off. Rows that cannot be read are told and left out.
 */
export function unitsFromRows(list: UnitList, rows: readonly (readonly string[])[], nextId: () => string, today: string): ReadUnits {
  const headingRow = rows.findIndex((row) => row.some((cell) => columnOf(cell) === 'name'));
  if (headingRow < 0)
    return {
      list,
      added: 0,
      changed: 0,
      unchanged: 0,
      troubles: [{ row: 1, message: `没有找到“${unitColumns.name.heading}”一列，第一行应是列名。` }],
    };
  const columns = (rows[headingRow] ?? []).map(columnOf);
  let result: ReadUnits = { list, added: 0, changed: 0, unchanged: 0, troubles: [] };
  for (const [index, cells] of rows.entries()) {
    if (index <= headingRow || cells.every((cell) => cell.trim() === '')) continue;
    result = takeRow(result, index + 1, readRow(columns, cells), nextId, today);
  }
  return result;
}

function columnOf(heading: string): ColumnName | undefined {
  const plain = heading.replace(/\s/gu, '');
  return columnNames.find((name) => unitColumns[name].heading === plain || (unitColumns[name].others as readonly string[]).includes(plain));
}

type RowText = Partial<Record<ColumnName, string>>;

function readRow(columns: readonly (ColumnName | undefined)[], cells: readonly string[]): RowText {
  const text: RowText = {};
  for (const [index, column] of columns.entries()) if (column !== undefined) text[column] = (cells[index] ?? '').trim();
  return text;
}

function takeRow(result: ReadUnits, row: number, text: RowText, nextId: () => string, today: string): ReadUnits {
  const trouble = (message: string): ReadUnits => ({ ...result, troubles: [...result.troubles, { row, message }] });
  const { name } = text;
  if (name === undefined || name === '') return trouble('没有单位名称，这一行没有导入。');
  if (name.length > 80) return trouble('单位名称超过80字，这一行没有导入。');
  for (const column of ['since', 'until'] as const) {
    const day = text[column];
    if (day !== undefined && day !== '' && readDay(day) === undefined)
      return trouble(`${unitColumns[column].heading}“${day}”不是日期（应如 2026-03-01），这一行没有导入。`);
  }
  const known = result.list.units.find((unit) => namesOf(unit).some((each) => plainUnitName(each) === plainUnitName(name)));
  if (known === undefined) {
    const unit: Unit = {
      id: nextId(),
      formerNames: [],
      aliases: [],
      unitClass: emptyUnitList.classes.at(-1) ?? '其他',
      ...factsOf(text),
      name,
    };
    return { ...result, list: addUnit(result.list, unit), added: result.added + 1 };
  }
  const list = changeUnit(result.list, known.id, merged(known, factsOf(text)), today);
  const isSame = JSON.stringify(list) === JSON.stringify(result.list);
  return isSame ? { ...result, unchanged: result.unchanged + 1 } : { ...result, list, changed: result.changed + 1 };
}

/** Former names are history, not facts to be set from a sheet. */
function factsOf(text: RowText): Partial<Omit<Facts, 'formerNames'>> {
  return {
    ...(text.name ? { name: text.name } : {}),
    ...(text.aliases
      ? {
          aliases: text.aliases
            .split(/[、，,；;]/u)
            .map((each) => each.trim())
            .filter((each) => each !== '' && each.length <= 80),
        }
      : {}),
    ...(text.unitClass ? { unitClass: text.unitClass.slice(0, 80) } : {}),
    ...(text.contact ? { contact: text.contact.slice(0, 80) } : {}),
    ...(text.phone ? { phone: text.phone.slice(0, 80) } : {}),
    ...(text.since ? { since: readDay(text.since) ?? text.since } : {}),
    ...(text.until ? { until: readDay(text.until) ?? text.until } : {}),
  };
}

/** What a sheet says of a known unit: it may call it by an alias, and adds aliases rather than taking any away. */
function merged(known: Unit, facts: Partial<Omit<Facts, 'formerNames'>>): Partial<Omit<Facts, 'formerNames'>> {
  const { name: _name, aliases = [], ...rest } = facts;
  const others = new Set(namesOf(known));
  return { ...rest, aliases: [...known.aliases, ...aliases.filter((alias) => !others.has(alias))] };
}
