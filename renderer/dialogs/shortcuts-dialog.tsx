import { Button, Modal } from 'antd';
import { commandList, menus, shortcutLabel } from '../../shared/commands.js';
import { closeDialog } from '../state/desk.js';

const outlineKeys = [
  ['↑ ↓', '在结构栏里逐行查看'],
  ['回车', '从结构栏进入正文或表单'],
  ['空格', '拿起、放下一行'],
] as const;

/** Every shortcut, by menu. */
export function ShortcutsDialog() {
  return (
    <Modal
      open
      title="快捷键"
      width={720}
      centered
      onCancel={closeDialog}
      footer={
        <Button type="primary" autoFocus onClick={closeDialog}>
          关闭
        </Button>
      }
    >
      <div className="shortcuts">
        {menus.map(({ name, label }) => (
          <section key={name}>
            <h2>{label}</h2>
            {commandList
              .filter(({ menu, shortcuts }) => menu === name && shortcuts)
              .map((command) => (
                <p key={command.id}>
                  <span>{command.label.replace('…', '')}</span>
                  <kbd>{command.shortcuts?.map(shortcutLabel).join(' 或 ')}</kbd>
                </p>
              ))}
          </section>
        ))}
        <section>
          <h2>结构栏</h2>
          {outlineKeys.map(([keys, label]) => (
            <p key={keys}>
              <span>{label}</span>
              <kbd>{keys}</kbd>
            </p>
          ))}
        </section>
      </div>
    </Modal>
  );
}
