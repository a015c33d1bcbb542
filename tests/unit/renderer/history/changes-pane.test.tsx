// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChangesPane } from '../../../../renderer/history/changes-pane.js';
import { chooseVersion, compareWith, historyStore, listVersions, now } from '../../../../renderer/history/history-state.js';
import { closeDialog, desk } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { updateItem } from '../../../../shared/document/edit-issue.js';
import { issueItems, type Issue } from '../../../../shared/document/issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const long = '近日，示例区在镇村广场开展读书活动，群众踊跃参加。';
const oldest = issue(column('经验交流', article('示例区读书', p(long), p('甲。')), article('示例县宣讲', p('示例县宣讲进村。'))), {
  masthead: { number: 3 },
});
/** The same with the long paragraph in the other article, whose first says so. */
function moved(number: number, words: string): Issue {
  const [reading, talk] = issueItems(oldest).map(({ item }) => item);
  const [gone, ...left] = reading?.paragraphs ?? [];
  const value = updateItem(oldest, reading?.id ?? '', (item) => ({ ...item, paragraphs: left }));
  return {
    ...updateItem(value, talk?.id ?? '', (item) => ({
      ...item,
      paragraphs: [...item.paragraphs.map((each) => ({ ...each, text: words })), ...(gone ? [gone] : [])],
    })),
    masthead: { ...oldest.masthead, number },
  };
}

let services: FakeServices;
beforeEach(async () => {
  // The fake takes the key of an issue for the id of a version.
  services = fakeServices(oldest, moved(4, '示例县宣讲进村。'), moved(5, '示例县巡讲进村。'));
  services.answers.set('history.list', () => ({
    versions: [
      { id: '2023-04', replacedAt: '2023-04-02T01:00:00.000Z', name: '送审' },
      { id: '2023-03', replacedAt: '2023-04-01T01:00:00.000Z' },
    ],
  }));
  await issueSession.getState().open('2023-05');
  await listVersions();
  await chooseVersion('2023-03');
  await compareWith(now);
});
afterEach(() => {
  cleanup();
  closeDialog();
  issueSession.getState().close();
});

const show = async (): Promise<HTMLElement> => {
  const version = historyStore.getState().read.get(historyStore.getState().chosen);
  if (version) render(<ChangesPane issue={version} />);
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
  return screen.getByLabelText('对比');
};
const marks = (text: HTMLElement, name: string) => [...text.querySelectorAll(`.change-paragraph ${name}`)].map((each) => each.textContent);

it('shows a moved paragraph once, as moved and from where, and characters that changed within their sentence', async () => {
  const text = await show();
  expect([...text.querySelectorAll('[data-kind="moved"]')].map((each) => each.textContent)).toEqual([
    expect.stringMatching(/^移.*读书活动.*（由《示例区读书》移来）$/u),
  ]);
  expect([marks(text, 'del'), marks(text, 'ins')]).toEqual([['宣'], ['巡']]);
});

it('compares any two versions, the older one as the base whichever was chosen', async () => {
  await compareWith('2023-04');
  let text = await show();
  expect([text.querySelectorAll('[data-kind="moved"]').length, marks(text, 'ins')]).toEqual([1, []]);
  cleanup();
  await chooseVersion('2023-04');
  await compareWith('2023-03');
  text = await show();
  expect(text.textContent).toContain('由《示例区读书》移来');
  fireEvent.click(screen.getByRole('button', { name: /花脸稿/u }));
  fireEvent.click(await screen.findByText('导出 PDF…'));
  expect(desk.getState().dialog).toEqual({ kind: 'redline-folder', format: 'pdf', before: '2023-03', after: '2023-04' });
});

it('brings one article back from its title, the others staying as they are', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: '恢复这一篇 示例县宣讲' }));
  services.answers.set('history.keep', () => ({ id: 'kept' }));
  services.answers.set('history.restored', () => ({}));
  await act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
  const texts = issueSession.getState().issue?.columns[0]?.items.map(({ paragraphs }) => paragraphs.map((each) => each.text));
  expect(texts?.[1]).toEqual(['示例县宣讲进村。']);
  expect(texts?.[0]).toEqual(['甲。']);
  issueSession.getState().undo();
  expect(issueSession.getState().issue?.columns[0]?.items[1]?.paragraphs[0]?.text).toBe('示例县巡讲进村。');
});
