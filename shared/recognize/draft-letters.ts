/** What a mail, its answer or a chat has around a manuscript: heads, words to the reader, what it answers. */
import { numberLevel } from '../document/heading-level.js';
import { isFieldLine, isUnitLine } from './draft-fields.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { isAppendixName } from './official-frame.js';
import { isTitleLike } from './titles.js';

const mailHead =
  /^(?:发件人|寄件人|收件人|抄送|密送|主题|发送时间|发送日期|发件时间|时间|日期|附件|from|to|cc|bcc|subject|sent|date|attachments?)\s*[：:]/iu;
const mailMark = /^(?:发件人|寄件人|主题|from|subject)\s*[：:]/iu;
/** A mail has at least sender and subject, or sender and receiver. */
const fewestHeads = 2;
const salutation =
  /^(?!.{0,24}批示|.{0,24}(?:讲话|指出|强调|要求|表示|介绍|说)[：:])(?:尊敬的|敬爱的)?[^，。：:；]{0,16}(?:各位|领导|老师|同志|主任|科长|处长|部长|主编|编辑|您好|你好|[^，。：:；好]{1,3}好(?=[：:，,！!。]?$))[^，。：:；]{0,8}[：:，,！!。]?$/u;
/** 领导好，这是我们的两条信息，麻烦看看: a greeting and what it says on the same line. */
const greeting =
  /^[^，。：；]{0,10}(?:您好|你好|(?:领导|老师|主任|科长|部长|编辑|上午|中午|下午|晚上|早上)好)[，,！!。]\s*\S[^。]{1,60}[。！!：:]?$/u;
/** 王科长，稿子改好了，见下：: the same to somebody by post, where the words say what is sent. */
const handedOver =
  /^\p{Script=Han}{0,6}(?:主任|科长|处长|部长|局长|主编|编辑|老师|同志|领导|书记)[，,！!]\s*(?=[^。]{0,60}(?:稿|材料|信息|文章))(?=[^。]{0,60}(?:见下|如下|附后|附件|改好|修改|发您|发来|发给|报来|报上|请))[^。]{2,60}[。：:！!]?$/u;
/** The title of a report that only sends a manuscript along. */
export const coverReport = /^(?:\p{Script=Han}{2,30})?关于(?:报送|上报|呈报|报请|投送|推荐).{2,60}的(?:报告|函|请示|说明)$/u;
/** Whom such a report is sent to. */
const receiver = /^[\p{Script=Han}（）()、《》“”]{2,30}[：:]$/u;
const letterSentence =
  /贵(?:[刊报部社]|编辑部)|(?:稿件?|材料|信息).{0,16}(?:如下|附后|见下)|附上|现将|现报|特此|随信|随函|请.{0,6}(?:审阅|查收|审定|审核|审改|指正|斟酌|采用|收阅)|谢谢|感谢|您好|你好/u;
const longestLetterLine = 80;

/** Without the mail that this one answers, which stands below it with its heads or quoted with >. */
export function setReplyAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
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

const originalMail = /^[-—─ ]{0,30}(?:原始邮件|转发(?:的)?(?:邮件|信件)(?:信息)?|Original Message|Forwarded message)[-—─ ]{0,30}$/iu;
/** 在 2031-04-02 09:15，"某" 写道： */
const answered = /^(?=.{8,160}$)(?:在|于|On\s)?[^。]{0,20}\d{4}[^。]{0,130}(?:写道|wrote)\s*[：:]$/iu;
const shortestAnswer = 80;

/** Without the heads of a mail and the words to its reader, where the file opens with them. */
export function setLetterAside(lines: readonly Line[], ledger: Ledger, warnings: string[]): readonly Line[] {
  const from = countMailHeads(lines);
  const opening = openingOfLetter(lines.slice(from));
  for (const line of lines.slice(0, from)) ledger.leave(line.rich, '邮件头，不是稿件');
  if (from === 0 && opening === undefined) return lines;
  const isReport = opening === 'report';
  if (opening) ledger.leave((lines[from] as Line).rich, isReport ? '报送函的标题，不是稿件的标题' : '信里的话，不是稿件');
  let at = from + Math.max(wholeLetter(lines.slice(from)), opening ? 1 : 0);
  for (const line of lines.slice(opening ? from + 1 : from, at)) {
    ledger.leave(line.rich, '信里的话，不是稿件');
    const [contact] = contactInLetter.exec(line.text.slice(0, longestSearched)) ?? [];
    if (contact !== undefined) warnings.push(`信里留有“${contact}”，没有记作供稿人，请核对。`);
  }
  const farewells = new Set(lines.slice(Math.max(at, lines.length - mostBelow)).filter(({ text }) => farewell.test(text)));
  for (const { rich } of farewells) ledger.leave(rich, '信里的话，不是稿件');
  for (; at < lines.length - 1; at += 1) {
    const line = lines[at];
    if (!line || line.heading !== undefined || !(isLetterLine(line.text) || (isReport && receiver.test(line.text)))) break;
    ledger.leave(line.rich, '信里的话，不是稿件');
  }
  return lines.slice(at).filter((line) => !farewells.has(line));
}

