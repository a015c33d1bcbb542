// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../../renderer/library/check-library.js';
import { desk, showView } from '../../../../renderer/state/desk.js';
import { dismiss, messagesNow } from '../../../../renderer/state/messages.js';

let troubles: readonly { readonly file: string; readonly message: string }[] = [];
Object.defineProperty(window, 'zhuanbao', {
  configurable: true,
  value: {
    call: (name: string) => Promise.resolve(JSON.stringify({ ok: true, value: name === 'library.check' ? { troubles } : {} })),
    onNotice: () => () => undefined,
  },
});

beforeEach(() => messagesNow().forEach(({ id }) => dismiss(id)));

describe('damage found among what the library keeps aside', () => {
  it('is told in one bar that names the file, what to do, and how much more there is, and leads to the list', async () => {
    troubles = [
      { file: '历史/甲', message: '已损坏。请取回。' },
      { file: '附件/乙', message: '已损坏。' },
    ];
    await checkLibrary();
    const [bar, ...others] = messagesNow();
    expect(others).toEqual([]);
    expect(bar).toMatchObject({ tone: 'warning', text: '历史/甲：已损坏。请取回。另有 1 个文件也已损坏。' });
    showView('issue');
    bar?.actions[0]?.run();
    expect(desk.getState().view).toBe('library');
  });

  it('is not spoken of when there is none', async () => {
    troubles = [];
    await checkLibrary();
    expect(messagesNow()).toEqual([]);
  });
});
