import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyImport, undoImport } from '../../../../electron/services/bundle/apply-import.js';
import { gatherFacts, verifyForLibrary } from '../../../../electron/services/bundle/receive-bundle.js';
import type { Manifest } from '../../../../shared/bundle/manifest.js';
import { addPublication, listPublications, savePublication } from '../../../../electron/services/publications.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { defaultPublication, publicationIdFor } from '../../../../shared/document/publication.js';
import { numbered } from '../../../helpers/library-fixture.js';
import { openOffice, type Office } from '../../../helpers/two-offices.js';

let folder = '';
let stick = '';
let sender: Office;
let receiver: Office;
const id = publicationIdFor('内部参考', new Set());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publications-'));
  stick = join(folder, '盘.zbx');
  [sender, receiver] = [await openOffice(folder, '甲'), await openOffice(folder, '乙')];
});
afterEach(async () => {
  for (const { library } of [sender, receiver]) await library.close();
  rmSync(folder, { recursive: true, force: true });
});

const reference = { ...defaultPublication, name: '内部参考', organ: '示例市委办公室' };

function ofReference(issue: Issue, publication: string | null = id): Issue {
  const { publication: _none, ...masthead } = issue.masthead;
  return { ...issue, masthead: { ...masthead, name: '内部参考', ...(publication === null ? {} : { publication }) } };
}

const keysOf = async ({ library }: Office) => (await library.list()).issues.map(({ key }) => key).sort();
const namesOf = async ({ library }: Office) => (await listPublications(library)).map(({ name }) => name);
const sentences = async (office: Office) => (await office.look(stick)).steps.map(({ sentence }) => sentence);

