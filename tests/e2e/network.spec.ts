import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freshFolder, launchApp } from './helpers/launch.js';
import { readNetLog } from './helpers/net-log.js';
import { shareWindow } from './helpers/shared-window.js';

const shared = shareWindow();

/** A listener on this machine: the nearest place a request could reach. */
async function listen(): Promise<{ readonly server: Server; readonly port: number; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, requests, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

/** Tries every way a page has to reach another origin; returns the ways that worked. */
function tryToGetOut(page: Page, port: number): Promise<readonly string[]> {
  return page.evaluate(async (targetPort) => {
    const targets = [`http://127.0.0.1:${targetPort}`, `http://localhost:${targetPort}`, 'https://example.com', 'http://10.0.0.1'];
    const worked: string[] = [];
    const succeeds = (work: Promise<unknown>): Promise<boolean> =>
      work.then(
        () => true,
        () => false,
      );
    const loading = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        document.body.append(element);
      });
    const ways: Record<string, (target: string) => Promise<unknown>> = {
      fetch: (target) => fetch(`${target}/fetch`, { mode: 'no-cors' }),
      image: (target) => loading(Object.assign(new Image(), { src: `${target}/image.png` })),
      script: (target) => loading(Object.assign(document.createElement('script'), { src: `${target}/script.js` })),
      style: (target) => loading(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${target}/style.css` })),
      font: (target) => new FontFace('Far', `url(${target}/font.woff2)`).load(),
      video: (target) =>
        new Promise((resolve, reject) =>
          Object.assign(document.createElement('video'), {
            src: `${target}/video`,
            onloadstart: undefined,
            onloadeddata: resolve,
            onerror: reject,
          }),
        ),
      socket: (target) =>
        new Promise((resolve, reject) => Object.assign(new WebSocket(target.replace('http', 'ws')), { onopen: resolve, onerror: reject })),
      events: (target) =>
        new Promise((resolve, reject) => Object.assign(new EventSource(`${target}/events`), { onopen: resolve, onerror: reject })),
      worker: (target) => new Promise((_resolve, reject) => Object.assign(new Worker(`${target}/worker.js`), { onerror: reject })),
    };
    for (const target of targets) {
      navigator.sendBeacon(`${target}/beacon`, 'x');
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${target}/prefetch` }),
        Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: target }),
      );
      const results = await Promise.all(
        Object.entries(ways).map(async ([name, way]) =>
          (await succeeds(Promise.resolve().then(() => way(target)))) ? `${name} ${target}` : '',
        ),
      );
      worked.push(...results.filter((text) => text !== ''));
    }
    const frame = document.createElement('iframe');
    frame.src = `${targets[0]}/frame`;
    document.body.append(frame);
    return worked;
  }, port);
}

/** Addresses a peer connection would offer another machine. */
function peerCandidates(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    if (typeof RTCPeerConnection === 'undefined') return [];
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:10.0.0.1:3478' }] });
    const candidates: string[] = [];
    const gathered = new Promise<void>((resolve) => {
      peer.onicecandidate = ({ candidate }) => (candidate ? void candidates.push(candidate.candidate) : resolve());
    });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
    peer.close();
    return candidates.filter((text) => text !== '');
  });
}

test('not one request leaves the app, however a page tries', async () => {
  const netLogFile = join(freshFolder(), 'net-log.json');
  const { server, port, requests } = await listen();
  const app = await launchApp({ netLogFile });
  try {
    expect(await tryToGetOut(app.page, port)).toEqual([]);
    expect(await peerCandidates(app.page)).toEqual([]);
  } finally {
    await app.close();
    server.close();
  }
  expect(requests).toEqual([]);
  const { events, lookups, traffic, answered } = readNetLog(netLogFile);
  expect(events).toBeGreaterThan(50);
  expect(lookups).toEqual([]);
  expect(traffic).toEqual([]);
  expect(answered).toEqual([]);
});

test('the window stays on its page and opens no other', async () => {
  const { page } = shared;
  const before = page.url();
  const opened = await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank', rel: 'opener' });
    document.body.append(link);
    link.click();
    return window.open('https://example.com/') !== null && window.open('about:blank') !== null;
  });
  const refused = page.waitForEvent('requestfailed', (request) => request.url().startsWith('http://10.0.0.1'));
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/' });
    document.body.append(link);
    link.click();
    location.assign('http://10.0.0.1/');
  });
  await refused;
  expect(opened).toBe(false);
  expect(page.url()).toBe(before);
  await expect.poll(() => page.context().pages().length).toBe(1);
  await expect(page.locator('#root > *').first()).toBeVisible();
});

test("scripts that are not the app's own do not run, and no permission is given", async () => {
  const { page } = shared;
  const found = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'persistent-storage'] as PermissionName[];
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
    return {
      ranInline: 'ranInline' in window,
      node: ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
      granted: states.filter((state) => state === 'granted'),
    };
  });
  expect(found).toEqual({ ranInline: false, node: [], granted: [] });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  // Asked from a timer, because what a debugger evaluates itself is outside the policy.
  const evaluated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(window.eval('1 + 1')));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(evaluated).toBe('EvalError');
});

test('a call that the contract does not know is refused', async () => {
  const { page } = shared;
  const answers = await page.evaluate(() => {
    const { zhuanbao } = window as unknown as { zhuanbao: { call(name: string, request: string): Promise<string> } };
    return Promise.all([
      zhuanbao.call('file.read', '{"path":"/etc/passwd"}'),
      zhuanbao.call('__proto__', '{}'),
      zhuanbao.call('issue.get', '{"key":"../../x"}'),
    ]);
  });
  for (const answer of answers) expect(JSON.parse(answer)).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await page.evaluate(() => Object.keys((window as unknown as { zhuanbao: object }).zhuanbao).sort())).toEqual([
    'call',
    'onNotice',
    'send',
  ]);
});
