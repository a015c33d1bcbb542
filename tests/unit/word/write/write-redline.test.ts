import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { issueLines } from '../../../../shared/compare/compare-issues.js';
import { redlineRows } from '../../../../shared/compare/redline.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { writeRedline } from '../../../../shared/word/write/write-redline.js';
import { article, column, issue, table } from '../../../helpers/build-issue.js';
import { editedBy } from '../../../helpers/edited-issues.js';
import { hasLibreOffice, openLibreOffice } from '../../../helpers/libreoffice.js';
import { validateFile, validatorProgram } from '../../../helpers/ooxml-validator.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const mark = { author: '专报编辑台', at: '2026-11-29T06:00:00.000Z' };
const write = (before: Issue, after: Issue): Promise<Uint8Array> =>
  writeRedline(redlineRows(before, after), defaultPageStyle, sampleMeta, mark);
const textsOf = (value: Issue): readonly string[] => issueLines(value).map(({ text }) => text);

/** Two pairs of states: of the sample, with a moved, a changed, a removed and an added paragraph; and made ones. */
const edited: Issue = {
  ...sampleIssue,
  instruction: '请认真学习。',
  columns: sampleIssue.columns.map((column) => ({
    ...column,
    items: column.items.map((item) => {
      const [first, second, third, ...others] = item.paragraphs;
      return first && second && third
        ? {
            ...item,
            paragraphs: [
              second,
              { ...third, text: `${third.text}新增一句。` },
              ...others.slice(1),
              first,
              { id: 'new', text: '新的一段。' },
            ],
          }
        : item;
    }),
  })),
};
const pairs: readonly (readonly [Issue, Issue])[] = [
  [sampleIssue, edited],
  [edited, sampleIssue],
  ...fc.sample(fc.tuple(editedBy('a'), editedBy('b')), { numRuns: 4, seed: 7 }),
];

/** What a program makes of a file when every change is rejected: what was put in goes, what was taken out is text again. */
function rejected(docx: Uint8Array): Uint8Array {
  const parts = readParts(docx);
  const xml = (parts['word/document.xml'] ?? '')
    .replace(/<w:move(?:From|To)Range(?:Start|End)[^>]*\/>/gu, '')
    .replace(/<w:p>(?:(?!<\/w:p>).)*<w:rPr><w:(?:ins|moveTo) [^>]*\/><\/w:rPr>.*?<\/w:p>/gsu, '')
    .replace(/<w:(ins|moveTo) [^>/]*>.*?<\/w:\1>/gsu, '')
    .replace(/<w:rPr><w:(?:del|moveFrom) [^>]*\/><\/w:rPr>/gu, '')
    .replace(/<\/?w:(?:del|moveFrom)(?: [^>]*)?>/gu, '')
    .replace(/<(\/?)w:delText/gu, '<$1w:t');
  return zipSync(Object.fromEntries(Object.entries({ ...parts, 'word/document.xml': xml }).map(([name, text]) => [name, strToU8(text)])));
}

/** Paragraphs with words but those of the footers, as our reader has them: all changes accepted. */
function paragraphsOf(docx: Uint8Array): readonly string[] {
  return readDocxLines(docx, '花脸稿.docx')
    .lines.map((line) => line.text)
    .filter((text) => text !== '' && !/^— \d+ —$/u.test(text));
}

describe('a 花脸稿 as a Word file', () => {
  it('is the new state with all changes accepted, the old one with all rejected', async () => {
    for (const [before, after] of pairs) {
      const docx = await write(before, after);
      expect(paragraphsOf(docx)).toEqual(textsOf(after));
      expect(paragraphsOf(rejected(docx))).toEqual(textsOf(before));
    }
  });

  it('keeps the lines and cells of a table apart', async () => {
    const tabled = (cell: string) => issue(column('经验交流', article('甲县推动文化惠民', table('表1', [['书房'], [cell]]))));
    const xml = readParts(await write(tabled('东门'), tabled('东门\u2028西门\t九')))['word/document.xml'] ?? '';
    const [row = ''] = /<w:p>(?:(?!<\/w:p>).)*东门.*?<\/w:p>/su.exec(xml) ?? [];
    expect(row.match(/<w:br\/>/gu)).toHaveLength(3);
    expect(row.match(/<w:tab\/>/gu)?.length).toBeGreaterThan(0);
    expect(xml).not.toMatch(/[\u2028\t]/u);
  });

  it('tracks changes as Word does: characters, paragraph marks, moves with both ends, each with author and time', async () => {
    const xml = readParts(await write(sampleIssue, edited))['word/document.xml'] ?? '';
    expect(xml).toMatch(/<w:ins w:id="\d+" w:author="专报编辑台" w:date="2026-11-29T06:00:00Z"><w:r>/u);
    expect(xml).toContain('<w:delText xml:space="preserve">');
    expect(xml).toMatch(/<w:rPr><w:ins [^>]*\/><\/w:rPr>/u);
    const names = [...xml.matchAll(/<w:move(From|To)RangeStart [^>]*w:name="(\w+)"/gu)].map(([, end, name]) => `${name} ${end}`).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names.map((name) => name.split(' ')[0]))].flatMap((name) => [`${name} From`, `${name} To`]));
    const ids = [...xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart) w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.skipIf(validatorProgram === undefined)(
    'passes the Open XML SDK validator',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-redline-'));
      await writeFile(join(folder, 'redline.docx'), await write(sampleIssue, edited));
      const { ok, errors } = await validateFile(join(folder, 'redline.docx'), { officeVersion: 'Office2019' });
      await rm(folder, { recursive: true });
      expect(errors).toEqual([]);
      expect(ok).toBe(true);
    },
    120_000,
  );

  it.skipIf(!hasLibreOffice)(
    'is taken by LibreOffice as tracked changes: saved again, both states are still in it',
    async () => {
      const office = await openLibreOffice();
      try {
        const again = await office.resave(await write(sampleIssue, edited));
        expect(paragraphsOf(again)).toEqual(textsOf(edited));
        const xml = readParts(again)['word/document.xml'] ?? '';
        for (const tag of ['w:ins', 'w:del']) expect(xml).toContain(`<${tag} `);
      } finally {
        await office.close();
      }
    },
    180_000,
  );
});
