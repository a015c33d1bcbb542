import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlainTexts } from '../../../electron/services/plain-texts.js';
import type { Library } from '../../../electron/services/library/library.js';
import { filesIn, numbered, open, within, withFolder } from '../../helpers/library-fixture.js';

const text = '期/2023/2023-06.txt';

interface Hands {
  readonly library: Library;
  readonly texts: PlainTexts;
  readonly folder: string;
  readonly scheduled: { readonly action: () => void; readonly delayMs: number }[];
}

function withTexts(run: (hands: Hands) => Promise<void>): Promise<void> {
  return withFolder((folder) =>
    within(folder, async (library) => {
      const scheduled: Hands['scheduled'] = [];
      const texts = new PlainTexts(library, (action, delayMs) => {
        scheduled.push({ action, delayMs });
        return () => undefined;
      });
      await run({ library, texts, folder, scheduled });
    }),
  );
}

const textsIn = async (folder: string) => (await filesIn(folder)).filter((name) => /^期\/.*\.txt/u.test(name));

describe('the plain text beside an issue', () => {
  it('is written after the record, once for many saves, in the words that are printed', () =>
    withTexts(async ({ library, texts, folder, scheduled }) => {
      await library.add('issue', numbered(6, '一'));
      await library.replace('issue', numbered(6, '二'));
      expect(await textsIn(folder)).toEqual([]);
      expect(scheduled.at(-1)?.delayMs).toBe(5000);
      await texts.write();
      expect(await textsIn(folder)).toEqual([text]);
      expect(await readFile(join(folder, text), 'utf8')).toContain('二');
    }));

  it('goes where its issue goes, and away with it', () =>
    withTexts(async ({ library, texts, folder }) => {
      await library.add('issue', numbered(6));
      await texts.write();
      const { revision } = await library.getIssue('2023-06');
      await library.saveIssue('2023-06', numbered(9), revision);
      await texts.write();
      expect(await textsIn(folder)).toEqual(['期/2023/2023-09.txt']);
      await library.remove('issue', '2023-09');
      await texts.write();
      expect(await textsIn(folder)).toEqual([]);
    }));

  it('is made anew when it is missing or older than its record, and left alone otherwise', () =>
    withTexts(async ({ library, texts, folder }) => {
      await library.add('issue', numbered(6, '一'));
      await texts.write();
      await rm(join(folder, text));
      await texts.renew();
      expect(await textsIn(folder)).toEqual([text]);
      await writeFile(join(folder, text), '旧');
      await utimes(join(folder, text), 1000, 1000);
      await texts.renew();
      expect(await readFile(join(folder, text), 'utf8')).toContain('一');
      await writeFile(join(folder, text), '别人写的');
      await texts.renew();
      expect(await readFile(join(folder, text), 'utf8')).toBe('别人写的');
    }));

  it('is up to date when the program has closed, and no trouble to the library', () =>
    withFolder(async (folder) => {
      await within(folder, async (library) => {
        const texts = new PlainTexts(library, () => () => undefined);
        await library.add('issue', numbered(6, '最后'));
        await writeFile(join(folder, `${text}.新`), '没写完');
        await texts.close();
      });
      expect(await readFile(join(folder, text), 'utf8')).toContain('最后');
      expect(await textsIn(folder)).toEqual([text]);
      const again = await open(folder);
      expect((await again.list()).problems).toEqual([]);
      expect(again.notices()).toEqual([]);
      await again.close();
    }));
});
