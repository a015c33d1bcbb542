import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, type ImportChoices } from '../../../../electron/services/import-file.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../../../electron/services/system-ports.js';
import { withTemporaryFile } from '../../../../electron/services/temporary-file.js';
import { saveUnits } from '../../../../electron/services/units/units-on-disk.js';
import { decide, describe as describeSubmission } from '../../../../shared/submissions/edit-submission.js';
import type { Submission } from '../../../../shared/submissions/submission.js';
import { emptyUnitList, type Unit } from '../../../../shared/units/unit.js';
import { buildDocx } from '../../../helpers/build-docx.js';
import { getManuscript } from '../../../helpers/library-fixture.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { recognizeHere } from '../../../helpers/recognize-here.js';

let library: Library;

const unit = (id: string, name: string, ...aliases: readonly string[]): Unit => ({ id, name, aliases, formerNames: [], unitClass: '区市' });
const units = [unit('u1', '示例区委宣传部', '示例新区'), unit('u2', '样本市文明办', '样本文明')];

beforeEach(async () => {
  ({ library } = await openTestLibrary());
  await saveUnits(library, { ...emptyUnitList, units }, '');
});
afterEach(() => library.close());

const text = (last: string): string => `书房建到家门口\n近日，当地建成书房六处，每日接待读者三千人次，群众反映良好。\n${last}\n`;

async function receive(name: string, content: string | Uint8Array, choices: Partial<ImportChoices> = {}): Promise<Submission> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const ports = { recognition: recognizeHere, ids: randomIds, clock: systemClock };
  const report = await withTemporaryFile(name, bytes, (file) => importFile(library, ports, file, { whenExists: 'leave', ...choices }));
  return getManuscript(library, report.submissionId ?? '');
}

describe('the unit of a manuscript', () => {
  it('is said by a source line that has its name', async () => {
    const submission = await receive('甲.txt', text('（示例区委宣传部）'));
    expect(submission).toMatchObject({ unitId: 'u1', unitName: '示例区委宣传部' });
    expect(submission.unitGuess).toBeUndefined();
  });

  it('is guessed from another way to write it, and the words of the source line stay', async () => {
    expect(await receive('甲.txt', text('（示例新区）'))).toMatchObject({ unitId: 'u1', unitName: '示例新区', unitGuess: 'source' });
  });

  it('is guessed from the name of the file, then of its folder', async () => {
    const file = await receive('样本文明 第3期稿.txt', text('书房全天开放。'), { folders: ['示例新区'] });
    expect(file).toMatchObject({ unitId: 'u2', unitName: '样本市文明办', unitGuess: 'file' });
    const folder = await receive('稿件.txt', text('书房全天开放。'), { folders: ['十一月', '示例新区报送'] });
    expect(folder).toMatchObject({ unitId: 'u1', unitName: '示例区委宣传部', unitGuess: 'folder' });
  });

  it('is not known where nothing names one', async () => {
    const submission = await receive('稿件.txt', text('书房全天开放。'), { folders: ['十一月'] });
    expect(submission.unitName).toBe('');
    expect([submission.unitId, submission.unitGuess]).toEqual([undefined, undefined]);
  });

  it('stays a guess until an editor says which it is', async () => {
    const guessed = await receive('样本文明.txt', text('书房全天开放。'));
    const { unitId, unitName, kind } = guessed;
    const facts = { ...(unitId === undefined ? {} : { unitId }), unitName, kind, author: '王小明' };
    expect(describeSubmission(guessed, facts, false).unitGuess).toBe('file');
    expect(describeSubmission(guessed, facts, true)).not.toHaveProperty('unitGuess');
  });
});

describe('a manuscript that comes again', () => {
  const returnIt = (id: string) =>
    library.update('submission', id, (each) => decide(each, 'returned', '请压缩篇幅', '2026-11-24T01:02:03Z'));

  it('after it was sent back is the next round of its thread, the one sent back stays as it was', async () => {
    const first = await receive('甲.txt', text('（示例区委宣传部）'));
    await returnIt(first.id);
    const second = await receive('甲改.txt', text('书房全天开放。\n（示例新区）'));
    expect(second).toMatchObject({ thread: first.id, round: 2, decision: 'new' });
    expect(second.notes[0]).toBe('退改（请压缩篇幅）后重投，记为第2稿。');
    expect(await getManuscript(library, first.id)).toMatchObject({ decision: 'returned', round: 1, reason: '请压缩篇幅' });
    await returnIt(second.id);
    expect(await receive('再改.txt', text('（示例区委宣传部）'))).toMatchObject({ thread: first.id, round: 3 });
  });

  it('is one of its own where nothing was sent back, or by another unit', async () => {
    const first = await receive('甲.txt', text('（示例区委宣传部）'));
    await returnIt(first.id);
    expect(await receive('别处.txt', text('（样本市文明办）'))).toMatchObject({ round: 1 });
    expect(await receive('改过.txt', text('（示例区委宣传部）'))).toMatchObject({ round: 2 });
    expect(await receive('又来.txt', text('（示例区委宣传部）'))).toMatchObject({ round: 1 });
  });
});

describe('what of a file is not among the words', () => {
  const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
  const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
  const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`;

  it('stays with the submission, with its place', async () => {
    const body =
      paragraph(run('书房建到家门口')) +
      paragraph(`${run('近日，当地建成书房六处')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}`) +
      paragraph('<w:r><w:drawing><docPr descr="书房外景"/><blip/></w:drawing></w:r>') +
      `<w:tbl><w:tr>${cell('街道')}${cell('处数')}</w:tr><w:tr>${cell('东街')}${cell('三')}</w:tr></w:tbl>`;
    const footnotes = `<w:footnote w:id="2">${paragraph(run('截至上月底。'))}</w:footnote>`;
    const { article, leftAside, notes } = await receive('甲.docx', buildDocx({ body, footnotes }));
    expect(leftAside.map(({ line, text: words }) => [line, words])).toEqual([[3, expect.stringContaining('书房外景')]]);
    expect(article.paragraphs[0]?.footnotes).toEqual([{ at: 11, text: '截至上月底。' }]);
    expect(notes.join()).not.toContain('表格');
    expect(article.paragraphs.at(-1)).toMatchObject({ text: '\n街道\t处数\n东街\t三', table: {} });
  });

  it('goes with the manuscript it belongs to where a file holds several', async () => {
    const picture = (name: string): string => paragraph(`<w:r><w:drawing><docPr descr="${name}"/><blip/></w:drawing></w:r>`);
    const words = [
      ['示例区书香巷里读书忙', '示例区建成书房六处，藏书两万册，每日接待读者三千人次，反映良好。', '（示例区委宣传部）'],
      ['甲县送戏下乡进村头', '甲县组织院团送戏下乡四十场，参加群众达两万余人次，丰富了生活。', '（甲县文旅局）'],
    ];
    const body = words.map((lines, at) => lines.map((line) => paragraph(run(line))).join('') + picture(`图${at + 1}`)).join('');
    await receive('两篇.docx', buildDocx({ body }));
    const { submissions } = await library.list();
    const all = await Promise.all(submissions.map(({ id }) => getManuscript(library, id)));
    const pictures = Object.fromEntries(
      all.map(({ unitName, leftAside }) => [
        unitName,
        leftAside.filter(({ reason }) => reason.includes('图片')).map(({ text: name }) => name),
      ]),
    );
    expect(pictures).toEqual({
      示例区委宣传部: [expect.stringContaining('图1') as string],
      甲县文旅局: [expect.stringContaining('图2') as string],
    });
  });
});
