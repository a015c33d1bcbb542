// @vitest-environment window
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { confirm, ConfirmDialog, isAsking } from '../../../../renderer/ui/confirm.js';

afterEach(cleanup);

const ask = (title: string) => confirm({ title, text: '不能恢复。', danger: '删除', stay: '不删' });
const turn = () => act(() => Promise.resolve());
const focused = (): string => document.activeElement?.textContent.replace(/\s/gu, '') ?? '';

describe('a question', () => {
  it('gives the safe choice the keyboard as soon as it is there, each time', async () => {
    render(<ConfirmDialog />);
    for (const title of ['删除这一期', '删除另一期']) {
      const answer = ask(title);
      await turn();
      expect(screen.getByText(title)).not.toBeNull();
      expect(focused()).toBe('不删');
      act(() => (document.activeElement as HTMLButtonElement).click());
      expect(await answer).toBe(false);
      expect(isAsking()).toBe(false);
    }
  });

  it('asked while another stands, takes the keyboard anew; the other is answered safely', async () => {
    render(<ConfirmDialog />);
    const first = ask('删除这一期');
    await turn();
    (document.activeElement as HTMLElement).blur();
    void ask('删除另一期');
    await turn();
    expect(await first).toBe(false);
    expect(screen.getByText('删除另一期')).not.toBeNull();
    expect(focused()).toBe('不删');
  });
});
