import { describe, expect, it } from 'vitest';
import { startNextIssue } from '../../../electron/services/issue-lifecycle.js';
import type { Library } from '../../../electron/services/library/library.js';
import {
  addPublication,
  knownPublications,
  listPublications,
  publicationOf,
  publicationsOf,
  removePublication,
  savePublication,
} from '../../../electron/services/publications.js';
import type { AppOptions } from '../../../electron/services/app-options.js';
import { createPrintFiles, createPrintHandlers } from '../../../electron/services/print-handlers.js';
import { issueTexts } from '../../../shared/document/issue-texts.js';
import type { IssuePlace } from '../../../shared/document/text-place.js';
import { isKey } from '../../../shared/library/records/records.js';
import { createPublicationRenderer } from '../../../electron/services/render-issue.js';
import { SearchIndex } from '../../../electron/services/search/search-index.js';
import { findNumberingGap } from '../../../shared/findings/issue-checks.js';
import type { Issue } from '../../../shared/document/issue.js';
import { defaultPublication, type Publication } from '../../../shared/document/publication.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { countingIds, filesIn, numbered, tickingClock, within, withFolder } from '../../helpers/library-fixture.js';

const reference: Publication = {
  ...defaultPublication,
  name: '内部参考',
  organ: '示例市委办公室',
  columns: [{ name: '要情', form: 'brief' }],
};

function ofPublication(issue: Issue, id: string, name = '内部参考'): Issue {
  return { ...issue, masthead: { ...issue.masthead, name, publication: id } };
}

const run = (test: (library: Library, folder: string) => Promise<void>) =>
  withFolder((folder) => within(folder, (library) => test(library, folder)));

const next = (library: Library, request = {}) => startNextIssue(library, tickingClock('2023-09-01T01:00:00.000Z'), countingIds(), request);

describe('the publications of a library', () => {
  it('are one where nobody made another, with the files there always were', () =>
    run(async (library, folder) => {
      await library.add('issue', numbered(6));
      expect(await listPublications(library)).toEqual([defaultPublication]);
      expect(await filesIn(folder)).toContain('期/2023/2023-06.json');
    }));

  it('may both have an issue of one number, each in a file of its own', () =>
    run(async (library, folder) => {
      const { id } = await addPublication(library, reference);
      await library.add('issue', numbered(6));
      await library.add('issue', ofPublication(numbered(6), id));
      expect((await library.list()).issues.map(({ key, publicationId }) => [key, publicationId])).toEqual([
        [`2023-06-${id}`, id],
        ['2023-06', undefined],
      ]);
      expect(await filesIn(folder)).toEqual(expect.arrayContaining([`期/2023/2023-06-${id}.json`, `其他刊物/${id}.json`]));
      expect((await library.versionsOf('issue', `2023-06-${id}`)).length).toBe(0);
    }));

  it('go on each from its own last issue, with its number, name, columns and lists', () =>
    run(async (library) => {
      const { id } = await addPublication(library, reference);
      await library.add('issue', numbered(6));
      const first = await next(library, { publication: id });
      expect(first.key).toBe(`2023-01-${id}`);
      const { issue } = await library.getIssue(first.key);
      expect([issue.masthead.name, issue.masthead.organ, issue.columns.map(({ name }) => name)]).toEqual([
        '内部参考',
        '示例市委办公室',
        ['要情'],
      ]);
      expect((await next(library, { publication: id })).key).toBe(`2023-02-${id}`);
      expect((await next(library, { from: first.key })).key).toBe(`2023-03-${id}`);
      expect((await next(library)).key).toBe('2023-07');
      expect((await library.getIssue('2023-07')).issue.masthead.name).toBe(numbered(6).masthead.name);
    }));

  it('take their template where they say so, not the first one’s', () =>
    run(async (library) => {
      const { id } = await addPublication(library, { ...reference, newIssueFrom: 'template' });
      await library.add('issue', ofPublication(numbered(6), id, '内参'));
      const { key } = await next(library, { publication: id });
      expect((await library.getIssue(key)).issue.masthead).toMatchObject({ name: '内部参考', number: 7 });
    }));

  it('set their own pages: a measure of one is not the other’s', () =>
    run(async (library) => {
      const { id } = await addPublication(library, { ...reference, pageStyle: { 'marginMm.top': 30 } });
      const renderer = createPublicationRenderer(publicationsOf(library), bundledShelf, library);
      const html = async (issue: Issue): Promise<string> =>
        Buffer.from(await renderer.render(issue, 'html', new AbortController().signal)).toString('utf8');
      const own = await html(numbered(6));
      expect(await html(ofPublication(numbered(6), id, numbered(6).masthead.name))).not.toBe(own);
      expect(await html(ofPublication(numbered(6), '00000000', numbered(6).masthead.name))).toBe(own);
    }));

  it('are saved each in its place, and no two have one name', () =>
    run(async (library) => {
      const made = await addPublication(library, reference);
      await savePublication(library, { ...made, organ: '示例市委' });
      await savePublication(library, { ...defaultPublication, organ: '示例市委宣传部' });
      expect((await listPublications(library)).map(({ name, organ }) => [name, organ])).toEqual([
        ['宣传信息专报', '示例市委宣传部'],
        ['内部参考', '示例市委'],
      ]);
      await expect(addPublication(library, { ...reference, name: '内 部 参 考' })).rejects.toMatchObject({
        message: '已有刊物《内部参考》，没有保存。请换一个刊名。',
      });
      await expect(savePublication(library, { ...made, name: '宣传信息专报' })).rejects.toMatchObject({ code: 'bad-request' });
      await expect(savePublication(library, { ...made, pageStyle: { 'marginMm.top': 300 } })).rejects.toMatchObject({
        code: 'bad-request',
      });
      await expect(addPublication(library, { ...reference, name: '通报', pageStyle: { 'marginMm.top': 300 } })).rejects.toMatchObject({
        code: 'bad-request',
      });
      expect(await library.getPublication()).not.toHaveProperty('id');
    }));

  it('keep their ids when they are renamed; a new one of the old name gets another', () =>
    run(async (library) => {
      const made = await addPublication(library, reference);
      await savePublication(library, { ...made, name: '决策参考' });
      const again = await addPublication(library, reference);
      expect(again.id).not.toBe(made.id);
      expect((await listPublications(library)).map(({ name }) => name)).toEqual(['宣传信息专报', '内部参考', '决策参考']);
    }));

  it('go only without issues, in the trash as well', () =>
    run(async (library) => {
      const { id } = await addPublication(library, reference);
      const { key } = await library.add('issue', ofPublication(numbered(6), id));
      await expect(removePublication(library, id)).rejects.toMatchObject({
        message: '《内部参考》还有 1 期，没有删除。请先删除这些期。',
      });
      await library.remove('issue', key);
      await expect(removePublication(library, id)).rejects.toMatchObject({ message: expect.stringContaining('回收站') as string });
      const { id: other } = await addPublication(library, { ...reference, name: '工作通报' });
      await removePublication(library, other);
      expect((await listPublications(library)).map(({ name }) => name)).toEqual(['宣传信息专报', '内部参考']);
      await expect(removePublication(library, other)).rejects.toMatchObject({ code: 'publication-missing' });
      expect(await publicationOf(library, other)).toEqual(defaultPublication);
    }));

  it('are known by the names their issues print; the name every library begins with is nobody’s', () =>
    run(async (library) => {
      expect(await knownPublications(library)).toEqual([{ name: '宣传信息专报', names: [] }]);
      await library.add('issue', { ...numbered(6), masthead: { ...numbered(6).masthead, name: '示例专报' } });
      expect(await knownPublications(library)).toEqual([{ name: '示例专报', names: ['示例专报'] }]);
      const { id } = await addPublication(library, reference);
      await library.add('issue', ofPublication(numbered(6), id, '内参'));
      expect(await knownPublications(library)).toEqual([
        { name: '示例专报', names: ['示例专报'] },
        { id, name: '内部参考', names: ['内部参考', '内参'] },
      ]);
    }));

  it('narrow a search', () =>
    run(async (library) => {
      const { id } = await addPublication(library, reference);
      await library.add('issue', numbered(6));
      await library.add('issue', ofPublication(numbered(6), id, '内 部 参 考'));
      const index = new SearchIndex(library);
      const found = await index.search({ words: '示例', only: { publication: ['内部参考'] }, most: 50 });
      expect(found.facets.publication.map(({ value }) => value).sort()).toEqual(['内部参考', '宣传信息专报'].sort());
      expect(found.groups.map(({ key }) => key)).toEqual([`2023-06-${id}`]);
      index.close();
    }));
});

