import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../electron/terminal/arguments.js';

describe('readArguments', () => {
  it('reads every command', () => {
    expect(readArguments(['--library', '库', 'import', '甲.txt', '乙.docx'])).toEqual({
      library: '库',
      json: false,
      command: { kind: 'import', files: ['甲.txt', '乙.docx'], replace: false },
    });
    expect(readArguments(['list', '--json'])).toEqual({ json: true, command: { kind: 'list' } });
    expect(readArguments(['show', '2022-10', '--json']).command).toEqual({ kind: 'show', key: '2022-10', json: true });
    expect(readArguments(['export', '2022-10', '--docx', 'a.docx', '--pdf', 'a.pdf']).command).toEqual({
      kind: 'export',
      key: '2022-10',
      files: { docx: 'a.docx', pdf: 'a.pdf' },
    });
    expect(readArguments(['--help']).command).toEqual({ kind: 'help' });
  });

  it.each([
    [[]],
    [['打开']],
    [['import']],
    [['show']],
    [['show', '2022-10', '2022-11']],
    [['show', '十期']],
    [['export', '2022-10']],
    [['list', '多余']],
    [['list', '--没有']],
  ])('refuses %j with one Chinese sentence', (words) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(/[\u4e00-\u9fff].*。$/u);
  });
});
