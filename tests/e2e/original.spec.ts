import { createServer, type Server } from 'node:http';
import { expect, test } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildDocx } from '../helpers/build-docx.js';
import { dropFile } from './helpers/input.js';
import { launchApp, type LaunchedApp } from './helpers/launch.js';

let app: LaunchedApp;
let server: Server;
const requests: string[] = [];

test.beforeEach(async () => {
  requests.length = 0;
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  app = await launchApp({ viewport: { width: 1366, height: 768 } });
  await expect(app.page.locator('.issue-row')).toHaveCount(1);
});
test.afterEach(async () => {
  await app.close();
  server.close();
});

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`;
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function picture(reference: string): string {
  const main = 'http://schemas.openxmlformats.org/drawingml/2006';
  return `<w:r><w:drawing><wp:inline xmlns:wp="${main}/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="图" descr="书房外景"/><a:graphic xmlns:a="${main}/main"><a:graphicData uri="${main}/picture"><pic:pic xmlns:pic="${main}/picture"><pic:blipFill><a:blip xmlns:r="${relationship}" ${reference}/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A manuscript with a table, pictures and a footnote that also asks for things elsewhere. */
function manuscript(port: number): Uint8Array {
  const away = `http://127.0.0.1:${port}`;
  const body =
    paragraph(run('书房建到家门口')) +
    paragraph(`${run('近日，示例区建成书房六处')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('，反映良好。')}`) +
    `<w:tbl><w:tr>${cell('街道')}${cell('处数')}</w:tr><w:tr>${cell('东街')}${cell('三')}</w:tr></w:tbl>` +
    paragraph(picture('r:embed="p1"')) +
    paragraph(picture('r:link="p2"')) +
    paragraph(`<w:hyperlink r:id="p3" xmlns:r="${relationship}">${run('见网站')}</w:hyperlink>`) +
    paragraph(run('&lt;script&gt;top.hacked = 1&lt;/script&gt;&lt;img src=x onerror="top.hacked = 1"&gt;')) +
    paragraph(run('（示例区委宣传部）'));
  const parts = unzipSync(buildDocx({ body, footnotes: `<w:footnote w:id="2">${paragraph(run('截至上月底。'))}</w:footnote>` }));
  const own = new TextDecoder().decode(parts['word/_rels/document.xml.rels']);
  const more =
    `<Relationship Id="p1" Type="${relationship}/image" Target="media/image1.png"/>` +
    `<Relationship Id="p2" Type="${relationship}/image" Target="${away}/far.png" TargetMode="External"/>` +
    `<Relationship Id="p3" Type="${relationship}/hyperlink" Target="${away}/far.html" TargetMode="External"/>`;
  return zipSync({
    ...parts,
    'word/_rels/document.xml.rels': strToU8(own.replace('</Relationships>', `${more}</Relationships>`)),
    'word/media/image1.png': Buffer.from(pixel, 'base64'),
  });
}

test('the original stands beside the text as it looked, asks for nothing and runs nothing', async () => {
  const { page } = app;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await dropFile(page, 'body', '来稿.docx', manuscript(port));
  await page.getByRole('button', { name: '完成' }).click();
  await page.keyboard.press('Control+3');
  const aside = page.locator('.sent-aside');
  await aside.locator('summary').click();
  await expect(aside).toContainText('书房外景');
  await expect(page.locator('.sent-text')).toContainText('截至上月底');
  await expect(page.locator('.sent-text td', { hasText: '东街' })).toBeVisible();
  await page.getByRole('button', { name: '对照原件' }).click();
  const original = page.frameLocator('.original-page');
  await expect(original.locator('td', { hasText: '东街' })).toBeVisible();
  await expect(original.locator('body')).toContainText('截至上月底');
  await expect(original.locator('img[src^="data:"]')).toHaveCount(1);
  await original.getByText('见网站').click();
  await expect(page.locator('.sent-text')).toContainText('书房六处');
  expect(await original.locator('script, iframe, a[href]').count()).toBe(0);
  expect(await page.evaluate(() => Reflect.has(window, 'hacked'))).toBe(false);
  expect(requests).toEqual([]);
  await aside.locator('summary').click();
  await page.screenshot({ path: 'test-results/original.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: 'test-results/original-dark.png' });

  await dropFile(page, 'body', '来稿.txt', Buffer.from('领读进书房\n近日，示例区组织领读。\n（示例区委宣传部）\n'));
  await page.getByRole('button', { name: '完成' }).click();
  await page.locator('.inbox-row', { hasText: '领读进书房' }).click();
  await expect(page.locator('.original-text')).toContainText('近日，示例区组织领读。');
});
