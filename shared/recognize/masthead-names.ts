/** 刊名 and 编发单位: the words of a masthead that name the periodical and who puts it together. */
import type { Ledger } from './ledger.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { closeSpaced, organSuffix } from './masthead-fields.js';
import type { MastheadFields } from './masthead-fields.js';
import { slice } from './rich-text.js';
import type { Rich } from './rich-text.js';

const organLabel = /^(?:编发单位|主办单位|主办|编印单位|编印|编发)\s*[：:]\s*/u;
const periodical = /(?:专报|简报|信息|通报|快报|内参|参考|要情|动态|摘报|汇报|通讯|专刊|周报|月报|交流|简讯|文摘)$/u;
export const organLike = /^中共|(?:委员会|宣传部|办公室|党委|党工委|政府|研究室|领导小组|指挥部|局|委|部|厅|院|中心)$/u;

/** Whether a line is the name of the periodical as a whole, though its words may look like 密级 (内部参考). */
export function isName(line: Line): boolean {
  return line.mastheadPart === 'name' || (line.heading === 1 && line.loose.length <= 20 && periodical.test(line.loose));
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
  if (rich.text.length > 40 || /[。；！？]/u.test(rich.text) || (/[“”]/u.test(rich.text) && !organLike.test(loose))) return false;
  if (fields.organ === undefined && readOrgan(rich, fields, ledger)) return true;
  if (fields.name === undefined && (line.heading === 1 || (periodical.test(loose) && loose.length <= 20))) {
    fields.name = ledger.keep(closeSpaced(rich));
    return true;
  }
  return fields.name === undefined && readTitledName(rich, fields, ledger);
}

/** 《宣传简报》 before the number of an issue. */
function readTitledName(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const titled = /^《(.{2,18})》$/u.exec(rich.text)?.[1];
  if (titled === undefined || !periodical.test(titled)) return false;
  ledger.leave(rich, '刊名的书名号');
  fields.name = ledger.keep(slice(rich, 1, rich.text.length - 1));
  return true;
}

/** 编发单位 by its label, by its own words or by 编印 behind it. */
function readOrgan(rich: Rich, fields: MastheadFields, ledger: Ledger): boolean {
  const label = organLabel.exec(rich.text);
  const suffix = organSuffix.exec(rich.text);
  const isOrgan = organLike.test(toLoose(rich.text)) || (suffix !== null && organLike.test(toLoose(rich.text.slice(0, suffix.index))));
  if (!label && !isOrgan) return false;
  const named = slice(rich, label?.[0].length ?? 0, suffix?.index ?? rich.text.length);
  if (label) ledger.leave(slice(rich, 0, label[0].length), '版面固定字样，印出时自动加上');
  if (suffix) ledger.leave(slice(rich, suffix.index), '编发单位后的“编”“编印”字样，不印');
  fields.organ = ledger.keep(closeSpaced(named));
  return true;
}
