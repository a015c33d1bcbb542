import type { DeepReadonly, IssueState } from '../document/issue.js';
import { stageOf, stages, type Stage } from '../document/issue-states.js';

/** Version of the saved shape of a course. */
export const courseVersion = 2;

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

/** One step of articles from stage to stage: which of them, who took them there, and when. */
export interface ItemStep {
  /** ISO instant. */
  readonly at: string;
  /** Ids of articles and briefs. */
  readonly items: readonly string[];
  readonly to: Stage;
  readonly who: string;
}

/**
 * The way of an issue and of its articles through their states (流程), a record beside it: the issue holds what is
 * printed, and where it stands.
 */
export type Course = DeepReadonly<{ version: typeof courseVersion; key: string; steps: CourseStep[]; itemSteps: ItemStep[] }>;

/** Key of the course of an issue: never that of another record, so that no file of one is taken for the other's. */
export function courseKey(key: string): string {
  return `${key}-流程`;
}

export function newCourse(key: string): Course {
  return { version: courseVersion, key, steps: [], itemSteps: [] };
}

/** The course with one step more; a 更正 gets the next number. All articles of the issue go along, as far as it is not printed. */
export function addStep(course: Course, step: Omit<CourseStep, 'correction'>, items: readonly string[]): Course {
  const isCorrection = step.to === 'correcting';
  const correction = course.steps.filter(({ to }) => to === 'correcting').length + 1;
  const steps = [...course.steps, { ...step, ...(isCorrection && { correction }) }];
  const stage = stageOf(step.to);
  const next = { ...course, steps };
  return stage === undefined || items.length === 0 ? next : addItemStep(next, { at: step.at, items: [...items], to: stage, who: step.who });
}

/** The course with a step of articles more. */
export function addItemStep(course: Course, step: ItemStep): Course {
  return { ...course, itemSteps: [...course.itemSteps, { ...step, items: [...step.items] }] };
}

/** Where an article stands, and the step that took it there; none where nobody did. */
export interface ItemStanding {
  readonly stage: Stage;
  readonly step?: DeepReadonly<ItemStep>;
}

/**
 * Where an article of an issue stands. One that nobody took anywhere is new, and in 组稿; but as long as no article was
 * taken anywhere they all stand where the issue does.
 */
export function standingOf({ itemSteps }: Course, itemId: string, issueState: IssueState): ItemStanding {
  const step = itemSteps.findLast(({ items }) => items.includes(itemId));
  if (step !== undefined) return { stage: step.to, step };
  return { stage: itemSteps.length === 0 ? (stageOf(issueState) ?? 'final') : 'drafting' };
}

/** Where an issue stands by its articles: where the one that is least far does. None without articles, or from print on. */
export function stageByItems(course: Course, items: readonly string[], issueState: IssueState): Stage | undefined {
  if (stageOf(issueState) === undefined) return undefined;
  const standings = new Set(items.map((id) => standingOf(course, id, issueState).stage));
  return stages.find((stage) => standings.has(stage));
}

/** The 更正 that was begun last. */
export function lastCorrection({ steps }: Course): CourseStep | undefined {
  return steps.findLast(({ correction }) => correction !== undefined);
}
