// @vitest-environment window
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Modal } from 'antd';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommitField } from '../../../renderer/ui/commit-field.js';
import { useFirstField } from '../../../renderer/ui/first-field.js';
import { OfferedInput } from '../../../renderer/ui/offered-input.js';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const type = (text: string): void => {
  field().focus();
  fireEvent.change(field(), { target: { value: text } });
};
const press = (key: string, keyCode: number): void => void fireEvent.keyDown(field(), { key, keyCode, which: keyCode });
const enter = (): void => {
  press('Enter', 13);
  fireEvent.keyUp(field(), { key: 'Enter', keyCode: 13, which: 13 });
};

function Asking({ onAnswer }: { readonly onAnswer: (text: string) => void }) {
  const [text, setText] = useState('');
  const first = useFirstField();
  return (
    <Modal open title="问">
      <input aria-label="备注" />
      <OfferedInput
        ref={first}
        aria-label="理由"
        offers={['时效已过', '时效已过半年']}
        value={text}
        onChange={setText}
        onEnter={() => onAnswer(text)}
      />
    </Modal>
  );
}

describe('a field with offers in a dialog', () => {
  it('has the keyboard, and Enter takes what is typed, be it the beginning of an offer', async () => {
    const onAnswer = vi.fn();
    render(<Asking onAnswer={onAnswer} />);
    await Promise.resolve();
    expect(document.activeElement === field()).toBe(true);
    type('时效');
    enter();
    expect(onAnswer.mock.calls).toEqual([['时效']]);
  });

  it('has the keyboard at first only', async () => {
    render(<Asking onAnswer={() => undefined} />);
    await Promise.resolve();
    type('时效');
    screen.getByLabelText('备注').focus();
    await Promise.resolve();
    expect(document.activeElement === screen.getByLabelText('备注')).toBe(true);
  });

  it('takes an offer by arrow and Enter into the field, and answers at the next Enter', () => {
    const onAnswer = vi.fn();
    render(<Asking onAnswer={onAnswer} />);
    type('时');
    press('ArrowDown', 40);
    enter();
    expect(onAnswer).not.toHaveBeenCalled();
    expect(field().value).toMatch(/^时效已过/u);
    enter();
    expect(onAnswer).toHaveBeenCalledTimes(1);
  });

  it('offers to a field nobody typed in: the first arrow goes to the first offer, and Enter takes it', async () => {
    const onAnswer = vi.fn();
    render(<Asking onAnswer={onAnswer} />);
    await expect.poll(() => field().getAttribute('aria-expanded')).toBe('true');
    press('ArrowDown', 40);
    enter();
    expect(field().value).toBe('时效已过');
    expect(onAnswer).not.toHaveBeenCalled();
    enter();
    expect(onAnswer.mock.calls).toEqual([['时效已过']]);
  });

  it('loses no Enter after an arrow that found nothing to go to', () => {
    const onCommit = vi.fn();
    render(<CommitField label="单位" value="" complete={() => []} onCommit={onCommit} />);
    type('别处');
    press('ArrowDown', 40);
    enter();
    expect(onCommit.mock.calls).toEqual([['别处']]);
  });

  it('lets an input method finish first', () => {
    const onAnswer = vi.fn();
    render(<Asking onAnswer={onAnswer} />);
    type('shi');
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 13, which: 13, isComposing: true });
    expect(onAnswer).not.toHaveBeenCalled();
  });
});

describe('a fact with completions', () => {
  it('is saved once, as it was typed or as it was chosen', () => {
    const onCommit = vi.fn();
    render(<CommitField label="单位" value="" complete={() => ['示例区委宣传部']} onCommit={onCommit} />);
    type('示例区');
    enter();
    expect(onCommit.mock.calls).toEqual([['示例区']]);
    type('示例区委');
    press('ArrowDown', 40);
    enter();
    expect(onCommit.mock.calls).toEqual([['示例区'], ['示例区委宣传部']]);
  });
});
