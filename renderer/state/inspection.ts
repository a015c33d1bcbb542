/** 版面体检 of the open issue: found while the editor pauses, for all who ask. */
import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { inspectPages, type LayoutFinding, type LayoutFindingKind } from '../../shared/layout/inspect-pages.js';
import type { Page } from '../../shared/layout/page.js';
import { changeSetting, setting, useSetting } from './settings.js';
import { followLayout, type LaidOut } from './use-pages.js';

/** Rest after the last layout before the pages are looked at: typing is never slowed. */
const pauseMs = 300;
/** Longest wait for an idle moment after that. */
const idleLimitMs = 2000;

export interface Inspection {
  /** The pages that were inspected; the ones on screen may be newer. */
  readonly pages: readonly Page[];
  readonly findings: readonly LayoutFinding[];
}

const nothing: Inspection = { pages: [], findings: [] };
const store = createStore<{ readonly inspection: Inspection }>(() => ({ inspection: nothing }));

/** Names of the kinds, as the status bar and the list call them. */
export const kindLabels: Readonly<Record<LayoutFindingKind, string>> = {
  loneCharacter: '孤字',
  titleSplitsWord: '标题断词',
  titleOverPages: '标题跨页',
  headingAtFoot: '标题落页末',
  nearlyEmptyPage: '末页过空',
  overfullCover: '首页过满',
  tailAlone: '版记独占一页',
  missingGlyph: '缺字',
};

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
  store.setState({ inspection: issue ? { pages, findings: inspectPages(pages, composeIssue(issue)) } : nothing });
}

/** What a finding is known by from one edit to the next. */
export function findingKey({ kind, quote }: LayoutFinding): string {
  return `${kind} ${quote}`;
}

export interface SortedInspection extends Inspection {
  /** Findings the editor chose to ignore in this issue. */
  readonly ignored: readonly LayoutFinding[];
}

/** What was found in the issue, without what the editor ignores there. */
export function useInspection(issueKey: string | undefined): SortedInspection {
  const inspection = useStore(store, (state) => state.inspection);
  const [all] = useSetting('inspection.ignored');
  const keys = issueKey === undefined ? undefined : all[issueKey];
  return useMemo(() => sortFindings(inspection, keys ?? []), [inspection, keys]);
}

export function sortFindings({ pages, findings }: Inspection, ignoredKeys: readonly string[]): SortedInspection {
  const isIgnored = (finding: LayoutFinding): boolean => ignoredKeys.includes(findingKey(finding));
  return { pages, findings: findings.filter((finding) => !isIgnored(finding)), ignored: findings.filter(isIgnored) };
}

/** Leaves a finding out from now on, in this issue only. */
export function ignoreFinding(issueKey: string, finding: LayoutFinding): void {
  const all = setting('inspection.ignored');
  const keys = new Set([...(all[issueKey] ?? []), findingKey(finding)]);
  changeSetting('inspection.ignored', { ...all, [issueKey]: [...keys] });
}

/** Lists again everything ignored in an issue. */
export function restoreIgnored(issueKey: string): void {
  const { [issueKey]: _restored, ...rest } = setting('inspection.ignored');
  changeSetting('inspection.ignored', rest);
}

/** 版面体检：1 处孤字; several kinds are counted together. */
export function inspectionSentence(findings: readonly LayoutFinding[]): string {
  const [first] = findings;
  if (first === undefined) return '版面体检：无问题';
  const isOneKind = findings.every(({ kind }) => kind === first.kind);
  return `版面体检：${String(findings.length)} 处${isOneKind ? kindLabels[first.kind] : ''}`;
}
