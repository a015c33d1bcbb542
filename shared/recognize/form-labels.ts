/** What labels the parts of a masthead, of 版记 or of a form: such a table only lays out what is in it. */
export const formLabel =
  /^(?:报|送|发|发送|分发|下发|呈|抄报|抄送|报送|主送|分送|呈报|印发|承办|审核|审稿|核稿|审签|签发人?|编辑|责编|责任编辑|校对|主编|电话|联系电话|联系人|传真|邮箱|标题|题目|正文|内容|主要内容|单位|报送单位|供稿单位|来稿单位|作者|供稿人?|撰稿人?|领导批示|批示|目录|日期|时间|第\d+期|总第\d+期|(?:信息|稿件|文章|新闻|材料|案例)(?:标题|题目|名称|正文|内容)|姓名|(?:推荐|申报|填报)单位|(?:主要|先进|典型)?事迹(?:标题|题目|材料|内容)?|(?:报送|填报|采编|投稿)人|(?:报送|填报|投稿)(?:时间|日期)|\p{Script=Han}{0,6}(?:审核|审批|审签|签发|领导)意见)\s*[：:]?$/u;
/** A cell with such a label and its words. */
export const labelledCell =
  /^(?:报|送|发|抄报|抄送|承办|审核|编辑|电话|领导批示)\s*[：:]|^领导(?:同志)?批示$|^〔.+〕$|第\s*[（(]?\d+[）)]?\s*期(?:[（(]?总第\d+期[）)]?)?$/u;

/** What only a form has that a manuscript is sent in on. */
const ofManuscript = /^(?:(?:信息|稿件|文章|新闻|材料|案例)?(?:标题|题目|名称|正文|内容)|主要内容)\s*[：:]?$/u;

/** Whether cells are those of a form that a manuscript is written in: two of its labels, one for the title or the text. */
export function areCellsOfForm(cells: readonly string[]): boolean {
  const labels = cells.map(labelIn).filter((text) => formLabel.test(text));
  return labels.length >= 2 && labels.some((text) => ofManuscript.test(text));
}

/** Labels are spaced out to one width, and may stand in brackets. */
function labelIn(text: string): string {
  return text.length > longestCell ? text : text.replace(/\s/gu, '').replace(/^[【〔[](.{1,12})[】〕\]]([：:]?)$/u, '$1$2');
}

/** Cells of more words hold an article. */
const longestCell = 1_000;

/** Whether cells are those of a table of the text: some words in three at least, none a form's labels or an article. */
export function areCellsOfText(cells: readonly string[]): boolean {
  const texts = cells.map(labelIn);
  if (texts.filter((text) => text !== '').length < 3 || texts.some(({ length }) => length > longestCell)) return false;
  return !texts.some((text) => labelledCell.test(text)) && texts.filter((text) => formLabel.test(text)).length <= 1;
}
