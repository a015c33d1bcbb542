import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { decisions } from '../../shared/submissions/submission-states.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { freshFolder, launchApp } from '../e2e/helpers/launch.js';
import { percentile, type Figure } from './figure.js';
import { withFolder } from './made-library.js';

const count = 5000;
const openings = 7;

/** What the editor waits for when the inbox is opened in the real window. */
export function bench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
    await library.commit(
      Array.from({ length: count }, (_, at) => ({ do: 'put', kind: 'submission', value: madeSubmission(at) }) as const),
      '测量',
    );
    await library.setSetting('sampleAdded', true);
    await library.close();
    const app = await launchApp({ library: folder, home: freshFolder(), viewport: { width: 1366, height: 768 } });
    const times: number[] = [];
    try {
      for (let opening = 0; opening <= openings; opening += 1) {
        await app.page.keyboard.press('Control+2');
        await app.page.locator('.inbox').waitFor({ state: 'detached' });
        times.push(await app.page.evaluate(openInbox));
      }
    } finally {
      await app.close();
    }
    // The first opening also reads the view's program.
    const again = times.slice(1);
    const how = `${count.toLocaleString('en')} submissions; from the key to the frame after the list and the first manuscript stand; ${openings} openings after a first one`;
    return [
      { name: 'Inbox of 5,000 opened, median', value: percentile(again, 0.5), unit: 'ms', target: 200, how },
      { name: 'Inbox of 5,000 opened, first', value: times[0] ?? Number.NaN, unit: 'ms', how: 'the same, with reading the view’s program' },
    ];
  });
}

/** Presses Ctrl+3 within the page; resolves to the milliseconds until rows and text are painted. */
function openInbox(): Promise<number> {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', code: 'Digit3', ctrlKey: true, bubbles: true, cancelable: true }));
  return new Promise((resolve) => {
    const look = (): void => {
      const stands = document.querySelectorAll('.inbox-row').length > 5 && document.querySelector('.sent-text h1') !== null;
      requestAnimationFrame(stands ? () => resolve(performance.now() - start) : look);
    };
    look();
  });
}

function madeSubmission(at: number): Submission {
  const received = newSubmission({
    id: `s${at}`,
    article: {
      type: 'article',
      id: 'a',
      title: `示例区第${at}处书房建到家门口`,
      sources: [`第${at % 120}街道`],
      paragraphs: [{ id: 'p', text: `第${at}处书房藏书${at * 3}册，由第${at % 37}组值守，`.repeat(20) }],
    },
    arrival: 'file',
    receivedAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
  });
  return { ...received, decision: decisions[at % decisions.length] ?? 'new' };
}
