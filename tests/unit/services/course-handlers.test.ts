import { describe, expect, it } from 'vitest';
import { createCourseHandlers, deleteWithCourse, moveCourse, restoreWithCourse } from '../../../electron/services/course-handlers.js';
import type { Library } from '../../../electron/services/library/library.js';
import { readTrail } from '../../../electron/services/library/audit-trail.js';
import { standingOf } from '../../../shared/course/course.js';
import { issueItems, type IssueState } from '../../../shared/document/issue.js';
import type { Stage } from '../../../shared/document/issue-states.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import { numbered, tickingClock, titleOf, within, withFolder } from '../../helpers/library-fixture.js';

const key = '2023-06';

interface Hands {
  readonly library: Library;
  readonly go: (to: IssueState, note?: string) => Promise<unknown>;
  readonly steps: (of?: string) => Promise<readonly object[]>;
}

/** A library with issue 6, and hands that take it from state to state. */
function withIssue(run: (hands: Hands) => Promise<void>): Promise<void> {
  return withFolder((folder) =>
    within(folder, async (library) => {
      await library.add('issue', numbered(6, '一'));
      const course = createCourseHandlers(library, tickingClock());
      await run({
        library,
        go: async (to, note = '') => {
          const { revision: baseRevision } = await library.getIssue(key);
          return course['course.go']({ key, to, who: '张示例', note, baseRevision });
        },
        steps: async (of = key) => (await course['course.get']({ key: of })).course.steps,
      });
    }),
  );
}

const save = async (library: Library, title: string) => {
  const { issue, revision } = await library.getIssue(key);
  return library.saveIssue(key, { ...numbered(6, title), state: issue.state }, revision);
};
const locked = { code: 'issue-locked', message: expect.stringContaining('已锁定') as string };

describe('an issue on its way through its states', () => {
  it('leaves who, when and a version with a name at each', () =>
    withIssue(async ({ library, go, steps }) => {
      for (const state of ['typeset', 'proofing', 'reviewing', 'proofing', 'final', 'printed', 'archived'] as const) await go(state);
      expect((await library.getIssue(key)).issue.state).toBe('archived');
      expect(await steps()).toHaveLength(7);
      expect((await steps())[5]).toMatchObject({ from: 'final', to: 'printed', who: '张示例', at: expect.any(String) as string });
      const names = (await library.versionsOf('issue', key)).map(({ name }) => name);
      expect(names.toReversed()).toEqual(['初稿', '校对', '送审', '退改', '定稿', '印发', '归档']);
    }));

  it('leaves the name of the state where it goes back before anybody saw it', () =>
    withIssue(async ({ library, go }) => {
      for (const state of ['typeset', 'proofing', 'typeset', 'drafting', 'final', 'typeset'] as const) await go(state);
      const names = (await library.versionsOf('issue', key)).map(({ name }) => name);
      expect(names.toReversed()).toEqual(['初稿', '校对', '排版', '组稿', '定稿', '退改']);
    }));

  it('goes no way that leads nowhere', () =>
    withIssue(async ({ go, steps }) => {
      await expect(go('archived')).rejects.toMatchObject({ code: 'bad-request' });
      await go('printed');
      await expect(go('drafting')).rejects.toMatchObject({ code: 'bad-request' });
      expect(await steps()).toHaveLength(1);
    }));

  it('takes no step from a state that is no longer on disk', () =>
    withIssue(async ({ library, steps }) => {
      const course = createCourseHandlers(library, tickingClock());
      const asked = { key, to: 'final', who: '张示例', note: '', baseRevision: 'x' } as const;
      await expect(course['course.go'](asked)).rejects.toMatchObject({ code: 'issue-changed' });
      expect(await steps()).toEqual([]);
    }));

  it('is told with the people who did steps of any issue', () =>
    withIssue(async ({ library, go }) => {
      await go('final');
      const { people } = await createCourseHandlers(library, tickingClock())['course.get']({ key: '2023-07' });
      expect(people).toEqual(['张示例']);
    }));
});

describe('a printed issue', () => {
  it('takes no other words, by whatever way, and keeps those it has', () =>
    withIssue(async ({ library, go }) => {
      await go('printed');
      const { issue } = await library.getIssue(key);
      await expect(save(library, '二')).rejects.toMatchObject(locked);
      await expect(library.replace('issue', numbered(6, '二'))).rejects.toMatchObject(locked);
      const put = { do: 'put', kind: 'issue', value: { ...issue, instruction: '阅' } } as const;
      await expect(library.commit([put], '全库替换')).rejects.toMatchObject(locked);
      await expect(library.commit([{ ...put, value: { ...issue, state: 'drafting' } }], '改')).rejects.toMatchObject(locked);
      expect(titleOf((await library.getIssue(key)).issue)).toBe('一');
    }));

  it('still has its findings ignored, which print nothing', () =>
    withIssue(async ({ library, go }) => {
      await go('printed');
      const { issue, revision } = await library.getIssue(key);
      await expect(library.saveIssue(key, { ...issue, ignored: [] }, revision)).resolves.toBeDefined();
    }));

  it('is changed in a 更正 with reason and number, and locked again', () =>
    withIssue(async ({ library, go, steps }) => {
      await go('printed');
      await expect(go('correcting', ' ')).rejects.toMatchObject({ code: 'bad-request' });
      for (const count of [1, 2]) {
        await go('correcting', '单位名称有误');
        await save(library, `更正${count}`);
        await go('printed');
        await expect(save(library, '再改')).rejects.toMatchObject(locked);
      }
      expect(titleOf((await library.getIssue(key)).issue)).toBe('更正2');
      expect((await steps()).filter((step) => 'correction' in step)).toMatchObject([
        { correction: 1, note: '单位名称有误' },
        { correction: 2, note: '单位名称有误' },
      ]);
      const before = (await library.versionsOf('issue', key)).find(({ name }) => name === '更正1之前');
      expect(titleOf(await library.getVersion('issue', key, before?.id ?? ''))).toBe('一');
    }));
});

