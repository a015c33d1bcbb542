/** What stands around a manuscript in a mail or a form: heads of the mail, words of the letter, labels of title and text. */
import { findDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { isFieldName } from './draft-fields.js';
import { lineBehind, withRich } from './line.js';
import type { Line } from './line.js';
import { prepareLines } from './prepare-lines.js';
import type { RecognizeOptions } from './recognized.js';
import { added, concat, slice } from './rich-text.js';
import type { SourceLine } from './source-line.js';
import { isTitleLike } from './titles.js';

const mailHead =
  /^(?:发件人|寄件人|收件人|抄送|密送|主题|发送时间|发送日期|发件时间|时间|日期|附件|from|to|cc|bcc|subject|sent|date|attachments?)\s*[：:]/iu;
const mailMark = /^(?:发件人|寄件人|主题|from|subject)\s*[：:]/iu;
/** Fewest names of fields on lines of their own that make a form. */
const fewestFields = 2;
/** A mail has at least sender and subject, or sender and receiver. */
const fewestHeads = 2;
const salutation =
  /^(?:尊敬的|敬爱的)?[^，。：:；]{0,16}(?:各位|领导|老师|同志|主任|科长|处长|部长|主编|编辑|您好|你好|[^，。：:；好]{1,3}好(?=[：:，,！!。]?$))[^，。：:；]{0,8}[：:，,！!。]?$/u;
/** The title of a report that only sends a manuscript along. */
export const coverReport = /^关于(?:报送|上报|呈报|报请|投送|推荐).{2,60}的(?:报告|函|请示|说明)$/u;
/** Whom such a report is sent to. */
const receiver = /^[\p{Script=Han}（）()、]{2,30}[：:]$/u;
const letterSentence = /附上|现将|现报|特此|随信|随函|请.{0,6}(?:审阅|查收|审定|审核|审改|指正|斟酌|采用|收阅)|谢谢|感谢|您好|你好/u;
const longestLetterLine = 80;

const titleName = '(?:稿件|信息|文章|新闻)?(?:主?标\\s*题|题\\s*目|题\\s*名)|(?:稿件|信息|文章)名称';
const textName = '(?:稿件|信息|文章|新闻)?(?:正\\s*文|内\\s*容)(?:如下)?|主要内容';
/** A name in brackets, before a colon, or alone on its line. */
const labelOf = (name: string): RegExp =>
  new RegExp(`^(?:[【[〔（(]\\s*(?:${name})\\s*[】\\]〕）)]\\s*[：:]?|(?:${name})\\s*[：:]|(?:${name})$)\\s*`, 'u');
const titleLabel = labelOf(titleName);
const textLabel = labelOf(textName);
const subtitleLabel = labelOf('副\\s*标\\s*题');

const paperName = /(?:^|\s)《?\p{Script=Han}{2,12}[报刊]》?(?=\s|[:：]|$)/u;

/** What a page of an official account or a site puts around the words. */
const webWords =
  /^(?:原创(?=[\s·]).{0,40}\d{4}-\d{1,2}-\d{1,2}.{0,20}|(?:点击|轻触).{0,6}(?:蓝字|[“"「].{1,16}[”"」]).{0,16}|关注我们|点个[“"]?(?:在看|赞).{0,24}|(?:阅读|浏览|在看|点赞|赞|分享|收藏|留言|转发)\s*[\d.]+\s*[万wWkK]?\+?(?:\s+(?:阅读|浏览|在看|点赞|赞|分享|收藏|留言|转发)\s*[\d.]*\s*[万wWkK]?\+?){0,6}|喜欢此内容的人还喜欢|(?:继续|向上)滑动看下一个|微信扫一扫.{0,16}|轻点两下取消.{0,6}|-*\s*END\s*-*|阅读原文|[上下]一[篇条][：:].{0,60}|【?字体[：:].{0,16}|(?:长按|扫描|识别).{0,12}二维码.{0,12}|转载请注明.{0,20}|(?:点赞|分享|在看|收藏|赞)(?:[\s、·和]*(?:点赞|分享|在看|收藏|赞))+)$/iu;

/** The lines of a manuscript as recognition reads them, with what stands around it set aside. */
export function draftLines(
  source: readonly SourceLine[],
  ledger: Ledger,
  options: Pick<RecognizeOptions, 'keepsLines'>,
  warnings: string[],
): readonly Line[] {
  return setLabelsAside(
    joinFields(
      openBracketNames(
        setLetterAside(
          setReplyAside(countedHeads(setWebWordsAside(prepareLines(source, ledger, options, warnings), ledger), warnings), ledger),
          ledger,
        ),
      ),
    ),
    ledger,
  );
}

/** 【报送单位】甲县 as 报送单位：甲县: names of fields that a form without lines puts in brackets. */
function openBracketNames(lines: readonly Line[]): readonly Line[] {
  const named = lines.map((line) => (line.table || line.text.length > longestLetterLine ? null : bracketName.exec(line.text)));
  const isName = named.map((match) => match !== null && (isFieldName(match[1] ?? '') || subtitleName.test(match[1] ?? '')));
  const isForm = isName.filter(Boolean).length + lines.filter(isLabel).length >= fewestFields;
  if (!isForm) return lines;
  return lines.map((line, at) => {
    const [whole = '', name = ''] = named[at] ?? [];
    if (!isName[at]) return line;
    const start = line.text.indexOf(name);
    return withRich(line, concat([slice(line.rich, start, start + name.length), added('：'), slice(line.rich, whole.length)]));
  });
}

const bracketName = /^[【[［〔]\s*([^】\]］〕]{2,10}?)\s*[】\]］〕]\s*[：:]?\s*(?=\S)/u;
const subtitleName = /^副\s*标\s*题$/u;

/** 01 over 搭台子: headings whose numbers stand on lines of their own, where several count up. */
function countedHeads(lines: readonly Line[], warnings: string[]): readonly Line[] {
  const numbers = lines.flatMap((line, at) => {
    const head = lines[at + 1];
    const value = headNumber.exec(line.text)?.[1];
    return value !== undefined && head && isTitleLike(head) && head.text.length <= longestHead ? [{ at, value: Number(value) }] : [];
  });
  if (numbers.length < fewestFields || numbers.some(({ value }, index) => value !== index + 1)) return lines;
  const counted = new Set(numbers.map(({ at }) => at));
  const heads = numbers
    .map(({ at }) => `“${lines[at + 1]?.text ?? ''}”`)
    .slice(0, 5)
    .join('');
  warnings.push(`${heads}等${numbers.length}处的序号单占一行，已与下一行合成第一层标题，请核对。`);
  return lines.flatMap((line, at) => {
    const head = lines[at + 1];
    if (counted.has(at - 1)) return [];
    return [
      counted.has(at) && head ? { ...head, ...withRich(head, concat([line.rich, added(' '), head.rich])), bodyLevel: 1 as const } : line,
    ];
  });
}

const headNumber = /^(?:PART\s*[.·]?\s*)?(0\d)$/iu;
const longestHead = 30;

/**
 * The lines of a form whose names stand on lines of their own, 报送人 over 张示例, each with what stands below it: 报送人：张示例.
 * One such line alone may be the writer's own words.
 */
function joinFields(lines: readonly Line[]): readonly Line[] {
  const isName = lines.map((line) => !line.table && isFieldName(line.text));
  const pairs = lines.flatMap((_line, at) => (isName[at] && lines[at + 1] && !isName[at + 1] && !isLabel(lines[at + 1]) ? [at] : []));
  if (pairs.length < fewestFields) return lines;
  const joined = new Set(pairs);
  return lines.flatMap((line, at) => {
    if (joined.has(at - 1)) return [];
    const value = lines[at + 1];
    return [joined.has(at) && value ? withRich(line, concat([line.rich, added('：'), value.rich])) : line];
  });
}

function isLabel(line: Line | undefined): boolean {
  return line !== undefined && (titleLabel.test(line.text) || textLabel.test(line.text));
}

/** Day and time of day alone, as an account prints them under its name. */
const publishedAt = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u;
const mostHead = 5;

/** The lines under the title of an account's page: its name, day and time, the place; none where nothing else is of such a page. */
function accountHead(lines: readonly Line[]): ReadonlySet<Line> {
  const at = lines.slice(0, mostHead).findIndex(({ text }, index) => index > 1 && publishedAt.test(text));
  if (at < 0 || !lines.some(({ text }) => webWords.test(text))) return new Set();
  const isShort = (line: Line | undefined, most: number): line is Line =>
    line !== undefined && line.text.length <= most && /^[\p{L}\d]+$/u.test(line.text);
  const [name, day, place] = [lines[at - 1], lines[at], lines[at + 1]];
  return new Set([...(isShort(name, 16) ? [name] : []), ...(day ? [day] : []), ...(isShort(place, 6) ? [place] : [])]);
}

function setWebWordsAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const head = accountHead(lines);
  return lines
    .filter((line) => {
      const isWeb = !line.table && (webWords.test(line.text) || head.has(line));
      if (isWeb) ledger.leave(line.rich, '公众号、网页上的字样，不是稿件');
      return !isWeb;
    })
    .map((line) => (line.table ? line : paperLine(line, ledger)));
}

/** The head of a newspaper's page over what is cut out of it, 示例日报　2024年5月17日　星期五　第3版, as a line that names the paper as the source. */
function paperLine(line: Line, ledger: Ledger): Line {
  const { text, rich } = line;
  const name = text.length <= longestLetterLine ? paperName.exec(text)?.[0] : undefined;
  const isHead =
    name !== undefined && /星期.|第?\s*[A-Z]?\d{1,3}\s*版/u.test(text) && findDate(text) !== undefined && !/[。！？]/u.test(text);
  if (!isHead) return line;
  ledger.leave(rich, '报纸的版头，不是稿件');
  const bare = name.replace(/[\s《》]/gu, '');
  const start = text.indexOf(bare);
  return withRich(line, concat([added(paperLabel), slice(rich, start, start + bare.length)]));
}

/** What a line made of the head of a newspaper's page opens with. */
export const paperLabel = '来源：';

/** Without the mail that this one answers, which stands below it with its heads or quoted with >. */
function setReplyAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const at = lines.findIndex(({ text }, index) => index > 0 && (originalMail.test(text) || answered.test(text)));
  const head = lines[at];
  const below = lines.slice(at + 1);
  if (!head || below.length === 0) return lines;
  const isAnswer = originalMail.test(head.text) ? mailHead.test(below[0]?.text ?? '') : below.every(({ isQuoted }) => isQuoted);
  // A mail that only sends another along has its manuscript below.
  const words = lines.slice(0, at).filter(({ text }) => !isLetterLine(text) && !mailHead.test(text));
  if (!isAnswer || words.reduce((sum, { text }) => sum + text.length, 0) < shortestAnswer) return lines;
  for (const line of lines.slice(at)) ledger.leave(line.rich, '回信下面的来信，不是稿件');
  return lines.slice(0, at);
}

