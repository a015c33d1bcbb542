/** Forms: tables whose cells name the words in the cell beside them (报送单位 | 甲县 | 签发人 | 某甲). */
import type { LeftAsideText, SourceLine } from '../../recognize/source-line.js';
import { plainText } from './asides.js';
import { labelOf } from './table-line.js';
import type { WordCell, WordTable } from './word-document.js';

/** Cells that name the one beside them, from how many on a table is a form. */
const fewestNamed = 2;

/** Whether a table is a form. */
export function isForm(rows: WordTable['rows']): boolean {
  const named = rows.flatMap(({ cells }) => cells.filter((cell, at) => labelOf(cell) !== undefined && nameOfNext(cells, at) !== undefined));
  return named.length >= fewestNamed;
}

/** How the cells of forms are called that no list of ours has: 信息标题, 报送时间, 审核意见. */
const anyName =
  /^(?=.{2,12}$)[\p{Script=Han}（）()/／、]*(?:标题|题目|正文|内容|单位|部门|科室|处室|时间|日期|人|员|者|电话|手机|方式|领导|意见|批示|签字|签名|签发|审核|栏目|类别|类型|备注|字数|编号|序号|附件|邮箱|编辑|职务|姓名|地址)$/u;
/** What those who review or sign write beside their field where it is no name. */
const [reviewed, opinion] = [/审|签|批/u, /[。；！]|^(?:同意|拟同意|请|已阅|属实)/u];
/** Who signed an opinion. */
const signedBy =
  /^\s{0,20}(?:(?:主管|分管|主要|单位)?(?:领导|负责人))?(?:签\s?[字名发]人?|审核人|审批人|负责人|领导)\s{0,20}[：:]\s{0,20}\p{Script=Han}{2,4}(?=\s|$|[（(])/u;
const officeOnly = /意见|批示|签字|签名|备注/u;

/** What the cell at `at` of a form's row calls the words in the next one. */
export function nameOfNext(cells: readonly WordCell[], at: number): string | undefined {
  const [cell, next] = [cells[at], cells[at + 1]];
  if (!cell || !next || plainText(next.blocks).trim() === '' || labelOf(next) !== undefined) return undefined;
  // A cell that might be a name is one where another stands behind it.
  if (anyNameOf(next) !== undefined && cells[at + 2] !== undefined) return undefined;
  return labelOf(cell) ?? anyNameOf(cell);
}

/** Whether a form's cell names the next one, where nothing was filled in. */
export function isUnfilled(cells: readonly WordCell[], at: number): boolean {
  const [cell, next] = [cells[at], cells[at + 1]];
  if (!cell || !next || plainText(next.blocks).trim() !== '') return false;
  return labelOf(cell) !== undefined || anyNameOf(cell) !== undefined;
}

/** Leaves a name aside that nothing was filled in beside. */
export function leaveUnfilled(
  start: number,
  { lines, leftAside }: { readonly lines: SourceLine[]; readonly leftAside: LeftAsideText[] },
): void {
  for (const { line, text } of lines.splice(start)) if (text !== '') leftAside.push({ line, text, reason: '表格里没有填写的栏' });
}

function anyNameOf({ blocks }: WordCell): string | undefined {
  const text = plainText(blocks)
    .replace(/\s/gu, '')
    .replace(/[：:]$/u, '');
  return anyName.test(text) ? text : undefined;
}

/** Puts what a form calls its words before them, as a line of fields has it; title and text are called so by their place. */
export function nameLine(
  name: string,
  start: number,
  { lines, leftAside }: { readonly lines: SourceLine[]; readonly leftAside: LeftAsideText[] },
): void {
  const [line] = lines.slice(start, start + 1);
  if (!line) return;
  if (officeOnly.test(name) || (reviewed.test(name) && opinion.test(line.text))) {
    const written = lines.splice(start);
    lines.push(...written.filter(({ text }) => signedBy.test(text)));
    const words = written.flatMap(({ text }) => (signedBy.test(text) ? [] : [text]));
    if (words.length > 0)
      leftAside.push({ line: line.line, text: `${name}：${words.join('')}`, reason: '表格里的审批意见、备注，不是稿件的文字' });
    return;
  }
  const isTitle = /^(?:稿件|信息|文章|新闻|事迹|案例|材料)?(?:标题|题目)$/u.test(name);
  if (isTitle || /^(?:(?:稿件|信息|文章|新闻|事迹|案例|材料)?(?:正文|内容)|主要内容|(?:主要|先进|典型)?事迹(?:材料)?)$/u.test(name)) {
    leftAside.push({ line: line.line, text: name, reason: '表格里的栏名' });
    if (isTitle) lines[start] = { ...line, role: 'title' };
    return;
  }
  const head = `${name}：`;
  const shifted = (ranges: SourceLine['bold']) =>
    ranges.map((range) => ({ start: range.start + head.length, end: range.end + head.length }));
  lines[start] = {
    ...line,
    text: head + line.text,
    bold: shifted(line.bold),
    ...(line.kai === undefined ? {} : { kai: shifted(line.kai) }),
  };
}