function countMailHeads(lines: readonly Line[]): number {
  let count = 0;
  const isHead = ({ text }: Line): boolean => mailHead.test(text) || originalMail.test(text);
  while (count < lines.length && isHead(lines[count] as Line)) count += 1;
  const [subject, words] = lines;
  // One head alone is one over words to the reader.
  if (count === 1 && subject && words && mailMark.test(subject.text) && (salutation.test(words.text) || greeting.test(words.text)))
    return 1;
  return count >= fewestHeads && lines.slice(0, count).some(({ text }) => mailMark.test(text)) ? count : 0;
}

/** What a letter opens with: the title of a report that sends a manuscript along, or whom it speaks to. */
function openingOfLetter([first, ...rest]: readonly Line[]): 'report' | 'reader' | undefined {
  if (!first) return undefined;
  if (coverReport.test(first.text) && sendsTitleAlong(rest)) return 'report';
  if (wholeLetter([first, ...rest]) > 0) return 'reader';
  const speaks =
    salutation.test(first.text) ||
    greeting.test(first.text) ||
    handedOver.test(first.text.slice(0, longestLetterLine)) ||
    (receiver.test(first.text) && sendsTitleAlong([first, ...rest]));
  return speaks && first.heading === undefined && rest.length > 0 ? 'reader' : undefined;
}

/** How a letter that sends a manuscript along ends: 此致 / 敬礼. A letter that is the manuscript keeps it. */
const wish = '(?:工作顺利|工作愉快|身体健康|万事如意|事业顺利|编安|文安|商祺|冬安|夏安|春安|秋安)';
const farewell = new RegExp(
  `^(?:此\\s*致|(?:此\\s*致)?\\s*敬\\s*礼|顺[颂祝致](?:\\S{2,6})?|敬?祝(?:好|您)?|(?:敬?祝您?)?${wish}|谢谢)[！!。：:]?$`,
  'u',
);
/** Lines at the end of a mail among which it stands. */
const mostBelow = 8;
/** Who may be asked, in the words of a letter. */
const contactInLetter = /(?:联系人|联系电话|电\s?话|手\s?机)\s?[：:]?[^。；]{0,40}\d{7,11}/u;
const [longestSearched, mostLetter] = [600, 16];

/** Lines of a letter that ends with 此致 / 敬礼 and is signed, without its signature; 0 where no title with its text stands below. */
function wholeLetter(lines: readonly Line[]): number {
  const last = lines.slice(0, mostLetter).findLastIndex(({ text }) => farewell.test(text));
  let end = last + 1;
  while (end <= last + mostBelow && lines[end] && isSignature(lines[end] as Line)) end += 1;
  const [title, ...below] = lines.slice(end);
  const isLetter =
    last > 0 && lines.slice(0, last).every(({ text, heading }) => heading === undefined && /[。！!：:]$|敬礼|^此\s*致$/u.test(text));
  const isOver = title !== undefined && isTitleLike(title) && below.slice(0, 3).some(({ text }) => /[。！]$/u.test(text));
  return isLetter && isOver ? last + 1 : 0;
}

function isSignature(line: Line): boolean {
  return isFieldLine(line) || isUnitLine(line);
}

/** Whether words to the reader follow, and behind them another title with its text; 一、工作情况 is a heading of the report itself. */
function sendsTitleAlong(lines: readonly Line[]): boolean {
  const at = lines.findIndex(({ text }) => !receiver.test(text) && !isLetterLine(text));
  const [title, text] = [lines[at], lines[at + 1]];
  if (!title || numberLevel(title.text) !== undefined || isAppendixName(title)) return false;
  return at > 0 && lines.slice(0, at).some((line) => isLetterLine(line.text)) && !!text && isTitleLike(title) && !isTitleLike(text);
}

function isLetterLine(text: string): boolean {
  return (
    salutation.test(text) ||
    greeting.test(text) ||
    handedOver.test(text.slice(0, longestLetterLine)) ||
    (text.length <= longestLetterLine && /[。！!]$/u.test(text) && letterSentence.test(text))
  );
}

/** 小示 2031-08-01 09:12:30: who wrote in a chat, and when. */
const chatStamp = /^[^\s，。：；]{1,16}\s+\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u;
/** What is said in a chat beside a manuscript is shorter, in characters. */
const shortestSent = 60;

/** Without the stamps of a chat that the file opens with, and what is said there beside the manuscript. */
export function setChatAside(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  if (!isStamp(lines[0])) return lines;
  const kept: Line[] = [];
  const stamps = lines.flatMap((line, at) => (isStamp(line) ? [at] : []));
  stamps.forEach((at, index) => {
    const [stamp, ...said] = lines.slice(at, stamps[index + 1]);
    if (stamp) ledger.leave(stamp.rich, '聊天里的发送人和时间，不是稿件');
    const areFields = said.length > 0 && said.every(isFieldLine);
    const isSent = areFields || said.reduce((sum, { text }) => sum + text.length, 0) >= shortestSent;
    const [word, title] = said;
    const isAnnounced = isSent && word !== undefined && title !== undefined && /[：:]$/u.test(word.text) && isTitleLike(title);
    for (const line of isSent ? said.slice(0, isAnnounced ? 1 : 0) : said) ledger.leave(line.rich, '聊天里的话，不是稿件');
    if (isSent) kept.push(...said.slice(isAnnounced ? 1 : 0));
  });
  return kept;
}

function isStamp(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= longestLetterLine && chatStamp.test(line.text);
}