const originalMail = /^[-—─ ]{0,30}(?:原始邮件|转发邮件信息|Original Message)[-—─ ]{0,30}$/iu;
/** 在 2031-04-02 09:15，"某" 写道： */
const answered = /^(?=.{8,160}$)(?:在|于|On\s)?[^。]{0,20}\d{4}[^。]{0,130}(?:写道|wrote)\s*[：:]$/iu;
const shortestAnswer = 80;

/** Without the heads of a mail and the words to its reader, where the file opens with them. */
function setLetterAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  let at = 0;
  while (at < lines.length && mailHead.test(lines[at]?.text ?? '')) at += 1;
  const isMail = at >= fewestHeads && lines.slice(0, at).some(({ text }) => mailMark.test(text));
  if (!isMail) at = 0;
  const first = lines[at];
  const isReport = first !== undefined && coverReport.test(first.text) && sendsTitleAlong(lines.slice(at + 1));
  if (isReport) ledger.leave(first.rich, '报送函的标题，不是稿件的标题');
  const opensLetter = first !== undefined && (isReport || salutation.test(first.text));
  const from = at;
  if (isReport) at += 1;
  for (const line of lines.slice(0, from)) ledger.leave(line.rich, '邮件头，不是稿件');
  if (!isMail && !opensLetter) return lines;
  for (; at < lines.length - 1; at += 1) {
    const line = lines[at];
    if (!line || line.heading !== undefined || !(isLetterLine(line.text) || (isReport && receiver.test(line.text)))) break;
    ledger.leave(line.rich, '信里的话，不是稿件');
  }
  return lines.slice(at);
}

