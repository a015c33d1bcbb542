import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { Group, Panel, Separator, useGroupRef, type GroupImperativeHandle, type Layout } from 'react-resizable-panels';
import type { BlockPlace } from '../../shared/layout/block.js';
import { FindBar } from '../find/find-bar.js';
import { PreviewPane } from '../preview/preview-pane.js';
import { startInspecting } from '../state/inspection.js';
import { useIssueSession } from '../state/issue-session.js';
import type { Selection } from '../state/selection.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { useSetting } from '../state/settings.js';
import { useShownPanes, useSideTab, type PaneName } from '../state/panes.js';
import { useIsLocked } from '../state/lock.js';
import { usePageStyle } from '../state/page-style.js';
import { usePages } from '../state/use-pages.js';
import { BesidePane } from './beside-pane.js';
import { FormPane } from './form-pane.js';
import { LockBar } from './lock-bar.js';
import { Outline } from './outline.js';
import { SentPane } from './sent-pane.js';
import { showPart, showText } from './show-place.js';

/** Three columns: structure · form or text · pages. */
export function IssueView() {
  const hasIssue = useIssueSession(({ issue }) => issue !== undefined);
  const isLocked = useIsLocked();
  const panes = useShownPanes();
  const [layouts, setLayouts] = useSetting('paneLayouts');
  const name = panes.join('-');
  const saved = savedLayout(layouts[name], panes);
  const group = useGroupRef();
  useKeptWidths(group, name, saved);
  if (!hasIssue) return null;
  return (
    <>
      <LayOut />
      <Group
        groupRef={group}
        className="panes"
        {...(saved ? { defaultLayout: saved } : {})}
        onLayoutChanged={(next, { isUserInteraction }) => isUserInteraction && setLayouts({ ...layouts, [name]: next })}
      >
        {panes.includes('outline') && (
          <>
            <Panel id="outline" defaultSize={240} minSize={180} maxSize={460} groupResizeBehavior="preserve-pixel-size">
              <div className="pane" data-pane="outline">
                <Outline />
              </div>
            </Panel>
            <Separator className="pane-line" />
          </>
        )}
        {panes.includes('form') && (
          <Panel id="form" minSize={380}>
            <div className="pane" data-pane="form">
              <FindBar />
              <LockBar />
              <FormPane isReadOnly={isLocked} />
            </div>
          </Panel>
        )}
        {panes.includes('preview') && (
          <>
            {panes.includes('form') && <Separator className="pane-line" />}
            <Panel
              id="preview"
              {...(panes.includes('form') ? { defaultSize: '36%' } : {})}
              minSize={300}
              groupResizeBehavior={panes.includes('form') ? 'preserve-pixel-size' : 'preserve-relative-size'}
            >
              <div className="pane pane-preview" data-pane="preview">
                <Preview />
              </div>
            </Panel>
          </>
        )}
      </Group>
    </>
  );
}

/** Takes back the widths of these panes when one comes or goes; the panes themselves stay, and with them what is done in them. */
function useKeptWidths(group: RefObject<GroupImperativeHandle | null>, name: string, saved: Layout | undefined): void {
  const latest = useRef(saved);
  useLayoutEffect(() => {
    latest.current = saved;
  });
  useEffect(() => {
    if (latest.current) group.current?.setLayout(latest.current);
  }, [group, name]);
}

/** The widths kept for these panes, if they are for all of them. */
function savedLayout(layout: Layout | undefined, panes: readonly PaneName[]): Layout | undefined {
  return layout && panes.every((pane) => pane in layout) ? layout : undefined;
}

/** Keeps the pages and 版面体检 up to date while no preview is shown; on its own, so that a keystroke redraws nothing else. */
function LayOut() {
  const issue = useIssueSession((session) => session.issue);
  usePages(issue, usePageStyle(issue));
  useEffect(startInspecting, []);
  return null;
}

function Preview() {
  const issue = useIssueSession((session) => session.issue);
  const caret = useShownCaret();
  const current = useIssueSession((session) => session.current);
  const part = useMemo(() => selectedPart(current), [current]);
  const style = usePageStyle(issue);
  const tab = useSideTab();
  if (!issue) return null;
  if (tab === 'sent') return <SentPane />;
  if (tab === 'beside') return <BesidePane />;
  return <PreviewPane issue={issue} style={style} caret={caret} part={part} onPick={(place) => showText(place)} onPickPart={showPart} />;
}

/** The printed part a selected form stands for. */
function selectedPart(selection: Selection): BlockPlace | undefined {
  if (selection.kind === 'item' || selection.kind === 'submission') return undefined;
  return selection.kind === 'column' ? { part: 'column', columnId: selection.columnId } : { part: selection.kind };
}

/** The cursor if it stands in the selected item, else that item's title: the pages follow the outline too. */
function useShownCaret(): TextPlace | undefined {
  const caret = useIssueSession((session) => session.caret);
  const current = useIssueSession((session) => session.current);
  return useMemo(() => {
    if (current.kind !== 'item' || caret?.itemId === current.itemId) return current.kind === 'item' ? caret : undefined;
    return { itemId: current.itemId, field: 'title', offset: 0 };
  }, [caret, current]);
}
