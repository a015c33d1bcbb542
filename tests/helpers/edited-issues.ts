import fc from 'fast-check';
import type { Issue, Item, Paragraph } from '../../shared/document/issue.js';
import { article, brief, column, issue, p } from './build-issue.js';

/** What two editors start from. */
export const startingIssue: Issue = issue(
  column('工作动态', article('示例区召开会议', p('会议甲。'), p('会议乙。'), p('会议丙。'))),
  column('经验交流', article('示例县抓宣讲', p('宣讲甲。'), p('宣讲乙。')), article('示例市抓阵地', p('阵地甲。'))),
  column('简讯', brief('示例镇办展览', '展览甲。')),
);

/** One thing an editor does; numbers pick a place, taken modulo what is there. */
type Edit = {
  readonly kind: 'text' | 'title' | 'add' | 'cut' | 'drop' | 'move' | 'new' | 'phone';
  readonly at: number;
  readonly word: string;
};

const editArbitrary: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('text', 'text', 'text', 'title', 'add', 'cut', 'drop', 'move', 'new', 'phone'),
  at: fc.nat(12),
  word: fc.constantFrom('红', '黄', '蓝', '绿'),
});

/** An issue that an editor named `who` made out of another; ids of what is new are the editor's own. */
export function editedBy(who: string, from: Issue = startingIssue): fc.Arbitrary<Issue> {
  return fc
    .array(editArbitrary, { maxLength: 5 })
    .map((edits) => edits.reduce((value, edit, step) => apply(value, edit, `${who}${step}`), from));
}

function apply(value: Issue, { kind, at, word }: Edit, id: string): Issue {
  const items = value.columns.flatMap((one) => one.items);
  const item = items[at % Math.max(1, items.length)];
  if (kind === 'phone') return { ...value, imprint: { ...value.imprint, phone: `${word}${id}` } };
  if (kind === 'new') return inColumn(value, at, (list) => [...list, newItem(`n${id}`, word)]);
  if (item === undefined) return value;
  if (kind === 'drop') return withItem(value, item.id, () => []);
  if (kind === 'move')
    return inColumn(
      withItem(value, item.id, () => []),
      at,
      (list) => [item, ...list],
    );
  return withItem(value, item.id, (one) => [editItem(one, kind, at, `${word}${id}`)]);
}

function editItem(item: Item, kind: Edit['kind'], at: number, mark: string): Item {
  const place = at % Math.max(1, item.paragraphs.length);
  const change = (edit: (paragraphs: Paragraph[]) => void): Item => {
    const paragraphs = [...item.paragraphs];
    edit(paragraphs);
    return { ...item, paragraphs };
  };
  if (kind === 'title') return { ...item, title: `${item.title}${mark}` };
  if (kind === 'add') return change((list) => void list.splice(place, 0, { id: `p${mark.slice(1)}`, text: `新段${mark}。` }));
  if (kind === 'cut') return change((list) => void list.splice(place, 1));
  return change((list) => {
    const old = list[place];
    if (old) list[place] = { ...old, text: `${old.text}${mark}。` };
  });
}

function newItem(id: string, word: string): Item {
  return { type: 'article', id, title: `新稿${word}${id}`, sources: [], paragraphs: [{ id: `${id}p`, text: `新稿正文${word}${id}。` }] };
}

function withItem(value: Issue, id: string, edit: (item: Item) => readonly Item[]): Issue {
  const columns = value.columns.map((one) => ({ ...one, items: one.items.flatMap((item) => (item.id === id ? edit(item) : [item])) }));
  return { ...value, columns };
}

function inColumn(value: Issue, at: number, edit: (items: readonly Item[]) => readonly Item[]): Issue {
  const place = at % value.columns.length;
  return { ...value, columns: value.columns.map((one, index) => (index === place ? { ...one, items: edit(one.items) } : one)) };
}

/** Every piece of text in an issue's items: titles and paragraphs. */
export function wordsOf(value: Issue): readonly string[] {
  return value.columns.flatMap(({ items }) => items.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]));
}
