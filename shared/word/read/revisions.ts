import { elements, type XmlElement } from './xml-tree.js';

/** One tracked change met while reading. */
export interface Revision {
  /** Local name of its element: ins, del, moveFrom, rPrChange … */
  readonly kind: string;
  readonly author: string;
}

const kindNames: readonly { readonly kinds: readonly string[]; readonly name: string }[] = [
  { kinds: ['ins', 'cellIns'], name: '插入' },
  { kinds: ['del', 'cellDel'], name: '删除' },
  { kinds: ['moveFrom', 'moveTo'], name: '移动' },
  { kinds: ['rPrChange', 'pPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'numberingChange'], name: '格式修改' },
];

/** What the editor must know of a file's tracked changes and comments before trusting the text read from it. */
export function readNotices(revisions: readonly Revision[], comments: XmlElement | undefined): readonly string[] {
  return [...revisionNotice(revisions), ...commentNotice(comments)];
}

function revisionNotice(revisions: readonly Revision[]): readonly string[] {
  if (revisions.length === 0) return [];
  const counts = kindNames
    .map(({ kinds, name }) => ({ name, count: countOf(kinds, revisions) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 处`);
  return [
    `文件带有修订（${counts.join('，')}；修订人：${authors(revisions)}），已按接受修订后的文字读入，删除的文字列在未采用清单中，请核对。`,
  ];
}

/** A move is told twice, where the words were and where they went, but is one change. */
function countOf(kinds: readonly string[], revisions: readonly Revision[]): number {
  const counts = kinds.map((name) => revisions.filter(({ kind }) => kind === name).length);
  return kinds.includes('moveTo') ? Math.max(...counts) : counts.reduce((sum, count) => sum + count, 0);
}

function commentNotice(part: XmlElement | undefined): readonly string[] {
  const comments = elements(part, 'comment');
  if (comments.length === 0) return [];
  const people = comments.map(({ attributes }) => ({ author: attributes.get('author')?.trim() || '未署名' }));
  return [`文件带有批注 ${comments.length} 条（批注人：${authors(people)}），没有读入正文，列在未采用清单中。`];
}

function authors(people: readonly { readonly author: string }[]): string {
  return [...new Set(people.map(({ author }) => author))].slice(0, 5).join('、');
}
