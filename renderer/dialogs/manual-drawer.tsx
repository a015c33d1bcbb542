import { Drawer } from 'antd';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { closeManual, useDesk } from '../state/desk.js';
import { cleanHtml } from '../ui/manual-html.js';

/** Where the manual is, from the app's own origin. */
const manualUrl = '/assets/manual/index.html';

/** 使用手册, beside the work, open at the chapter that was asked for. */
export function ManualDrawer() {
  const asked = useDesk(({ manual }) => manual);
  const { html, failure } = useManual();
  const pages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked && html !== undefined) goTo(pages.current, asked.chapter);
  }, [asked, html]);
  return (
    <Drawer open title="使用手册" size={560} onClose={closeManual} mask={false}>
      {failure !== undefined && <p className="soft">{failure}</p>}
      {html !== undefined && <div ref={pages} className="manual" onClick={followAnchor} dangerouslySetInnerHTML={{ __html: html }} />}
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
  return cleanHtml(await response.text());
}

/** Links inside the manual scroll; nothing navigates. */
function followAnchor(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  goTo(event.currentTarget, decodeURIComponent(link.getAttribute('href')?.replace(/^#/u, '') ?? ''));
}

function goTo(pages: HTMLElement | null, id: string): void {
  pages?.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
}
