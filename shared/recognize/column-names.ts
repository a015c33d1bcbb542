import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import type { Line } from './line.js';

/** Columns that periodicals of this kind carry; recognised without brackets too when a line holds nothing else. */
const knownColumns: ReadonlySet<string> = new Set([
  '工作动态',
  '经验交流',
  '简讯',
  '工作简讯',
  '动态信息',
  '信息动态',
  '区市动态',
  '部门动态',
  '基层动态',
  '要闻',
  '领导讲话',
  '调查研究',
  '工作研究',
  '理论研究',
  '典型经验',
  '经验做法',
  '外地经验',
  '他山之石',
  '学习借鉴',
  '媒体聚焦',
  '舆情信息',
  '信息快递',
  '一句话信息',
  '专题报道',
]);

const bracketed = /^[〔［[【〖﹝]\s*([^〔〕［］[\]【】〖〗﹝﹞]{1,16}?)\s*[〕］\]】〗﹞]$/u;
/** Square brackets may stand around anything; 〔〕 and 【】 around a line's only words mark a column. */
const possibleName = /^(?=.*\p{Script=Han}.*\p{Script=Han})[^\d，。：；！？“”《》（）()<>{}]{2,12}$/u;
const notColumn = /^(?:编者按|按语|编者的话|附件|略|待续|完)$/u;

/** The name of the column that a line announces, as printed between the brackets; undefined for other lines. */
export function columnName(line: Line): Rich | undefined {
  if (line.role !== undefined && line.role !== 'column' && line.role !== 'contents') return undefined;
  const match = bracketed.exec(line.text);
  if (match) {
    const name = trim(slice(line.rich, 1, line.text.length - 1));
    const plain = name.text.replace(/\s/gu, '');
    const isSquare = /^[[［]/u.test(line.text);
    return possibleName.test(plain) && !notColumn.test(plain) && (!isSquare || /^\p{Script=Han}+$/u.test(plain)) ? name : undefined;
  }
  if (line.role === 'column') return line.rich;
  return knownColumns.has(line.text.replace(/\s/gu, '')) ? line.rich : undefined;
}
