// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MessageBars } from '../../../renderer/frame/message-bars.js';
import { dismiss, messagesNow, tell } from '../../../renderer/state/messages.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { id } of messagesNow()) dismiss(id);
  cleanup();
  vi.useRealTimers();
});

const texts = () => [...document.querySelectorAll('.message-text')].map(({ textContent }) => textContent);

it('one bar of news stands at a time, the rest behind it on request; trouble is never pushed out of sight by news', () => {
  render(<MessageBars />);
  act(() => {
    for (const text of ['第一件。', '第二件。', '第三件。']) tell('success', text);
  });
  expect(texts()).toEqual(['第三件。']);
  fireEvent.click(screen.getByText('其余 2 条'));
  expect(texts()).toEqual(['第一件。', '第二件。', '第三件。']);
  fireEvent.click(screen.getByText('收起'));
  expect(texts()).toEqual(['第三件。']);
  act(() => tell('error', '磁盘写不进去。'));
  act(() => tell('success', '第四件。'));
  expect(texts()).toEqual(['磁盘写不进去。', '第四件。']);
  act(() => void vi.advanceTimersByTime(13_000));
  expect([texts(), screen.queryByText(/^其余/u)]).toEqual([['磁盘写不进去。'], null]);
});
