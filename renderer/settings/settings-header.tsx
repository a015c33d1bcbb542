import { Button } from 'antd';
import { usePurpose } from '../state/contributor.js';
import { isReadOnly } from '../state/read-only.js';
import { publicationSession, usePublication } from '../state/publication.js';
import { confirm } from '../ui/confirm.js';
import { learnStyleFromFile } from './learnt-style-state.js';
import { changeCount, resetEverything } from './setting-edits.js';

/** What is set here, how far from the defaults, and the way back. */
export function SettingsHeader() {
  const publication = usePublication((session) => session.publication);
  const isOnly = usePublication(({ publications }) => publications.length === 1);
  const count = changeCount(publication);
  if (usePurpose() === 'unit') return <h1 className="header-title">设置</h1>;
  return (
    <>
      <h1 className="header-title">设置</h1>
      <PublicationSwitch />
      <span className="soft num">
        {isOnly ? `${publication.name} · ` : ''}
        {count === 0 ? '版式全部为默认' : `版式已改 ${count} 项`}
      </span>
      <div className="header-actions">
        <Button disabled={isReadOnly()} onClick={learnStyleFromFile}>
          版式取自 Word 文件…
        </Button>
        <Button disabled={count === 0 || isReadOnly()} onClick={() => void resetAll(count)}>
          全部恢复默认
        </Button>
      </div>
    </>
  );
}

/** Whose settings are shown; nothing where there is but one publication. */
function PublicationSwitch() {
  const publications = usePublication((session) => session.publications);
  const shown = usePublication(({ publication }) => publication.id);
  if (publications.length < 2) return null;
  const choose = (value: string): void => void publicationSession.getState().choose(value === '' ? undefined : value);
  return (
    <select className="setting-select" aria-label="刊物" value={shown ?? ''} onChange={({ target }) => choose(target.value)}>
      {publications.map(({ id, name }) => (
        <option key={id ?? ''} value={id ?? ''}>
          {name}
        </option>
      ))}
    </select>
  );
}

async function resetAll(count: number): Promise<void> {
  const isSure = await confirm({
    title: '全部恢复默认',
    text: `改过的 ${count} 项版式和字体设置都回到默认值。刊名、栏目、报送范围和承办人不变。`,
    danger: '恢复默认',
    stay: '不恢复',
  });
  if (!isSure) return;
  resetEverything();
  void publicationSession.getState().flush();
}
