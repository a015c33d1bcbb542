// @vitest-environment window
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { StartButton } from '../../../renderer/dialogs/start-button.js';

afterEach(cleanup);

/** The dialog before and after its button can be pressed, with the keyboard at `at`; what has it then. */
function focusedWhenReady(at: string): string | undefined {
  const dialog = (isReady: boolean) => (
    <>
      <input aria-label="文件名" />
      <div className="passphrase-row">
        <button type="button">随机生成</button>
      </div>
      <button type="button">选文件夹</button>
      <StartButton isReady={isReady} start={() => undefined} />
    </>
  );
  const { rerender } = render(dialog(false));
  (at === '文件名' ? screen.getByLabelText(at) : screen.getByText(at)).focus();
  rerender(dialog(true));
  const { activeElement } = document;
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
}

describe('the button that starts an export', () => {
  it('takes the keyboard once it can be pressed, but not from a field nor from what belongs to the passphrase', () => {
    expect(focusedWhenReady('选文件夹')).toMatch(/导\s?出/u);
    cleanup();
    expect(focusedWhenReady('文件名')).toBe('文件名');
    cleanup();
    expect(focusedWhenReady('随机生成')).toBe('随机生成');
  });
});
