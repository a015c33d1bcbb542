import type { DeepReadonly, IssueState } from '../document/issue.js';

/** Version of the saved shape of a course. */
export const courseVersion = 1;

/** One step of an issue from state to state: who did it, when, and why where it needs a reason. */
export interface CourseStep {
  /** ISO instant. */
  readonly at: string;
  readonly from: IssueState;
  readonly to: IssueState;
  readonly who: string;
  /** The reason of a 更正, or what else is to be remembered. */
  readonly note?: string | undefined;
  /** Number of the 更正 that begins with this step. */
  readonly correction?: number | undefined;
}

/** The way of an issue through its states (流程), a record beside it: the issue holds what is printed, and where it stands. */
export type Course = DeepReadonly<{ version: typeof courseVersion; key: string; steps: CourseStep[] }>;

/** Key of the course of an issue: never that of another record, so that no file of one is taken for the other's. */
export function courseKey(key: string): string {
  return `${key}-流程`;
}

export function newCourse(key: string): Course {
  return { version: courseVersion, key, steps: [] };
}

/** The course with one step more; a 更正 gets the next number. */
export function addStep(course: Course, step: Omit<CourseStep, 'correction'>): Course {
  const isCorrection = step.to === 'correcting';
  const correction = course.steps.filter(({ to }) => to === 'correcting').length + 1;
  return { ...course, steps: [...course.steps, { ...step, ...(isCorrection && { correction }) }] };
}

/** The 更正 that was begun last. */
export function lastCorrection({ steps }: Course): CourseStep | undefined {
  return steps.findLast(({ correction }) => correction !== undefined);
}
