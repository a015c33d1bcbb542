/** Pure parts of the outline: where a dragged row lands, on which page a row stands, how ready it is. */
import { emptyImprintLabels } from '../../shared/document/imprint-fields.js';
import { issueItems, type Issue, type Item } from '../../shared/document/issue.js';
import { hasSameWording } from '../../shared/document/retitle.js';
import type { Page } from '../../shared/layout/page.js';
import { placeSelection, selectionKey } from '../state/selection.js';

/** Column headings and items as one flat list of ids, in printed order. */
export function flatIds(issue: Issue): readonly string[] {
  return issue.columns.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]);
}

/** The column and index an item gets when it is dropped on another row; undefined when nothing moves. */
export function dropTarget(issue: Issue, itemId: string, overId: string): { columnId: string; index: number } | undefined {
  const ids = flatIds(issue);
  const from = ids.indexOf(itemId);
  const to = ids.indexOf(overId);
  if (from < 0 || to < 0 || from === to) return undefined;
  const moved = ids.toSpliced(from, 1).toSpliced(to, 0, itemId);
  const columnIds = new Set(issue.columns.map(({ id }) => id));
  const before = moved.slice(0, moved.indexOf(itemId));
  const headingAt = before.findLastIndex((id) => columnIds.has(id));
  const columnId = headingAt < 0 ? issue.columns[0]?.id : before[headingAt];
  return columnId === undefined ? undefined : { columnId, index: headingAt < 0 ? 0 : before.length - headingAt - 1 };
}

/** First page of every outline row that is printed, by selection key. */
export function pageNumbers(pages: readonly Page[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const page of pages) {
    for (const line of page.lines) {
      const selection = line.furniture ? undefined : placeSelection(line.place);
      if (selection && !numbers.has(selectionKey(selection))) numbers.set(selectionKey(selection), page.number);
    }
  }
  return numbers;
}

/** How far a part is: `todo` something is missing, `check` the editor has to look, `ready`. */
export interface Readiness {
  readonly tone: 'todo' | 'check' | 'ready';
  readonly words: string;
}

const ready: Readiness = { tone: 'ready', words: '齐全' };

export function itemReadiness(item: Item): Readiness {
  const hasText = item.paragraphs.some(({ lead, text }) => `${lead ?? ''}${text}`.trim() !== '');
  if (item.title.trim() === '') return { tone: 'todo', words: '没有标题' };
  if (!hasText) return { tone: 'todo', words: '没有正文' };
  const inferred = inferredLeads(item);
  if (inferred > 0) return { tone: 'check', words: `${inferred} 处段首句待确认` };
  return item.sources.length === 0 ? { tone: 'check', words: '没有来源单位' } : ready;
}

/** Guessed leads of an item that the editor has yet to confirm. */
export function inferredLeads(item: Item): number {
  return item.paragraphs.filter(({ leadInferred }) => leadInferred).length + (item.type === 'brief' && item.leadInferred ? 1 : 0);
}

export function partReadiness(issue: Issue, kind: 'masthead' | 'instruction' | 'contents' | 'distribution' | 'imprint'): Readiness {
  if (kind === 'masthead') return issue.masthead.organ === '' ? { tone: 'todo', words: '没有编发单位' } : ready;
  if (kind === 'distribution') return distributionReadiness(issue);
  if (kind === 'imprint') return imprintReadiness(issue);
  if (kind === 'contents') return contentsReadiness(issue);
  return ready;
}

function contentsReadiness(issue: Issue): Readiness {
  const items = issueItems(issue);
  if (items.length === 0) return { tone: 'todo', words: '还没有稿件' };
  const differing = items.filter(({ item }) => !hasSameWording(item)).length;
  return differing === 0 ? ready : { tone: 'check', words: `${differing} 个标题与正文不一致` };
}

function distributionReadiness({ distribution }: Issue): Readiness {
  if (distribution.length === 0) return { tone: 'todo', words: '没有报送范围' };
  const empty = distribution.find(({ label, text }) => label.trim() === '' || text.trim() === '');
  return empty ? { tone: 'todo', words: `“${empty.label || '　'}”一行未填` } : ready;
}

function imprintReadiness({ imprint }: Issue): Readiness {
  const missing = emptyImprintLabels(imprint);
  return missing.length === 0 ? ready : { tone: 'todo', words: `${missing.join('、')}未填` };
}
