import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startNextIssue } from '../../../electron/services/issue-lifecycle.js';
import { createPublicationRenderer } from '../../../electron/services/render-issue.js';
import { defaultPublication, type Publication } from '../../../shared/document/publication.js';
import { countingIds, numbered, tickingClock, within, withFolder } from '../../helpers/library-fixture.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { sampleIssue } from '../../helpers/sample-issue.js';

async function wordParts(publication: Publication): Promise<string> {
  const attachments = { getAttachment: () => Promise.resolve(undefined) };
  const bytes = await createPublicationRenderer(() => Promise.resolve(publication), bundledShelf, attachments).render(
    sampleIssue,
    'docx',
    new AbortController().signal,
  );
  const parts = unzipSync(bytes);
  return [...Object.entries(parts)]
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}

describe('saving a publication', () => {
  it('keeps changed measures and takes those of another version along', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const publication: Publication = {
          ...defaultPublication,
          faceSet: 'windows',
          pageStyle: { 'marginMm.top': 30, 'text.body.hyphenation': true },
        };
        await library.savePublication(publication);
        expect(await library.getPublication()).toEqual(publication);
      }),
    ));

  it('refuses a measure out of its range, says the range, and keeps what was there', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.savePublication({ ...defaultPublication, pageStyle: { 'marginMm.top': 30 } });
        await expect(library.savePublication({ ...defaultPublication, pageStyle: { 'marginMm.top': 300 } })).rejects.toMatchObject({
          code: 'bad-request',
          message: '刊物设置没有保存：页边距：上边距应在 10 到 80 毫米之间。',
        });
        expect((await library.getPublication()).pageStyle).toEqual({ 'marginMm.top': 30 });
      }),
    ));
});

describe('the next issue', () => {
  const template: Publication = {
    ...defaultPublication,
    name: '示例专报',
    columns: [{ name: '要情', form: 'brief' }],
    newIssueFrom: 'template',
  };

  it('follows the last issue unless the publication says otherwise', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6));
        await library.savePublication({ ...defaultPublication, name: '示例专报' });
        const { key } = await startNextIssue(library, tickingClock('2023-09-01T01:00:00.000Z'), countingIds());
        const { masthead, columns } = (await library.getIssue(key)).issue;
        expect([masthead.name, masthead.number, columns.length]).toEqual(['宣传信息专报', 7, 3]);
      }),
    ));

  it('starts from the template where the publication says so, with the number after the last', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6));
        await library.savePublication(template);
        const { key } = await startNextIssue(library, tickingClock('2023-09-01T01:00:00.000Z'), countingIds());
        const { masthead, columns } = (await library.getIssue(key)).issue;
        expect([masthead.name, masthead.number, columns.map(({ name, form }) => [name, form])]).toEqual([
          '示例专报',
          7,
          [['要情', 'brief']],
        ]);
      }),
    ));

  it('follows an issue it is asked to follow', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const { key: last } = await library.add('issue', numbered(6));
        await library.savePublication(template);
        const { key } = await startNextIssue(library, tickingClock('2023-09-01T01:00:00.000Z'), countingIds(), { from: last });
        expect((await library.getIssue(key)).issue.masthead.name).toBe('宣传信息专报');
      }),
    ));
});

describe('an export', () => {
  it('names the official faces in Word, or those of Windows when the publication says so', async () => {
    expect(await wordParts(defaultPublication)).toContain('仿宋_GB2312');
    const windows = await wordParts({ ...defaultPublication, faceSet: 'windows' });
    expect(windows).not.toContain('_GB2312');
    expect(windows).toContain('w:eastAsia="仿宋"');
  });

  it('follows the changed measures', async () => {
    expect(await wordParts({ ...defaultPublication, pageStyle: { 'marginMm.top': 30 } })).toContain('w:top="1701"');
  });
});
