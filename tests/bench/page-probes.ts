/** Functions that run in the window; each is sent there as text and uses nothing from outside itself. */

declare global {
  interface Window {
    readonly scheduler: { postTask(action: () => void, options: { readonly priority: 'user-blocking' }): Promise<void> };
    /** Milliseconds from the key event to the end of the frame after, one for each key. */
    benchKeys?: number[];
    /** Milliseconds from the key event to the end of the frame that shows new pages in the preview. */
    benchPages?: number[];
  }
}

/** Notes the times of every key that changes text from now on. */
export function watchKeys(): void {
  const keys: number[] = [];
  const pages: number[] = [];
  window.benchKeys = keys;
  window.benchPages = pages;
  let keyAtMs = 0;
  let awaitsPages = false;
  // Such a task comes right after the frame; a timer or message would wait for what the program does after painting.
  const afterFrame = (action: () => void): void => void window.scheduler.postTask(action, { priority: 'user-blocking' });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      keyAtMs = timeStamp;
    },
    { capture: true },
  );
  window.addEventListener(
    'beforeinput',
    () => {
      const startMs = keyAtMs;
      awaitsPages = true;
      requestAnimationFrame(() => afterFrame(() => keys.push(performance.now() - startMs)));
    },
    { capture: true },
  );
  const observer = new MutationObserver(() => {
    if (!awaitsPages) return;
    awaitsPages = false;
    const startMs = keyAtMs;
    requestAnimationFrame(() => afterFrame(() => pages.push(performance.now() - startMs)));
  });
  for (const host of document.querySelectorAll('.pv-page'))
    if (host.shadowRoot) observer.observe(host.shadowRoot, { childList: true, subtree: true });
}

/** Clicks through the rows of the outline; milliseconds from each click to the end of the frame that shows its article. */
export async function timeSwitches(count: number): Promise<readonly number[]> {
  const plain = (text: string): string => text.replace(/\s/gu, '');
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const rows = [...document.querySelectorAll<HTMLElement>('.outline [data-item]')];
    const row = rows[turn % Math.min(6, rows.length)];
    const title = plain(row?.querySelector('.row-label')?.textContent ?? '');
    const isShown = (): boolean => plain(document.querySelector('.ae-surface')?.textContent ?? '').includes(title);
    const startMs = performance.now();
    row?.click();
    do {
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => void window.scheduler.postTask(() => resolve(), { priority: 'user-blocking' })),
      );
    } while (!isShown());
    times.push(performance.now() - startMs);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return times;
}

/** Waits for Ctrl+7; milliseconds from the key to the end of the frame that shows so many versions and the pages of one. */
export async function timeHistory(count: number): Promise<number> {
  const startMs = await new Promise<number>((resolve) =>
    window.addEventListener(
      'keydown',
      function note({ key, timeStamp }) {
        if (key !== '7') return;
        window.removeEventListener('keydown', note, true);
        resolve(timeStamp);
      },
      true,
    ),
  );
  const isShown = (): boolean =>
    document.querySelectorAll('.history-row').length >= count &&
    document.querySelector('.history-version .pv-sheet, .history-text') !== null;
  do {
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => void window.scheduler.postTask(() => resolve(), { priority: 'user-blocking' })),
    );
  } while (!isShown());
  return performance.now() - startMs;
}

/** Puts words into the field of 全库替换; milliseconds to the end of the frame in which what they would change is listed. */
export async function timePreview(words: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[aria-label="各期中的"]');
  const isShown = (): boolean =>
    document.querySelector('.search-list mark')?.textContent === words &&
    /\d 处$/u.test(document.querySelector('.replace-fields button.ant-btn-primary')?.textContent ?? '');
  const startMs = performance.now();
  field?.focus();
  document.execCommand('insertText', false, words);
  do {
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => void window.scheduler.postTask(() => resolve(), { priority: 'user-blocking' })),
    );
  } while (!isShown());
  return performance.now() - startMs;
}

/** When rows of the list were painted first; milliseconds from the start of the navigation. */
export interface ListTiming {
  /** Number of rows in the list, by the time it is read. */
  readonly rows: number;
  /** First painted frame with anything in it. */
  readonly firstPaintMs: number;
  /** Painted frame with the largest text of the window, and whether that is in the list. */
  readonly largestPaintMs: number;
  readonly isLargestInList: boolean;
  /** Whether the last row in view holds its words. */
  readonly isLastRowDrawn: boolean;
}

/** Reads the browser's own record of paints. */
export function readListTiming(): Promise<ListTiming> {
  const rows = [...document.querySelectorAll('.issue-row')];
  const viewBottomPx = document.querySelector('.library-list')?.getBoundingClientRect().bottom ?? 0;
  const last = rows.findLast((row) => row.getBoundingClientRect().bottom <= viewBottomPx);
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1) as (PerformanceEntry & { readonly element?: Element | null }) | undefined;
      resolve({
        rows: rows.length,
        firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        largestPaintMs: largest?.startTime ?? NaN,
        isLargestInList: largest?.element?.closest('.library-list') !== null && largest?.element?.closest('.library-list') !== undefined,
        isLastRowDrawn: (last?.querySelector('.issue-titles')?.getBoundingClientRect().width ?? 0) > 0,
      });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
