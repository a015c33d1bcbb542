/** 版面体检 of the open issue: found while the editor pauses, for all who ask. */
import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import type { Issue } from '../../shared/document/issue.js';
import type { OtherIssue } from '../../shared/findings/finding.js';
import { isIgnored } from '../../shared/findings/ignoring.js';
import { inspectIssue } from '../../shared/findings/inspect-issue.js';
import { ruleOf, type Finding } from '../../shared/findings/rules.js';
import type { Page } from '../../shared/layout/page.js';
import { issueSession, useIssueSession } from './issue-session.js';
import { libraryNow, type LibraryListing } from './library-store.js';
import { followLayout, type LaidOut } from './use-pages.js';

/** Rest after the last layout before the pages are looked at: typing is never slowed. */
const pauseMs = 300;
/** Longest wait for an idle moment after that. */
const idleLimitMs = 2000;

export interface Inspection {
  /** The pages that were inspected; the ones on screen may be newer. */
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
}

const nothing: Inspection = { pages: [], findings: [] };
const store = createStore<{ readonly inspection: Inspection }>(() => ({ inspection: nothing }));

/** Inspects every layout once the editor pauses; returns what stops it. */
export function startInspecting(): () => void {
  let timer = 0,
    idle = 0;
  const stop = followLayout((laidOut) => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
    timer = window.setTimeout(() => {
      idle = requestIdleCallback(() => inspect(laidOut), { timeout: idleLimitMs });
    }, pauseMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
    cancelIdleCallback(idle);
    store.setState({ inspection: nothing });
  };
}

function inspect({ issue, pages }: LaidOut): void {
  if (pages === store.getState().inspection.pages) return;
  store.setState({
    inspection: issue ? { pages, findings: inspectIssue(issue, pages, otherIssues(libraryNow(), issueSession.getState().key)) } : nothing,
  });
}

/** The issues of the library but the open one, as rules that look across issues take them. */
export function otherIssues({ issues }: Pick<LibraryListing, 'issues'>, openKey: string | undefined): readonly OtherIssue[] {
  return issues.filter(({ key }) => key !== openKey);
}

export interface SortedInspection extends Inspection {
  /** Findings the editor chose to ignore in this issue. */
  readonly ignored: readonly Finding[];
}

const noneIgnored: NonNullable<Issue['ignored']> = [];

/** What was found in the open issue, without what the editor ignores there. */
export function useInspection(): SortedInspection {
  const inspection = useStore(store, (state) => state.inspection);
  const ignored = useIssueSession(({ issue }) => issue?.ignored ?? noneIgnored);
  return useMemo(() => sortFindings(inspection, { ignored }), [inspection, ignored]);
}

export function sortFindings({ pages, findings }: Inspection, issue: Pick<Issue, 'ignored'>): SortedInspection {
  const isLeftOut = (finding: Finding): boolean => isIgnored(issue, finding);
  return { pages, findings: findings.filter((finding) => !isLeftOut(finding)), ignored: findings.filter(isLeftOut) };
}

/** 版面体检：1 处孤字; several kinds are counted together. */
export function inspectionSentence(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '版面体检：无问题';
  const isOneRule = findings.every(({ rule }) => rule === first.rule);
  return `版面体检：${String(findings.length)} 处${isOneRule ? ruleOf(first.rule).label : ''}`;
}
