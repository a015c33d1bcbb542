import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPublication } from '../../../../shared/document/publication.js';
import { calls } from '../../../../shared/ipc.js';
import { encodeEnvelope, revisionOf } from '../../../../electron/services/library/envelope.js';
import {
  draftArticle,
  filesIn,
  numbered,
  open,
  tickingClock,
  titleOf,
  within,
  withFolder,
  addManuscript,
  getManuscript,
} from '../../../helpers/library-fixture.js';

describe('a library folder', () => {
  it('keeps issues, submissions, publication and settings over closing and opening', () =>
    withFolder(async (folder) => {
      const draft = await within(folder, async (library) => {
        expect(await library.add('issue', numbered(6, '甲'))).toMatchObject({ key: '2023-06' });
        await library.savePublication({ ...defaultPublication, organ: '示例市委宣传部' });
        await library.setSetting('panes', [200, 400]);
        return addManuscript(library, draftArticle('示例区开展宣讲'), ['没有找到来源单位。']);
      });
      await within(folder, async (library) => {
        expect((await library.getIssue('2023-06')).issue).toEqual(numbered(6, '甲'));
        expect(await getManuscript(library, draft.id)).toEqual(draft);
        expect((await library.getPublication()).organ).toBe('示例市委宣传部');
        expect(await library.getSettings()).toEqual({ panes: [200, 400] });
        expect(library.notices()).toEqual([]);
        const list = await library.list();
        expect(calls['library.list'].response.parse(list)).toEqual(list);
        expect(list.issues.map(({ key, titles }) => [key, titles[0]])).toEqual([['2023-06', '甲']]);
        expect(list.submissions.map(({ id }) => id)).toEqual([draft.id]);
      });
      expect((await filesIn(folder)).filter((file) => !/^(历史|日志|操作记录)/u.test(file))).toEqual(
        ['刊物.json', `来稿/${draft.id}.json`, '期/2023/2023-06.json', '索引.json', '设置.json', '资料库.json'].sort(),
      );
    }));

  it('lists newest first, supplements among the numbers of their year', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        for (const issue of [numbered(2, '乙'), numbered(1, '甲', 2024), numbered(10, '丙')]) await library.add('issue', issue);
        await library.add('issue', { ...numbered(1), masthead: { ...numbered(1).masthead, supplement: true } });
        expect((await library.list()).issues.map(({ key }) => key)).toEqual(['2024-01', '2023-Z01', '2023-10', '2023-02']);
      }),
    ));

  it('gives the checksum of the data as revision and takes it as base of the next save', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        const { revision } = await library.getIssue('2023-06');
        expect(revision).toBe(revisionOf(numbered(6, '甲')));
        const saved = await library.saveIssue('2023-06', numbered(6, '乙'), revision);
        expect(saved).toEqual({ key: '2023-06', revision: revisionOf(numbered(6, '乙')), savedAt: expect.stringMatching(/Z$/u) as string });
        await expect(library.saveIssue('2023-06', numbered(6, '丙'), revision)).rejects.toMatchObject({ code: 'issue-changed' });
        expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('乙');
      }),
    ));

  it('writes nothing when nothing changed', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6));
        const before = await readFile(join(folder, '期/2023/2023-06.json'));
        await library.saveIssue('2023-06', numbered(6), 'whatever');
        expect(await readFile(join(folder, '期/2023/2023-06.json'))).toEqual(before);
        expect((await filesIn(folder)).filter((file) => /\.json\.\d$/u.test(file))).toEqual([]);
      }),
    ));

  it('refuses a second issue of the same number and leaves the first', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        await expect(library.add('issue', numbered(6, '乙'))).rejects.toMatchObject({ code: 'issue-exists' });
        expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('甲');
      }),
    ));

  it('refuses an issue that could not be read again', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const broken = { ...numbered(6), instruction: '一行\n两行' };
        await expect(library.add('issue', broken)).rejects.toMatchObject({
          code: 'bad-request',
          message: expect.stringContaining('领导批示') as string,
        });
        expect((await library.list()).issues).toEqual([]);
      }),
    ));

  it('says which issue or draft is missing', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await expect(library.getIssue('2023-06')).rejects.toMatchObject({ code: 'issue-missing' });
        await expect(library.getIssue('../../secret')).rejects.toMatchObject({ code: 'issue-missing' });
        await expect(getManuscript(library, '../x')).rejects.toMatchObject({ code: 'submission-missing' });
        await expect(library.restore('期_../x_20260101T000000000Z')).rejects.toMatchObject({ code: 'issue-missing' });
      }),
    ));

  it('tells those who watch of every change until they stop', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        let told = 0;
        const stop = library.watch(() => (told += 1));
        await library.add('issue', numbered(6));
        await library.remove('issue', '2023-06');
        stop();
        await library.add('issue', numbered(7));
        expect(told).toBe(2);
      }),
    ));
});