describe('what follows the measures of an issue’s publication', () => {
  it('is the count of pages to print, and where a search says that words stand', () =>
    run(async (library) => {
      const made = await addPublication(library, reference);
      await library.add('issue', numbered(6));
      const { key } = await library.add('issue', ofPublication(numbered(6), made.id));
      const desktop = { printers: () => Promise.resolve([]) };
      const print = createPrintHandlers(library, createPrintFiles(), { desktop } as unknown as AppOptions);
      const pages = async (of: string): Promise<number> => (await print['print.plan']({ key: of })).pages;
      const index = new SearchIndex(library);
      const last = issueTexts(numbered(6)).findLast(({ place }) => 'itemId' in place)?.place as IssuePlace;
      await index.search({ words: '示例', only: {}, most: 1 });
      const [before] = await index.pagesOf(key, [last]);
      expect(await pages(key)).toBe(await pages('2023-06'));
      await savePublication(library, { ...made, pageStyle: { 'text.body.lineHeightPt': 60 } });
      const [after = 0] = await index.pagesOf(key, [last]);
      expect(after).toBeGreaterThan(before ?? 0);
      expect(await index.pagesOf('2023-06', [last])).toEqual([before]);
      expect(await pages(key)).toBeGreaterThan(await pages('2023-06'));
      index.close();
    }));

  it('has a course of its own', () => {
    expect(isKey('course', '2023-06-0000000a-流程')).toBe(true);
    expect(isKey('issue', '2023-06-0000000g')).toBe(false);
  });
});

describe('a gap in the numbers', () => {
  it('is one of the issue’s own publication', () => {
    const issue = ofPublication(numbered(6), '0000000a');
    const others = [{ number: 3, date: '2023-01-01', supplement: false }];
    const subject = { issue, others, blocks: [] };
    expect(findNumberingGap(subject as never)).toEqual([]);
    expect(findNumberingGap({ ...subject, others: [{ ...others[0], publicationId: '0000000a' }] } as never)).toHaveLength(1);
  });
});
