/** Everything the palette can take the editor to. */
import { commandList, menus, shortcutLabels } from '../../shared/commands.js';
import { issueItems } from '../../shared/document/issue.js';
import type { Readings } from '../../shared/search/pinyin.js';
import { rankOf } from '../../shared/search/rank.js';
import { attempt, openIssue } from '../library/library-actions.js';
import { search, searchStore } from '../search/search-state.js';
import { purposeNow } from '../state/contributor.js';
import { showView } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import type { LibraryListing } from '../state/library-store.js';
import { isCommandReady, runCommand } from '../ui/command-registry.js';
import { issueName } from '../state/publication.js';

export interface PaletteEntry {
  readonly kind: '命令' | '期' | '稿件' | '单位';
  readonly name: string;
  /** Where it belongs: its menu, its issue. */
  readonly note: string;
  readonly keys?: string;
  run(): void;
}

/** Commands that can be given now, issues, their articles, units; each kind in its own order. */
export function paletteEntries({ issues }: Pick<LibraryListing, 'issues'>, units: readonly string[]): readonly PaletteEntry[] {
  if (purposeNow() === 'unit') return commandEntries();
  return [
    ...commandEntries(),
    ...issues.map(
      ({ key, publication, date }): PaletteEntry => ({
        kind: '期',
        name: issueName(key),
        note: `${publication} ${date}`,
        run: () => attempt(() => openIssue(key)),
      }),
    ),
    ...issues.flatMap(({ key, titles }) =>
      titles.map(
        (title, nth): PaletteEntry => ({ kind: '稿件', name: title, note: issueName(key), run: () => attempt(() => openItem(key, nth)) }),
      ),
    ),
    ...units.map((unit): PaletteEntry => ({ kind: '单位', name: unit, note: '搜索这个单位的稿件', run: () => searchUnit(unit) })),
  ];
}

function commandEntries(): readonly PaletteEntry[] {
  return commandList
    .filter(({ id }) => id !== 'view.palette' && isCommandReady(id))
    .map((command) => ({
      kind: '命令',
      name: command.label.replace('…', ''),
      note: menus.find(({ name }) => name === command.menu)?.label ?? '',
      keys: shortcutLabels(command)[0] ?? '',
      run: () => void runCommand(command.id),
    }));
}

async function openItem(key: string, nth: number): Promise<void> {
  await openIssue(key);
  const { key: opened, issue, goTo } = issueSession.getState();
  const item = opened === key && issue ? issueItems(issue)[nth]?.item : undefined;
  if (item) goTo({ itemId: item.id, field: 'title', offset: 0 });
}

function searchUnit(unit: string): void {
  searchStore.setState({ isReplacing: false });
  void search({ words: '', only: { unit: [unit] } });
  showView('search');
}

const kinds: readonly PaletteEntry['kind'][] = ['命令', '期', '稿件', '单位'];
const most = 60;

/** The entries that answer what is typed, best first; without words, the commands. */
export function matchingEntries(entries: readonly PaletteEntry[], typed: string, readings: Readings | undefined): readonly PaletteEntry[] {
  if (typed.trim() === '') return entries.slice(0, most);
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry.name, typed.trim(), readings);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((left, right) => left.rank - right.rank || kinds.indexOf(left.entry.kind) - kinds.indexOf(right.entry.kind))
    .slice(0, most)
    .map(({ entry }) => entry);
}
