import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { memo, useDeferredValue, useMemo, type KeyboardEvent } from 'react';
import { findItem, itemLabel, moveItem } from '../../shared/document/edit-issue.js';
import { plainColumnName } from '../../shared/document/issue.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { focusPane } from '../state/pane-focus.js';
import { selectionKey } from '../state/selection.js';
import { useLatestPages } from '../state/use-pages.js';
import { ColumnRow, ItemRow, PartRow } from './outline-row.js';
import { OutlineSubmissions } from './outline-submissions.js';
import { OutlineTotals } from './outline-totals.js';
import { useCourseFollowed } from './item-stages.js';
import { createOutlineReader, createPageReader, type OutlineColumn, type OutlineModel, type OutlinePart } from './outline-model.js';
import { dropTarget } from './outline-rows.js';

const readModel = createOutlineReader();
const readPages = createPageReader();
const partLabels: Readonly<Record<OutlinePart, string>> = {
  masthead: '报头',
  instruction: '领导批示',
  contents: '目录',
  distribution: '报 送 发',
  imprint: '承办 审核 编辑',
};

/** The structure of the issue: every printed part is a row with its page and state. A keystroke that changes no row draws none. */
export function Outline() {
  useCourseFollowed();
  const model = useDeferredValue(useIssueSession(({ issue }) => issue && readModel(issue)));
  const current = useIssueSession((session) => selectionKey(session.current));
  const numbers = readPages(useDeferredValue(useLatestPages()));
  return model && <OutlineBody model={model} current={current} numbers={numbers} />;
}

interface OutlineBodyProps {
  readonly model: OutlineModel;
  /** Key of the selected row. */
  readonly current: string;
  readonly numbers: ReadonlyMap<string, number>;
}

const OutlineBody = memo(function OutlineBody({ model, current, numbers }: OutlineBodyProps) {
  const part = (kind: OutlinePart) => (
    <PartRow
      label={partLabels[kind]}
      selection={{ kind }}
      isCurrent={current === kind}
      page={numbers.get(kind)}
      readiness={model.parts[kind]}
    />
  );
  return (
    <nav className="outline" aria-label="本期结构" data-scope="outline" onKeyDown={walkRows}>
      <OutlineTotals />
      {part('masthead')}
      {part('instruction')}
      {part('contents')}
      <Columns columns={model.columns} current={current} numbers={numbers} />
      {part('distribution')}
      {part('imprint')}
      <OutlineSubmissions />
    </nav>
  );
});

interface ColumnsProps extends Omit<OutlineBodyProps, 'model'> {
  readonly columns: readonly OutlineColumn[];
}

function Columns({ columns, current, numbers }: ColumnsProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const ids = useMemo(() => columns.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]), [columns]);
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={dropRow} accessibility={accessibility}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {columns.map((column) => (
          <section key={column.id} aria-label={plainColumnName(column.name)}>
            <ColumnRow column={column} isCurrent={current === `column:${column.id}`} />
            {column.items.map((item) => (
              <ItemRow key={item.id} item={item} isCurrent={current === `item:${item.id}`} page={numbers.get(`item:${item.id}`)} />
            ))}
          </section>
        ))}
      </SortableContext>
    </DndContext>
  );
}

function dropRow({ active, over }: DragEndEvent): void {
  const { issue, edit } = issueSession.getState();
  const target = issue && over && dropTarget(issue, String(active.id), String(over.id));
  if (target) edit((value) => moveItem(value, String(active.id), target.columnId, target.index));
}

/** How a row is called when a drag is read out. */
function rowName(id: string | number): string {
  const { issue } = issueSession.getState();
  const item = issue && findItem(issue, String(id))?.item;
  return item ? itemLabel(item) : plainColumnName(issue?.columns.find((column) => column.id === id)?.name ?? '');
}

const announcements: Announcements = {
  onDragStart: ({ active }) => `已拿起“${rowName(active.id)}”。`,
  onDragOver: ({ over }) => (over ? `移到“${rowName(over.id)}”处。` : undefined),
  onDragEnd: ({ active, over }) => (over ? `“${rowName(active.id)}”已放到“${rowName(over.id)}”处。` : '没有移动。'),
  onDragCancel: () => '已取消移动。',
};

const accessibility = { announcements, screenReaderInstructions: { draggable: '按空格拿起，用上下箭头移动，再按空格放下，按 Esc 取消。' } };

/** Arrow keys walk the rows and show each; Enter goes into its form or text. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.shiftKey || event.defaultPrevented) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.indexOf(document.activeElement as HTMLElement);
  if (index < 0) return;
  const target = { ArrowDown: rows[index + 1], ArrowUp: rows[index - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (target) {
    event.preventDefault();
    target.focus();
    target.click();
  }
  if (event.key === 'Enter') {
    event.preventDefault();
    rows[index]?.click();
    requestAnimationFrame(() => {
      const form = document.querySelector<HTMLElement>('[data-pane="form"]');
      if (form) focusPane(form);
    });
  }
}
