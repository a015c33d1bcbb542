/** The writing surface and the pages beside it over an issue in memory, for tests of input methods and of speed. */
import { createRoot } from 'react-dom/client';
import { ArticleEditor } from '../../../renderer/editor/article-editor.js';
import { PreviewPane } from '../../../renderer/preview/preview-pane.js';
import { issueSession, useIssueSession } from '../../../renderer/state/issue-session.js';
import type { TextPlace } from '../../../shared/document/text-place.js';
import { commandBehaviours, commandStores } from '../../../renderer/commands/commands.js';
import { writingSurface } from '../../../renderer/state/writing-surface.js';
import { useCommandKeys, type KeyPorts } from '../../../renderer/ui/command-keys.js';
import { installCommands } from '../../../renderer/ui/command-registry.js';
import { caretSentence, useCaretPosition } from '../../../renderer/state/use-caret-position.js';
import { findItem, updateItem } from '../../../shared/document/edit-issue.js';
import { issueItems, type Issue, type Item } from '../../../shared/document/issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';

export interface EditorProbe {
  /** Opens an issue in memory, at its first item. */
  open(issue: Issue): Promise<void>;
  item(): Item | undefined;
  caret(): TextPlace | undefined;
  goTo(caret: TextPlace): void;
  undo(): void;
  redo(): void;
  /** Changes the open item as another part of the window would. */
  change(change: Partial<Item>): void;
}

declare global {
  interface Window {
    editorProbe: EditorProbe;
  }
}

const answers: Record<string, unknown> = {
  'settings.set': {},
  'issue.save': { key: '2023-06', revision: 'r', savedAt: '2023-08-09T08:00:00Z' },
};
Object.assign(window, {
  zhuanbao: {
    call: (name: string) => Promise.resolve(JSON.stringify({ ok: true, value: answers[name] })),
    onNotice: () => () => undefined,
  },
});

const session = issueSession.getState;

function currentItem(): Item | undefined {
  const { issue, current } = session();
  return issue && current.kind === 'item' ? findItem(issue, current.itemId)?.item : undefined;
}

window.editorProbe = {
  open: async (issue) => {
    answers['issue.get'] = { issue, revision: 'r' };
    await session().open('2023-06');
    const first = issueItems(issue)[0];
    if (first) session().select({ kind: 'item', itemId: first.item.id });
  },
  item: currentItem,
  caret: () => session().caret,
  goTo: (caret) => session().goTo(caret),
  undo: () => session().undo(),
  redo: () => session().redo(),
  change: (change) => {
    const item = currentItem();
    if (item) session().edit((issue) => updateItem(issue, item.id, (value) => ({ ...value, ...change }) as Item));
  },
};

const keyPorts: KeyPorts = { isBlocked: () => false, readSelection: () => writingSurface()?.readSelection() };

function Desk() {
  useCommandKeys(keyPorts);
  const { issue, current, caret, focus } = useIssueSession((state) => state);
  const found = issue && current.kind === 'item' ? findItem(issue, current.itemId) : undefined;
  const position = useCaretPosition(issue, defaultPageStyle, caret);
  if (!issue || !found) return null;
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1.3fr) minmax(0, 1fr)',
        gridTemplateRows: 'minmax(0, 1fr) 26px',
        height: '100vh',
      }}
    >
      <ArticleEditor
        key={found.item.id}
        columnForm={found.column.form}
        item={found.item}
        focus={focus}
        onChange={(item, merge) => session().edit((value) => updateItem(value, item.id, () => item), { merge })}
        onCaret={(next) => session().setCaret(next)}
      />
      <PreviewPane issue={issue} style={defaultPageStyle} caret={caret} onPick={(next) => session().goTo(next)} />
      <footer data-testid="position">
        {caretSentence(position)} 全期 {position.pageCount} 页 {position.characters} 字
      </footer>
    </div>
  );
}

installCommands(commandBehaviours, commandStores);
createRoot(document.getElementById('root') as HTMLElement).render(<Desk />);
