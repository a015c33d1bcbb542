/** Pictures in a library: taken in, exported, carried in bundles, looked after. */
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecall } from '../../../electron/services/backup/recall.js';
import { LibraryCheck } from '../../../electron/services/check/check-library.js';
import { unwatchedJob } from '../../../electron/services/jobs.js';
import { createPictureHandlers } from '../../../electron/services/picture-handlers.js';
import { loadPictures } from '../../../electron/services/pictures.js';
import { createUploads } from '../../../electron/services/uploads.js';
import { createPublicationRenderer } from '../../../electron/services/render-issue.js';
import { importFile } from '../../../electron/services/import-file.js';
import { systemClock, randomIds } from '../../../electron/services/system-ports.js';
import type { Issue } from '../../../shared/document/issue.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import { article, column, from, issue, p } from '../../helpers/build-issue.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { openTestLibrary } from '../../helpers/open-test-library.js';
import { withFolder } from '../../helpers/library-fixture.js';
import { pngOf, tinyJpeg } from '../../helpers/pictures.js';
import { recognizeHere } from '../../helpers/recognize-here.js';
import { openOffice } from '../../helpers/two-offices.js';

const png = pngOf({ width: 40, height: 30 });
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const shown = { text: '图1 书房', picture: { sha256: sha(png), type: 'png' as const, width: 40, height: 30 } };
const withPicture: Issue = issue(column('经验交流', from(['甲县委宣传部'], article('甲县推动文化惠民', p('甲县统筹资源。'), shown))));

describe('a picture sent over from the window', () => {
  it('is kept among the attachments and comes back as it was', async () => {
    const { library } = await openTestLibrary();
    const uploads = createUploads(randomIds);
    const handlers = createPictureHandlers(library, uploads);
    const send = async (bytes: Uint8Array, name: string) => {
      const upload = await uploads.open(name, bytes.length);
      await uploads.write(upload, bytes);
      return handlers['picture.keep']({ upload });
    };
    expect(await send(png, '书房.png')).toEqual({ sha256: sha(png), type: 'png', width: 40, height: 30 });
    expect(await send(tinyJpeg, '标志.jpg')).toEqual({ sha256: sha(tinyJpeg), type: 'jpeg', width: 8, height: 8 });
    const { bytes = '' } = await handlers['picture.get']({ sha256: sha(png) });
    expect(Buffer.from(bytes, 'base64').equals(Buffer.from(png))).toBe(true);
    expect(await handlers['picture.get']({ sha256: '0'.repeat(64) })).toEqual({});
    await expect(send(Buffer.from('GIF89a'), '动图.gif')).rejects.toMatchObject({
      code: 'file-kind',
      message: '动图.gif：图片是 GIF 格式，只收 PNG 和 JPEG，没有插入。请另存为 10 MB 以内的 PNG 或 JPEG 再插入。',
    });
    expect(await library.getAttachment(sha(Buffer.from('GIF89a')))).toBeUndefined();
    await library.close();
  });
});

describe('an issue with a picture', () => {
  it('is exported with it; without its file nothing is, and the article is named', async () => {
    const { library, folder } = await openTestLibrary();
    const renderer = createPublicationRenderer(() => Promise.resolve(defaultPublication), bundledShelf, library);
    const { signal } = new AbortController();
    for (const format of ['docx', 'pdf', 'html'] as const)
      await expect(renderer.render(withPicture, format, signal)).rejects.toMatchObject({
        code: 'picture-missing',
        message: expect.stringContaining('《甲县推动文化惠民》') as string,
      });
    await library.attach(png, '书房.png');
    expect(Buffer.from(await renderer.render(withPicture, 'html', signal)).toString()).toContain(
      `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    );
    expect(Buffer.from(await renderer.render(withPicture, 'pdf', signal)).toString('latin1')).toContain('/Subtype /Image');
    expect((await loadPictures(withPicture, library))(sha(png))).toEqual(Buffer.from(png));
    await library.add('issue', withPicture);
    const check = async () => (await new LibraryCheck(library, systemClock, createRecall(library)).run(unwatchedJob)).findings;
    expect(await check()).toEqual([]);
    await rm(join(folder, '附件', sha(png)));
    expect(await check()).toMatchObject([
      { file: `附件/${sha(png)}`, message: expect.stringContaining('《甲县推动文化惠民》里的一张图片不在“附件”里，印不出来') as string },
    ]);
    await library.close();
  });

  it('is imported from Word with its picture, which is kept', async () => {
    const { library, folder } = await openTestLibrary();
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="381000" cy="285750"/><a:graphic><pic:pic><a:blip r:embed="rId9"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const body = `${paragraph('示例区书香巷里读书忙')}${paragraph('示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。')}${drawing}`;
    const path = join(folder, '..', '稿.docx');
    await writeFile(path, buildDocx({ body, media: { rId9: ['a.png', png] } }));
    const ports = { recognition: recognizeHere, ids: randomIds, clock: systemClock };
    const report = await importFile(library, ports, { path, name: '稿.docx' }, { whenExists: 'leave' });
    const { value } = await library.get('submission', report.submissionId ?? '');
    expect(value.article.paragraphs.at(-1)?.picture).toEqual(shown.picture);
    expect(await library.getAttachment(sha(png))).toEqual(Buffer.from(png));
    await library.close();
  });

  it('crosses to another office with its picture, whole and as an increment', () =>
    withFolder(async (folder) => {
      const [ours, theirs] = [await openOffice(folder, '我方'), await openOffice(folder, '对方')];
      const file = join(folder, '包.zbx');
      await ours.library.attach(png, '书房.png');
      await ours.library.add('issue', withPicture);
      await ours.pack(file, 'issue', '2023-06');
      await theirs.take(file);
      expect(await theirs.library.getAttachment(sha(png))).toEqual(Buffer.from(png));

      const second = { ...shown, picture: { ...shown.picture, sha256: sha(tinyJpeg), type: 'jpeg' as const, width: 8, height: 8 } };
      const more = issue(column('经验交流', from(['甲县委宣传部'], article('甲县推动文化惠民', p('甲县统筹资源。'), shown, second))));
      await ours.library.attach(tinyJpeg, '标志.jpg');
      await ours.library.replace('issue', more);
      await ours.pack(file, 'increment', '2023-06');
      await theirs.take(file);
      expect(await theirs.library.getAttachment(sha(tinyJpeg))).toEqual(Buffer.from(tinyJpeg));
      expect((await theirs.library.getIssue('2023-06')).issue.columns[0]?.items[0]?.paragraphs.map(({ picture }) => picture?.type)).toEqual(
        [undefined, 'png', 'jpeg'],
      );
    }));
});
