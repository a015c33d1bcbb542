import type { SchemeChoice } from '../../shared/scheme.js';
import { interfaceZooms } from '../state/interface-zoom.js';
import { useSetting } from '../state/settings.js';
import { GroupTitle, SectionFrame } from './settings-frame.js';

const schemes: readonly { readonly scheme: SchemeChoice; readonly label: string; readonly hint: string }[] = [
  { scheme: 'system', label: '跟随系统', hint: '系统用深色时用深色，否则用浅色' },
  { scheme: 'light', label: '浅色', hint: '' },
  { scheme: 'dark', label: '深色', hint: '版面栏和样张里的纸仍是白的' },
];

/** How the window itself looks on this machine; nothing here is printed. */
export function InterfaceForm() {
  const [scheme, setScheme] = useSetting('interface.scheme');
  const [zoom, setZoom] = useSetting('interface.zoom');
  return (
    <>
      <GroupTitle title="界面" note="只管窗口的样子，不影响印出来的版面。" changed={0} />
      <SectionFrame id="scheme" label="配色">
        <div className="settings-radios" role="radiogroup" aria-label="配色">
          {schemes.map((each) => (
            <label key={each.scheme} className="settings-radio">
              <input type="radio" name="scheme" checked={scheme === each.scheme} onChange={() => setScheme(each.scheme)} />
              <span>{each.label}</span>
              <span className="soft">{each.hint}</span>
            </label>
          ))}
        </div>
      </SectionFrame>
      <SectionFrame id="zoom" label="大小">
        <div className="setting">
          <label className="setting-label" htmlFor="interface-zoom">
            界面和文字
          </label>
          <select
            id="interface-zoom"
            className="setting-select"
            value={String(zoom)}
            onChange={({ target }) => setZoom(Number(target.value))}
          >
            {interfaceZooms.map((percent) => (
              <option key={percent} value={String(percent)}>
                {percent}%
              </option>
            ))}
          </select>
          <span className="soft">也可以按 Ctrl+= 和 Ctrl+-</span>
        </div>
      </SectionFrame>
    </>
  );
}
