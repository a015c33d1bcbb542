// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GoToStateDialog } from '../../../../renderer/dialogs/go-to-state-dialog.js';
import { closeDialog, desk, openDialog } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { article, column, issue } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const value = issue(column('经验交流', article('示例区抓宣讲')), { masthead: { number: 6, date: '2023-06-01' } });
const step = { at: '2023-06-01T02:00:00.000Z', from: 'printed', to: 'correcting', who: '王示例', note: '批示漏排', correction: 1 };

let services: FakeServices;
let asked: unknown[];

beforeEach(async () => {
  asked = [];
  services = fakeServices(value);
  services.answers.set('course.get', () => ({ course: { version: 2, key: '2023-06', steps: [step], itemSteps: [] }, people: ['张示例'] }));
  services.answers.set('course.go', ((request: object) => {
    asked.push(request);
    return { revision: '2' };
  }) as (request: never) => object);
  await issueSession.getState().open('2023-06');
});
afterEach(() => {
  cleanup();
  closeDialog();
  issueSession.getState().close();
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const who = () => screen.getByRole<HTMLInputElement>('combobox', { name: '经手人' });
const enter = (field: HTMLElement): void => void fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, which: 13 });

it('Enter in the field that has the keyboard takes the issue on in the name that is offered; below stands the way it came', async () => {
  openDialog({ kind: 'go-to-state', to: 'reviewing' });
  render(<GoToStateDialog to="reviewing" issueKey="2023-06" />);
  await settle();
  expect([document.activeElement === who(), who().value]).toEqual([true, '张示例']);
  expect(screen.getByLabelText('已走过的流程').textContent).toMatch(/更正1 · 王示例 批示漏排/u);
  enter(who());
  await settle();
  expect(asked).toEqual([{ key: '2023-06', to: 'reviewing', who: '张示例', note: '', baseRevision: '1' }]);
  expect([desk.getState().dialog, issueSession.getState().issue?.state]).toEqual([undefined, 'reviewing']);
});

it('a 更正 goes nowhere without its reason, and on by Enter with it', async () => {
  render(<GoToStateDialog to="correcting" issueKey="2023-06" />);
  await settle();
  enter(who());
  await settle();
  expect([asked, screen.getByRole<HTMLButtonElement>('button', { name: '开始更正' }).disabled]).toEqual([[], true]);
  const reason = screen.getByLabelText('更正原因');
  fireEvent.change(reason, { target: { value: '批示漏排' } });
  enter(reason);
  await settle();
  expect(asked).toEqual([expect.objectContaining({ to: 'correcting', note: '批示漏排' })]);
});