describe('the course of an issue', () => {
  it('goes into the trash and back with it, and is no other issue’s', () =>
    withIssue(async ({ library, go, steps }) => {
      await go('final');
      const id = await deleteWithCourse(library, key);
      await library.add('issue', numbered(6, '另一期'));
      expect(await steps()).toEqual([]);
      await library.remove('issue', key);
      await restoreWithCourse(library, id);
      expect(await steps()).toHaveLength(1);
      expect((await library.list()).trash.filter(({ kind }) => kind === 'course')).toEqual([]);
    }));

  it('follows it to another number', () =>
    withIssue(async ({ library, go, steps }) => {
      await go('final');
      const { issue, revision } = await library.getIssue(key);
      const saved = await library.saveIssue(key, { ...numbered(9), state: issue.state }, revision);
      await moveCourse(library, key, saved.key);
      expect(await steps(saved.key)).toHaveLength(1);
      expect(await steps(key)).toEqual([]);
    }));
});

describe('articles on their way', () => {
  /** Ids of the articles of issue 6, and a hand that takes some of them to a stage. */
  const hand = async (library: Library) => {
    const course = createCourseHandlers(library, tickingClock());
    const ids = issueItems((await library.getIssue(key)).issue).map(({ item }) => item.id);
    const take = async (items: readonly string[], to: Stage) =>
      course['course.goItems']({ key, items: [...items], to, who: '李示例', baseRevision: (await library.getIssue(key)).revision });
    return { ids, take };
  };
  const standings = async (library: Library) => {
    const { issue } = await library.getIssue(key);
    const { course } = await createCourseHandlers(library, tickingClock())['course.get']({ key });
    return issueItems(issue).map(({ item }) => standingOf(course, item.id, issue.state));
  };

  it('take the issue along once the last of them got there, and back with the first that goes back; who and when stay', () =>
    withIssue(async ({ library, steps }) => {
      const { ids, take } = await hand(library);
      const [first = '', ...others] = ids;
      expect(others.length).toBeGreaterThan(0);
      expect((await take([first], 'proofing')).state).toBe('drafting');
      expect((await standings(library))[0]).toMatchObject({ stage: 'proofing', step: { who: '李示例', at: expect.any(String) as string } });
      expect((await standings(library))[1]).toEqual({ stage: 'drafting' });
      const last = await take(others, 'reviewing');
      expect(last).toMatchObject({ state: 'proofing', revision: (await library.getIssue(key)).revision });
      expect((await library.getIssue(key)).issue.state).toBe('proofing');
      expect((await library.versionsOf('issue', key))[0]?.name).toBe('校对');
      expect((await take([others[0] ?? ''], 'drafting')).state).toBe('drafting');
      expect(await steps()).toMatchObject([
        { from: 'drafting', to: 'proofing', who: '李示例', note: '随各篇' },
        { from: 'proofing', to: 'drafting', who: '李示例' },
      ]);
      const told = (await readTrail(library.shelf)).entries.filter(({ who }) => who === '李示例');
      expect(told.map(({ action }) => action)).toEqual(['稿件状态', '校对', '组稿']);
      expect(told[0]?.what).toContain('《一》转为“校对”');
    }));

  it('go along with the issue; one that comes later begins in 组稿', () =>
    withIssue(async ({ library, go }) => {
      expect(await standings(library)).toEqual(issueItems((await library.getIssue(key)).issue).map(() => ({ stage: 'drafting' })));
      await go('reviewing');
      expect(new Set((await standings(library)).map(({ stage }) => stage))).toEqual(new Set(['reviewing']));
      const { course } = await createCourseHandlers(library, tickingClock())['course.get']({ key });
      expect(standingOf(course, 'new', 'reviewing')).toEqual({ stage: 'drafting' });
    }));

  it('stay as they are once the issue is printed, and so does one that is not in it', () =>
    withIssue(async ({ library, go }) => {
      const { ids, take } = await hand(library);
      await expect(take(['gone'], 'proofing')).rejects.toMatchObject({ code: 'bad-request' });
      await go('printed');
      await expect(take(ids, 'proofing')).rejects.toMatchObject({
        code: 'bad-request',
        message: expect.stringContaining('已印发') as string,
      });
    }));
});

describe('the people to choose from', () => {
  it('are those on the list in its order, then who else did steps', () =>
    withIssue(async ({ library, go }) => {
      await go('final');
      await library.savePublication({ ...defaultPublication, people: ['王示例', '张示例'] });
      const { people } = await createCourseHandlers(library, tickingClock())['course.get']({ key });
      expect(people).toEqual(['王示例', '张示例']);
      await library.savePublication({ ...defaultPublication, people: ['王示例'] });
      expect((await createCourseHandlers(library, tickingClock())['course.get']({ key })).people).toEqual(['王示例', '张示例']);
    }));
});
