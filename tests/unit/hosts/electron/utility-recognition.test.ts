import { expect, it, vi } from 'vitest';

vi.mock('electron', async () => (await import('./fake-electron.js')).fakeElectron);

const { FakeUtility } = await import('./fake-electron.js');
const { utilityRecognition } = await import('../../../../electron/hosts/electron/utility-recognition.js');

it('starts the reading program as a utility process that inherits no output, asks it, hears it and ends it', () => {
  const child = utilityRecognition('/app/recognition.cjs');
  const process = FakeUtility.started.at(-1);
  expect(process).toMatchObject({ program: '/app/recognition.cjs', options: { stdio: 'ignore' } });
  const heard: unknown[] = [];
  let isGone = false;
  child.onAnswer((answer) => heard.push(answer));
  child.onGone(() => (isGone = true));
  child.send({ path: '/tmp/a', name: '甲.txt' });
  process?.emit('message', { kind: 'step', step: '正在打开' });
  child.kill();
  process?.emit('exit', 1);
  expect([process?.asked, heard, process?.kills, isGone]).toEqual([
    [{ path: '/tmp/a', name: '甲.txt' }],
    [{ kind: 'step', step: '正在打开' }],
    1,
    true,
  ]);
});
