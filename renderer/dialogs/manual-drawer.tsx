import { Drawer } from 'antd';
import { useEffect, useState, type MouseEvent } from 'react';
import { closeDialog } from '../state/desk.js';
import { sanitizeHtml } from '../ui/sanitize-html.js';

/** Where the manual is, from the app's own origin. */
const manualUrl = '/assets/manual/index.html';

/** 使用手册, beside the work. */
export function ManualDrawer() {
  const manual = useManual();
  return (
    <Drawer open title="使用手册" size={560} onClose={closeDialog} mask={false}>
      {manual.failure !== undefined && <p className="soft">{manual.failure}</p>}
      {manual.html !== undefined && <div className="manual" onClick={followAnchor} dangerouslySetInnerHTML={{ __html: manual.html }} />}
    </Drawer>
  );
}

function useManual(): { readonly html?: string; readonly failure?: string } {
  const [manual, setManual] = useState<{ readonly html?: string; readonly failure?: string }>({});
  useEffect(() => {
    readManual().then(
      (html) => setManual({ html }),
      () => setManual({ failure: '手册文件缺失，请重新安装本程序。' }),
    );
  }, []);
  return manual;
}

async function readManual(): Promise<string> {
  const response = await fetch(manualUrl);
  if (!response.ok) throw new Error(`manual: ${response.status}`);
  return sanitizeHtml(await response.text());
}

/** Links inside the manual scroll; nothing navigates. */
function followAnchor(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  const id = decodeURIComponent(link.getAttribute('href')?.replace(/^#/u, '') ?? '');
  event.currentTarget.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
}
