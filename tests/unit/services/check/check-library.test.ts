import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecall } from '../../../../electron/services/backup/recall.js';
import { Backups } from '../../../../electron/services/backup/backups.js';
import { LibraryCheck } from '../../../../electron/services/check/check-library.js';
import { readTrail } from '../../../../electron/services/library/audit-trail.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { createUndoHandlers } from '../../../../electron/services/undo-files.js';
import { unwatchedJob } from '../../../../electron/services/jobs.js';
import { AppError } from '../../../../shared/app-error.js';
import { emptyExchange } from '../../../../shared/bundle/exchange-state.js';
import { newCourse } from '../../../../shared/course/course.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { defaultPublication } from '../../../../shared/document/publication.js';
import { receiptVersion } from '../../../../shared/submissions/receipt-outcomes.js';
import type { CheckFinding } from '../../../../shared/library/check-calls.js';
import { failingDisk } from '../../../helpers/faulty-disk.js';
import {
  addManuscript,
  countingIds,
  draftArticle,
  filesIn,
  numbered,
  tickingClock,
  titleOf,
  within,
  withFolder,
} from '../../../helpers/library-fixture.js';

/** An issue whose first article was made from a manuscript. */
function linked(number: number, submission: string, paragraph = 'p1'): Issue {
  const issue = numbered(number, '示例');
  const [first, ...others] = issue.columns;
  if (first === undefined) throw new Error('the sample has columns');
  const [item, ...items] = first.items;
  if (item === undefined) throw new Error('the sample has items');
  const paragraphs = item.paragraphs.map((each, index) => (index === 0 ? { ...each, from: { submission, paragraph } } : each));
  return { ...issue, columns: [{ ...first, items: [{ ...item, submissions: [submission], paragraphs }, ...items] }, ...others] };
}

async function fill(folder: string): Promise<void> {
  await within(folder, async (library) => {
    for (const title of ['一', '二', '三']) await library.replace('issue', numbered(6, title));
    await addManuscript(library, draftArticle('来的稿'), [], 'm-1');
    const kept = await library.attach(Buffer.from('原文'), '原文.txt');
    await library.add('issue', { ...linked(7, 'm-1'), origin: kept });
  });
}

interface Checked {
  readonly check: LibraryCheck;
  readonly library: Library;
  readonly findings: readonly CheckFinding[];
  /** Ticks every repair whose file or message matches. */
  repair(of: RegExp): ReturnType<LibraryCheck['repair']>;
}

function checking(folder: string, run: (checked: Checked) => Promise<void>): Promise<void> {
  return within(folder, async (library) => {
    const check = new LibraryCheck(library, tickingClock(), createRecall(library));
    const { findings } = await check.run(unwatchedJob);
    await run({
      check,
      library,
      findings,
      repair: (of) => {
        const ids = findings.flatMap(({ id, file, message, repair }) =>
          repair !== undefined && of.test(`${file} ${message}`) ? [id] : [],
        );
        return check.repair(ids, unwatchedJob);
      },
    });
  });
}

const flip = async (path: string): Promise<void> => {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 4;
  await writeFile(path, bytes);
};

const again = async (check: LibraryCheck): Promise<readonly string[]> => (await check.run(unwatchedJob)).findings.map(({ file }) => file);

