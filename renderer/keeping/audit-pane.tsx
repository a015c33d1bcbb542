import { Button, Input, Select } from 'antd';
import { useEffect, useMemo } from 'react';
import { attempt } from '../library/library-actions.js';
import { onNotice } from '../bridge.js';
import { openDialog } from '../state/desk.js';
import { filterAudit, filteredEntries, readAudit, useKeeping } from './keeping-state.js';

/** Entries drawn at once: more are found by narrowing the list, and all that match are exported. */
const mostShown = 500;

export function AuditPane() {
  const entries = useKeeping((state) => state.entries);
  const breaks = useKeeping((state) => state.breaks);
  const words = useKeeping((state) => state.words);
  const action = useKeeping((state) => state.action);
  useEffect(() => {
    attempt(readAudit);
    return onNotice('library.changed', () => attempt(readAudit));
  }, []);
  const shown = useMemo(() => filteredEntries({ entries, words, action }), [entries, words, action]);
  const actions = useMemo(() => [...new Set(entries.map((entry) => entry.action))].sort(), [entries]);
  return (
    <>
      <div className="keeping-actions">
        <Input
          className="keeping-words"
          placeholder="查人名、期号、日期……"
          aria-label="在操作记录里找"
          allowClear
          value={words}
          onChange={({ target }) => filterAudit({ words: target.value })}
        />
        <Select
          className="keeping-action"
          aria-label="做了什么"
          popupMatchSelectWidth={false}
          value={action}
          options={[{ value: '', label: '所有操作' }, ...actions.map((each) => ({ value: each, label: each }))]}
          onChange={(value) => filterAudit({ action: value })}
        />
        <span className="soft num">{shown.length} 条</span>
        <Button disabled={shown.length === 0} onClick={() => openDialog({ kind: 'audit-folder' })}>
          导出为文本…
        </Button>
      </div>
      {breaks.map((sentence) => (
        <p key={sentence} role="alert" className="field-error">
          {sentence}
        </p>
      ))}
      {entries.length === 0 && (
        <p className="library-empty">还没有记录。导入、导出、送审、印发、删除、恢复等操作会记在这里，打字修改不记。</p>
      )}
      <table className="keeping-entries" aria-label="操作记录">
        <tbody>
          {shown.slice(0, mostShown).map(({ number, at, who, action: done, what }) => (
            <tr key={number}>
              <td className="num faint">{number}</td>
              <td className="num soft">{at.slice(0, 16).replace('T', ' ')}</td>
              <td>{who}</td>
              <td>{done}</td>
              <td className="keeping-what">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > mostShown && <p className="soft num">只列出最近 {mostShown} 条；要看更早的，请写上日期或期号缩小范围。</p>}
    </>
  );
}
