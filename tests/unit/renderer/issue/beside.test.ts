// @vitest-environment window
import { describe, expect, it } from 'vitest';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices } from '../../../helpers/fake-services.js';

const open = issue(column('栏', article('甲县推动文明实践', p('文。')), article('乙县修路', p('文。'))));
const older = issue(column('栏', article('丙县防汛', p('文。')), article('丁县抓实文明实践', p('文。'))), { masthead: { number: 5 } });
fakeServices(open, older);
const { besideStore, chooseSource, linkScrolling } = await import('../../../../renderer/issue/beside.js');
const { issueSession } = await import('../../../../renderer/state/issue-session.js');

function scroller(heightPx: number): HTMLElement {
  const element = document.createElement('div');
  let top = 0;
  Object.defineProperties(element, {
    scrollHeight: { value: heightPx + 100 },
    clientHeight: { value: 100 },
    // Whole pixels, as on a plain screen.
    scrollTop: { get: () => top, set: (to: number) => void (top = Math.round(to)) },
  });
  return element;
}
function scroll(element: HTMLElement, to: number): void {
  element.scrollTop = to;
  element.dispatchEvent(new Event('scroll'));
}

describe('another article beside this one', () => {
  it('is the one most like it', async () => {
    issueSession.setState({ key: '2023-06', issue: open, current: { kind: 'item', itemId: 'a1' } });
    await chooseSource('issue 2023-05');
    expect(besideStore.getState().items.find(({ id }) => id === besideStore.getState().itemId)?.title).toBe('丁县抓实文明实践');
    await chooseSource('version 2023-05');
    expect(besideStore.getState().itemId).toBe('a1');
  });

  it('scrolls with it in proportion, either way, without echo, until they are parted', () => {
    const [one, other] = [scroller(1000), scroller(500)];
    const part = linkScrolling(one, other);
    scroll(one, 333);
    expect(other.scrollTop).toBe(167);
    other.dispatchEvent(new Event('scroll'));
    expect(one.scrollTop).toBe(333);
    scroll(other, 500);
    expect(one.scrollTop).toBe(1000);
    part();
    scroll(one, 0);
    expect(other.scrollTop).toBe(500);
  });
});
