import { useState } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import { PreviewPane } from '../preview/preview-pane.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useSetting } from '../state/settings.js';
import { usePageStyle } from '../state/page-style.js';
import { usePages } from '../state/use-pages.js';
import { FormPane } from './form-pane.js';
import { Outline } from './outline.js';
import { useOutlineCommands } from './outline-commands.js';
import { useWindowWidth } from '../ui/window-width.js';

/** Below these widths of the window the preview, then the outline, give way to the sheet in the middle. */
const previewNeedsPx = 1080;
const outlineNeedsPx = 720;

/** Three columns: structure · form or text · pages. */
export function IssueView({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const issue = useIssueSession((session) => session.issue);
  const panes = useShownPanes();
  const [layout, setLayout] = useSetting<Layout>(`panes.${panes.join('-')}`, {});
  useOutlineCommands(isReadOnly);
  usePages(issue, usePageStyle());
  if (!issue) return null;
  const saved = Object.keys(layout).length === panes.length ? layout : undefined;
  return (
    <Group key={panes.join('-')} className="panes" {...(saved ? { defaultLayout: saved } : {})} onLayoutChanged={(next, { isUserInteraction }) => isUserInteraction && setLayout(next)}>
      {panes.includes('outline') && (
        <>
          <Panel id="outline" defaultSize={256} minSize={180} maxSize={460} groupResizeBehavior="preserve-pixel-size">
            <div className="pane" data-pane="outline"><Outline /></div>
          </Panel>
          <Separator className="pane-line" />
        </>
      )}
      {panes.includes('form') && (
        <Panel id="form" minSize={380}>
          <div className="pane" data-pane="form"><FormPane isReadOnly={isReadOnly} /></div>
        </Panel>
      )}
      {panes.includes('preview') && (
        <>
          {panes.includes('form') && <Separator className="pane-line" />}
          <Panel id="preview" defaultSize="38%" minSize={300} groupResizeBehavior="preserve-pixel-size">
            <div className="pane pane-preview" data-pane="preview"><Preview /></div>
          </Panel>
        </>
      )}
    </Group>
  );
}

type PaneName = 'outline' | 'form' | 'preview';

/** The panes the editor wants and the window has room for. In a narrow window the wanted preview takes the sheet's place. */
function useShownPanes(): readonly PaneName[] {
  const width = useWindowWidth();
  const [isOutlineFolded] = useSetting('outlineFolded', false);
  const [isPreviewFolded] = useSetting('previewFolded', false);
  const isNarrow = width < previewNeedsPx;
  const isPreviewAsked = useAskedWhileNarrow(isNarrow, isPreviewFolded);
  const outline: readonly PaneName[] = isOutlineFolded || width < outlineNeedsPx ? [] : ['outline'];
  if (isNarrow) return [...outline, isPreviewAsked ? 'preview' : 'form'];
  return [...outline, 'form', ...(isPreviewFolded ? [] : ['preview' as const])];
}

/** In a narrow window the preview is folded until it is asked for by its command. */
function useAskedWhileNarrow(isNarrow: boolean, isFolded: boolean): boolean {
  const [seen, setSeen] = useState({ isNarrow, isFolded, isAsked: false });
  if (seen.isNarrow === isNarrow && seen.isFolded === isFolded) return seen.isAsked;
  const isAsked = isNarrow && seen.isNarrow ? !seen.isAsked : false;
  setSeen({ isNarrow, isFolded, isAsked });
  return isAsked;
}

function Preview() {
  const issue = useIssueSession((session) => session.issue);
  const caret = useIssueSession((session) => session.caret);
  const style = usePageStyle();
  if (!issue) return null;
  return <PreviewPane issue={issue} style={style} caret={caret} onPick={(place) => issueSession.getState().goTo(place)} />;
}
