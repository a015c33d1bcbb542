import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { undoImport } from '../../../../electron/services/bundle/apply-import.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { canonicalJson } from '../../../../shared/library/canonical-json.js';
import { startingIssue } from '../../../helpers/edited-issues.js';
import { mortalDisk, type HalfWritten } from '../../../helpers/faulty-disk.js';
import { tickingClock, withFolder } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

const [here, there, stick] = ['乙', '甲', '盘.zbx'];
const reopened = { clock: tickingClock('2026-03-03T01:00:00.000Z') };

/** All that an import can change: issues, settings, and what is known of the exchange. */
async function contents(library: Library): Promise<string> {
  const { issues, problems } = await library.list();
  const read = await Promise.all(issues.map(async ({ key }) => (await library.getIssue(key)).issue));
  const { imports, received, lineages } = await library.getExchange();
  const exchange = { imports: imports.map(({ undoneAt }) => undoneAt !== undefined), received: received.length, lineages };
  return canonicalJson({ read, problems, publication: await library.getPublication(), exchange });
}

/** One office has an issue the other's bundle changes, and lacks another; both differ in the settings. */
async function prepare(base: string): Promise<void> {
  const sender = await openOffice(base, there);
  await sender.library.add('issue', startingIssue);
  await sender.pack(join(base, '先.zbx'), 'issue', '2023-06');
  await sender.library.replace('issue', { ...startingIssue, instruction: '已阅' });
  await sender.library.add('issue', { ...startingIssue, masthead: { ...startingIssue.masthead, number: 7 } });
  await sender.pack(join(base, stick), 'archive', '2023');
  await sender.library.close();
  const receiver = await openOffice(base, here);
  await receiver.take(join(base, '先.zbx'));
  await receiver.library.close();
}

interface Deed {
  readonly name: string;
  readonly before?: (office: Office, base: string) => Promise<unknown>;
  readonly run: (office: Office, base: string) => Promise<unknown>;
}

const lastImport = async ({ library }: Office): Promise<string> => (await library.getExchange()).imports.at(-1)?.id ?? '';
const deeds: readonly Deed[] = [
  { name: 'an import', run: (office, base) => office.take(join(base, stick)) },
  {
    name: 'undoing an import',
    before: (office, base) => office.take(join(base, stick)),
    run: async (office) => undoImport(office.library, await lastImport(office), '2026-03-09T01:00:00.000Z', false),
  },
];

/** Does it on a disk that dies at one step; comes back with what is there when the library is opened again. */
async function dieAt(base: string, template: string, { run }: Deed, step: number, writing: HalfWritten) {
  const name = `死${step}${writing}`;
  await cp(join(base, template), join(base, name), { recursive: true });
  const mortal = mortalDisk();
  const office = await openOffice(base, name, { disk: mortal.disk });
  mortal.dieAt(step, writing);
  const reported = await run(office, base).then(
    () => true,
    () => false,
  );
  const died = mortal.isDead();
  if (!died) await office.library.close();
  await rm(join(base, name, '资料库', '锁'), { recursive: true, force: true });
  const again = await openOffice(base, name, reopened);
  const found = await contents(again.library);
  await again.library.close();
  await rm(join(base, name), { recursive: true, force: true });
  return { died, reported, found };
}

describe.each(deeds)('$name that dies at any step', (deed) => {
  it.each(['nothing', 'half', 'whole'] as const)('is done wholly or not at all (file being written: %s)', (writing) =>
    withFolder(async (base) => {
      await prepare(base);
      const first = await openOffice(base, here);
      await deed.before?.(first, base);
      const before = await contents(first.library);
      await first.library.close();
      const end = await dieAt(base, here, deed, Number.MAX_SAFE_INTEGER, writing);
      expect([end.died, end.reported, end.found === before]).toEqual([false, true, false]);
      for (let step = 1; ; step += 1) {
        const { died, reported, found } = await dieAt(base, here, deed, step, writing);
        if (!died) break;
        expect([before, end.found], `dead at step ${step}`).toContain(found);
        if (reported) expect(found).toBe(end.found);
      }
    }),
  );
});
