import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/terminal/arguments.js';
import { UsageError } from '../../../electron/terminal/usage-error.js';

describe('readArguments', () => {
  it('reads every command', () => {
    expect(readArguments(['--library', '库', 'import', '甲.txt', '乙.docx'])).toEqual({
      library: '库',
      json: false,
      command: { kind: 'import', files: ['甲.txt', '乙.docx'], replace: false, trust: false, keepsLines: false },
    });
    expect(readArguments(['list', '--json'])).toEqual({ json: true, command: { kind: 'list' } });
    expect(readArguments(['units', '--json'])).toEqual({ json: true, command: { kind: 'units' } });
    expect(readArguments(['show', '2022-10', '--json']).command).toEqual({ kind: 'show', of: 'issue', key: '2022-10', json: true });
    expect(readArguments(['export', '2022-10', '--docx', 'a.docx', '--pdf', 'a.pdf']).command).toEqual({
      kind: 'export',
      key: '2022-10',
      files: { docx: 'a.docx', pdf: 'a.pdf' },
    });
    expect(readArguments(['bundle', 'pack', '2022-10', '2022-11', '--out', 'a.zbx', '--to', '示例县委宣传部']).command).toEqual({
      kind: 'bundle-pack',
      about: 'issue',
      keys: ['2022-10', '2022-11'],
      out: 'a.zbx',
      to: '示例县委宣传部',
    });
    expect(readArguments(['bundle', 'verify', 'a.zbx']).command).toEqual({ kind: 'bundle-verify', file: 'a.zbx' });
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
    [['units', '多余']],
    [['list', '--没有']],
    [['bundle']],
    [['bundle', 'pack', '2022-10']],
    [['bundle', 'pack', '--out', 'a.zbx']],
    [['bundle', 'pack', '2022', '--out', 'a.zbx']],
    [['bundle', 'pack', '2022-10', '--kind', 'archive', '--out', 'a.zbx']],
    [['bundle', 'pack', '2022-10', '--kind', 'settings', '--out', 'a.zbx']],
    [['bundle', 'pack', '2022-10', '--kind', '回执', '--out', 'a.zbx']],
    [['bundle', 'verify']],
  ])('refuses %j with one Chinese sentence', (words) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(/[\u4e00-\u9fff].*。$/u);
  });
});
