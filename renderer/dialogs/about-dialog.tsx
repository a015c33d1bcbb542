import { Button, Modal } from 'antd';
import type { AppInfo } from '../../shared/ipc.js';
import { closeDialog } from '../state/desk.js';

/** 关于: version, and where the library is. */
export function AboutDialog({ info }: { readonly info: AppInfo }) {
  const facts = [
    ['版本', info.version],
    ['资料库', info.libraryPath],
    ['运行方式', info.host === 'electron' ? '独立程序' : '本机浏览器窗口'],
    ['联网', '不联网，全部数据在本机'],
  ] as const;
  return (
    <Modal
      open
      title="专报编辑台"
      width={520}
      centered
      onCancel={closeDialog}
      footer={
        <Button type="primary" autoFocus onClick={closeDialog}>
          关闭
        </Button>
      }
    >
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
