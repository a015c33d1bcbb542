import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, type ImportChoices } from '../../../electron/services/import-file.js';
import type { Library } from '../../../electron/services/library/library.js';
import { addPublication, listPublications } from '../../../electron/services/publications.js';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';
import { withTemporaryFile } from '../../../electron/services/temporary-file.js';
import { defaultPublication, publicationIdFor } from '../../../shared/document/publication.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { filesIn } from '../../helpers/library-fixture.js';
import { assetsFolder, openTestLibrary } from '../../helpers/open-test-library.js';
import { recognizeHere } from '../../helpers/recognize-here.js';

const text = readFileSync(join(assetsFolder, 'sample', '宣传信息专报-样例.txt'), 'utf8');
const named = (name: string): string => text.replaceAll('宣传信息专报', name);
const id = publicationIdFor('工作情况通报', new Set());

let library: Library;
let folder = '';

beforeEach(async () => {
  ({ library, folder } = await openTestLibrary());
});

afterEach(() => library.close());

const ports = { recognition: recognizeHere, ids: randomIds, clock: systemClock };

const takeBytes = (name: string, bytes: Uint8Array, choices: Partial<ImportChoices> = {}) =>
  withTemporaryFile(name, bytes, (file) => importFile(library, ports, file, { whenExists: 'leave', ...choices }));

const take = (words: string, choices: Partial<ImportChoices> = {}) => takeBytes('一期.txt', new TextEncoder().encode(words), choices);

const names = async () => (await listPublications(library)).map(({ name }) => name);

