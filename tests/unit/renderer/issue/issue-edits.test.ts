// @vitest-environment window
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  submissionsIntoItem,
  submissionsToIssue,
  dropItem,
  insertColumn,
  insertItem,
  itemToSubmissions,
  moveToNeighbourColumn,
  setColumnForm,
  shiftCurrent,
} from '../../../../renderer/issue/issue-edits.js';
import { CallFailure } from '../../../../renderer/bridge.js';
import { takeBack } from '../../../../renderer/state/take-back.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { issueItems, issueKey, type Article } from '../../../../shared/document/issue.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { article, brief, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const opened = issue(
  column('工作动态', article('甲县抓实宣讲', p('甲县开展活动。')), article('乙县抓实惠民', p('乙县开展活动。'))),
  column('经验交流', article('丙县抓实阵地', p('丙县开展活动。'))),
  column('简讯', brief('丁县启动宣讲', '近日，活动启动。')),
);
const key = issueKey(opened.masthead);

let services: FakeServices;
const session = issueSession.getState;
const rows = (): readonly string[] => session().issue?.columns.map(({ items }) => items.map(({ title }) => title).join(' ')) ?? [];
/** Every text of the articles, wherever it is on disk. */
const onDisk = () => ({
  issue: issueItems(services.issues.get(key) ?? opened).map(({ item }) => item.title),
  submissions: [...services.submissions.values()].map((submission) => submission.article.title),
});

beforeEach(async () => {
  session().close();
  services = fakeServices(opened);
  await session().open(key);
});

describe('rows of the outline', () => {
  it('are added after the current one of their form, else at the end of the first such column', () => {
    session().select({ kind: 'item', itemId: 'a1' });
    insertItem('article');
    expect(rows()[0]).toBe('甲县抓实宣讲  乙县抓实惠民');
    expect(session().focus?.caret).toMatchObject({ field: 'title', offset: 0 });
    insertItem('brief');
    expect(rows()[2]).toBe('丁县启动宣讲 ');
    insertItem('article', 'c2');
    expect(rows()[1]).toBe('丙县抓实阵地 ');
  });

  it('move by one place, over the edge of a column, and columns among themselves', () => {
    session().select({ kind: 'item', itemId: 'a2' });
    shiftCurrent('up');
    expect(rows()[0]).toBe('乙县抓实惠民 甲县抓实宣讲');
    moveToNeighbourColumn('down');
    expect(rows()).toEqual(['甲县抓实宣讲', '乙县抓实惠民 丙县抓实阵地', '丁县启动宣讲']);
    session().select({ kind: 'column', columnId: 'c2' });
    shiftCurrent('up');
    expect(rows()[0]).toBe('乙县抓实惠民 丙县抓实阵地');
    shiftCurrent('up');
    expect(rows()[0]).toBe('乙县抓实惠民 丙县抓实阵地');
  });

  it('of a new column are selected, and an empty column changes its form, a full one does not', () => {
    insertColumn();
    const { current } = session();
    const columnId = current.kind === 'column' ? current.columnId : '';
    expect(session().issue?.columns.at(-1)).toMatchObject({ id: columnId, name: '新栏目' });
    setColumnForm(columnId, 'brief');
    setColumnForm('c1', 'brief');
    expect(session().issue?.columns.map(({ form }) => form)).toEqual(['article', 'article', 'brief', 'brief']);
  });

  it('that are dropped give the selection to a neighbour, and undo brings them back', () => {
    session().select({ kind: 'item', itemId: 'a2' });
    dropItem('a2');
    expect(session().current).toEqual({ kind: 'item', itemId: 'a1' });
    dropItem('a3');
    expect(session().current).toEqual({ kind: 'column', columnId: 'c2' });
    takeBack(session().issue);
    expect(rows()[1]).toBe('丙县抓实阵地');
  });

  it('are not taken back over a later edit', () => {
    dropItem('a2');
    const after = session().issue;
    session().edit((value) => ({ ...value, instruction: '已阅。' }));
    takeBack(after);
    expect(session().issue?.instruction).toBe('已阅。');
  });
});

describe('移到来稿', () => {
  it('writes the submission first, then takes the article out of the issue', async () => {
    services.beforeAnswer = (name) => {
      if (name === 'submission.add') expect(rows()[0]).toBe('甲县抓实宣讲 乙县抓实惠民');
    };
    await itemToSubmissions('a1');
    expect(rows()[0]).toBe('乙县抓实惠民');
    await session().flush();
    expect(onDisk().submissions).toEqual(['甲县抓实宣讲']);
    expect(onDisk().issue).not.toContain('甲县抓实宣讲');
  });

  it('makes an article of a brief', async () => {
    await itemToSubmissions('a4');
    expect([...services.submissions.values()][0]?.article).toMatchObject({ type: 'article', title: '丁县启动宣讲' });
  });

  it('leaves the issue as it is when the submission was not written', async () => {
    services.fail('submission.add', true);
    await expect(itemToSubmissions('a1')).rejects.toBeInstanceOf(CallFailure);
    expect(session().issue).toEqual(opened);
  });

  it('keeps an article that was changed while its submission was written', async () => {
    services.beforeAnswer = (name) => {
      if (name === 'submission.add') insertColumn();
      if (name === 'submission.add')
        session().edit((value) => ({
          ...value,
          columns: value.columns.map((each) => ({ ...each, items: each.items.map((item) => ({ ...item })) })),
        }));
    };
    await itemToSubmissions('a1');
    expect(rows()[0]).toContain('甲县抓实宣讲');
    expect(onDisk().submissions).toEqual(['甲县抓实宣讲']);
  });

  it('is undone and made again as a whole: the issue first on disk, then the submission put away', async () => {
    await itemToSubmissions('a1');
    session().undo();
    await vi.waitFor(() => expect(onDisk().submissions).toEqual([]));
    expect(rows()[0]).toBe('甲县抓实宣讲 乙县抓实惠民');
    expect(services.calls.lastIndexOf('issue.save')).toBeLessThan(services.calls.lastIndexOf('submission.delete'));
    session().redo();
    await vi.waitFor(() => expect(onDisk().submissions).toEqual(['甲县抓实宣讲']));
    expect(rows()[0]).toBe('乙县抓实惠民');
  });

  it('keeps the submission when the issue cannot be saved after undo', async () => {
    await itemToSubmissions('a1');
    await session().flush();
    services.fail('issue.save', true);
    session().undo();
    await vi.waitFor(() => expect(session().saveState.kind).toBe('failed'));
    expect(onDisk().submissions).toEqual(['甲县抓实宣讲']);
  });
});

describe('编入本期', () => {
  const target = opened.columns[1];
  const put = (id: string, article: Article) =>
    services.submissions.set(id, newSubmission({ id, article, arrival: 'file', receivedAt: '2024-03-01T10:00:00.000Z' }));
  beforeEach(() => put('d1', { ...opened.columns[0]?.items[0], id: 'a9', title: '戊县抓实科普' } as Article));

  it('leaves the submission in the inbox as it came, and notes in the item where it is from', async () => {
    if (target) await submissionsToIssue(['d1'], target);
    expect(onDisk()).toEqual({ issue: expect.arrayContaining(['戊县抓实科普']) as string[], submissions: ['戊县抓实科普'] });
    expect(services.calls).not.toContain('submission.delete');
    const item = issueItems(session().issue ?? opened).find(({ item: { title } }) => title === '戊县抓实科普')?.item;
    expect(item?.submissions).toEqual(['d1']);
    expect(session().current).toEqual({ kind: 'item', itemId: item?.id });
  });

  it('is undone', async () => {
    if (target) await submissionsToIssue(['d1'], target);
    session().undo();
    expect(rows()[1]).toBe('丙县抓实阵地');
  });

  it('can be done twice, each time with ids of its own', async () => {
    put('d2', opened.columns[0]?.items[0] as Article);
    if (target) await submissionsToIssue(['d2'], target);
    if (target) await submissionsToIssue(['d2'], target);
    const ids = issueItems(session().issue ?? opened).map(({ item }) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(6);
  });

  it('makes one item of several, which names them all and can be undone in one step', async () => {
    put('d2', { ...opened.columns[1]?.items[0], id: 'a8', sources: ['丙县'] } as Article);
    if (target) await submissionsToIssue(['d1', 'd2'], target);
    const item = issueItems(session().issue ?? opened).find(({ item: { title } }) => title === '戊县抓实科普')?.item;
    expect(item?.submissions).toEqual(['d1', 'd2']);
    expect(item?.paragraphs.map(({ text, from }) => [text, from?.submission])).toEqual([
      ['甲县开展活动。', 'd1'],
      ['丙县开展活动。', 'd2'],
    ]);
    session().undo();
    expect(issueItems(session().issue ?? opened)).toHaveLength(4);
  });

  it('puts one behind the words of an item that is there', async () => {
    await submissionsIntoItem(['d1'], 'a3');
    const item = issueItems(session().issue ?? opened).find(({ item: { id } }) => id === 'a3')?.item;
    expect(item?.title).toBe('丙县抓实阵地');
    expect(item?.paragraphs.map(({ text }) => text)).toEqual(['丙县开展活动。', '甲县开展活动。']);
    expect(item?.submissions).toEqual(['d1']);
  });
});
