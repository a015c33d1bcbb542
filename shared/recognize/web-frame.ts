/** A page of a web site, saved or printed as PDF: menus and links stand over its title, the site's own words below its text. */
import { toLoose } from './line.js';
import type { LeftAsideText, SourceLine } from './source-line.js';

/** Shortest title of a page that is looked for among its lines. */
const shortestTitle = 6;
/** Lines over a title, at most, and characters of one. */
const [mostOver, longestOver] = [80, 200];
/** Names of sites, which pages bear in their titles too. */
const siteName = /(?:网站?|门户|平台|系统|政府|委员会|[部局委办厅])$/u;

/** The same, and media, as the last part of a title that has several. */
const siteOrMedia = new RegExp(`${siteName.source}|(?:融媒体?|日报|晚报|在线|发布)$`, 'u');

/** Whether the title of a page names its site behind its own: 乙镇办夜校_甲县人民政府. */
export function namesSite(title: string): boolean {
  const parts = title.split(/\s*[_|｜]\s*|\s+[-—–]{1,2}\s+|-{1,2}(?=\p{Script=Han})/u);
  return parts.length > 1 && (parts[0]?.trim().length ?? 0) >= shortestTitle && siteOrMedia.test(parts.at(-1)?.trim() ?? '');
}

const footWords =
  /^[【[]?(?:扫一扫|分享到|上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章|信息)|版权所有|联系我们|关于我们|网站(?:地图|声明|标识码)|主办(?:单位)?[：:]|承办(?:单位)?[：:]|技术支持[：:])|ICP\s?备|公网安备|备案(?:序|编)?号|网站标识码|Copyright|©/iu;
/** A line of running text. */
const [shortestRunning, stop] = [20, /[。！？][”’）)]?$/u];

/** What was read of a page. */
interface PageWords {
  readonly lines: readonly SourceLine[];
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

/**
 * The words of a page without what its site puts around them; where its title is not found, all of them, and that is told.
 * @param title as the page itself gives it, with the name of its site perhaps
 */
export function withoutWebFrame<Words extends PageWords>(words: Words, title: string): Words {
  const { lines } = words;
  const start = titleAt(lines, title);
  const over = lines.slice(0, start);
  const isFrame = over.length <= mostOver && over.every((line) => !line.table && line.text.length <= longestOver && !stop.test(line.text));
  if (start < 0 || !isFrame) return { ...words, warnings: [...words.warnings, unknownTitle] };
  const end = endOfText(lines);
  const asides: LeftAsideText[] = [
    ...over.map(({ line, text }) => ({ line, text: text === '' ? '图片' : text, reason: '网页上标题前面的栏目和链接' })),
    ...lines.slice(end).map(({ line, text }) => ({ line, text, reason: '网页上正文后面的链接和网站说明' })),
  ];
  if (asides.length === 0) return words;
  const told = [
    ...(start > 0 ? [`标题前面的${start}行栏目和链接`] : []),
    ...(end < lines.length ? [`正文后面的${lines.length - end}行网站说明`] : []),
  ];
  return {
    ...words,
    lines: lines.slice(start, end),
    warnings: [...words.warnings, `网页上${told.join('、')}没有收入，请对照原件。`],
    leftAside: [...words.leftAside, ...asides],
  };
}

const unknownTitle = '网页上没有认出哪一行是标题，网站的栏目、链接可能混在稿件里，请对照原件。';

/** The line that the page's own title names, or the only heading of the first level; −1 where there is none. */
function titleAt(lines: readonly SourceLine[], title: string): number {
  const named = toLoose(title);
  let [best, length] = [-1, shortestTitle - 1];
  lines.forEach(({ text, table }, at) => {
    if (table || text.length > longestOver) return;
    const own = toLoose(text);
    if (own.length > length && named.includes(own) && !siteName.test(own)) [best, length] = [at, own.length];
  });
  if (best >= 0) return best;
  const highest = lines.flatMap(({ heading, text }, at) => (heading === 1 && text.length >= shortestTitle ? [at] : []));
  return highest.length === 1 ? (highest[0] ?? -1) : -1;
}

/** Where the site's own words begin below the last line of running text. */
function endOfText(lines: readonly SourceLine[]): number {
  const last = lines.findLastIndex(({ text, table }) => table !== undefined || (text.length >= shortestRunning && stop.test(text)));
  const foot = lines.findIndex(({ text }, at) => at > last && text.length <= longestOver && footWords.test(text));
  return last < 0 || foot < 0 ? lines.length : foot;
}
