// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { besideStore } from '../../../../renderer/issue/beside.js';
import { BesidePane } from '../../../../renderer/issue/beside-pane.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { refreshLibrary } from '../../../../renderer/state/library-store.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const value = (number: number, text: string) => issue(column('经验交流', article('示例区读书', p(text))), { masthead: { number } });
const sent = article('示例县来稿', p('来稿里的话。'));

let services: FakeServices;
let text: HTMLElement;

beforeEach(async () => {
  services = fakeServices(value(5, '现在的话。'), value(4, '上一期的话。'));
  services.answers.set('history.list', () => ({ versions: [{ id: '2023-04', replacedAt: '2023-04-02T01:00:00.000Z', name: '送审' }] }));
  const manuscript = issue(column('来稿', sent)).columns[0]?.items[0];
  if (manuscript?.type === 'article')
    services.submissions.set(
      'm1',
      newSubmission({ id: 'm1', article: manuscript, arrival: 'file', receivedAt: '2024-03-01T10:00:00.000Z' }),
    );
  await issueSession.getState().open('2023-05');
  services.answers.set('library.list', () => ({
    issues: [{ key: '2023-05' }, { key: '2023-04' }],
    submissions: [{ id: 'm1', title: '示例县来稿', unitName: '示例县' }],
    trash: [],
    problems: [],
  }));
  await refreshLibrary();
  text = document.createElement('div');
  text.className = 'ae-scroll';
  document.body.append(text);
});
afterEach(() => {
  cleanup();
  text.remove();
  besideStore.setState({ source: undefined, items: [], itemId: undefined, isLinked: false });
  issueSession.getState().close();
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const beside = () => screen.getByLabelText('并排的稿件');
const choose = async (source: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText('并排哪一期'), { target: { value: source } });
  await settle();
};

it('puts another issue, an earlier version or a manuscript beside the article', async () => {
  render(<BesidePane />);
  await settle();
  const sources = [...screen.getByLabelText('并排哪一期').querySelectorAll('option')].map(({ value: each }) => each);
  expect(sources.slice(1)).toEqual(['issue 2023-04', 'version 2023-04', 'submission m1']);
  await choose('issue 2023-04');
  expect(beside().textContent).toContain('上一期的话。');
  await choose('submission m1');
  expect(beside().textContent).toContain('来稿里的话。');
  await choose('version 2023-04');
  expect([beside().textContent?.includes('上一期的话。'), services.calls.at(-1)]).toEqual([true, 'history.get']);
});

it('scrolls with the text only while that is asked for', async () => {
  render(<BesidePane />);
  await settle();
  for (const [element, height] of [
    [text, 1100],
    [beside(), 600],
  ] as const)
    Object.defineProperties(element, { scrollHeight: { value: height }, clientHeight: { value: 100 } });
  const scroll = (to: number): void => {
    text.scrollTop = to;
    text.dispatchEvent(new Event('scroll'));
  };
  scroll(400);
  expect(beside().scrollTop).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: '同步滚动' }));
  scroll(500);
  expect(beside().scrollTop).toBe(250);
  fireEvent.click(screen.getByRole('button', { name: '同步滚动' }));
  scroll(0);
  expect(beside().scrollTop).toBe(250);
});
