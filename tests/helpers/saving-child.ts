/**
 * Opens the library in argv[2] and changes it without end, telling on stdout, before and after each change, what it
 * does; the kill test reads that, kills this process at any moment, and looks at the disk. argv[3]: count to begin at.
 */
import { writeSync } from 'node:fs';
import { openLibrary, type Library } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { draftArticle, numbered, titleOf, addManuscript, getManuscript } from './library-fixture.js';
import { slotOf, slots, type Report } from './saving-plan.js';

function report(line: Report): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function keyOfSlot(library: Library, slot: number): Promise<string | undefined> {
  return (await library.list()).issues.find(({ number }) => slotOf(number) === slot)?.key;
}

/** One change of one slot, numbered by `count`: mostly saves, now and then a new number, or into the trash and back. */
async function change(library: Library, slot: number, count: number): Promise<void> {
  const key = await keyOfSlot(library, slot);
  if (key === undefined) return void (await library.add('issue', numbered(slot + 1, String(count))));
  const { issue, revision } = await library.getIssue(key);
  if (count % 11 === 5) return void (await library.restore(await library.remove('issue', key)));
  if (count % 11 === 9) return void (await library.replace('issue', { ...issue, ...numbered(issue.masthead.number, String(count)) }));
  const number = count % 11 === 3 ? ((issue.masthead.number + slots - 1) % (2 * slots)) + 1 : issue.masthead.number;
  await library.saveIssue(key, numbered(number, String(count)), revision);
}

async function firstDraft(library: Library): Promise<string> {
  report({ kind: 'begin', slot: slots, count: 0 });
  const { id } = await addManuscript(library, draftArticle('0'));
  report({ kind: 'done', slot: slots, title: '0' });
  return id;
}

const [, , folder = '', begin = '1'] = process.argv;
report({ kind: 'opening' });
const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
report({ kind: 'opened' });
const submissionId = (await library.list()).submissions[0]?.id ?? (await firstDraft(library));
for (let count = Number(begin); ; count += 1) {
  const slot = count % (slots + 1);
  report({ kind: 'begin', slot, count });
  if (slot === slots)
    await library.replace('submission', { ...(await getManuscript(library, submissionId)), article: draftArticle(String(count)) });
  else await change(library, slot, count);
  const key = slot === slots ? undefined : await keyOfSlot(library, slot);
  const title = key === undefined ? String(count) : titleOf((await library.getIssue(key)).issue);
  report({ kind: 'done', slot, title });
}
