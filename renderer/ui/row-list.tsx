/** A list of rows of one height, of which only those in sight are drawn; moved through by keys. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

/** Rows drawn above and below those in sight, so that a key held down never meets an empty place. */
const spareRows = 8;

export interface RowListProps<Row> {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly rowHeightPx: number;
  readonly label: string;
  readonly pane: string;
  readonly current: string | undefined;
  readonly chosen?: ReadonlySet<string>;
  readonly onCurrent: (id: string) => void;
  /** A key the list does not take for itself; says whether it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** A press on a row, with the keys held down meanwhile. */
  readonly onPress?: (id: string, held: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean }) => void;
  readonly rowClass: string;
  readonly children: (row: Row) => ReactNode;
}

export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, idOf, rowHeightPx, label, pane, current, chosen, rowClass, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const name = useId();
  const { first, last } = useRowsInSight(list, rows.length, rowHeightPx);
  const at = current === undefined ? -1 : rows.findIndex((row) => idOf(row) === current);
  useEffect(() => {
    if (at >= 0 && list.current) scrollTo(list.current, at, rowHeightPx);
  }, [at, rowHeightPx]);
  const isDrawn = at >= first && at < last;
  return (
    <div
      ref={list}
      className="row-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={chosen !== undefined}
      aria-activedescendant={isDrawn ? `${name}-${at}` : undefined}
      tabIndex={0}
      data-pane={pane}
      data-pane-focus
      onKeyDown={(event) => press(event, props, at, list.current)}
    >
      <div className="row-list-all" style={{ height: rows.length * rowHeightPx }}>
        {rows.slice(first, last).map((row, index) => {
          const id = idOf(row);
          return (
            <div
              key={id}
              id={`${name}-${first + index}`}
              className={rowClass}
              role="option"
              aria-selected={id === current}
              aria-setsize={rows.length}
              aria-posinset={first + index + 1}
              data-chosen={chosen?.has(id)}
              style={{ top: (first + index) * rowHeightPx, height: rowHeightPx }}
              onClick={(held) => (props.onPress ?? props.onCurrent)(id, held)}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function press<Row>(event: KeyboardEvent, props: RowListProps<Row>, at: number, list: HTMLElement | null): void {
  if (event.nativeEvent.isComposing || event.altKey) return;
  const { rows, idOf, onCurrent, onKey, rowHeightPx } = props;
  const page = Math.max(1, Math.floor((list?.clientHeight ?? 0) / rowHeightPx) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -rows.length,
    End: rows.length,
  };
  const step = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key];
  if (step === undefined) {
    if (!onKey(event)) return;
  } else {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next !== undefined) onCurrent(idOf(next));
  }
  event.preventDefault();
}

function scrollTo(list: HTMLElement, at: number, rowHeightPx: number): void {
  const top = at * rowHeightPx;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeightPx > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeightPx - list.clientHeight;
}

/** Which rows to draw; before the first measure as many as a large window holds. */
function useRowsInSight(list: RefObject<HTMLDivElement | null>, count: number, rowHeightPx: number) {
  const [sight, setSight] = useState({ top: 0, height: 1200 });
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = (): void => setSight({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [list]);
  const first = Math.min(count, Math.max(0, Math.floor(sight.top / rowHeightPx) - spareRows));
  return { first, last: Math.min(count, Math.ceil((sight.top + sight.height) / rowHeightPx) + spareRows) };
}
