import { AppError } from '../../shared/app-error.js';
import { addItemStep, addStep, courseKey, newCourse, stageByItems, type Course } from '../../shared/course/course.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { versionNameOf } from '../../shared/course/version-names.js';
import { setState } from '../../shared/document/edit-issue.js';
import { issueItems, plainTitle, type Issue, type IssueState } from '../../shared/document/issue.js';
import { isPrintedState, nextStates } from '../../shared/document/issue-states.js';
import type { Handlers } from './call-handlers.js';
import { readTrashId } from '../../shared/library/trash.js';
import type { By } from './library/commit-deed.js';
import type { Library } from './library/library.js';
import type { Clock } from './ports.js';

/** Articles named in one line of the audit trail; the others are counted. */
const mostNamed = 3;

/** The way of issues through their states. */
export function createCourseHandlers(library: Library, clock: Clock) {
  return {
    'course.get': async ({ key }) => ({
      course: (await courseOf(library, key)) ?? newCourse(key),
      people: [
        ...new Set([
          ...((await library.getPublication()).people ?? []),
          ...(await library.listOf('course')).flatMap(({ people }) => people),
        ]),
      ],
    }),
    'course.go': async ({ key, to, who, note, baseRevision }) => {
      const { issue } = await library.getIssue(key);
      expectWay(issue.state, to, note);
      const course = (await courseOf(library, key)) ?? newCourse(key);
      const step = { at: clock.now().toISOString(), from: issue.state, to, who, ...(note === '' ? {} : { note }) };
      return { revision: await goTo(library, issue, addStep(course, step, itemIds(issue)), baseRevision, { who, note }) };
    },
    'course.goItems': async ({ key, items, to, who, baseRevision }) => {
      const { issue, revision } = await library.getIssue(key);
      expectArticles(issue, items);
      const at = clock.now().toISOString();
      const course = addItemStep((await courseOf(library, key)) ?? newCourse(key), { at, items, to, who });
      const note = `${titlesOf(issue, items)}转为“${stateLabels[to]}”`;
      const state = stageByItems(course, itemIds(issue), issue.state) ?? issue.state;
      if (state === issue.state) {
        await library.commit([{ do: 'put', kind: 'course', value: course }], '稿件状态', {}, { who, note });
        return { course, state, revision };
      }
      const next = { ...course, steps: [...course.steps, { at, from: issue.state, to: state, who, note: '随各篇' }] };
      return { course: next, state, revision: await goTo(library, issue, next, baseRevision, { who, note }) };
    },
  } satisfies Partial<Handlers>;
}

/** Saves an issue in the state its course ends in, together with that course, and keeps it as a version; comes back with the revision. */
async function goTo(library: Library, issue: Issue, course: Course, base: string, by: By): Promise<string> {
  const last = course.steps.at(-1);
  const to = last?.to ?? issue.state;
  const { saved } = await library.commit(
    [
      { do: 'put', kind: 'issue', value: setState(issue, to), base },
      { do: 'put', kind: 'course', value: course },
    ],
    stateLabels[to],
    {},
    by,
  );
  if (last !== undefined) await nameVersion(library, course.key, versionNameOf(last));
  return saved[0]?.revision ?? '';
}

function itemIds(issue: Issue): readonly string[] {
  return issueItems(issue).map(({ item }) => item.id);
}

/** 《甲》、《乙》等 5 篇, for the audit trail. */
function titlesOf(issue: Issue, ids: readonly string[]): string {
  const titles = issueItems(issue).flatMap(({ item }) => (ids.includes(item.id) ? [`《${plainTitle(item.title)}》`] : []));
  return `${titles.slice(0, mostNamed).join('、')}${titles.length > mostNamed ? `等 ${titles.length} 篇` : ''}`;
}

function expectArticles(issue: Issue, ids: readonly string[]): void {
  if (isPrintedState(issue.state)) throw new AppError('bad-request', '本期已印发，各篇不再转状态。');
  const known = new Set(itemIds(issue));
  if (!ids.every((id) => known.has(id))) throw new AppError('bad-request', '有的稿件已不在本期里，没有改动。请重新打开。');
}

/** An issue that got another number takes its course along. */
export async function moveCourse(library: Library, from: string, to: string): Promise<void> {
  const course = await courseOf(library, from);
  if (course === undefined) return;
  await library.commit(
    [
      { do: 'remove', kind: 'course', key: courseKey(from) },
      { do: 'put', kind: 'course', value: { ...course, key: to } },
    ],
    '改期号',
  );
}

/** Puts an issue into the trash with its course; comes back with the id that `restoreWithCourse` takes. */
export async function deleteWithCourse(library: Library, key: string): Promise<string> {
  const course = await courseOf(library, key);
  const { trashIds } = await library.commit(
    [
      { do: 'remove', kind: 'issue', key },
      ...(course === undefined ? [] : [{ do: 'remove', kind: 'course', key: courseKey(key) } as const]),
    ],
    '删除',
  );
  return trashIds[0] ?? '';
}

/** Takes something out of the trash; an issue with the course it was put there with. */
export async function restoreWithCourse(library: Library, id: string) {
  const restored = await library.restore(id);
  if (restored.kind !== 'issue') return restored;
  const { trash } = await library.list();
  const course = trash.find((entry) => entry.kind === 'course' && readTrashId(entry.id)?.key === courseKey(restored.key));
  if (course !== undefined && (await courseOf(library, restored.key)) === undefined) await library.restore(course.id);
  return restored;
}

/** The course of an issue, if it has one. */
async function courseOf(library: Library, key: string): Promise<Course | undefined> {
  try {
    return (await library.get('course', courseKey(key))).value;
  } catch (error) {
    if (error instanceof AppError && error.code === 'issue-missing') return undefined;
    throw error;
  }
}

function expectWay(from: IssueState, to: IssueState, note: string): void {
  if (!nextStates(from).includes(to))
    throw new AppError('bad-request', `“${stateLabels[from]}”之后不能直接转为“${stateLabels[to]}”，没有改动。`);
  if (to === 'correcting' && note.trim() === '') throw new AppError('bad-request', '更正要写明原因，没有改动。');
}

/** The commit kept the text as a version; it gets a name, which keeps it for good. */
async function nameVersion(library: Library, key: string, name: string): Promise<void> {
  const [newest] = await library.versionsOf('issue', key);
  if (newest !== undefined) await library.nameVersion('issue', key, newest.id, name);
}
