import { expect, it } from 'vitest';
import { targetWarnings } from '../../../shared/bundle/target-warnings.js';

const gigabyte = 1024 ** 3;

it('warns of a place that is too small, or holds no large files', () => {
  const target = { name: '小盘', freeBytes: 8 * gigabyte, isFat: true };
  expect(targetWarnings(gigabyte, target)).toEqual([]);
  expect(targetWarnings(4 * gigabyte, target)).toEqual(['“小盘”是 FAT 格式，单个文件不能超过 4 GB。请分几次导出。']);
  expect(targetWarnings(4 * gigabyte, { ...target, isFat: undefined })).toEqual([
    '“小盘”如果是 FAT32 格式，放不下超过 4 GB 的文件。写不进去时，请分几次导出。',
  ]);
  expect(targetWarnings(gigabyte, { ...target, isFat: undefined })).toEqual([]);
  expect(targetWarnings(4 * gigabyte, { ...target, isFat: false })).toEqual([]);
  expect(targetWarnings(3 * 1024 ** 2, { ...target, freeBytes: 1024 ** 2 })).toEqual(['大约要 3 MB，“小盘”只剩 1 MB，可能写不下。']);
});
