import { describe, expect, it, vi } from 'vitest';
import { createRecognition, type RecognitionProcess } from '../../../../electron/services/recognition/recognition.js';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../../electron/services/system-ports.js';

const file = { path: '/somewhere/甲.txt', name: '甲.txt' };
const held = await recognizeBytes('甲.txt', new TextEncoder().encode('甲县探索“院坝课堂”\n近日，甲县开设课堂。\n'), randomIds);

/** A process that does what the test says once it is asked. */
function fake(act: (child: { say(answer: unknown): void; die(): void }) => void) {
  let listener: (answer: unknown) => void = () => undefined;
  let gone: () => void = () => undefined;
  const state = { asked: [] as unknown[], kills: 0 };
  const child: RecognitionProcess = {
    send(request) {
      state.asked.push(request);
      act({ say: (answer) => listener(answer), die: () => gone() });
    },
    onAnswer: (told) => (listener = told),
    onGone: (told) => (gone = told),
    kill: () => void (state.kills += 1),
  };
  return { state, start: () => child };
}

describe('recognition in a process of its own', () => {
  it('asks for the file, passes steps on, and ends the process with its answer', async () => {
    const steps: string[] = [];
    const { state, start } = fake(({ say }) => {
      say({ kind: 'step', step: '正在识别' });
      say({ kind: 'done', file: held });
    });
    expect(await createRecognition(start).recognize(file, { onStep: (step) => steps.push(step) })).toEqual(held);
    expect([state.asked, steps, state.kills]).toEqual([[file], ['正在识别'], 1]);
  });

  it('asks for the page style of a file, and takes none that no setting can have', async () => {
    const learnt = { kind: 'article', values: [], notTaken: [], paragraphs: 3, placed: 2 };
    const { state, start } = fake(({ say }) => say({ kind: 'learnt', style: learnt }));
    expect(await createRecognition(start).learnStyle(file)).toEqual(learnt);
    expect(state.asked).toEqual([{ ...file, task: 'style' }]);
    const value = { path: 'text.body.sizePt', value: 5000, where: '第1段', confidence: 'stated' };
    const lying = fake(({ say }) => say({ kind: 'learnt', style: { ...learnt, values: [value] } }));
    await expect(createRecognition(lying.start).learnStyle(file)).rejects.toMatchObject({ code: 'file-broken' });
    const other = fake(({ say }) => say({ kind: 'done', file: held }));
    await expect(createRecognition(other.start).learnStyle(file)).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('passes a refusal on as it was told', async () => {
    const { start } = fake(({ say }) => say({ kind: 'failed', code: 'file-kind', message: '甲.txt：这是图片。' }));
    await expect(createRecognition(start).recognize(file)).rejects.toMatchObject({ code: 'file-kind', message: '甲.txt：这是图片。' });
  });

  it('names the file when the process dies, and says that nothing else is hurt', async () => {
    const { start } = fake(({ die }) => die());
    await expect(createRecognition(start).recognize(file)).rejects.toMatchObject({
      code: 'file-broken',
      message: expect.stringMatching(/^甲\.txt：.*没有导入；资料库和窗口不受影响。请.*。$/u) as string,
    });
  });

  it('ends a process that does not answer in time', async () => {
    const { state, start } = fake(() => undefined);
    await expect(createRecognition(start, 1).recognize(file)).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('还没有读完') as string,
    });
    expect(state.kills).toBe(1);
  });

  it('gives a process twenty seconds', async () => {
    vi.useFakeTimers();
    try {
      const { state, start } = fake(() => undefined);
      const refusal = expect(createRecognition(start).recognize(file)).rejects.toMatchObject({
        message: expect.stringContaining('读了 20 秒还没有读完') as string,
      });
      vi.advanceTimersByTime(19_999);
      expect(state.kills).toBe(0);
      vi.advanceTimersByTime(1);
      expect(state.kills).toBe(1);
      await refusal;
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends a process that is no longer wanted, and starts none for what was cancelled before', async () => {
    const controller = new AbortController();
    const { state, start } = fake(() => controller.abort());
    await expect(createRecognition(start).recognize(file, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(state.kills).toBe(1);
    await expect(createRecognition(start).recognize(file, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(state.asked).toHaveLength(1);
  });

  it.each([
    ['nonsense', 7],
    ['an issue without a masthead', { kind: 'done', file: { ...held, kind: 'issue', issue: {} } }],
    ['more than is asked', { kind: 'done', file: { ...held, path: '/etc' } }],
    ['a code there is not', { kind: 'failed', code: 'bad', message: '' }],
  ])('takes nothing unread from it: %s', async (_what, answer) => {
    const { start } = fake(({ say }) => say(answer));
    await expect(createRecognition(start).recognize(file)).rejects.toMatchObject({
      code: 'file-broken',
      message: expect.stringMatching(/^甲\.txt：/u) as string,
    });
  });
});
