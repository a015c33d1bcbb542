/** What the page of an account, a site or a newspaper prints around a manuscript. */
import { findDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import { added, concat, slice } from './rich-text.js';
import { isTitleLike } from './titles.js';

const paperName = /(?:^|\s)《?\p{Script=Han}{2,12}[报刊]》?(?=\s|[:：]|$)/u;

/** What a page of an official account or a site puts around the words. */
const webWords =
  /^(?:原创(?=[\s·]).{0,40}\d{4}-\d{1,2}-\d{1,2}.{0,20}|(?:点击|轻触).{0,6}(?:蓝字|[“"「].{1,16}[”"」]).{0,16}|关注我们|(?:如果)?(?:喜欢|觉得不错)?(?:就|请)?(?:给我们|顺手)?点个[“"]?(?:在看|赞).{0,24}|(?:阅读|浏览|在看|点赞|赞|分享|收藏|留言|转发)\s*[\d.]+\s*[万wWkK]?\+?(?:\s+(?:阅读|浏览|在看|点赞|赞|分享|收藏|留言|转发)\s*[\d.]*\s*[万wWkK]?\+?){0,6}|喜欢此内容的人还喜欢|(?:继续|向上)滑动看下一个|微信扫一扫.{0,16}|轻点两下取消.{0,6}|[【[]?(?:打印本页|关闭(?:窗口|本页)|返回顶部|我要纠错)[】\]]?(?:[\s|｜]{0,4}[【[]?(?:打印本页|关闭(?:窗口|本页)|返回顶部|我要纠错)[】\]]?){0,3}|(?:[【[]?(?:返回(?:列表|首页)?|打印|导出|关闭|下载|收藏|分享|编辑|删除|提交|保存)[】\]]?(?:[\s|｜]{1,4}|$)){2,6}|(?:[【[](?:打印|关闭|收藏|分享|纠错|返回)[】\]]\s?){1,5}|-*\s*END\s*-*|阅读原文|[上下]一[篇条][：:].{0,60}|【?字体[：:].{0,16}|(?:长按|扫描|识别).{0,12}二维码.{0,12}|转载请注明.{0,20}|(?:点赞|分享|在看|收藏|赞|转发|留言|关注)(?:[\s、·和]*(?:点赞|分享|在看|收藏|赞|转发|留言|关注))+)$/iu;

/** Fewest headings that are counted up. */
const fewestHeads = 2;
/** Longest head of a newspaper’s page. */
const longestPaperHead = 80;

/** 01 over 搭台子: headings whose numbers stand on lines of their own, where several count up. */
export function countedHeads(lines: readonly Line[], warnings: string[]): readonly Line[] {
  const numbers = lines.flatMap((line, at) => {
    const head = lines[at + 1];
    const value = headNumber.exec(line.text)?.[1];
    return value !== undefined && head && isTitleLike(head) && head.text.length <= longestHead ? [{ at, value: Number(value) }] : [];
  });
  if (numbers.length < fewestHeads || numbers.some(({ value }, index) => value !== index + 1)) return lines;
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

/** What stands over the titles of other pieces at the foot of a page. */
const others =
  /^[【\[—-]{0,3}\s*(?:往期|精彩|热门|相关|延伸|推荐|更多|上期)(?:推荐|回顾|精选|阅读|链接|内容|文章|报道|新闻|资讯|推送)\s*[】\]—-]{0,3}[：:]?$/u;
const mostOthers = 20;
const longestOther = 60;

/** Without the titles of other pieces below a manuscript, 往期推荐: nothing but short lines without a stop stands there. */
function withoutOthers(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const at = lines.findLastIndex(({ text }) => others.test(text));
  const below = lines.slice(at + 1);
  const areTitles = below.length <= mostOthers && below.every(({ text }) => text.length <= longestOther && !/[。；]/u.test(text));
  if (at < 2 || below.length === 0 || !areTitles) return lines;
  for (const line of lines.slice(at)) ledger.leave(line.rich, '公众号、网页上别的稿件的标题，不是稿件');
  return lines.slice(0, at);
}

/** What points to it: 👆点击蓝字. */
const pointer = /^[^\p{L}\p{N}\p{P}]{1,4}/u;

/** Without what a page prints around the words. */
export function setWebWordsAside(all: readonly Line[], ledger: Ledger): readonly Line[] {
  const lines = withoutOthers(all, ledger);
  const head = accountHead(lines);
  return lines
    .filter((line) => {
      const isWeb = !line.table && (webWords.test(line.text.replace(pointer, '')) || head.has(line));
      if (isWeb) ledger.leave(line.rich, '公众号、网页上的字样，不是稿件');
      return !isWeb;
    })
    .map((line) => (line.table ? line : paperLine(line, ledger)));
}

/** The head of a newspaper's page over what is cut out of it, 示例日报　2024年5月17日　星期五　第3版, as a line that names the paper as the source. */
function paperLine(line: Line, ledger: Ledger): Line {
  const { text, rich } = line;
  const name = text.length <= longestPaperHead ? paperName.exec(text)?.[0] : undefined;
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
