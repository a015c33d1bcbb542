/** Who signs for a unit, with post and name: 甲街道党工委书记　何示例. */
import { familyNames } from './family-names.js';
import type { Line } from './line.js';
import { slice } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { looksLikeUnits } from './sources.js';
import type { SourceParts } from './sources.js';

const posts =
  '(?:第一|常务)?副?(?:书记|部长|主任|局长|镇长|乡长|区长|县长|市长|院长|校长|馆长|站长|所长|科长|处长|主席|会长|秘书长|总?经理|董事长|厂长|(?:宣传|组织|政法|统战)?委员|干事|科员|(?:大队|支队|中队|队)长|选调生|宣讲员|讲解员|网格员|(?:高级|一级|特级)?(?:教师|讲师)|教授)';
const personName = '(\\p{Script=Han}{2,4}|\\p{Script=Han}\\s{1,4}\\p{Script=Han})';
const unitPostName = new RegExp(`^(\\p{Script=Han}{2,24}?)(${posts})[\\s\\u3000]+${personName}$`, 'u');
/** （政协委员、市文化馆馆长　范示例）: several posts of one who wrote it. */
const postsAndName = new RegExp(`^[（(][\\p{Script=Han}、]{1,36}${posts}[\\s\\u3000]+${personName}[）)]$`, 'u');
/** ——甲镇党委政法委员, （甲镇党委书记）: a unit's post and nobody's name. */
const unitPost = new RegExp(`^(?:—{1,2}|[（(])\\s*(?!作者)(\\p{Script=Han}{2,24}?)(${posts})[）)]?$`, 'u');
/** Names alone in brackets: what else stands there below a text, （未完）, is nobody. */
const bracketedNames = new RegExp(
  `^[（(]\\s*((?:[${familyNames}]\\p{Script=Han}{1,2}|[${familyNames}]\\s\\p{Script=Han})(?:[\\s、，,]+[${familyNames}]\\p{Script=Han}{1,2}){0,5})\\s*[）)]$`,
  'u',
);
/** 甲县县委常委、宣传部部长　范示例: several posts of a writer under a title. */
const writerPosts = new RegExp(
  `^(?:[■●◆▲□]\\s*)?[\\p{Script=Han}]{2,16}、[\\p{Script=Han}、]{2,30}?${posts}[\\s\\u3000]+${personName}$`,
  'u',
);
const longestPost = 40;
/** Shortest name of a unit, in characters, that an article comes from: 县委 says only whose post it is. */
const shortestUnit = 4;
/** Titles of what somebody said: the name under it is the speaker's. */
const spoken = /讲话|致辞|发言|述职|答记者问/u;

/** The parts of such a line, where what stands before the post is the name of a unit. */
export function signedWithPost({
  text,
  rich,
}: Pick<Line, 'text' | 'rich'>): { readonly unit: Rich; readonly post: Rich; readonly name: Rich } | undefined {
  const [, unit = '', post = '', name = ''] = (text.length <= longestPost && unitPostName.exec(text)) || [];
  if (unit === '' || !looksLikeUnits([{ text: unit, spans: [] }])) return undefined;
  const behind = unit.length + post.length;
  return {
    unit: slice(rich, 0, unit.length),
    post: slice(rich, unit.length, behind),
    name: slice(rich, text.length - name.length),
  };
}

/** The name of a writer behind several posts, 甲县县委常委、宣传部部长　范示例. */
export function writerWithPosts({ text, rich }: Pick<Line, 'text' | 'rich'>): Rich | undefined {
  const name = text.length <= longestPost ? writerPosts.exec(text)?.at(-1) : undefined;
  return name === undefined ? undefined : slice(rich, text.length - name.length);
}

/** The unit and post of a line that gives nobody's name. */
export function signedByPost({ text, rich }: Pick<Line, 'text' | 'rich'>): { readonly unit: Rich; readonly post: Rich } | undefined {
  const match = text.length <= longestPost ? unitPost.exec(text) : null;
  const [whole = '', unit = '', post = ''] = match ?? [];
  if (unit.length < shortestUnit || !looksLikeUnits([{ text: unit, spans: [] }])) return undefined;
  const end = /[）)]$/u.test(whole) ? whole.length - 1 : whole.length;
  const start = end - post.length - unit.length;
  return { unit: slice(rich, start, start + unit.length), post: slice(rich, start + unit.length, end) };
}

/** The names of people that stand in brackets by themselves. */
export function namesInBrackets({ text, rich }: Pick<Line, 'text' | 'rich'>): Rich | undefined {
  const names = text.length <= longestPost ? bracketedNames.exec(text)?.[1] : undefined;
  if (names === undefined || looksLikeUnits(names.split(/[\s、，,]+/u).map((name) => ({ text: name, spans: [] })))) return undefined;
  return slice(rich, text.indexOf(names), text.indexOf(names) + names.length);
}

/** 周示例　吴某: names alone on a line; what else is so short, 前言 or 高质量, begins with no family name, or is none. */
const bareNames = new RegExp(`^[${familyNames}]\\p{Script=Han}{1,2}(?:[\\s、]+[${familyNames}]\\p{Script=Han}{1,2}){0,4}$`, 'u');
const noName =
  /^(?:高质|高水|高效|高标|万[家户众]|成[效果]|时[代评]|程序|金[融秋]|文[明化件]|安[全排]|施[工行]|关[于键]|向[前上]|单位|宁静)/u;

/** Whether a line says nothing but names of people. */
export function isNamesAlone({ text, role, heading }: Pick<Line, 'text' | 'role' | 'heading'>): boolean {
  return role === undefined && heading === undefined && text.length <= longestPost && bareNames.test(text) && !noName.test(text);
}

/** The unit that such a line, also in brackets, names as the source of an article with this title. */
export function sourceWithPost({ rich, text }: Pick<Line, 'text' | 'rich'>, title: string): SourceParts | undefined {
  const inner = /^[（(].*[）)]$/u.test(text) ? slice(rich, 1, text.length - 1) : rich;
  const signed = spoken.test(title) ? undefined : signedWithPost({ text: inner.text, rich: inner });
  if (!signed || signed.unit.text.length < shortestUnit) return undefined;
  return { units: [signed.unit], persons: [signed.post, signed.name] };
}

/** Whether a line in brackets gives posts and name of who wrote an article, and no unit that it comes from. */
export function isWriterWithPosts(line: Line, title: string): boolean {
  return line.text.length <= longestPost && postsAndName.test(line.text) && !spoken.test(title) && !sourceWithPost(line, title);
}