/** Whether words to the reader follow, and behind them another title with its text. */
function sendsTitleAlong(lines: readonly Line[]): boolean {
  const at = lines.findIndex(({ text }) => !receiver.test(text) && !isLetterLine(text));
  const [title, text] = [lines[at], lines[at + 1]];
  return (
    at > 0 && lines.slice(0, at).some((line) => isLetterLine(line.text)) && !!title && !!text && isTitleLike(title) && !isTitleLike(text)
  );
}

function isLetterLine(text: string): boolean {
  return salutation.test(text) || (text.length <= longestLetterLine && /[。！!]$/u.test(text) && letterSentence.test(text));
}

/** Without the labels 标题 and 正文; the line behind the one is marked as a title, which opens a manuscript. */
function setLabelsAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const out: Line[] = [];
  let isTitleDue = false;
  for (const line of lines) {
    const subtitle = line.table ? null : subtitleLabel.exec(line.text);
    if (subtitle && subtitle[0].length < line.text.length) {
      ledger.leave(slice(line.rich, 0, subtitle[0].length), '“副标题”字样，不是稿件的文字');
      out.push({ ...lineBehind(line, subtitle[0].length), role: 'subtitle' });
      continue;
    }
    const label = line.table ? undefined : (titleLabel.exec(line.text) ?? textLabel.exec(line.text));
    const isTitle = label !== undefined && label !== null && titleLabel.test(line.text);
    if (label) ledger.leave(slice(line.rich, 0, label[0].length), '“标题”“正文”字样，不是稿件的文字');
    const rest = label ? lineBehind(line, label[0].length) : line;
    if (rest.text === '') isTitleDue = isTitle;
    else {
      out.push(isTitle || isTitleDue ? { ...rest, role: 'title', opensPart: true } : rest);
      isTitleDue = false;
    }
  }
  return out;
}
