import { Button, Modal } from 'antd';
import { commandList, menus, shortcutLabels } from '../../shared/commands.js';
import { unjoinKey } from '../../shared/submissions/joined-lines.js';
import { closeDialog } from '../state/desk.js';
import { useCommandStates } from '../ui/command-registry.js';

/** Keys that are no commands, by where they work. */
const otherKeys = [
  {
    place: '结构栏',
    needs: 'view.outline',
    keys: [
      ['↑ ↓', '在结构栏里逐行查看'],
      ['回车', '从结构栏进入正文或表单'],
      ['空格', '拿起、放下一行'],
    ],
  },
  {
    place: '正文',
    needs: 'insert.paragraph',
    keys: [
      ['Tab', '本段降一层；在标题里到下一栏'],
      ['Shift+Tab', '本段升一层；在标题里到上一栏'],
    ],
  },
  {
    place: '导入窗口',
    needs: 'file.import',
    keys: [[unjoinKey, '不接断行、不接页末；几个文件的，键盘所在的那一行']],
  },
  {
    place: '来稿列表',
    needs: 'show.inbox',
    keys: [[unjoinKey, '不接断行、不接页末：照原件的行重读这一篇']],
  },
  {
    place: '鼠标',
    needs: 'view.zoomIn',
    keys: [
      ['Ctrl+滚轮', '放大缩小：指针在版面上为版面，在别处为界面和文字'],
      ['右键 或 Shift+F10', '本处可用的命令'],
    ],
  },
] as const;

/** Every shortcut, by menu. */
export function ShortcutsDialog() {
  const { shown } = useCommandStates();
  return (
    <Modal
      open
      title="快捷键"
      width={1080}
      centered
      onCancel={closeDialog}
      footer={
        <Button type="primary" autoFocus onClick={closeDialog}>
          关闭
        </Button>
      }
    >
      <div className="shortcuts-sheet" tabIndex={0} role="region" aria-label="快捷键一览">
        <div className="shortcuts">
          {menus.map(({ name, label }) => (
            <section key={name}>
              <h2>{label}</h2>
              {commandList
                .filter((command) => command.menu === name && shown.has(command.id) && shortcutLabels(command).length > 0)
                .map((command) => (
                  <p key={command.id}>
                    <span>{command.label.replace('…', '')}</span>
                    <kbd>{shortcutLabels(command).join(' 或 ')}</kbd>
                  </p>
                ))}
            </section>
          ))}
          {otherKeys
            .filter(({ needs }) => shown.has(needs))
            .map(({ place, keys }) => (
              <section key={place}>
                <h2>{place}</h2>
                {keys.map(([key, label]) => (
                  <p key={key}>
                    <span>{label}</span>
                    <kbd>{key}</kbd>
                  </p>
                ))}
              </section>
            ))}
        </div>
      </div>
    </Modal>
  );
}
