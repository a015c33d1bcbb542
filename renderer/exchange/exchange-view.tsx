import { Button } from 'antd';
import { bundleEnding } from '../../shared/bundle/format.js';
import { openBundleFile } from '../library/open-bundle-file.js';
import { attempt } from '../library/library-actions.js';
import { openDialog } from '../state/desk.js';
import { exchange, openBundle, useExchange, type Stick } from '../state/exchange.js';
import { instantLabel } from '../library/issue-label.js';
import { pickFiles } from '../ui/pick-files.js';
import { RowList } from '../ui/row-list.js';
import { BundlePlan } from './bundle-plan.js';
import { ImportsList } from './imports-list.js';
import { KeysList } from './keys-list.js';

const rowHeightPx = 46;
const thisYear = new Date().getFullYear();

/** 交换: the sticks and their bundles · the bundle that is looked at, the imports so far, or the keys. */
export function ExchangeView() {
  const pane = useExchange((state) => state.pane);
  return (
    <div className="exchange">
      <section className="list-side" aria-label="交换包">
        <Bundles />
        <nav className="exchange-nav" aria-label="交换的其他内容">
          <NavButton name="imports" label="导入记录" />
          <NavButton name="keys" label="可信的单位" />
        </nav>
      </section>
      <section className="exchange-main" data-pane="exchange" aria-label={paneLabels[pane]} tabIndex={-1}>
        {pane === 'bundle' && <BundlePlan />}
        {pane === 'imports' && <ImportsList />}
        {pane === 'keys' && <KeysList />}
      </section>
    </div>
  );
}

const paneLabels = { bundle: '导入计划', imports: '导入记录', keys: '可信的单位' } as const;

function NavButton({ name, label }: { readonly name: 'imports' | 'keys'; readonly label: string }) {
  const isShown = useExchange((state) => state.pane === name);
  return (
    <button type="button" className="chip" aria-pressed={isShown} onClick={() => exchange.setState({ pane: isShown ? 'bundle' : name })}>
      {label}
    </button>
  );
}

interface BundleRow {
  readonly handle: string;
  readonly name: string;
  readonly place: string;
  readonly bytes: number;
  readonly changedAt: string;
}

function rowsOf(places: readonly Stick[]): readonly BundleRow[] {
  return places.flatMap(({ name: place, bundles }) => bundles.map((bundle) => ({ ...bundle, place })));
}

function Bundles() {
  const sticks = useExchange((state) => state.sticks);
  const folder = useExchange((state) => state.folder);
  const current = useExchange((state) => state.current);
  const places = folder === undefined ? sticks : [...sticks, folder];
  const rows = rowsOf(places);
  const open = (handle: string): void => {
    exchange.setState({ current: handle });
    void openBundle({ file: handle });
  };
  return (
    <>
      <div className="exchange-places soft">
        {places.length === 0 ? '没有发现U盘' : places.map(({ name, isReadOnly }) => (isReadOnly ? `${name}（只读）` : name)).join('、')}
      </div>
      <RowList
        rows={rows}
        idOf={({ handle }) => handle}
        rowHeightPx={rowHeightPx}
        label="交换包"
        pane="bundles"
        current={current}
        onCurrent={(handle) => exchange.setState({ current: handle })}
        onPress={open}
        onKey={({ key, ctrlKey }) => {
          if (key !== 'Enter' || ctrlKey || current === undefined) return false;
          open(current);
          return true;
        }}
        rowClass="bundle-row"
      >
        {({ name, place, bytes, changedAt }) => (
          <>
            <span className="bundle-name">{name}</span>
            <span className="soft num">
              {place} · {sizeLabel(bytes)} · {instantLabel(changedAt, thisYear)}
            </span>
          </>
        )}
      </RowList>
      {rows.length === 0 && (
        <p className="library-empty">
          {places.length === 0 ? `插入U盘，上面的交换包（.${bundleEnding}）会列在这里` : `这里还没有交换包（.${bundleEnding}）`}
          ；也可以把交换包拖进窗口，或用下面的按钮打开。
        </p>
      )}
      <div className="exchange-openers">
        <Button onClick={() => attempt(openChosen)}>打开文件…</Button>
        <Button onClick={() => openDialog({ kind: 'bundle-folder' })}>看文件夹…</Button>
      </div>
    </>
  );
}

async function openChosen(): Promise<void> {
  const [file] = await pickFiles(`.${bundleEnding}`, true);
  if (file !== undefined) await openBundleFile(file);
}

function sizeLabel(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
