import { join } from 'node:path';
import { digestsOf } from '../../electron/services/bundle/digests.js';
import { openIdentity } from '../../electron/services/bundle/identity.js';
import { gatherFacts, verifyForLibrary } from '../../electron/services/bundle/receive-bundle.js';
import { writeBundle } from '../../electron/services/bundle/write-bundle.js';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { recordEntry } from '../../shared/bundle/format.js';
import { planRecord } from '../../shared/bundle/plan.js';
import { issueItems, issueKey, type Issue } from '../../shared/document/issue.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { medianMs, type Figure } from './figure.js';
import { librarySizedIssue } from './made-issue.js';
import { makeLibrary, withFolder } from './made-library.js';

const articles = 5000;
const items = 1000;
const issuesAYear = 24;

/** What a bundle would do to a large library, from the file to the sentences, every one of its issues changed on both sides. */
export async function bench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const own = issuesHolding(articles);
    await makeLibrary(join(folder, 'library'), own);
    const sent = issuesHolding(items).map((issue) => ({ ...issue, instruction: '已阅，请各单位学习。' }));
    const identity = await openIdentity(join(folder, 'user'));
    const file = join(folder, 'sent.zbx');
    await writeIssues(file, sent, identity);
    const library = await openLibrary({ folder: join(folder, 'library'), clock: systemClock, ids: randomIds });
    try {
      const value = await medianMs(async () => {
        const { manifest, verdict } = await verifyForLibrary(file, library, identity.publicKey);
        if (!verdict.valid || manifest === undefined) throw new Error(verdict.problems[0]?.message);
        const steps = (await gatherFacts(file, manifest, library)).map((facts) => planRecord(facts));
        if (steps.length !== sent.length || steps.some(({ status }) => status !== 'diverged')) throw new Error('not the plan expected');
      }, 5);
      const how = `a bundle of ${count(sent)} articles in ${sent.length} issues, each changed on both sides, verified, compared and planned against a library of ${count(own)} articles in ${own.length} issues`;
      return [{ name: 'plan of a bundle of 1,000 articles', value, unit: 'ms', target: 1000, how }];
    } finally {
      await library.close();
    }
  });
}

/** So many issues that they hold so many articles and briefs. */
function issuesHolding(most: number): readonly Issue[] {
  const made: Issue[] = [];
  for (let index = 0; count(made) < most; index += 1) {
    made.push(librarySizedIssue(1 + (index % issuesAYear), 2000 + Math.floor(index / issuesAYear)));
  }
  return made;
}

function count(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + issueItems(issue).length, 0);
}

async function writeIssues(file: string, issues: readonly Issue[], identity: Awaited<ReturnType<typeof openIdentity>>): Promise<void> {
  const parts = issues.map((issue) => {
    const json = Buffer.from(canonicalJson(issue), 'utf8');
    const key = issueKey(issue.masthead);
    const entry = recordEntry('issue', key);
    return {
      record: { type: 'issue', key, title: key, entry, revision: digestsOf(json).sha256, lineage: [] },
      source: { name: entry, isCompressible: true, load: () => Promise.resolve(json) },
    };
  });
  const contents = {
    kind: 'archive',
    to: '',
    unit: '示例市委宣传部',
    program: '专报编辑台',
    basis: [],
    records: parts.map(({ record }) => record),
    sources: parts.map(({ source }) => source),
  } as const;
  await writeBundle(file, contents, identity, { writtenAt: new Date() });
}
