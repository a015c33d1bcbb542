import { Button, Modal } from 'antd';
import { changeUnits, useUnits } from '../state/units.js';
import { tellFailure } from '../state/messages.js';
import type { UnitsReport } from './import-units.js';

/** What came of importing a list: how many units, and each row that was not taken with why. */
export function UnitsReportDialog({ report, onClose }: { readonly report: UnitsReport; readonly onClose: () => void }) {
  const { file, added, changed, unchanged, troubles, before, after } = report;
  const isLast = useUnits() === after;
  const takeBack = (): void => {
    changeUnits(() => before).catch(tellFailure);
    onClose();
  };
  return (
    <Modal
      open
      title={`导入名录：${file}`}
      width={560}
      onCancel={onClose}
      footer={[
        ...(added + changed > 0 && isLast
          ? [
              <Button key="back" onClick={takeBack}>
                撤销这次导入
              </Button>,
            ]
          : []),
        <Button key="done" type="primary" autoFocus onClick={onClose}>
          完成
        </Button>,
      ]}
    >
      <p className="num">
        新增 {added} 个，更新 {changed} 个，没有变化 {unchanged} 个{troubles.length === 0 ? '。' : `；${troubles.length} 行没有导入：`}
      </p>
      {troubles.length > 0 && (
        <ul className="units-troubles" aria-label="没有导入的行">
          {troubles.map(({ row, message }) => (
            <li key={row}>
              <span className="num soft">第{row}行</span> {message}
            </li>
          ))}
        </ul>
      )}
      <p className="soft">表里没有的单位仍在名录里；改名请在名录里改，旧名会记为曾用名。</p>
    </Modal>
  );
}
