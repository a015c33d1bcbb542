import { useInspection } from '../state/inspection.js';
import { showSheet, showSideTab, useShownPanes, useSideTab, type SideTab } from '../state/panes.js';

const tabs: readonly { readonly tab: SideTab; readonly label: string }[] = [
  { tab: 'pages', label: '版面' },
  { tab: 'inspection', label: '体检' },
  { tab: 'sent', label: '来稿' },
  { tab: 'beside', label: '并排' },
];

/** 版面, 体检 with the number of findings, 来稿 and 并排; before them the way back to the sheet, where the window shows one of both. */
export function SideTabs() {
  const shown = useSideTab();
  const { findings } = useInspection();
  const isSheetHidden = !useShownPanes().includes('form');
  return (
    <div className="side-tabs" role="tablist" aria-label="右栏">
      {isSheetHidden && (
        <button type="button" role="tab" className="side-tab" aria-selected={false} onClick={showSheet}>
          编辑
        </button>
      )}
      {tabs.map(({ tab, label }) => (
        <button key={tab} type="button" role="tab" className="side-tab" aria-selected={tab === shown} onClick={() => showSideTab(tab)}>
          {label}
          {tab === 'inspection' && findings.length > 0 && (
            <span className="badge num" aria-label={`${String(findings.length)} 处`}>
              {findings.length}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
