/** 刊名 and 编发单位: the words of a masthead that name the periodical and who puts it together. */
import { findDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { closeSpaced, isPiece, organSuffix } from './masthead-fields.js';
import type { MastheadFields, MastheadText } from './masthead-fields.js';
import { added, concat, slice } from './rich-text.js';
import type { Rich } from './rich-text.js';

const organLabel = /^(?:(?:编发|主办|编印|编辑)(?:单位|部门)|主办|编印|编发)\s*[：:]\s*/u;
const periodical =
  /(?:专报|简报|信息|通报|快报|内参|参考|要情|动态|摘报|汇报|通讯|专刊|周报|月报|交流|简讯|文摘|反映|要报|快讯|要讯|旬报|季报|月刊|季刊|呈阅件|送阅件)$/u;
export const organLike =
  /^中共|(?:委员会|宣传部|办公室|党委|党工委|政府|研究室|领导小组|指挥部|(?<![格布全大结开新变定战时])局|委|部|厅|院|中心)$/u;
/** The same of what stands beside the day, where hardly anything else does. */
const unitLike = /(?:办|处|科|室|组|团|会|社|馆|所|站|院|校|工委|纪委|大学|中学|小学|公司|集团|学会|协会|联合会|街道|镇|乡)$/u;

/** Marks that no name of an organ holds. */
const saying = /[：:，、；]/u;

/** Whether a line is the name of the periodical as a whole, though its words may look like 密级 (内部参考). */
export function isName(line: Line): boolean {
  return line.mastheadPart === 'name' || (line.heading === 1 && isPeriodical(line.loose));
}

/** Whether words are the name of a periodical by how they end. */
export function isPeriodical(text: string): boolean {
  const loose = toLoose(text);
  return loose.length <= 20 && periodical.test(loose) && !loose.startsWith('—');
}

/** Takes words of a masthead for 刊名 or 编发单位, or for the same again; false for other words. */
export function readNames(rich: Rich, line: Line, fields: MastheadFields, ledger: Ledger): boolean {
  if (line.mastheadPart === 'organ' && fields.organ === undefined) {
    fields.organ = ledger.keep(closeSpaced(rich));
    return true;
  }
  if (line.mastheadPart === 'mark' && fields.secrecy === undefined) {
    fields.secrecy = ledger.keep(rich);
    return true;
  }
  const loose = toLoose(rich.text);
  if (fields.name === undefined && isName(line)) {
    fields.name = ledger.keep(closeSpaced(rich));
    return true;
  }
  if (loose === toLoose(fields.name ?? ' ') || loose === toLoose(fields.organ ?? ' ')) {
    ledger.leave(rich, '重复的报头');
    return true;
  }
  if (rich.text.length > 40 || /[。；！？]/u.test(rich.text)) return false;
  if (/[“”]/u.test(rich.text) && !organLike.test(loose) && !isQuotedName(loose, fields)) return false;
  if (fields.organ === undefined && readOrgan(rich, fields, ledger)) return true;
  if (fields.name === undefined && (line.heading === 1 || isPeriodical(loose))) {
    fields.name = ledger.keep(closeSpaced(rich));
    return true;
  }
  return fields.name === undefined && readTitledName(rich, fields, ledger);
}

/** 甲区“两新”党建动态: a name with a short word in quotes, where no other was found. */
function isQuotedName(loose: string, { name }: MastheadFields): boolean {
  return name === undefined && loose.length <= 20 && /^\p{Script=Han}*”[^”]{1,4}”\p{Script=Han}{0,8}(?:专报|简报|信息|动态)$/u.test(loose);
}

/** 编发单位 in one row with the day; the texts without it. */
export function readOrganBesideDay(texts: readonly MastheadText[], fields: MastheadFields, ledger: Ledger): readonly MastheadText[] {
  const beside = texts.find(({ rich, line }) => {
    const words = toLoose(rich.text).replace(organSuffix, '');
    const isUnit = organLike.test(words) || (unitLike.test(words) && !periodical.test(words));
    return rich.text !== line.text && isUnit && !saying.test(words) && isPiece(line.text) && findDate(line.text) !== undefined;
  });
  if (!beside || fields.organ !== undefined) return texts;
  const above = texts[texts.indexOf(beside) - 1];
  const isJoint = above !== undefined && beside.line.isAdjacent && isWholeOrgan(above) && beside.line.number - above.line.number === 1;
  const rich = isJoint ? concat([above.rich, added(' '), beside.rich]) : beside.rich;
  if (!readOrgan(rich, fields, ledger, true)) return texts;
  return texts.filter((text) => text !== beside && !(isJoint && text === above));
}

/** 中共甲区纪律检查委员会 in a row of its own, over 甲区监察委员会 with the day: the two put the issue out together. */
function isWholeOrgan({ rich, line }: MastheadText): boolean {
  return rich.text === line.text && organLike.test(line.loose) && !isPeriodical(line.loose) && !saying.test(line.text);
}

/** 《宣传简报》 or 【宣传简报】 before the number of an issue. */
function readTitledName(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const titled = /^[《【](.{2,18})[》】]$/u.exec(rich.text)?.[1];
  if (titled === undefined || !periodical.test(titled)) return false;
  ledger.leave(rich, '刊名的书名号');
  fields.name = ledger.keep(slice(rich, 1, rich.text.length - 1));
  return true;
}

/** 编发单位 by its label, by its own words or by 编印 behind it. */
function readOrgan(rich: Rich, fields: MastheadFields, ledger: Ledger, isSure = false): boolean {
  const label = organLabel.exec(rich.text);
  const suffix = organSuffix.exec(rich.text);
  const isOrgan =
    isSure ||
    (organLike.test(toLoose(rich.text)) && !saying.test(rich.text)) ||
    (suffix !== null && organLike.test(toLoose(rich.text.slice(0, suffix.index))));
  if (!label && !isOrgan) return false;
  const named = slice(rich, label?.[0].length ?? 0, suffix?.index ?? rich.text.length);
  if (label) ledger.leave(slice(rich, 0, label[0].length), '版面固定字样，印出时自动加上');
  if (suffix) ledger.leave(slice(rich, suffix.index), '编发单位后的“编”“编印”字样，不印');
  fields.organ = ledger.keep(closeSpaced(named));
  return true;
}
