import type { WordChange, WordComment, WordDocument } from './word-document.js';

const kindNames: readonly { readonly kinds: readonly WordChange['kind'][]; readonly name: string }[] = [
  { kinds: ['ins'], name: '插入' },
  { kinds: ['del'], name: '删除' },
  { kinds: ['moveFrom', 'moveTo'], name: '移动' },
  { kinds: ['format'], name: '格式修改' },
];

/** What the editor must know of a file's tracked changes and comments before trusting the text read from it. */
export function readNotices({ changes, comments }: WordDocument): readonly string[] {
  return [...changeNotice(changes), ...commentNotice(comments)];
}

function changeNotice(changes: readonly WordChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const counts = kindNames
    .map(({ kinds, name }) => ({ name, count: countOf(kinds, changes) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 处`);
  return [
    `文件带有修订（${counts.join('，')}；修订人：${authors(changes)}），已按接受修订后的文字读入，删除的文字列在未采用清单中，请核对。`,
  ];
}

/** A move is told twice, where the words were and where they went, but is one change. */
function countOf(kinds: readonly WordChange['kind'][], changes: readonly WordChange[]): number {
  const counts = kinds.map((name) => changes.filter(({ kind }) => kind === name).length);
  return kinds.includes('moveTo') ? Math.max(...counts) : counts.reduce((sum, count) => sum + count, 0);
}

function commentNotice(comments: readonly WordComment[]): readonly string[] {
  if (comments.length === 0) return [];
  return [`文件带有批注 ${comments.length} 条（批注人：${authors(comments)}），没有读入正文，列在未采用清单中。`];
}

function authors(people: readonly { readonly author: string }[]): string {
  return [...new Set(people.map(({ author }) => author || '未署名'))].slice(0, 5).join('、');
}
