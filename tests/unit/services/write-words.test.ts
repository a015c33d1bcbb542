import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWords } from '../../../electron/services/write-words.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';

const value = issue(column('经验交流', article('甲县抓实工作', p('请示例区阅。'))));
const now = new Date('2031-05-06T07:08:09Z');
const folder = (): string => mkdtempSync(join(tmpdir(), 'words-'));
const rendering = (broken?: string) => ({
  render: (_issue: unknown, format: string) =>
    format === broken ? Promise.reject(new Error('no')) : Promise.resolve(new TextEncoder().encode(format)),
});

describe('writeWords', () => {
  it('writes text, Word file and record under one name that no file has', async () => {
    const place = folder();
    const paths = await writeWords(rendering(), value, place, now);
    expect(paths.map((path) => path.slice(path.lastIndexOf('.')))).toEqual(['.txt', '.json', '.docx']);
    expect(readFileSync(paths[1] ?? '', 'utf8')).toContain('请示例区阅。');
    await expect(writeWords(rendering(), value, place, now)).rejects.toMatchObject({ code: 'export-exists' });
  });

  it('writes the others when one fails', async () => {
    const place = folder();
    expect(await writeWords(rendering('docx'), value, place, now)).toHaveLength(2);
    expect(readdirSync(place)).toHaveLength(2);
  });

  it('says why when none could be written', async () => {
    await expect(writeWords(rendering(), value, join('/dev/null', 'x'), now)).rejects.toMatchObject({ code: expect.any(String) });
  });
});
