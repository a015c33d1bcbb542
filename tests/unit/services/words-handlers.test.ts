import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppOptions } from '../../../electron/services/app-options.js';
import { createHandles } from '../../../electron/services/handles.js';
import { createKeptWords } from '../../../electron/services/kept-words.js';
import { systemClock } from '../../../electron/services/system-ports.js';
import { createWordsHandlers } from '../../../electron/services/words-handlers.js';
import { issueKey } from '../../../shared/document/issue.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { openTestLibrary } from '../../helpers/open-test-library.js';

const value = issue(column('经验交流', article('甲县抓实工作', p('甲县开展活动。'))));
const key = issueKey(value.masthead);
const changed = { ...value, instruction: '请阅' };

async function setUp() {
  const { library } = await openTestLibrary();
  await library.add('issue', value);
  const keptWords = createKeptWords([mkdtempSync(join(tmpdir(), 'kept-'))], systemClock);
  return { library, words: createWordsHandlers(library, keptWords, createHandles(), {} as AppOptions) };
}

describe('a save that fails', () => {
  it('leaves its words where the next window finds them', async () => {
    const { words } = await setUp();
    await expect(words['issue.save']({ key, issue: changed, baseRevision: 'another' })).rejects.toMatchObject({ code: 'issue-changed' });
    expect(await words['words.kept']()).toMatchObject({ kept: [{ key, issue: changed }] });
  });

  it('leaves nothing once a later one succeeds', async () => {
    const { library, words } = await setUp();
    await words['issue.save']({ key, issue: changed, baseRevision: 'another' }).catch(() => undefined);
    await words['issue.save']({ key, issue: changed, baseRevision: (await library.getIssue(key)).revision });
    expect(await words['words.kept']()).toEqual({ kept: [] });
  });

  it('leaves nothing to restore when the library has its words after all', async () => {
    const { library, words } = await setUp();
    await words['issue.save']({ key, issue: changed, baseRevision: 'another' }).catch(() => undefined);
    await library.saveIssue(key, changed, (await library.getIssue(key)).revision);
    expect(await words['words.kept']()).toEqual({ kept: [] });
  });
});
