import { useEffect, useRef, useState } from 'react';
import { originalChunkBytes } from '../../shared/submissions/original.js';
import { call, failureSentence } from '../bridge.js';
import { drawWord, NotDrawn } from './draw-word.js';

interface OriginalPaneProps {
  readonly submissionId: string;
  /** The file's name. */
  readonly file: string;
}

type Shown = { readonly text: string } | { readonly html: string } | { readonly failure: string };

/** 原件: the file a submission was read from, as it looked, beside its text. */
export function OriginalPane({ submissionId, file }: OriginalPaneProps) {
  const shown = useOriginal(submissionId);
  return (
    <section className="original" aria-label="原件">
      <p className="original-name soft">
        原件 {file}
        {/\.pdf$/iu.test(file) ? '（取出的文字）' : ''}
      </p>
      {shown === undefined && (
        <p className="soft" role="status">
          正在打开原件
        </p>
      )}
      {shown !== undefined && 'failure' in shown && <p role="alert">{shown.failure}</p>}
      {shown !== undefined && 'text' in shown && <pre className="original-text">{shown.text}</pre>}
      {shown !== undefined && 'html' in shown && <Page html={shown.html} />}
    </section>
  );
}

/** A page of a stranger's file: in a frame that runs no scripts, as wide as there is room. */
function Page({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const fit = (): void => fitPage(frame.current);
    const watch = new ResizeObserver(fit);
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return (
    <iframe
      ref={frame}
      className="original-page"
      title="原件的版面"
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={({ currentTarget }) => fitPage(currentTarget)}
    />
  );
}

function fitPage(frame: HTMLIFrameElement | null): void {
  const body = frame?.contentDocument?.body;
  const page = body?.querySelector<HTMLElement>('section');
  if (!frame || !body || !page) return;
  body.style.margin = '0';
  body.style.zoom = '1';
  const margins = 28;
  body.style.zoom = String(Math.min(1, frame.clientWidth / (page.offsetWidth + margins)));
}

function useOriginal(id: string): Shown | undefined {
  const [shown, setShown] = useState<{ readonly id: string; readonly value: Shown }>();
  useEffect(() => {
    const watch = new AbortController();
    readOriginal(id, watch.signal).then(
      (value) => watch.signal.aborted || setShown({ id, value }),
      (failure: unknown) =>
        watch.signal.aborted ||
        setShown({ id, value: { failure: failure instanceof NotDrawn ? failure.message : failureSentence(failure) } }),
    );
    return () => watch.abort();
  }, [id]);
  return shown?.id === id ? shown.value : undefined;
}

/** All chunks of it, drawn; gives up between two when nobody looks any more. */
async function readOriginal(id: string, signal: AbortSignal): Promise<Shown> {
  const first = await call('submission.original', { id, offset: 0 });
  const bytes = new Uint8Array(first.total);
  fill(bytes, 0, first.bytes);
  for (let offset = originalChunkBytes; offset < first.total && !signal.aborted; offset += originalChunkBytes)
    fill(bytes, offset, (await call('submission.original', { id, offset })).bytes);
  if (signal.aborted) return { text: '' };
  return first.form === 'text' ? { text: new TextDecoder().decode(bytes) } : { html: await drawWord(bytes) };
}

function fill(bytes: Uint8Array, at: number, base64: string): void {
  bytes.set(
    Uint8Array.from(globalThis.atob(base64), (character) => character.charCodeAt(0)),
    at,
  );
}
