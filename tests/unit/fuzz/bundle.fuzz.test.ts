import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenedBundles } from '../../../electron/services/bundle/opened-bundles.js';
import { unwatchedJob } from '../../../electron/services/jobs.js';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';
import { AppError } from '../../../shared/app-error.js';
import { problemTable } from '../../../shared/bundle/problems.js';
import { bundleCalls } from '../../../shared/bundle/bundle-calls.js';
import { hostileMakers } from '../../helpers/hostile-bundles.js';
import { filesIn, open, withFolder } from '../../helpers/library-fixture.js';
import { numbersFrom } from '../../helpers/mutations.js';
import { sealedPassphrase } from '../../helpers/sealed-cases.js';

/** `npm run fuzz` asks for 10,000; a seed of its own makes a run that failed come again. */
const inputs = Number(process.env['ZHUANBAO_FUZZ'] ?? 280);
const seed = Number(process.env['ZHUANBAO_FUZZ_SEED'] ?? 1);
/** Of those that are taken for whole, so many go on to be imported, into a library of their own. */
const importEvery = 12;
const mostMegabytes = 600;

const makers = Object.entries(hostileMakers);

/** All that lies in a folder, by name and contents. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await filesIn(folder))].sort()) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** Opens a bundle; one that asks for a passphrase is given the one that most are sealed with. */
async function openSealed(bundles: OpenedBundles, file: string) {
  const opened = await bundles.open(file, unwatchedJob);
  const isAsking = opened.problems.some(({ code }) => code === 'passphrase-needed');
  return isAsking ? bundles.unseal(opened.id, sealedPassphrase, unwatchedJob) : opened;
}

describe('any bundle', () => {
  it(`is judged, and changes nothing unless it is whole, in ${inputs} tries`, { timeout: 120_000 + inputs * 400 }, () =>
    withFolder(async (base) => {
      const [library, sink] = [await open(join(base, '资料库')), await open(join(base, '另库'))];
      const ports = { userFolder: join(base, '用户'), clock: systemClock, ids: randomIds };
      const [bundles, imports] = [new OpenedBundles(library, ports), new OpenedBundles(sink, ports)];
      mkdirSync(join(base, '盘'));
      const file = join(base, '盘', '包.zbx');
      const before = await fingerprint(join(base, '资料库'));
      const counts = { refused: 0, whole: 0, imported: 0 };
      const start = process.memoryUsage().rss;
      for (let index = 0; index < inputs; index += 1) {
        const [name, make] = makers[index % makers.length] ?? ['', () => new Uint8Array()];
        const told = `seed ${seed}, input ${index}: ${name}`;
        writeFileSync(file, make(numbersFrom(seed * 1_000_003 + index), index));
        const opened = await openSealed(bundles, file);
        expect(bundleCalls['bundle.open'].response.safeParse(opened).error, told).toBeUndefined();
        for (const { code, message } of opened.problems) {
          expect(Object.keys(problemTable), told).toContain(code);
          expect(message, told).toMatch(/。$/u);
        }
        expect(opened.valid, told).toBe(!opened.problems.some(({ isError }) => isError));
        const choice = { selected: opened.steps.map((step) => step.name), answers: {}, withoutTrust: true };
        if (!opened.valid) {
          counts.refused += 1;
          await expect(bundles.import(opened.id, choice, unwatchedJob), told).rejects.toBeInstanceOf(AppError);
        } else if ((counts.whole += 1) % importEvery === 1) {
          const { id } = await openSealed(imports, file);
          // A stranger's numbers may be refused by a library that has bundles of the same key.
          const outcome: unknown = await imports.import(id, choice, unwatchedJob).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome, told).toBeInstanceOf(AppError);
          else counts.imported += 1;
        }
      }
      await bundles.closeAll();
      await imports.closeAll();
      expect(await fingerprint(join(base, '资料库'))).toBe(before);
      expect((await sink.list()).problems).toEqual([]);
      expect(readdirSync(base).sort()).toEqual(['另库', '用户', '盘', '资料库'].sort());
      expect(existsSync(join(base, '用户', '隔离区')) ? readdirSync(join(base, '用户', '隔离区')) : []).toEqual([]);
      expect((process.memoryUsage().rss - start) / 1024 / 1024).toBeLessThan(mostMegabytes);
      expect(counts.refused).toBeGreaterThan(inputs / 2);
      expect(counts.imported).toBeGreaterThan(0);
      await library.close();
      await sink.close();
    }),
  );
});
