import { Button, Dropdown, type MenuProps } from 'antd';
import { itemLabel } from '../../shared/document/edit-issue.js';
import type { Column } from '../../shared/document/issue.js';
import { attempt } from '../library/library-actions.js';
import { isReadOnly } from '../state/read-only.js';
import { useIssueSession } from '../state/issue-session.js';
import { submissionsIntoItem, submissionsToIssue } from './issue-edits.js';

const noColumns: readonly Column[] = [];

/** 编入本期: into a column as an item of its own, or behind the words of an item that is there. Several go in together or one by one. */
export function TakeIn({ ids }: { readonly ids: readonly string[] }) {
  const columns = useIssueSession(({ issue }) => issue?.columns ?? noColumns);
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{ items: takeInItems(columns, ids.length), onClick: ({ key }) => takeIn(key, ids, columns) }}
    >
      <Button
        type="primary"
        data-take-in
        disabled={columns.length === 0 || isReadOnly()}
        title={columns.length === 0 ? '先在期刊库里打开一期' : '在列表里按回车'}
      >
        编入本期 ▾
      </Button>
    </Dropdown>
  );
}

/** The menu; keys name what is done and where: `each:column`, `one:column`, `join:item`. */
export function takeInItems(columns: readonly Column[], count: number): NonNullable<MenuProps['items']> {
  const into = (what: 'each' | 'one') => columns.map(({ id, name }) => ({ key: `${what}:${id}`, label: `〔${name}〕` }));
  const present = columns.flatMap(({ items }) => items.map((item) => ({ key: `join:${item.id}`, label: itemLabel(item) })));
  return [
    ...(count === 1
      ? into('each')
      : [
          { type: 'group' as const, key: 'one', label: `${count} 篇合为一篇（综合稿）`, children: into('one') },
          { type: 'group' as const, key: 'each', label: '各编一篇', children: into('each') },
        ]),
    ...(present.length === 0 ? [] : [{ key: 'join', label: '并入已有稿件（综合稿）', children: present }]),
  ];
}

function takeIn(key: string, ids: readonly string[], columns: readonly Column[]): void {
  const [what, id = ''] = key.split(':');
  if (what === 'join') return attempt(() => submissionsIntoItem(ids, id));
  const column = columns.find((each) => each.id === id);
  if (!column) return;
  attempt(async () => {
    if (what === 'one') await submissionsToIssue(ids, column);
    else for (const each of ids) await submissionsToIssue([each], column);
  });
}
