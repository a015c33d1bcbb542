// @vitest-environment window
import { beforeEach, expect, it } from 'vitest';
import { desk } from '../../../renderer/state/desk.js';
import { allPlaces, goToFound, search, searchStore, toggleFacet } from '../../../renderer/search/search-state.js';
import { inbox } from '../../../renderer/state/inbox-state.js';
import { issueSession } from '../../../renderer/state/issue-session.js';
import type { SearchGroup } from '../../../shared/search/search-types.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../helpers/fake-services.js';

const place = { part: 'instruction' } as const;
const groupOf = (kept?: SearchGroup['kept']): SearchGroup => ({
  source: 'issue',
  key: '2023-06',
  label: '第6期',
  unlisted: 0,
  docs: [
    {
      kind: 'parts',
      title: '',
      column: '',
      unit: '',
      count: 1,
      places: [{ place, key: 'instruction', from: 0, to: 1, context: ['', '骑', ''] }],
    },
  ],
  ...(kept ? { kept } : {}),
});
const version = { kind: 'version', id: 'v1', at: '2026-03-02T01:00:00.000Z' } as const;

let services: FakeServices;
beforeEach(() => {
  services = fakeServices();
  const facets = { kind: [], year: [], column: [], unit: [], state: [] };
  services.answers.set('search.library', () => ({ total: 1, sources: 1, groups: [groupOf()], facets, terms: ['骑'] }));
  services.answers.set('search.pages', () => ({ pages: [1] }));
  services.answers.set('search.kept', () => ({ groups: [groupOf(version)], isCut: false }));
});

it('versions and trash are looked through only when asked, stand behind what is in the library, and open to be read', async () => {
  await search({ words: '骑', withKept: false });
  expect([services.calls.includes('search.kept'), allPlaces(searchStore.getState()).length]).toEqual([false, 1]);
  await search({ withKept: true });
  const rows = allPlaces(searchStore.getState());
  expect(rows.map(({ group }) => group.kept)).toEqual([undefined, version]);
  const last = rows.at(-1);
  if (last) await goToFound(last.group, last.found);
  expect(desk.getState().dialog).toEqual({ kind: 'kept', found: { key: '2023-06', label: '第6期', kept: version }, place });
  await search({ words: '' });
  expect(searchStore.getState().kept).toBeUndefined();
});

it('a look that another question overtook shows nothing', async () => {
  await search({ words: '骑', withKept: false });
  services.beforeAnswer = (name) => {
    if (name !== 'search.kept') return;
    services.beforeAnswer = () => undefined;
    void search({ withKept: false });
  };
  await search({ withKept: true });
  expect(services.calls).toContain('job.cancel');
  expect(searchStore.getState()).toMatchObject({ kept: undefined, keptProgress: undefined });
});

it('a place found in an article is gone to with its words selected; a manuscript is read among the others', async () => {
  const value = issue(column('栏', article('题', p('甲县骑楼街区。'))), { masthead: { number: 6, date: '2023-06-01' } });
  services.issues.set('2023-06', value);
  const from = { itemId: 'a1', field: 'text', paragraphId: 'p1', offset: 2 } as const;
  const found = { place: from, key: 'a1.text.p1', from: 2, to: 4, context: ['甲县', '骑楼', '街区。'] } as const;
  await goToFound(groupOf(), found);
  expect(issueSession.getState()).toMatchObject({ key: '2023-06', caret: from, focus: { caret: from, to: { ...from, offset: 4 } } });
  await goToFound({ ...groupOf(), source: 'submission', key: 'm1' }, found);
  expect([desk.getState().view, inbox.getState().current]).toEqual(['inbox', 'm1']);
  issueSession.getState().close();
});

it('facets add up within one kind, narrow across kinds, and are taken out one by one', async () => {
  await search({ words: '骑', withKept: false, only: {} });
  const asked: unknown[] = [];
  services.answers.set('search.library', ((request: { readonly only: object }) => {
    asked.push(request.only);
    return { total: 0, sources: 0, groups: [], facets: { kind: [], year: [], column: [], unit: [], state: [] }, terms: [] };
  }) as (request: never) => object);
  toggleFacet('year', '2023');
  toggleFacet('year', '2022');
  toggleFacet('unit', '示例局');
  toggleFacet('year', '2023');
  expect(asked).toEqual([
    { year: ['2023'] },
    { year: ['2023', '2022'] },
    { year: ['2023', '2022'], unit: ['示例局'] },
    { year: ['2022'], unit: ['示例局'] },
  ]);
});
