// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ItemStagesDialog } from '../../../../renderer/dialogs/item-stages-dialog.js';
import { closeDialog, desk, openDialog } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { dismiss, messagesNow } from '../../../../renderer/state/messages.js';
import type { Course } from '../../../../shared/course/course.js';
import { article, brief, column, issue } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const value = issue(column('经验交流', article('示例区抓宣讲'), article('示例县办书展')), column('简讯', brief('示例镇有动静', '近日。')), {
  masthead: { number: 6, date: '2023-06-01' },
});
const before: Course = {
  version: 2,
  key: '2023-06',
  steps: [],
  itemSteps: [{ at: '2023-06-01T02:00:00.000Z', items: ['a2'], to: 'typeset', who: '王示例' }],
};

let services: FakeServices;
let people: readonly string[];
/** What the services were asked to do. */
let asked: { readonly items: readonly string[]; readonly to: string; readonly who: string; readonly baseRevision: string }[];

beforeEach(async () => {
  for (const { id } of messagesNow()) dismiss(id);
  asked = [];
  people = ['张示例', '李示例'];
  services = fakeServices(value);
  services.answers.set('course.get', () => ({ course: before, people }));
  services.answers.set('course.goItems', ((request: (typeof asked)[number]) => {
    asked.push(request);
    const step = { at: '2023-06-02T02:00:00.000Z', items: request.items, to: request.to, who: request.who };
    return { course: { ...before, itemSteps: [...before.itemSteps, step] }, state: 'typeset', revision: '2' };
  }) as (request: never) => object);
  await issueSession.getState().open('2023-06');
  openDialog({ kind: 'item-stages' });
});
afterEach(() => {
  cleanup();
  closeDialog();
  issueSession.getState().close();
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const who = () => screen.getByRole<HTMLInputElement>('combobox', { name: '经手人' });
const stageOf = (title: string) => screen.getByLabelText<HTMLSelectElement>(`状态：${title}`);
const show = async (): Promise<void> => {
  render(<ItemStagesDialog />);
  await settle();
};

describe('各篇状态', () => {
  it('says of every article where it stands, who took it there and when; the field of who has the keyboard, a name offered', async () => {
    await show();
    expect(document.activeElement).toBe(who());
    expect(who().value).toBe('张示例');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows.length).toBe(3);
    expect(rows[1]).toMatch(/〔经验交流〕.*示例县办书展.*王示例/u);
    expect(['示例区抓宣讲', '示例县办书展', '示例镇有动静'].map((title) => stageOf(title).value)).toEqual([
      'drafting',
      'typeset',
      'drafting',
    ]);
  });

  it('a choice takes effect at once, in the name that stands in the field, and tells when the issue follows', async () => {
    await show();
    fireEvent.change(who(), { target: { value: ' 赵示例 ' } });
    fireEvent.change(stageOf('示例区抓宣讲'), { target: { value: 'typeset' } });
    await settle();
    expect(asked).toEqual([{ key: '2023-06', items: ['a1'], to: 'typeset', who: '赵示例', baseRevision: '1' }]);
    expect(screen.getAllByRole('row')[0]?.textContent).toContain('赵示例');
    expect([stageOf('示例区抓宣讲').value, issueSession.getState().issue?.state]).toEqual(['typeset', 'typeset']);
    expect(messagesNow().at(-1)?.text).toContain('本期随之转为“排版”');
  });

  it('asks for a name before anything is changed', async () => {
    people = [];
    await show();
    expect(stageOf('示例区抓宣讲').disabled).toBe(true);
    fireEvent.change(who(), { target: { value: '赵示例' } });
    expect(stageOf('示例区抓宣讲').disabled).toBe(false);
  });

  it('by keyboard: an arrow opens the list and changes nothing, other keys are left alone; Escape closes', async () => {
    await show();
    const select = stageOf('示例区抓宣讲');
    const showPicker = vi.fn();
    Object.assign(select, { showPicker });
    select.focus();
    for (const key of ['ArrowDown', 'ArrowUp', 'End']) expect(fireEvent.keyDown(select, { key })).toBe(false);
    expect(showPicker).toHaveBeenCalledTimes(3);
    expect(['Tab', 'Enter', ' '].map((key) => fireEvent.keyDown(select, { key }))).toEqual([true, true, true]);
    expect([showPicker.mock.calls.length, asked]).toEqual([3, []]);
    fireEvent.keyDown(select, { key: 'Escape', keyCode: 27, which: 27 });
    expect(desk.getState().dialog).toBeUndefined();
  });

  it('the list of people is one press away, and comes back here', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: '人员…' }));
    expect(desk.getState().dialog).toEqual({ kind: 'people', back: { kind: 'item-stages' } });
  });
});
