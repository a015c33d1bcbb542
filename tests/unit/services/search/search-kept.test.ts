import { describe, expect, it } from 'vitest';
import { searchKept } from '../../../../electron/services/search/search-kept.js';
import { unwatchedJob } from '../../../../electron/services/jobs.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { AppError } from '../../../../shared/app-error.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { addManuscript, draftArticle, within, withFolder } from '../../../helpers/library-fixture.js';

const numbered = (number: number, ...texts: readonly string[]): Issue =>
  issue(column('经验交流', article('示例区抓实宣讲', ...texts.map((text) => p(text)))), { masthead: { number, date: '2023-08-09' } });

const found = async (library: Library, words: string) =>
  (await searchKept(library, words, unwatchedJob)).groups.map(
    ({ kept, label, docs }) =>
      `${kept?.kind ?? ''} ${label} ${docs.flatMap(({ places }) => places.map(({ context }) => context.join(''))).join('|')}`,
  );

describe('a search through what is kept', () => {
  it('finds a wording in the newest version that had it, and none that the issue still has', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '骑楼旧话一段。', '巡讲不变的话。'));
        await library.replace('issue', numbered(6, '骑楼旧话一段。', '巡讲不变的话。', '巡讲添上的话。'));
        await library.replace('issue', numbered(6, '巡讲不变的话。'));
        expect(await found(library, '骑楼')).toEqual(['version 宣传信息专报 2023年第6期 骑楼旧话一段。']);
        expect(await found(library, '巡讲')).toEqual(['version 宣传信息专报 2023年第6期 巡讲添上的话。']);
        const [group] = (await searchKept(library, '骑楼', unwatchedJob)).groups;
        const [newest] = await library.versionsOf('issue', '2023-06');
        expect(group?.kept).toEqual({ kind: 'version', id: newest?.id, at: newest?.replacedAt });
        expect(await found(library, '没有这几个字')).toEqual([]);
      }),
    ));

  it('finds issues and manuscripts in the trash, by pinyin too, and reads them there without taking them out', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '骑楼开展巡讲。'));
        await library.remove('issue', '2023-06');
        await addManuscript(library, draftArticle('骑楼街区来的稿'), [], 'm-1');
        await library.remove('submission', 'm-1');
        expect((await found(library, '骑楼')).map((line) => line.split(' ')[0])).toEqual(['trash', 'trash']);
        expect(await found(library, 'qljq')).toEqual(['trash 骑楼街区来的稿 骑楼街区来的稿']);
        const groups = (await searchKept(library, '骑楼', unwatchedJob)).groups;
        const read = await Promise.all(groups.map(({ kept }) => library.getTrashed(kept?.id ?? '')));
        expect(read.map(({ kind }) => kind).sort()).toEqual(['issue', 'submission']);
        expect((await library.list()).trash).toHaveLength(2);
        await expect(library.getTrashed('../x')).rejects.toMatchObject({ code: 'bad-request' });
      }),
    ));

  it('finds what an issue in the trash had before, once, and nothing of it twice when the issue is there again', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '骑楼旧话一段。'));
        await library.replace('issue', numbered(6, '骑楼新话。'));
        await library.remove('issue', '2023-06');
        const groups = async () => (await searchKept(library, '骑楼', unwatchedJob)).groups;
        expect(await found(library, '骑楼')).toEqual([
          'trash 宣传信息专报 2023年第6期 骑楼新话。',
          'version 宣传信息专报 2023年第6期 骑楼旧话一段。',
        ]);
        const [trashed, version] = await groups();
        expect([version?.key, version?.kept?.trashId]).toEqual(['2023-06', trashed?.kept?.id]);
        expect((await library.getVersion('issue', '2023-06', version?.kept?.id ?? '')).columns).not.toEqual([]);
        const kinds = async () => (await groups()).map(({ kept }) => [kept?.kind, kept?.trashId]);
        await library.add('issue', numbered(6, '别的话。'));
        expect(await kinds()).toEqual([
          ['trash', undefined],
          ['version', undefined],
        ]);
        await library.remove('issue', '2023-06');
        await library.restore(trashed?.kept?.id ?? '');
        expect(await kinds()).toEqual([['version', undefined]]);
      }),
    ));

  it('ends when nobody waits for it any more', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '骑楼'));
        const controller = new AbortController();
        controller.abort(new AppError('cancelled', '已取消。'));
        await expect(searchKept(library, '骑楼', { ...unwatchedJob, signal: controller.signal })).rejects.toMatchObject({
          code: 'cancelled',
        });
      }),
    ));
});
