import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { countLabel } from '../ui/count-label.js';
import { openDialog } from '../state/desk.js';
import { isReadOnly } from '../state/read-only.js';
import { tellFailure } from '../state/messages.js';
import { useUnits } from '../state/units.js';
import { importUnits, type UnitsReport } from './import-units.js';
import { startUnit } from './units-state.js';

const ImportReport = lazy(async () => ({ default: (await import('./units-report.js')).UnitsReportDialog }));

/** How many units report, and what brings them in and out. */
export function UnitsHeader() {
  const { units } = useUnits();
  const [report, setReport] = useState<UnitsReport>();
  const isLocked = isReadOnly();
  return (
    <>
      <h1 className="header-title">报送单位</h1>
      <span className="soft num">{countLabel(units.length)} 个</span>
      <div className="header-actions">
        <Button disabled={isLocked} onClick={() => void importUnits().then(setReport, tellFailure)}>
          导入名录…
        </Button>
        <Dropdown
          trigger={['click']}
          autoFocus
          disabled={units.length === 0}
          menu={{
            items: [
              { key: 'xlsx', label: 'Excel 工作簿（.xlsx）' },
              { key: 'csv', label: '文本表格（.csv）' },
            ],
            onClick: ({ key }) => openDialog({ kind: 'units-export', format: key === 'csv' ? 'csv' : 'xlsx' }),
          }}
        >
          <Button>导出名录 ▾</Button>
        </Dropdown>
        <Button type="primary" disabled={isLocked} onClick={startUnit}>
          新增单位
        </Button>
      </div>
      {report !== undefined && (
        <Suspense>
          <ImportReport report={report} onClose={() => setReport(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** What the keys do. */
export function UnitsStatus() {
  return <span>↑↓ 选单位 · 回车 修改 · Esc 回到列表 · Insert 新增 · Delete 移除</span>;
}