describe('issues of another publication on another machine', () => {
  it('come into a publication of their name, made where it is not known, and the plan says so', async () => {
    await addPublication(sender.library, reference);
    const { key } = await sender.library.add('issue', ofReference(numbered(6)));
    await sender.pack(stick, 'issue', key);
    await receiver.library.add('issue', numbered(6));
    expect(await sentences(receiver)).toEqual([
      '刊物《内部参考》：本机没有这个刊物，新建。',
      '内部参考 2023年第6期：本机没有，存入资料库，归入刊物《内部参考》。',
    ]);
    await receiver.take(stick);
    expect(await keysOf(receiver)).toEqual(['2023-06', `2023-06-${id}`]);
    const [, made] = await listPublications(receiver.library);
    expect(made).toMatchObject({ id, name: '内部参考', columns: numbered(6).columns.map(({ name, form }) => ({ name, form })) });
    expect(await sentences(receiver)).toEqual(['内部参考 2023年第6期：与本机相同，不用导入。']);
  });

  it('bring their publication though only they were chosen, and undoing takes both away', async () => {
    await addPublication(sender.library, reference);
    const { key } = await sender.library.add('issue', ofReference(numbered(6)));
    await sender.pack(stick, 'issue', key);
    const { verdict, manifest, digest = '' } = await verifyForLibrary(stick, receiver.library, receiver.identity.publicKey);
    expect(verdict.valid).toBe(true);
    const importId = 'one';
    await applyImport(receiver.library, {
      facts: await gatherFacts(stick, manifest as Manifest, receiver.library),
      selected: new Set([`issue/${key}`]),
      answers: {},
      id: importId,
      title: '包',
      received: { publicKey: '', to: '', sequence: 1, digest, importedAt: '2026-03-02T01:00:00.000Z' },
    });
    const { imports } = await receiver.library.getExchange();
    expect(imports[0]?.changes.map(({ type }) => type)).toEqual(['publication', 'issue']);
    await undoImport(receiver.library, importId, '2026-03-02T01:00:00.000Z', false);
    expect([await keysOf(receiver), await namesOf(receiver)]).toEqual([[], ['宣传信息专报']]);
  });

  it('leave their publication behind an undone import while others are of it', async () => {
    await addPublication(sender.library, reference);
    const { key } = await sender.library.add('issue', ofReference(numbered(6)));
    await sender.pack(stick, 'issue', key);
    const importId = await receiver.take(stick);
    await receiver.library.add('issue', ofReference(numbered(7)));
    await undoImport(receiver.library, importId, '2026-03-02T01:00:00.000Z', false);
    expect([await keysOf(receiver), await namesOf(receiver)]).toEqual([[`2023-07-${id}`], ['宣传信息专报', '内部参考']]);
  });

  it('stay in theirs when it was renamed there, or here', async () => {
    const made = await addPublication(sender.library, reference);
    await addPublication(receiver.library, reference);
    await savePublication(sender.library, { ...made, name: '决策参考' });
    const { key } = await sender.library.add('issue', ofReference(numbered(6)));
    await sender.pack(stick, 'issue', key);
    await receiver.take(stick);
    expect([await keysOf(receiver), await namesOf(receiver)]).toEqual([[`2023-06-${id}`], ['宣传信息专报', '内部参考']]);
  });

  it('are of the library’s own where that has their name, there and back, changed and merged as before', async () => {
    await addPublication(sender.library, reference);
    await savePublication(receiver.library, reference);
    const { key } = await sender.library.add('issue', ofReference(numbered(6)));
    await sender.pack(stick, 'issue', key);
    expect(await sentences(receiver)).toEqual(['内部参考 2023年第6期：本机没有，存入资料库。']);
    await receiver.take(stick);
    expect([await keysOf(receiver), await namesOf(receiver)]).toEqual([['2023-06'], ['内部参考']]);
    await receiver.library.update('issue', '2023-06', (issue) => ({ ...issue, instruction: '请阅。' }));
    await receiver.pack(stick, 'issue', '2023-06');
    expect(await sentences(sender)).toEqual(['内部参考 2023年第6期：比本机的新，替换本机的；现在的留在历史。']);
    await sender.take(stick);
    expect((await sender.library.getIssue(key)).issue).toMatchObject({ instruction: '请阅。', masthead: { publication: id } });
    await sender.pack(stick, 'issue', key);
    expect(await sentences(receiver)).toEqual(['内部参考 2023年第6期：与本机相同，不用导入。']);
  });

  it('are never mixed with others: two whose own differ keep both apart', async () => {
    await savePublication(sender.library, reference);
    await savePublication(receiver.library, { ...defaultPublication, name: '工作通报' });
    await receiver.library.add('issue', numbered(6));
    const { key } = await sender.library.add('issue', ofReference(numbered(6), null));
    await sender.pack(stick, 'issue', key);
    await receiver.take(stick);
    expect(await keysOf(receiver)).toEqual(['2023-06', `2023-06-${id}`]);
    expect(await namesOf(receiver)).toEqual(['工作通报', '内部参考']);
  });

  it('are of the own on both where nobody ever named it, whatever they print', async () => {
    await receiver.library.add('issue', numbered(7));
    const { key } = await sender.library.add('issue', ofReference(numbered(6), null));
    await sender.pack(stick, 'issue', key);
    await receiver.take(stick);
    expect([await keysOf(receiver), await namesOf(receiver)]).toEqual([['2023-06', '2023-07'], ['宣传信息专报']]);
  });
});

describe('the settings of several publications', () => {
  it('cross with their page styles, each to the one of its name', async () => {
    await addPublication(sender.library, { ...reference, pageStyle: { 'marginMm.top': 30 } });
    await savePublication(receiver.library, { ...defaultPublication, name: '工作通报' });
    const old = await addPublication(receiver.library, { ...reference, name: '旧名' });
    await savePublication(receiver.library, { ...old, name: '内部参考' });
    await sender.pack(stick, 'settings');
    const { steps } = await receiver.look(stick);
    expect(steps.map(({ name }) => name)).toEqual(['publication/publication', `publication/${old.id}`]);
    await receiver.take(stick, () => 'theirs');
    expect(await receiver.library.get('publication', old.id)).toMatchObject({ value: { id: old.id, pageStyle: { 'marginMm.top': 30 } } });
    const third = await openOffice(folder, '丙');
    await third.take(stick);
    expect((await listPublications(third.library)).map((each) => [each.id, each.name])).toEqual([
      [undefined, '宣传信息专报'],
      [id, '内部参考'],
    ]);
    await third.library.close();
  });
});
