import { z } from 'zod';
import { issueCharacters } from '../../document/count-item.js';
import { issueItems, issueKey, plainColumnName, plainTitle, type DeepReadonly, type Issue } from '../../document/issue.js';
import { publicationIdSchema } from '../../document/id-schema.js';
import { issueKeySchema, issueSchema, issueStateSchema } from '../../document/issue-schema.js';
import { isLockedState, isPrintedState } from '../../document/issue-states.js';
import { issueMigrations } from '../../document/migrate-issue.js';
import { normalizeIssue } from '../../document/normalize-issue.js';
import { issueVersion } from '../../document/saved-versions.js';
import { usesOf } from '../../submissions/trace.js';
import { canonicalJson } from '../canonical-json.js';
import { itemText } from './item-text.js';
import { byText, byYear, type RecordKind, type Refusal } from './record-kind.js';

const useSchema = z.strictObject({
  submissionId: z.string(),
  issueKey: issueKeySchema,
  itemId: z.string(),
  column: z.string(),
  isPrinted: z.boolean(),
});

/** What the list of issues shows of one. */
export const issueSummarySchema = z.strictObject({
  key: issueKeySchema,
  /** 刊名 as printed. */
  publication: z.string(),
  /** Absent: the library's own. */
  publicationId: publicationIdSchema.optional(),
  number: z.int(),
  supplement: z.boolean(),
  date: z.string(),
  state: issueStateSchema,
  titles: z.array(z.string()),
  /** Articles made from submissions. */
  uses: z.array(useSchema),
  /** 字数 of titles and paragraphs. */
  characters: z.int(),
  savedAt: z.iso.datetime({ offset: true }),
});
export type IssueSummary = DeepReadonly<z.infer<typeof issueSummarySchema>>;

/** An issue (期), by year, number and publication. */
export const issueKind: RecordKind<Issue, IssueSummary> = {
  folder: '期',
  placement: byYear,
  keySchema: issueKeySchema,
  keyOf: (issue) => issueKey(issue.masthead),
  schema: issueSchema,
  version: issueVersion,
  migrations: issueMigrations,
  normalize: normalizeIssue,
  summarySchema: issueSummarySchema,
  summarize: summarizeIssue,
  refuseChange: refuseLocked,
  compare: (left, right) => byText(right.date, left.date) || byText(right.key, left.key),
  titleOf: ({ masthead }) => `${masthead.name} ${masthead.date.slice(0, 4)}年${masthead.supplement ? '增刊' : ''}第${masthead.number}期`,
  textOf: (issue) =>
    [issue.instruction, ...issue.columns.flatMap(({ name, items }) => [plainColumnName(name), ...items.map(itemText)])]
      .filter((text) => text !== '')
      .join('\n'),
  words: {
    thing: '这一期',
    keyName: '期号',
    missing: (key) => ({ code: 'issue-missing', message: `资料库里没有 ${key} 这一期。` }),
    taken: (key) => ({ code: 'issue-exists', message: `资料库里已有 ${key} 这一期，没有改动。` }),
  },
};

/** What was printed stands: its text is changed after it was opened for a 更正, and it becomes no draft again. */
function refuseLocked(before: Issue, after: Issue): Refusal | undefined {
  if (!isLockedState(before.state)) return undefined;
  const isSameText = canonicalJson(printedOf(before)) === canonicalJson(printedOf(after));
  if (isSameText && isPrintedState(after.state)) return undefined;
  const title = issueKind.titleOf(before);
  return { code: 'issue-locked', message: `${title}已印发，已锁定，没有改动。要改，请先打开这一期，在“更正”里写明原因。` };
}

function printedOf({ state: _state, ignored: _ignored, ...printed }: Issue): object {
  return printed;
}

function summarizeIssue(issue: Issue, savedAt: string): IssueSummary {
  const { name, publication, number, supplement, date } = issue.masthead;
  return {
    key: issueKey(issue.masthead),
    publication: name,
    ...(publication === undefined ? {} : { publicationId: publication }),
    number,
    supplement: supplement === true,
    date,
    state: issue.state,
    titles: issueItems(issue).map(({ item }) => plainTitle(item.title)),
    uses: [...usesOf(issue, issueKey(issue.masthead))],
    characters: issueCharacters(issue),
    savedAt,
  };
}
