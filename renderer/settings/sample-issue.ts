import { useMemo } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import { specimenIssue } from '../../shared/document/specimen-issue.js';
import { useIssueSession } from '../state/issue-session.js';
import { usePublication } from '../state/publication.js';
import { useSetting } from '../state/settings.js';

/** The sample holds every printed part; the open issue shows what becomes of real text. */
export function useSampleIssue(section: string): Issue {
  const [wanted] = useSetting('settings.sample');
  const publication = usePublication((session) => session.publication);
  const open = useIssueSession((session) => session.issue);
  const hasMarks = section === 'mastheadCopy' || section === 'mastheadMark';
  const specimen = useMemo(() => specimenIssue(publication, { hasMarks }), [publication, hasMarks]);
  return wanted === 'issue' && open ? open : specimen;
}
