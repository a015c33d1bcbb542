import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { CallResponse } from '../../shared/ipc.js';
import { call, onNotice } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { tellFailure } from '../state/messages.js';
import { isReadOnly } from '../state/read-only.js';
import { takeBackImport } from './exchange-actions.js';

type Imports = CallResponse<'imports.list'>['imports'];
const thisYear = new Date().getFullYear();

/** 导入记录: every import so far, which can be put back as a whole, however long ago. */
export function ImportsList() {
  const [imports, setImports] = useState<Imports>();
  const read = useCallback(() => void call('imports.list', {}).then((found) => setImports(found.imports), tellFailure), []);
  useEffect(() => {
    read();
    return onNotice('library.changed', read);
  }, [read]);
  return (
    <>
      <h2 className="exchange-title">导入记录</h2>
      {imports?.length === 0 && <p className="library-empty">还没有导入过交换包。</p>}
      <ul className="exchange-rows">
        {imports?.map(({ id, importedAt, title, changed, undoneAt }) => (
          <li key={id}>
            <div>
              <span>{title}</span>
              <span className="soft num">
                {instantLabel(importedAt, thisYear)} ·{' '}
                {changed.length === 0 ? '没有改动' : `改动 ${changed.length} 项：${changed.join('、')}`}
                {undoneAt !== undefined && ` · ${instantLabel(undoneAt, thisYear)} 撤销`}
              </span>
            </div>
            {undoneAt === undefined && changed.length > 0 && (
              <Button disabled={isReadOnly()} onClick={() => attempt(() => takeBackImport(id).then(read))}>
                撤销
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
