import { Button } from 'antd';
import { usePurpose } from '../state/contributor.js';
import { openDialog } from '../state/desk.js';
import { useExchange } from '../state/exchange.js';
import { isReadOnly } from '../state/read-only.js';

/** How many sticks there are, and the way out: 导出. */
export function ExchangeHeader() {
  const isOffice = usePurpose() === 'office';
  const sticks = useExchange((state) => state.sticks.length);
  return (
    <>
      <h1 className="header-title">交换</h1>
      <span className="soft num">{sticks === 0 ? '没有U盘' : `U盘 ${sticks} 个`}</span>
      {isReadOnly() && <span className="soft">资料库只能阅读：交换包可以查看，不能导入和导出。</span>}
      <div className="header-actions">
        {isOffice && (
          <Button type="primary" disabled={isReadOnly()} onClick={() => openDialog({ kind: 'pack' })}>
            导出交换包…
          </Button>
        )}
      </div>
    </>
  );
}

/** What the keys do. */
export function ExchangeStatus() {
  return <span>↑↓ 选交换包 · 回车 打开 · F6 到导入计划 · 空格 勾选 · ←→ 选用哪一方</span>;
}
