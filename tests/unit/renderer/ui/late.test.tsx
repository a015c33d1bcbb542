// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { late } from '../../../../renderer/ui/late.js';

afterEach(cleanup);

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {count}
    </button>
  );
}

it('what was read ahead is there with the first drawing', async () => {
  const { Body, load } = late(() => Promise.resolve(Counter));
  await load();
  render(
    <Suspense fallback="等待">
      <Body />
    </Suspense>,
  );
  expect(screen.getByRole('button').textContent).toBe('0');
});

it('what was not is waited for, and stays what it is when drawn again', async () => {
  const { Body } = late(() => Promise.resolve(Counter));
  const whole = () => (
    <Suspense fallback="等待">
      <Body />
    </Suspense>
  );
  const { rerender, container } = render(whole());
  expect(container.textContent).toBe('等待');
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
  fireEvent.click(screen.getByRole('button'));
  rerender(whole());
  expect(screen.getByRole('button').textContent).toBe('1');
});
