import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeptWords } from '../../../electron/services/kept-words.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';

const words = (text: string) => issue(column('经验交流', article('甲县抓实工作', p(text))));
const folder = (): string => mkdtempSync(join(tmpdir(), 'kept-'));

/** A clock that is a second later every time it is asked. */
function clock() {
  let ms = Date.parse('2031-05-06T07:08:09Z');
  return { now: () => new Date((ms += 1000)) };
}

/** A folder in which nothing can be made: a file stands in its place. */
function taken(): string {
  const path = join(folder(), 'taken');
  writeFileSync(path, '');
  return path;
}

describe('kept words', () => {
  it('outlive the program', async () => {
    const place = folder();
    await createKeptWords([place], clock()).keep('2031-05', words('一'));
    expect(await createKeptWords([place], clock()).list()).toMatchObject([{ key: '2031-05', issue: words('一') }]);
  });

  it('are the newest of an issue, in one file', async () => {
    const place = folder();
    const kept = createKeptWords([place], clock());
    await kept.keep('2031-05', words('一'));
    await kept.keep('2031-05', words('一二'));
    expect(readdirSync(place)).toHaveLength(1);
    expect((await kept.list()).map(({ issue }) => issue)).toEqual([words('一二')]);
  });

  it('go when the library has them, and not before', async () => {
    const place = folder();
    const kept = createKeptWords([place], clock());
    await kept.keep('2031-05', words('一'));
    await kept.forget('2031-06');
    expect(readdirSync(place)).toHaveLength(1);
    await kept.forget('2031-05');
    expect([readdirSync(place), await kept.list()]).toEqual([[], []]);
  });

  it('that were offered stay whatever is saved afterwards, until they are dropped', async () => {
    const place = folder();
    const kept = createKeptWords([place], clock());
    await kept.keep('2031-05', words('一'));
    const [offered] = await kept.list();
    await kept.keep('2031-05', words('二'));
    await kept.forget('2031-05');
    expect((await kept.list()).map(({ issue }) => issue)).toEqual([words('一')]);
    await kept.drop(offered?.id ?? '');
    expect(await kept.list()).toEqual([]);
  });

  it('go to the next folder where one takes nothing', async () => {
    const place = folder();
    const kept = createKeptWords([taken(), place], clock());
    await kept.keep('2031-05', words('一'));
    expect([readdirSync(place).length, kept.isSafe()]).toEqual([1, true]);
  });

  it('are held in memory where no folder takes them, which is told', async () => {
    const kept = createKeptWords([taken()], clock());
    await kept.keep('2031-05', words('一'));
    expect(kept.isSafe()).toBe(false);
    expect(await kept.list()).toMatchObject([{ issue: words('一') }]);
    await kept.drop((await kept.list())[0]?.id ?? '');
    expect(kept.isSafe()).toBe(true);
  });

  it('pass over files that are none, and leave them', async () => {
    const place = folder();
    mkdirSync(join(place, '2031-05_20310506T070809000Z.json'));
    writeFileSync(join(place, '2031-06_20310506T070809000Z.json'), '{"half":');
    writeFileSync(join(place, '说明.txt'), '');
    expect(await createKeptWords([place], clock()).list()).toEqual([]);
    expect(readdirSync(place)).toHaveLength(3);
  });

  it('cannot be dropped by a path', () => {
    expect(() => createKeptWords([folder()], clock()).drop('../x')).toThrow('没有这一份');
  });
});
