import { issueKey, type Issue } from '../../shared/document/issue.js';
import { revisionOf } from './library/envelope.js';

/** What goes into the properties of an exported document. All of it comes from the issue, so that the same issue gives the same file. */
export interface IssueMeta {
  readonly title: string;
  readonly subject: string;
  readonly organ: string;
  readonly issueKey: string;
  /** Day of the issue, `2022-07-28`. */
  readonly date: string;
  /** SHA-256 of the issue's content in lower-case hex. */
  readonly digest: string;
}

export function issueMeta(issue: Issue): IssueMeta {
  const { masthead } = issue;
  const year = masthead.date.slice(0, 4);
  return {
    title: `${masthead.name} ${year}年${masthead.supplement ? '增刊' : ''}第${masthead.number}期`,
    subject: masthead.name,
    organ: masthead.organ,
    issueKey: issueKey(masthead),
    date: masthead.date,
    digest: contentDigest(issue),
  };
}

/** Digest of what is printed of an issue: its state, what is ignored in it and which publication it is kept with do not count. */
function contentDigest(issue: Issue): string {
  const { state: _state, ignored: _ignored, masthead, ...content } = issue;
  const { publication: _publication, ...printed } = masthead;
  return revisionOf({ ...content, masthead: printed });
}