describe('the publication of an issue that comes in', () => {
  it('is the library’s own where there is no issue yet, whatever its name; nothing is asked', async () => {
    expect(await take(named('工作情况通报'))).toMatchObject({ outcome: 'added', key: '2026-14', publication: { name: '工作情况通报' } });
    expect(await filesIn(folder)).toContain('期/2026/2026-14.json');
    expect(await listPublications(library)).toHaveLength(1);
  });

  it('is asked for where there is another one, though the library’s own has no issue and no name yet', async () => {
    await addPublication(library, { ...defaultPublication, name: '内部参考' });
    expect(await take(named('工作情况通报'))).toMatchObject({ outcome: 'asks', unknownName: '工作情况通报' });
    expect(await take(named('宣传信息专报'))).toMatchObject({ outcome: 'added', key: '2026-14' });
  });

  it('is the one whose name it bears, blanks and width apart', async () => {
    await take(text);
    expect(await take(text.replace('宣传信息专报', '宣 传 信 息　专 报'))).toMatchObject({
      key: '2026-14',
      publication: { name: '宣传信息专报' },
    });
  });

  it('is asked for where no publication has the name: nothing is written', async () => {
    await take(text);
    const before = await filesIn(folder);
    const report = await take(named('工作情况通报'));
    expect(report).toMatchObject({ outcome: 'asks', unknownName: '工作情况通报', title: '工作情况通报' });
    expect([report.key, report.publication, report.guess]).toEqual([undefined, undefined, undefined]);
    expect(await filesIn(folder)).toEqual(before);
  });

  it('is a new one when the editor says so, with the issue’s columns, lists and people; the next one is known', async () => {
    await take(text);
    expect(await take(named('工作情况通报'), { publication: 'new' })).toMatchObject({
      outcome: 'added',
      key: `2026-14-${id}`,
      publication: { id, name: '工作情况通报', isNew: true },
    });
    const { issue } = await library.getIssue(`2026-14-${id}`);
    const { value } = await library.get('publication', id);
    expect(value).toMatchObject({ name: '工作情况通报', organ: issue.masthead.organ, imprint: issue.imprint, pageStyle: {} });
    expect(value.distribution).toEqual(issue.distribution);
    expect(value.columns).toEqual(issue.columns.map(({ name, form }) => ({ name, form })));
    const next = named('工作情况通报').replace('第14期', '第15期');
    expect(await take(next)).toMatchObject({ outcome: 'added', key: `2026-15-${id}`, publication: { id, name: '工作情况通报' } });
    // Two files of one batch may both be called new.
    expect(await take(next.replace('第15期', '第16期'), { publication: 'new' })).toMatchObject({ key: `2026-16-${id}` });
    expect(await names()).toEqual(['宣传信息专报', '工作情况通报']);
  });

  it('is an existing one when the editor says so, and its name is known from then on', async () => {
    await take(text);
    const renamed = named('宣传信息专报（特刊）').replace('第14期', '第15期');
    expect(await take(renamed, { publication: 'own' })).toMatchObject({ key: '2026-15', publication: { name: '宣传信息专报' } });
    expect(await take(renamed.replace('第15期', '第16期'))).toMatchObject({ outcome: 'added', key: '2026-16' });
    const { id: other } = await addPublication(library, { ...defaultPublication, name: '内部参考' });
    expect(await take(text, { publication: other })).toMatchObject({
      key: `2026-14-${other}`,
      publication: { id: other, name: '内部参考' },
    });
    await expect(take(text, { publication: '00000000' })).rejects.toMatchObject({ code: 'publication-missing' });
  });

  it('is asked for together with number and date', async () => {
    await take(text);
    const undated = named('工作情况通报').replace(/2026 ?年 ?10 ?月 ?20 ?日/u, '');
    expect(await take(undated)).toMatchObject({ outcome: 'asks', unknownName: '工作情况通报', guess: { number: 14 } });
    const place = { number: 3, date: '2026-03-04' };
    expect(await take(undated, { publication: 'new', place })).toMatchObject({ outcome: 'added', key: `2026-03-${id}` });
  });

  it('names the first one by its issues when a second comes', async () => {
    await take(named('示例信息专报'));
    await take(named('工作情况通报'), { publication: 'new' });
    expect(await names()).toEqual(['示例信息专报', '工作情况通报']);
    expect(await take(named('宣传信息专报'))).toMatchObject({ outcome: 'asks', unknownName: '宣传信息专报' });
  });

  it('of a file without a name is the only one, and asked for among several', async () => {
    const nameless = text
      .split('\n')
      .filter((line) => !line.includes('宣传信息专报'))
      .join('\n');
    await take(named('示例信息专报'));
    const reading = (choices: Partial<ImportChoices> = {}) =>
      withTemporaryFile('期.txt', new TextEncoder().encode(nameless.replace('第14期', '第15期')), (file) =>
        importFile(
          library,
          ports,
          { ...file, reading: { as: 'issue' } },
          { whenExists: 'leave', place: { number: 15, date: '2026-11-03' }, ...choices },
        ),
      );
    expect(await reading()).toMatchObject({ key: '2026-15', title: '示例信息专报 2026年第15期' });
    await addPublication(library, { ...defaultPublication, name: '内部参考' });
    expect(await reading()).toMatchObject({ outcome: 'asks', unknownName: '' });
    expect(await reading({ publication: 'new' })).toMatchObject({ outcome: 'asks', unknownName: '' });
  });

  it('takes its page style from a Word file, what it says and not what is worked out', async () => {
    await take(text);
    const { issue } = await library.getIssue('2026-14');
    const other = { ...issue, masthead: { ...issue.masthead, name: '工作情况通报' } };
    const style = resolvePageStyle({ 'text.body.lineHeightPt': 27.5, 'marginMm.top': 40 });
    const meta = { title: '', subject: '', organ: '', issueKey: '2026-14', date: '2026-10-20', digest: '' };
    const bytes = await writeDocx(composeIssue(other), style, meta, {});
    expect(await takeBytes('一期.docx', bytes, { publication: 'new' })).toMatchObject({ outcome: 'added', key: `2026-14-${id}` });
    expect((await library.get('publication', id)).value.pageStyle).toMatchObject({ 'text.body.lineHeightPt': 27.5, 'marginMm.top': 40 });
  });
});
