/** The pages of the open issue, laid out after paint so that typing never waits for them; one layout for all who ask. */
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { createLayouter, type Layouter } from '../../shared/layout/layout-issue.js';
import type { Page } from '../../shared/layout/page.js';
import type { PageStyle } from '../../shared/layout/page-style.js';

export interface LaidOut {
  /** The issue the pages show; the one on screen may be a few milliseconds newer. */
  readonly issue: Issue | undefined;
  readonly pages: readonly Page[];
}

const laidOut = createStore<LaidOut>(() => ({ issue: undefined, pages: [] }));
let wanted: { readonly issue: Issue; readonly style: PageStyle } | undefined;
let layouter: { readonly style: PageStyle; readonly value: Layouter } | undefined;
let isScheduled = false;

/** Pages of an issue in a style; until the first layout is there, of the issue before, or none. */
export function usePages(issue: Issue | undefined, style: PageStyle): readonly Page[] {
  useEffect(() => {
    if (issue) requestLayout(issue, style);
  }, [issue, style]);
  return useLatestPages();
}

/** The pages laid out last, for those who only look on. */
export function useLatestPages(): readonly Page[] {
  return useStore(laidOut, ({ pages }) => pages);
}

/** Tells of every new layout; returns what stops it. */
export function followLayout(listener: (laidOut: LaidOut) => void): () => void {
  listener(laidOut.getState());
  return laidOut.subscribe(listener);
}

function requestLayout(issue: Issue, style: PageStyle): void {
  const isKnown = wanted?.issue === issue && wanted.style === style;
  wanted = { issue, style };
  if (isKnown || isScheduled) return;
  isScheduled = true;
  afterPaint(() => {
    isScheduled = false;
    if (wanted) layOut(wanted.issue, wanted.style);
  });
}

function layOut(issue: Issue, style: PageStyle): void {
  if (layouter?.style !== style) layouter = { style, value: createLayouter(style) };
  laidOut.setState({ issue, pages: layouter.value.layout(composeIssue(issue)) });
}

/** Runs an action once the next frame is on screen; soon in a window that paints no frames. */
function afterPaint(action: () => void): void {
  let isDone = false;
  const run = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(fallback);
    action();
  };
  const fallback = setTimeout(run, 120);
  requestAnimationFrame(() => setTimeout(run, 0));
}
