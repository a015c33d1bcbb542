// @vitest-environment window
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanText, LineField } from '../../../renderer/ui/line-field.js';

afterEach(cleanup);

/** A field over its own value; every accepted value is noted. */
function Form({ accepted, check }: { readonly accepted: string[]; readonly check?: (text: string) => string | undefined }) {
  const [value, setValue] = useState('甲');
  const take = (next: string): void => {
    accepted.push(next);
    setValue(next);
  };
  return <LineField label="刊名" value={value} onChange={take} {...(check ? { check } : {})} />;
}

const field = (): HTMLInputElement => screen.getByLabelText('刊名');

describe('line field', () => {
  it('hands on every good value', () => {
    const accepted: string[] = [];
    render(<Form accepted={accepted} />);
    fireEvent.change(field(), { target: { value: '甲乙' } });
    expect(accepted).toEqual(['甲乙']);
    expect(field().value).toBe('甲乙');
  });

  it('keeps a bad value to itself and says what is wrong', () => {
    const accepted: string[] = [];
    render(<Form accepted={accepted} check={(text) => (text === '' ? '刊名不能为空' : undefined)} />);
    fireEvent.change(field(), { target: { value: '' } });
    expect(accepted).toEqual([]);
    expect(field().value).toBe('');
    expect(screen.getByText('刊名不能为空')).toBeTruthy();
    fireEvent.change(field(), { target: { value: '乙' } });
    expect(accepted).toEqual(['乙']);
    expect(screen.queryByText('刊名不能为空')).toBeNull();
  });

  it('hands on a composition once, when it ends', () => {
    const accepted: string[] = [];
    render(<Form accepted={accepted} />);
    fireEvent.compositionStart(field());
    fireEvent.change(field(), { target: { value: '甲x' } });
    fireEvent.change(field(), { target: { value: '甲xin' } });
    expect(accepted).toEqual([]);
    expect(field().value).toBe('甲xin');
    fireEvent.change(field(), { target: { value: '甲新' } });
    fireEvent.compositionEnd(field());
    expect(accepted).toEqual(['甲新']);
  });
});

describe('clean text', () => {
  it('takes control characters away, breaks too unless they are kept', () => {
    expect(cleanText('甲\t乙\r\n丙\u2028丁', false)).toBe('甲 乙丙丁');
    expect(cleanText('甲\t乙\r\n丙\u2028丁', true)).toBe('甲 乙\n丙\n丁');
  });
});
