// @vitest-environment window
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ReplacePane } from '../../../renderer/search/replace-pane.js';
import { replaceStore } from '../../../renderer/search/replace-state.js';
import { issueSession } from '../../../renderer/state/issue-session.js';
import { ConfirmDialog } from '../../../renderer/ui/confirm.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../helpers/fake-services.js';

interface HitsRequest {
  readonly of: readonly { readonly key: string; readonly from: number }[];
  readonly most: number;
}

/** Issues with so many places each; the second is printed. */
const counts: readonly number[] = Array.from({ length: 30 }, (_, at) => (at === 0 ? 45 : 2));
const keyOf = (at: number): string => `2023-${String(at + 1).padStart(2, '0')}`;
const issues = counts.map((count, at) => ({ key: keyOf(at), state: at === 1 ? 'printed' : 'drafting', revision: 'r', count }));

let services: FakeServices;
let asked: HitsRequest[];
let ran: { readonly issues: readonly { readonly key: string; readonly off: readonly string[] }[] } | undefined;

const original = globalThis.IntersectionObserver;
/** Brings the end of the list into view. */
let comeIntoView: () => void;

beforeEach(() => {
  asked = [];
  ran = undefined;
  globalThis.IntersectionObserver = class {
    constructor(callback: IntersectionObserverCallback) {
      comeIntoView = () => callback([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver);
    }
    observe() {}
    disconnect() {
      comeIntoView = () => undefined;
    }
  } as unknown as typeof IntersectionObserver;
  services = fakeServices();
  services.answers.set('replace.preview', () => ({ total: counts.reduce((sum, each) => sum + each), issues }));
  services.answers.set('replace.hits', ((request: HitsRequest) => {
    asked.push(request);
    return {
      hits: request.of.map(({ key, from }) =>
        Array.from({ length: Math.min(request.most, (counts[issues.findIndex((each) => each.key === key)] ?? 0) - from) }, (_, at) => ({
          id: `a1@${String(from + at)}`,
          label: `第${String(from + at)}处`,
          context: ['', '甲', ''],
        })),
      ),
    };
  }) as (request: never) => object);
  services.answers.set('replace.run', ((request: NonNullable<typeof ran>) => {
    ran = request;
    return { undoId: 'u1', changed: [] };
  }) as (request: never) => object);
});
afterEach(() => {
  cleanup();
  globalThis.IntersectionObserver = original;
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const groups = () => screen.getAllByRole('region').filter((each) => each.className === 'search-group');
const places = (group: HTMLElement | undefined) => group?.querySelectorAll('.search-place').length;

it('places of the first issues are sent and drawn, those of the next with the end of the list, the rest of one when asked', async () => {
  render(<ReplacePane words="甲" />);
  await settle();
  expect([groups().length, places(groups()[0])]).toEqual([12, 20]);
  expect(asked).toEqual([expect.objectContaining({ most: 20 })]);
  comeIntoView();
  await settle();
  expect(groups().length).toBe(24);
  fireEvent.click(screen.getByRole('button', { name: '列出其余 6 期' }));
  await settle();
  expect([groups().length, screen.queryByRole('button', { name: /列出其余 \d+ 期/u })]).toEqual([30, null]);
  fireEvent.click(screen.getByRole('button', { name: '列出其余 25 处' }));
  await settle();
  expect([places(groups()[0]), asked.at(-1)?.of]).toEqual([45, [{ key: '2023-01', revision: 'r', from: 20 }]]);
});

it('what is ticked off is not replaced: a place, a whole issue; a printed one cannot be chosen; issues not yet listed are', async () => {
  render(
    <>
      <ReplacePane words="甲" />
      <ConfirmDialog />
    </>,
  );
  await settle();
  const [first, printed, third] = groups();
  expect([places(printed), within(printed as HTMLElement).getByRole<HTMLInputElement>('checkbox').disabled]).toEqual([0, true]);
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: /^替换/u });
  expect(button().textContent).toBe('替换 29 期 101 处');
  const ticks = within(first as HTMLElement).getAllByRole('checkbox');
  for (const at of [3, 4, 4]) fireEvent.click(ticks[at] as HTMLElement);
  fireEvent.click(within(third as HTMLElement).getAllByRole('checkbox')[0] as HTMLElement);
  expect(button().textContent).toBe('替换 28 期 98 处');
  fireEvent.click(button());
  fireEvent.click(await screen.findByRole('button', { name: /^替\s?换$/u }));
  await settle();
  expect(ran?.issues.length).toBe(28);
  expect(ran?.issues[0]).toMatchObject({ key: '2023-01', off: ['a1@2'] });
  expect(ran?.issues.some(({ key }) => key === '2023-02' || key === '2023-03')).toBe(false);
});

it('nothing is replaced while other words are still being looked for', async () => {
  render(<ReplacePane words="甲" />);
  await settle();
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: /^替换/u });
  expect(button().disabled).toBe(false);
  act(() => void fireEvent.change(screen.getByLabelText('各期中的'), { target: { value: '乙' } }));
  expect(button().disabled).toBe(true);
  await settle();
  expect([button().disabled, replaceStore.getState().previewed?.words]).toEqual([false, '乙']);
});

it('what is typed in the open issue is saved before it is looked for', async () => {
  services.issues.set('2023-06', issue({ masthead: { number: 6, date: '2023-06-01' } }, column('栏', article('题', p('甲')))));
  await issueSession.getState().open('2023-06');
  issueSession.getState().edit((value) => ({ ...value, instruction: '刚打的甲' }));
  render(<ReplacePane words="甲" />);
  await settle();
  const order = services.calls.filter((name) => name === 'issue.save' || name === 'replace.preview');
  expect(order).toEqual(['issue.save', 'replace.preview']);
  issueSession.getState().close();
});

it('an issue that was saved meanwhile has all of it looked for anew', async () => {
  render(<ReplacePane words="甲" />);
  await settle();
  const channel = window.zhuanbao;
  Object.assign(window, {
    zhuanbao: {
      ...channel,
      call: (name: string, json: string) => {
        if (name !== 'replace.hits') return channel.call(name, json);
        Object.assign(window, { zhuanbao: channel });
        return Promise.resolve(JSON.stringify({ ok: false, code: 'issue-changed', message: '已改动' }));
      },
    },
  });
  fireEvent.click(screen.getByRole('button', { name: '列出其余 18 期' }));
  await settle();
  expect(services.calls.filter((name) => name === 'replace.preview').length).toBe(2);
  expect(screen.queryByText('已改动')).toBeNull();
});