describe('renumbering', () => {
  it('moves an issue to its new key and keeps the old file as a version', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        const { revision } = await library.getIssue('2023-06');
        expect((await library.saveIssue('2023-06', numbered(7, '乙'), revision)).key).toBe('2023-07');
        expect((await library.list()).issues.map(({ key }) => key)).toEqual(['2023-07']);
        await expect(library.getIssue('2023-06')).rejects.toMatchObject({ code: 'issue-missing' });
        const [version] = await library.versionsOf('issue', '2023-07');
        expect(titleOf(await library.getVersion('issue', '2023-07', version?.id ?? ''))).toBe('甲');
        expect(await filesIn(folder)).not.toContain('进行中.json');
      }),
    ));

  it('refuses a key that is taken and leaves both issues', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        await library.add('issue', numbered(7, '乙'));
        const { revision } = await library.getIssue('2023-06');
        await expect(library.saveIssue('2023-06', numbered(7, '丙'), revision)).rejects.toMatchObject({ code: 'issue-exists' });
        expect((await library.list()).issues.map(({ titles }) => titles[0])).toEqual(['乙', '甲']);
      }),
    ));
});

describe('trash and history', () => {
  it('deletes an issue and a draft so that they can be restored, also after reopening', () =>
    withFolder(async (folder) => {
      const ids = await within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        const { revision } = await library.getIssue('2023-06');
        await library.saveIssue('2023-06', numbered(6, '乙'), revision);
        const draft = await addManuscript(library, draftArticle('示例区开展宣讲'), []);
        return [await library.remove('issue', '2023-06'), await library.remove('submission', draft.id)];
      });
      await within(folder, async (library) => {
        const { issues, submissions, trash } = await library.list();
        expect([issues.length, submissions.length]).toEqual([0, 0]);
        expect(trash.map(({ kind, title }) => [kind, title])).toEqual([
          ['submission', '示例区开展宣讲'],
          ['issue', '宣传信息专报 2023年第6期'],
        ]);
        expect(await library.restore(ids[0] ?? '')).toEqual({ kind: 'issue', key: '2023-06' });
        expect((await library.restore(ids[1] ?? '')).kind).toBe('submission');
        expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('乙');
        expect((await library.list()).trash).toEqual([]);
        await expect(library.restore(ids[0] ?? '')).rejects.toMatchObject({ code: 'issue-missing' });
      });
    }));

  it('does not restore over an issue that took the number meanwhile', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        const id = await library.remove('issue', '2023-06');
        await library.add('issue', numbered(6, '乙'));
        await expect(library.restore(id)).rejects.toMatchObject({ code: 'issue-exists' });
        expect((await library.list()).trash).toHaveLength(1);
      }),
    ));

  it('keeps a version before the first change of a session, after ten minutes, and before a replacement', () =>
    withFolder(async (folder) => {
      const clock = tickingClock();
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(6, '零'));
          let base = (await library.getIssue('2023-06')).revision;
          const save = async (title: string) => (base = (await library.saveIssue('2023-06', numbered(6, title), base)).revision);
          await save('一');
          await save('二');
          clock.forward(11 * 60 * 1000);
          await save('三');
          await library.replace('issue', numbered(6, '四'));
          const versions = await library.versionsOf('issue', '2023-06');
          const titles = await Promise.all(versions.map(async ({ id }) => titleOf(await library.getVersion('issue', '2023-06', id))));
          expect(titles).toEqual(['三', '二', '零']);
        },
        { clock },
      );
    }));
});

describe('attachments', () => {
  it('keeps the same bytes once and notices when they are damaged', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const bytes = Buffer.from('原文');
        const { file, sha256 } = await library.attach(bytes, '来稿.txt');
        await library.attach(bytes, '来稿副本.txt');
        expect(file).toBe('来稿.txt');
        expect(Buffer.from((await library.getAttachment(sha256)) ?? [])).toEqual(bytes);
        await writeFile(join(folder, '附件', sha256), '坏');
        expect(await library.getAttachment(sha256)).toBeUndefined();
        await library.attach(bytes, '来稿.txt');
        expect(Buffer.from((await library.getAttachment(sha256)) ?? [])).toEqual(bytes);
        expect((await filesIn(folder)).filter((name) => name.startsWith('损坏文件/'))).toHaveLength(1);
      }),
    ));
});

