import { useSortable } from '@dnd-kit/sortable';
import { Dropdown } from 'antd';
import { memo, useState, type CSSProperties } from 'react';
import { plainColumnName, type Column } from '../../shared/document/issue.js';
import { attempt } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import type { Selection } from '../state/selection.js';
import { setting } from '../state/settings.js';
import { dropItem, insertItem, itemToSubmissions, moveToColumn } from './issue-edits.js';
import { useStageWord } from './item-stages.js';
import type { OutlineColumn, OutlineItem } from './outline-model.js';
import type { Readiness } from './outline-rows.js';

interface RowProps {
  readonly label: string;
  readonly selection: Selection;
  readonly isCurrent: boolean;
  readonly page: number | undefined;
  readonly readiness: Readiness;
}

const select = (selection: Selection): void => issueSession.getState().select(selection);

/** A fixed part of the issue: 报头, 目录 … */
export function PartRow({ label, selection, isCurrent, page, readiness }: RowProps) {
  return (
    <button
      type="button"
      className="row"
      data-row
      data-pane-focus={isCurrent || undefined}
      aria-current={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      title={readiness.words}
      onClick={() => select(selection)}
    >
      <RowBody label={label} page={page} readiness={readiness} />
    </button>
  );
}

type RowBodyProps = Pick<RowProps, 'label' | 'page' | 'readiness'> & {
  /** Where it stands, where that is not where the issue does. */
  readonly stage?: string;
};

function RowBody({ label, page, readiness, stage = '' }: RowBodyProps) {
  return (
    <>
      <span className={`dot dot-${readiness.tone}`} aria-hidden />
      <span className="row-label">{label}</span>
      {stage !== '' && <span className="row-stage">{stage}</span>}
      <span className="visually-hidden">
        ，{readiness.words}
        {page === undefined ? '' : '，第'}
      </span>
      <span className="row-page num">{page}</span>
    </>
  );
}

/** 〔栏目〕, with what adds an item to it. */
export const ColumnRow = memo(function ColumnRow({ column, isCurrent }: { readonly column: OutlineColumn; readonly isCurrent: boolean }) {
  const { setNodeRef, transform, transition } = useSortable({ id: column.id, disabled: { draggable: true } });
  const name = plainColumnName(column.name);
  const unit = column.form === 'brief' ? '条' : '篇';
  return (
    <div ref={setNodeRef} style={rowStyle(transform, transition)} className="row-group">
      <button
        type="button"
        className="row row-column"
        data-row
        data-pane-focus={isCurrent || undefined}
        aria-current={isCurrent}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => select({ kind: 'column', columnId: column.id })}
      >
        <span className="row-label">〔{column.name}〕</span>
        <span className="row-page num">
          {column.items.length} {unit}
        </span>
      </button>
      <button
        type="button"
        className="row-add"
        tabIndex={-1}
        aria-label={`在〔${name}〕添加`}
        onClick={() => insertItem(column.form, column.id)}
      >
        添加
      </button>
    </div>
  );
});

interface ItemRowProps {
  readonly item: OutlineItem;
  readonly isCurrent: boolean;
  readonly page: number | undefined;
}

/** One article or brief: dragged, walked and right-clicked. */
export const ItemRow = memo(function ItemRow({ item, isCurrent, page }: ItemRowProps) {
  const [columns, setColumns] = useState<readonly Column[]>([]);
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: item.id });
  const { label, readiness } = item;
  const stage = useStageWord(item.id);
  return (
    <Dropdown
      trigger={['contextMenu']}
      onOpenChange={(isOpen) => isOpen && setColumns(issueSession.getState().issue?.columns ?? [])}
      menu={{ items: menuItems(columns, item), onClick: ({ key }) => runMenu(key, item, columns) }}
    >
      <button
        ref={setNodeRef}
        {...attributes}
        {...listeners}
        type="button"
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        style={rowStyle(transform, transition)}
        className="row row-item"
        data-row
        data-pane-focus={isCurrent || undefined}
        data-item={item.id}
        data-dragging={isDragging}
        aria-current={isCurrent}
        title={`${label}（${readiness.words}）`}
        onClick={() => select({ kind: 'item', itemId: item.id })}
      >
        <RowBody label={label} page={page} readiness={readiness} stage={stage} />
      </button>
    </Dropdown>
  );
});

/** Drags are measured on the screen, rows are moved in the enlarged interface. */
function rowStyle(transform: { readonly y: number } | null, transition: string | undefined): CSSProperties {
  return { transform: transform ? `translate3d(0, ${(transform.y * 100) / setting('interface.zoom')}px, 0)` : undefined, transition };
}

function menuItems(columns: readonly Column[], { id: itemId }: OutlineItem) {
  const others = columns.filter(({ items }) => !items.some(({ id }) => id === itemId));
  return [
    ...others.map(({ id, name }) => ({ key: `column:${id}`, label: `移到〔${name}〕` })),
    { type: 'divider' as const },
    { key: 'submissions', label: '移到来稿' },
    { key: 'remove', label: '移出本期' },
  ];
}

function runMenu(key: string, item: OutlineItem, columns: readonly Column[]): void {
  if (key === 'submissions') attempt(() => itemToSubmissions(item.id));
  if (key === 'remove') dropItem(item.id);
  const column = columns.find(({ id }) => key === `column:${id}`);
  if (column) moveToColumn(item.id, column);
}
