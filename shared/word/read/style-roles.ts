import type { SourceLine } from '../../recognize/source-line.js';

/** A style only our first Word files have: the rest of a paragraph parted at a page end. */
export const continuationName = '正文续行';

/** What a style's name says of its paragraphs. */
export type StyleRole = Pick<SourceLine, 'role' | 'mastheadPart' | 'bodyLevel' | 'isContinued'>;

/** Names our own Word files and careful units give their styles, as what they say. */
const roles: ReadonlyMap<string, StyleRole> = new Map<string, StyleRole>([
  ['报头刊名', { role: 'masthead', mastheadPart: 'name' }],
  ['报头期号', { role: 'masthead' }],
  ['期号', { role: 'masthead' }],
  ['编发单位', { role: 'masthead', mastheadPart: 'organ' }],
  ['报头份号', { role: 'masthead', mastheadPart: 'mark' }],
  ['报头标注', { role: 'masthead', mastheadPart: 'mark' }],
  ['批示内容', { role: 'masthead', mastheadPart: 'instruction' }],
  ['目录栏目', { role: 'contents' }],
  ['目录标题', { role: 'contents' }],
  ['栏目标题', { role: 'column' }],
  ['文章标题', { role: 'title' }],
  ['文章副标题', { role: 'subtitle' }],
  ['副标题', { role: 'subtitle' }],
  ['编者按', { role: 'editorNote' }],
  ['表格标题', { role: 'caption' }],
  ['表题', { role: 'caption' }],
  ['题注', { role: 'caption' }],
  ['caption', { role: 'caption' }],
  ['Table Caption', { role: 'caption' }],
  ['Image Caption', { role: 'caption' }],
  ['Subtitle', { role: 'subtitle' }],
  ['Author', { role: 'author' }],
  ['来源单位', { role: 'source' }],
  ['版记', { role: 'distribution' }],
  ['承办行', { role: 'imprint' }],
  ['文章正文', { role: 'body', bodyLevel: 0 }],
  ['简讯首段', { role: 'body', bodyLevel: 0 }],
  ['文章一级标题', { role: 'body', bodyLevel: 1 }],
  ['文章二级标题', { role: 'body', bodyLevel: 2 }],
  ['文章三级标题', { role: 'body', bodyLevel: 3 }],
  ['文章四级标题', { role: 'body', bodyLevel: 4 }],
  ['图题', { role: 'caption' }],
  ['版心页码', { role: 'furniture' }],
  ['页码', { role: 'furniture' }],
]);

/** Names our first Word files used, too common to go by elsewhere. */
const ownRoles: ReadonlyMap<string, StyleRole> = new Map<string, StyleRole>([
  ['正文', { role: 'body', bodyLevel: 0 }],
  ['一级标题', { role: 'body', bodyLevel: 1 }],
  ['二级标题', { role: 'body', bodyLevel: 2 }],
  ['三级标题', { role: 'body', bodyLevel: 3 }],
  ['四级标题', { role: 'body', bodyLevel: 4 }],
  [continuationName, { role: 'body', isContinued: true }],
]);

/** What the style called `name`, or the one it is a variant of, says; nothing where the name is no one's. */
export function roleOfStyle(name: string, isOwnFile: boolean): StyleRole {
  const plain = name.replace(/(?:（(?:紧排|松排|题下|题下一行|篇末|栏末|接来源|末段|版记前|接副标题)）)+$/u, '');
  return roles.get(plain) ?? (isOwnFile ? ownRoles.get(plain) : undefined) ?? {};
}
