/** How a line may announce a column: the marks around its only words, and which words may be a name. */
import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import type { Line } from './line.js';

/** Columns that periodicals of this kind carry; recognised without brackets too when a line holds nothing else. */
const knownColumns: ReadonlySet<string> = new Set([
  '工作动态',
  '经验交流',
  '简讯',
  '短讯',
  '要讯',
  '快讯',
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
  '工作交流',
  '工作通报',
  '县区动态',
  '区县动态',
  '镇街动态',
  '乡镇动态',
  '基层风采',
  '动态集锦',
  '特别关注',
]);

/** Last words of names that only columns have, behind two to four characters: 镇街之窗. */
const columnEnding =
  /^\p{Script=Han}{2,4}(?:动态|之窗|风采|速览|速递|集锦|传真|短讯|快讯|要闻|要情|聚焦|纵横|掠影|撷英|广角|视窗|巡礼|园地|论坛|借鉴|探索|展播|专栏|采风|荟萃)$/u;

/** Whether words, without blanks, are a name as columns have it. */
export function isColumnName(key: string): boolean {
  return knownColumns.has(key) || columnEnding.test(key);
}

/** Whether a name is one that periodicals give their columns; by its last words only between marks, as halves of titles have them too. */
export function isKnownColumn({ key, mark }: Candidate): boolean {
  return knownColumns.has(key) || (mark !== 'bare' && mark !== 'colon' && columnEnding.test(key));
}

/** How surely marks around a line's only words make it the name of a column. */
type Mark = 'sure' | 'likely' | 'weak' | 'colon' | 'bare';

/** Words that may be the name of a column. */
export interface Candidate {
  readonly name: Rich;
  /** Without blanks, for comparison. */
  readonly key: string;
  readonly mark: Mark;
}

const bracketPairs: readonly { readonly pairs: string; readonly mark: Mark }[] = [
  { pairs: '〔〕〖〗﹝﹞', mark: 'sure' },
  { pairs: '【】[]［］', mark: 'likely' },
  { pairs: '（）()《》〈〉「」『』<>＜＞', mark: 'weak' },
];
const signs = '▍▎▌◆◇★☆●○■□▲△▼▽※◎♦❖✦✧◈•·§｜┃│';
const ornament = new RegExp(`^([${signs}]{1,3})\\s*([^\\s${signs}].*?)\\s*[${signs}]{0,3}$`, 'u');
/** Ornaments before words. */
export const ornamentBefore = new RegExp(`^[${signs}]{1,3}(?=\\s*[^\\s${signs}])`, 'u');
/** The same with ornaments on both sides. */
export const ornamented = new RegExp(`^([${signs}]{1,3}).+[${signs}]$`, 'u');
/** Dashes mark a name only on both sides: —— alone opens a subtitle. */
const dashed = /^([—─━=~～*-]{1,6})\s*([^\s—─━=~～*-].*?)\s*[—─━=~～*-]{1,6}$/u;
/** 工作动态：, with nothing behind it. */
const colon = /^(\p{Script=Han}[\p{Script=Han}\s]{0,10}\p{Script=Han})\s*[：:]$/u;
const brackets = /[〔〕［］[\]【】〖〗﹝﹞]/u;
export const possibleName = /^(?=.*\p{Script=Han}.*\p{Script=Han})[^\d，。：；！？《》（）()<>{}]{2,30}$/u;
export const notColumn =
  /^(?:内部(?:资料|文件|材料|刊物)?(?:注意保密|注意保存|请勿外传|不得外传|妥善保管)?|编者按|按语|编者的话|附件\d*|附|略|待续|完|完结|全文完|本报讯|摘要|关键词|(?:本期)?(?:导读|要目|看点|要点速览|内容导航|内容提要|目录)|相关链接|名词解释|注释|图|表|第.{1,4}[期号次届条章节页])$/u;
/** Longest name, in characters, without brackets around it. */
export const longestBareName = 12;
/** The same where nothing but its place says that it is a name. */
export const longestLoneName = 6;

/** The name a line would announce; undefined for lines that announce none. */
export function candidateOf(line: Line): Candidate | undefined {
  if (line.role !== undefined && line.role !== 'column' && line.role !== 'contents') return undefined;
  const [name, mark] = unmarked(line);
  const key = name.text.replace(/\s/gu, '');
  if (line.role === 'column') return { name, key, mark: 'sure' };
  if (!possibleName.test(key) || notColumn.test(key)) return undefined;
  if (mark === 'likely' && /^[[［]/u.test(line.text) && !/^\p{Script=Han}+$/u.test(key)) return undefined;
  if (mark !== 'sure' && mark !== 'likely' && (key.length > longestBareName || /[“”]/u.test(key))) return undefined;
  return { name, key, mark };
}

function unmarked(line: Line): readonly [Rich, Mark] {
  const { text } = line;
  for (const { pairs, mark } of bracketPairs) {
    for (let at = 0; at < pairs.length; at += 2) {
      const inner = text.slice(1, -1);
      if (text.length < 4 || text.charAt(0) !== pairs.charAt(at) || text.at(-1) !== pairs.charAt(at + 1)) continue;
      if (!brackets.test(inner) && !inner.includes(pairs.charAt(at + 1))) return [trim(slice(line.rich, 1, text.length - 1)), mark];
    }
  }
  const before = colon.exec(text)?.[1];
  if (before !== undefined) return [trim(slice(line.rich, 0, before.length)), 'colon'];
  const ornate = ornament.exec(text);
  const match = ornate ?? dashed.exec(text);
  const name = match?.[2];
  if (!match || name === undefined) return [line.rich, 'bare'];
  const start = text.indexOf(name, match[1]?.length);
  return [trim(slice(line.rich, start, start + name.length)), ornate ? 'weak' : 'likely'];
}
