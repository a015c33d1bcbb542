/** Where the articles of the open issue stand, as the services last told. */
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { newCourse, standingOf, type Course, type ItemStanding } from '../../shared/course/course.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { stageOf, type Stage } from '../../shared/document/issue-states.js';
import { call, onNotice } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { tell } from '../state/messages.js';

interface CourseState {
  readonly course: Course;
  /** People to choose from. */
  readonly people: readonly string[];
}

const store = createStore<CourseState>(() => ({ course: newCourse(''), people: [] }));

/** @throws CallFailure */
async function readCourse(key: string): Promise<void> {
  const answer = await call('course.get', { key });
  if (issueSession.getState().key === key) store.setState(answer);
}

/** Keeps up with the course of the open issue. */
export function useCourseFollowed(): void {
  const key = useIssueSession((session) => session.key);
  useEffect(() => {
    if (key === undefined) return undefined;
    attempt(() => readCourse(key));
    return onNotice('library.changed', () => attempt(() => readCourse(key)));
  }, [key]);
}

export function usePeople(): readonly string[] {
  return useStore(store, ({ people }) => people);
}

/** The course of the open issue; an empty one until it is read. */
function useCourse(): Course {
  const course = useStore(store, (state) => state.course);
  const key = useIssueSession((session) => session.key);
  return course.key === key ? course : unread;
}

const unread = newCourse('');

/** Where each article of the open issue stands. */
export function useStandings(itemIds: readonly string[]): readonly ItemStanding[] {
  const course = useCourse();
  const state = useIssueSession(({ issue }) => issue?.state) ?? 'drafting';
  return itemIds.map((id) => standingOf(course, id, state));
}

/** What an article's row says of its stage: nothing where it stands with the issue. */
export function useStageWord(itemId: string): string {
  const course = useCourse();
  const state = useIssueSession(({ issue }) => issue?.state) ?? 'drafting';
  if (course.itemSteps.length === 0 || stageOf(state) === undefined) return '';
  const { stage } = standingOf(course, itemId, state);
  return stage === state ? '' : stateLabels[stage];
}

/** Takes articles of the open issue to another stage, once all its words are on disk; the issue may follow. @throws CallFailure */
export async function goWithItems(items: readonly string[], to: Stage, who: string): Promise<void> {
  if (!(await issueSession.getState().flush())) return;
  const { key, revision: baseRevision, issue } = issueSession.getState();
  if (key === undefined || issue === undefined) return;
  const { course, state, revision } = await call('course.goItems', { key, items: [...items], to, who, baseRevision });
  store.setState({ course });
  if (state === issue.state) return;
  issueSession.getState().adoptState(state, revision);
  tell('success', `走得最慢的一篇在“${stateLabels[state]}”，本期随之转为“${stateLabels[state]}”。`);
}