describe('a closed or read-only library', () => {
  it('saves nothing after closing, and closes twice', () =>
    withFolder(async (folder) => {
      const library = await open(folder);
      await library.close();
      await library.close();
      await expect(library.add('issue', numbered(6))).rejects.toMatchObject({ code: 'library-read-only' });
    }));

  it('opened for reading sees what a writer does and changes nothing itself', () =>
    withFolder(async (folder) => {
      await within(folder, async (writer) => {
        await writer.add('issue', numbered(6));
        const reader = await open(folder, { mode: 'read', readOnlyReason: '正由别处使用。' });
        expect(reader.readOnlyReason).toBe('正由别处使用。');
        await writer.add('issue', numbered(7));
        const before = await filesIn(folder);
        expect((await reader.list()).issues.map(({ key }) => key)).toEqual(['2023-07', '2023-06']);
        await expect(reader.add('issue', numbered(8))).rejects.toMatchObject({ code: 'library-read-only', message: '正由别处使用。' });
        await reader.close();
        expect(await filesIn(folder)).toEqual(before);
      });
    }));

  it('of a newer version is opened for reading and stays byte for byte as it is', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const manifest = join(folder, '资料库.json');
      const data = { libraryVersion: 3, createdAt: '2026-01-01T00:00:00.000Z', more: '新' };
      await writeFile(
        manifest,
        JSON.stringify({ format: 'zhuanbao-library', version: 1, sha256: revisionOf(data), savedAt: data.createdAt, data }),
      );
      const files = await filesIn(folder);
      const before = await Promise.all(files.map((file) => readFile(join(folder, file))));
      await within(folder, async (library) => {
        expect(library.readOnlyReason).toContain('更新版本');
        expect((await library.list()).issues).toHaveLength(1);
        await expect(library.add('issue', numbered(7))).rejects.toMatchObject({ code: 'library-read-only' });
      });
      expect(await filesIn(folder)).toEqual(files);
      expect(await Promise.all(files.map((file) => readFile(join(folder, file))))).toEqual(before);
    }));
});

describe('the index', () => {
  it('is rebuilt when it is deleted, damaged or stale', () =>
    withFolder(async (folder) => {
      await within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        await library.add('issue', numbered(7, '乙'));
      });
      const index = join(folder, '索引.json');
      const good = await readFile(index);
      for (const spoil of [() => rm(index), () => writeFile(index, 'x'), () => writeFile(index, good.subarray(0, 200))]) {
        await spoil();
        await within(folder, async (library) => expect((await library.list()).issues.map(({ titles }) => titles[0])).toEqual(['乙', '甲']));
        expect(await readFile(index, 'utf8')).toContain('2023-07');
      }
      await rm(join(folder, '期/2023/2023-07.json'));
      await rm(join(folder, '期/2023/2023-07.json.1'), { force: true });
      await within(folder, async (library) => expect((await library.list()).issues).toHaveLength(1));
    }));

  it('is not needed: a folder in its place changes nothing', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6, '甲')));
      await rm(join(folder, '索引.json'));
      await mkdir(join(folder, '索引.json'));
      await within(folder, async (library) => {
        await library.add('issue', numbered(7, '乙'));
        expect((await library.list()).issues.map(({ titles }) => titles[0])).toEqual(['乙', '甲']);
        expect(library.readOnlyReason).toBeUndefined();
      });
    }));

  it('is written at opening and closing only', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const index = await readFile(join(folder, '索引.json'), 'utf8').catch(() => '');
        await library.add('issue', numbered(6, '甲'));
        await library.saveIssue('2023-06', numbered(6, '乙'), (await library.getIssue('2023-06')).revision);
        expect(await readFile(join(folder, '索引.json'), 'utf8').catch(() => '')).toBe(index);
      }),
    ));

  it('is not believed about a file of the same size changed since', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6, '甲')));
      const file = join(folder, '期/2023/2023-06.json');
      const { size } = await stat(file);
      await writeFile(file, encodeEnvelope('zhuanbao-issue', numbered(6, '乙'), '2026-03-02T01:00:00.000Z').bytes);
      expect((await stat(file)).size).toBe(size);
      await within(folder, async (library) => expect((await library.list()).issues[0]?.titles[0]).toBe('乙'));
    }));

  it('does not hide files whose names or shapes are not ours: they are named as problems and left', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const year = join(folder, '期/2023');
      const copy = await readFile(join(year, '2023-06.json'));
      const odd = { ...numbered(10), masthead: { ...numbered(10).masthead, organ: 5 } };
      await mkdir(year, { recursive: true });
      await writeFile(join(year, '2023-06 - 副本.json'), copy);
      await writeFile(join(year, '2023-09.json'), copy);
      await writeFile(
        join(year, '2023-10.json'),
        JSON.stringify({ format: 'zhuanbao-issue', version: 1, sha256: revisionOf(odd), savedAt: '2026-01-01T00:00:00.000Z', data: odd }),
      );
      await writeFile(
        join(year, '2023-11.json'),
        JSON.stringify({ format: 'zhuanbao-issue', version: 2, sha256: revisionOf(odd), savedAt: '2026-01-01T00:00:00.000Z', data: odd }),
      );
      const before = await filesIn(folder);
      await within(folder, async (library) => {
        const { issues, problems } = await library.list();
        expect(issues.map(({ key }) => key)).toEqual(['2023-06']);
        expect(problems.map(({ file }) => file)).toEqual([
          '期/2023/2023-06 - 副本.json',
          '期/2023/2023-09.json',
          '期/2023/2023-10.json',
          '期/2023/2023-11.json',
        ]);
        expect(problems.map(({ message }) => message)[2]).toContain('报头 › 编发单位');
        await expect(library.add('issue', numbered(10))).rejects.toMatchObject({ code: 'issue-exists' });
        await expect(library.getIssue('2023-11')).rejects.toMatchObject({ code: 'issue-unreadable' });
      });
      expect(await filesIn(folder)).toEqual(before);
    }));
});