describe('自检', () => {
  it('finds nothing in a whole library, says what it looked at, and can be cancelled', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const before = await filesIn(folder);
      await checking(folder, async ({ check, findings }) => {
        expect(findings).toEqual([]);
        const { looked } = await check.run(unwatchedJob);
        expect(looked).toBe('核对了 3 个记录、2 个历史版本、1 个原文件，以及联系、操作记录和日志。');
        const controller = new AbortController();
        controller.abort(new AppError('cancelled', '已取消。'));
        await expect(check.run({ ...unwatchedJob, signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
      });
      expect(await filesIn(folder)).toEqual(before);
    }));

  it('brings back a damaged issue from the state before, and puts the damaged file aside', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await checking(folder, async ({ check, library }) => {
        await flip(join(folder, '期/2023/2023-06.json'));
        const [found, ...others] = (await check.run(unwatchedJob)).findings;
        expect(others).toEqual([]);
        expect(found).toMatchObject({ group: 'restore', file: '期/2023/2023-06.json', repair: '用前一版恢复' });
        expect(found?.message).toMatch(/^期 2023-06 的文件“2023-06\.json”已损坏；3月2日 \d\d:\d\d保存的前一版完好。$/u);
        expect(await check.repair([found?.id ?? ''], unwatchedJob)).toEqual({ done: [found?.id], failed: [] });
        expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
        expect(await again(check)).toEqual([]);
        expect((await readTrail(library.shelf)).entries.at(-1)).toMatchObject({
          action: '自检修复',
          what: '用前一版恢复：期/2023/2023-06.json',
        });
      });
      expect((await filesIn(folder)).filter((file) => file.startsWith('损坏文件'))).toHaveLength(1);
    }));

  it('brings back an issue of whose file nothing is left from its history', () =>
    withFolder(async (folder) => {
      await fill(folder);
      for (const name of await readdir(join(folder, '期/2023')))
        if (name.startsWith('2023-06')) await (name.endsWith('.json') ? flip : rm)(join(folder, '期/2023', name));
      await rm(join(folder, '索引.json'));
      await checking(folder, async ({ check, library, findings, repair }) => {
        expect(findings.map(({ message }) => message).join('')).toMatch(
          /^期 2023-06 的文件已损坏，先前移到了“损坏文件”；历史里.+的版本完好/u,
        );
        await repair(/2023-06/u);
        expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
        expect(await again(check)).toEqual([]);
        expect((await library.list()).problems).toEqual([]);
      });
    }));

  it('brings damaged papers back from the state before, else from the backup, else says that there is nothing', () =>
    withFolder(async (base) => {
      const folder = join(base, '库');
      await fill(folder);
      const ports = { clock: tickingClock(), ids: countingIds(), schedule: () => () => undefined, notify: () => undefined };
      await mkdir(join(base, '盘'));
      await within(folder, async (library) => {
        for (const name of ['甲刊', '乙刊']) await library.savePublication({ ...defaultPublication, name });
        await library.saveExchange(emptyExchange);
        await new Backups(library, ports).choose(join(base, '盘'));
        await library.setSetting('甲', 1);
      });
      await checking(folder, async ({ check, library }) => {
        for (const name of ['刊物', '交换', '设置']) await flip(join(folder, `${name}.json`));
        const { findings } = await check.run(unwatchedJob);
        expect(findings.map(({ group, file, message, repair }) => [group, file, message.replace(/^.+；/u, ''), repair])).toEqual([
          ['restore', '刊物.json', expect.stringMatching(/保存的前一版完好。$/u), '用前一版恢复'],
          ['tell', '设置.json', expect.stringContaining('前一版和备份里都没有完好的'), undefined],
          ['restore', '交换.json', '备份里有完好的一份。', '从备份取回'],
        ]);
        const ids = findings.flatMap(({ id, repair }) => (repair === undefined ? [] : [id]));
        expect((await check.repair(ids, unwatchedJob)).failed).toEqual([]);
        expect((await library.getPublication()).name).toBe('甲刊');
        expect(await library.getExchange()).toEqual(emptyExchange);
        expect(await again(check)).toEqual(['设置.json']);
      });
    }));

  it('tells of a receipt whose manuscript is nowhere, and not of one whose manuscript is here or in the trash', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        await addManuscript(library, draftArticle('删去的稿'), [], 'm-2');
        await library.remove('submission', 'm-2');
        for (const id of ['m-1', 'm-2', 'm-3'])
          await library.add('receipt', {
            ...{ version: receiptVersion, id, thread: id, round: 1, title: '示例', unitName: '示例区' },
            ...{ outcome: 'refused', reason: '已刊过', printed: [] },
          });
      });
      await checking(folder, async ({ findings }) => {
        expect(findings.map(({ group, file, message }) => `${group} ${file} ${message}`)).toEqual([
          expect.stringMatching(/^link 来稿\/m-2\.json .+在回收站里/u),
          expect.stringMatching(/^tell 回执\/m-3\.json .+所答复的稿件已不在资料库里/u),
        ]);
      });
    }));

  it('takes a damaged version and a lost original from the backup, and puts a version nobody has aside', () =>
    withFolder(async (base) => {
      const folder = join(base, '库');
      await fill(folder);
      const ports = { clock: tickingClock(), ids: countingIds(), schedule: () => () => undefined, notify: () => undefined };
      await mkdir(join(base, '盘'));
      await within(folder, (library) => new Backups(library, ports).choose(join(base, '盘')));
      const [version = '', other = ''] = await readdir(join(folder, '历史/2023-06'));
      const [original = ''] = await readdir(join(folder, '附件'));
      await flip(join(folder, '历史/2023-06', version));
      const whole = await readFile(join(folder, '附件', original));
      await rm(join(folder, '附件', original));
      await checking(folder, async ({ check, findings, repair }) => {
        expect(findings.map(({ group, repair: words }) => `${group} ${words ?? ''}`)).toEqual(['restore 从备份取回', 'restore 从备份取回']);
        expect((await repair(/./u)).done).toHaveLength(2);
        expect(await readFile(join(folder, '附件', original))).toEqual(whole);
        expect(await again(check)).toEqual([]);
      });
      await rm(join(base, '盘'), { recursive: true });
      await flip(join(folder, '历史/2023-06', other));
      await checking(folder, async ({ check, findings, repair }) => {
        expect(findings).toMatchObject([{ group: 'tidy', repair: '移到“损坏文件”' }]);
        const { undoId = '' } = await repair(/./u);
        expect(await again(check)).toEqual([]);
        await check.undo(undoId);
        expect(await again(check)).toEqual([`历史/2023-06/${other}`]);
      });
    }));

  it('brings back the publication that issues are of, and says of one that is nowhere what to do', () =>
    withFolder(async (folder) => {
      const ofPublication = (number: number, publication: string) => ({
        ...numbered(number),
        masthead: { ...numbered(number).masthead, publication },
      });
      await within(folder, async (library) => {
        await library.add('publication', { ...defaultPublication, id: '0000000a', name: '内部参考' });
        await library.add('issue', ofPublication(8, '0000000a'));
        await library.add('issue', ofPublication(9, '0000000b'));
        await library.remove('publication', '0000000a');
      });
      await checking(folder, async ({ library, findings, repair }) => {
        expect(findings.map(({ group, message }) => `${group} ${message}`)).toEqual([
          'link 期 2023-08-0000000a《宣传信息专报 2023年第8期》所属的刊物在回收站里，版式暂照本库自己的刊物。',
          'tell 期 2023-09-0000000b《宣传信息专报 2023年第9期》所属的刊物已不在资料库里，版式暂照本库自己的刊物。请从备份取回，或在“报头”里改“归入刊物”。',
        ]);
        await repair(/回收站/u);
        expect((await library.get('publication', '0000000a')).value.name).toBe('内部参考');
      });
    }));

  it('brings named manuscripts back from the trash, and gives up links that lead nowhere in one commit that can be undone', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        await library.add('issue', linked(8, 'm-gone'));
        await library.add('issue', linked(9, 'm-1', 'p-gone'));
        await library.add('issue', { ...linked(10, 'm-gone'), state: 'printed' });
        await library.remove('submission', 'm-1');
      });
      await checking(folder, async ({ check, library, findings, repair }) => {
        expect(findings.map(({ group, message }) => `${group} ${message}`)).toEqual([
          'link 期 2023-09《宣传信息专报 2023年第9期》的《示例》所用的来稿在回收站里，不能对照。',
          'link 期 2023-08《宣传信息专报 2023年第8期》的《示例》所用的来稿（m-gone）已不在资料库里。',
          expect.stringMatching(/^tell 期 2023-10.+这一期已印发，不改动/u),
        ]);
        await repair(/回收站/u);
        expect((await library.get('submission', 'm-1')).value.id).toBe('m-1');
        const second = (await check.run(unwatchedJob)).findings.filter(({ group }) => group === 'link');
        expect(second.map(({ message }) => message.slice(-16))).toEqual(
          ['所用的来稿（m-gone）已不在资料库里。', '有 1 段对照不到来稿里的原段。'].map((text) => text.slice(-16)),
        );
        const { undoId = '', done } = await check.repair(
          second.map(({ id }) => id),
          unwatchedJob,
        );
        expect(done).toHaveLength(2);
        const [item] = (await library.getIssue('2023-08')).issue.columns[0]?.items ?? [];
        expect([item?.submissions, item?.paragraphs[0]?.from]).toEqual([undefined, undefined]);
        expect((await library.getIssue('2023-09')).issue.columns[0]?.items[0]?.submissions).toEqual(['m-1']);
        expect((await readTrail(library.shelf)).entries.at(-1)?.what).toMatch(/^期 2023-08.+、期 2023-09/u);
        await check.undo(undoId);
        expect((await library.getIssue('2023-08')).issue.columns[0]?.items[0]?.submissions).toEqual(['m-gone']);
      });
    }));

  it('moves what nothing needs into 清理 under its own path, never deletes, and moves it back', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        await library.attach(Buffer.from('无人提到'), '无.txt');
        const versions = await readdir(join(folder, '历史/2023-06'));
        const held = await library.attach(Buffer.from('旧版提到'), '旧.txt');
        await library.replace('issue', { ...numbered(6), origin: held });
        await library.replace('issue', numbered(6));
        expect(versions.length).toBeGreaterThan(0);
        await library.add('course', newCourse('2023-12'));
      });
      await cp(join(folder, '历史/2023-06'), join(folder, '历史/2021-01'), { recursive: true });
      await mkdir(join(folder, '撤销'), { recursive: true });
      await writeFile(join(folder, '撤销/2021-01.json'), '{}');
      await writeFile(join(folder, '期/2023/2023-11.txt'), '旧文字');
      await writeFile(join(folder, '期/2023/随手.txt'), '自己的');
      const before = await filesIn(folder);
      await checking(folder, async ({ check, library, findings, repair }) => {
        expect(findings.every(({ group }) => group === 'tidy')).toBe(true);
        expect(findings.map(({ file }) => file.replace(/[0-9a-f]{64}/u, '…')).sort()).toEqual(
          ['附件/…', '历史/2021-01', '撤销/2021-01.json', '期/2023/2023-11.txt', '流程/2023/2023-12-流程.json'].sort(),
        );
        const { undoId = '', failed } = await repair(/./u);
        expect(failed).toEqual([]);
        expect(await again(check)).toEqual([]);
        const tidied = (await filesIn(folder)).filter((file) => file.startsWith('清理/'));
        expect(tidied.map((file) => file.replace(/^清理\/[^/]+\//u, '')).sort()).toEqual(
          before.filter((file) => /2021-01|2023-11\.txt/u.test(file) || tidied.some((moved) => moved.endsWith(file))).sort(),
        );
        expect((await library.list()).trash.map(({ kind }) => kind)).toEqual(['course']);
        await check.undo(undoId);
        expect(await again(check)).toHaveLength(5);
      });
    }));

  it('tells where the audit trail was changed until somebody has seen it, of a damaged journal, and of foreign files', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const [month = ''] = (await readdir(join(folder, '操作记录'))).filter((name) => name.endsWith('.txt'));
      const text = await readFile(join(folder, '操作记录', month), 'utf8');
      await writeFile(join(folder, '操作记录', month), text.replace('\t新建\t', '\t查看\t'));
      const [segment = ''] = await readdir(join(folder, '日志'));
      await appendFile(join(folder, '日志', segment), '不是日志\n');
      await writeFile(join(folder, '期/2023/副本.json'), '{}');
      await checking(folder, async ({ check, findings, repair }) => {
        expect(findings.map(({ group, file }) => `${group} ${file}`)).toEqual([
          `tell 操作记录/${month}`,
          `tell 日志/${segment}`,
          'tell 期/2023/副本.json',
        ]);
        await repair(/操作记录/u);
        expect(await again(check)).toEqual([`日志/${segment}`, '期/2023/副本.json']);
      });
    }));

  it('repairs nothing once anything changed since it looked, and nothing in a library that can only be read', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, (library) => library.attach(Buffer.from('无人提到'), '无.txt'));
      await checking(folder, async ({ check, library, findings, repair }) => {
        expect(findings).toHaveLength(1);
        await library.add('issue', numbered(8));
        await expect(repair(/./u)).rejects.toMatchObject({ code: 'bad-request', message: expect.stringContaining('又有改动') });
        expect(await again(check)).toHaveLength(1);
      });
      const before = await filesIn(folder);
      await within(
        folder,
        async (library) => {
          const check = new LibraryCheck(library, tickingClock(), createRecall(library));
          const { findings } = await check.run(unwatchedJob);
          const ids = findings.map(({ id }) => id);
          expect(ids).toHaveLength(1);
          expect(await check.repair(ids, unwatchedJob)).toMatchObject({
            done: [],
            failed: [{ id: ids[0], message: '资料库以只读方式打开。' }],
          });
        },
        { mode: 'read' },
      );
      expect(await filesIn(folder)).toEqual(before);
    }));

  it('takes back what it can of a repair, tells what stands in the way, and can be asked again', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const texts = ['2023-11', '2023-12'].map((name) => join(folder, `期/2023/${name}.txt`));
      for (const path of texts) await writeFile(path, '旧文字');
      await checking(folder, async ({ check, repair }) => {
        const { undoId = '', done } = await repair(/./u);
        expect(done).toHaveLength(2);
        await writeFile(texts[1] ?? '', '又有');
        await expect(check.undo(undoId)).rejects.toMatchObject({ code: 'issue-exists', message: expect.stringContaining('可以再试') });
        expect(await readFile(texts[0] ?? '', 'utf8')).toBe('旧文字');
        await rm(texts[1] ?? '');
        await check.undo(undoId);
        expect(await readFile(texts[1] ?? '', 'utf8')).toBe('旧文字');
        await expect(check.undo(undoId)).rejects.toMatchObject({ code: 'bad-request' });
      });
    }));

  it('leaves a picture alone that undo can still bring back', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        const { sha256 } = await library.attach(Buffer.from('图'), '图.png');
        const steps = JSON.stringify([{ add: { picture: { sha256 } } }]);
        await createUndoHandlers(library)['undo.keep']({ key: '2023-06', revision: 'r', steps });
      });
      await checking(folder, async ({ findings }) => expect(findings).toEqual([]));
    }));

  it('asks the backup again after it could not be read, and says so where it is gone when the repair comes', () =>
    withFolder(async (base) => {
      const folder = join(base, '库');
      await fill(folder);
      await mkdir(join(base, '盘'));
      const reading = failingDisk({ steps: ['readFile'], code: 'EIO', path: /内容/u });
      await within(
        folder,
        async (library) => {
          const ports = { clock: tickingClock(), ids: countingIds(), schedule: () => () => undefined, notify: () => undefined };
          await new Backups(library, ports).choose(join(base, '盘'));
          const [original = ''] = await readdir(join(folder, '附件'));
          await rm(join(folder, '附件', original));
          const check = new LibraryCheck(library, tickingClock(), createRecall(library));
          reading.arm();
          expect((await check.run(unwatchedJob)).findings).toMatchObject([{ group: 'tell' }]);
          reading.disarm();
          const [found] = (await check.run(unwatchedJob)).findings;
          expect(found).toMatchObject({ group: 'restore', repair: '从备份取回' });
          await rename(join(base, '盘'), join(base, '拔出'));
          const failed = [{ id: found?.id, message: expect.stringContaining('备份里现在取不到') as string }];
          expect(await check.repair([found?.id ?? ''], unwatchedJob)).toEqual({ done: [], failed });
          await rename(join(base, '拔出'), join(base, '盘'));
          expect(await check.repair([found?.id ?? ''], unwatchedJob)).toMatchObject({ done: [found?.id] });
          expect(await readdir(join(folder, '附件'))).toEqual([original]);
        },
        { disk: reading.disk },
      );
    }));

  it('refuses ids of another check, and takes nothing back twice', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await checking(folder, async ({ check }) => {
        await expect(check.repair(['0 甲'], unwatchedJob)).rejects.toMatchObject({ code: 'bad-request' });
        await expect(check.undo('repair-1')).rejects.toMatchObject({ code: 'bad-request' });
      });
    }));
});
