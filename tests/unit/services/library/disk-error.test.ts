import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/app-error.js';
import { isTransient, toDiskError } from '../../../../electron/services/library/disk-error.js';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('a failure of the disk', () => {
  it('is worth another try while a program holds the file; on Windows that also looks like a lack of rights', () => {
    expect(isTransient(failure('EBUSY'), 'linux')).toBe(true);
    expect([isTransient(failure('EPERM'), 'linux'), isTransient(failure('EPERM'), 'win32')]).toEqual([false, true]);
    expect([isTransient(failure('ENOSPC'), 'win32'), isTransient('no error', 'win32')]).toEqual([false, false]);
  });

  it('is told with the name of the file, not with its path', () => {
    const { code, message } = toDiskError(failure('ENOSPC'), '/home/secret/2023-06.json');
    expect([code, message.includes('2023-06.json'), message.includes('secret')]).toEqual(['disk-full', true, false]);
  });

  it('while reading does not speak of saving', () => {
    for (const code of ['EBUSY', 'EACCES', 'EIO']) expect(toDiskError(failure(code), 'a.json', 'reading').message).not.toContain('保存');
  });

  it('that is told already stays as it is', () => {
    const told = new AppError('issue-missing', '没有。');
    expect(toDiskError(told, 'a.json')).toBe(told);
  });
});
