import { describe, expect, it } from 'vitest';
import { readSheet, writeCsv, writeXlsx } from '../../../../electron/services/units/sheet.js';

const rows = [
  ['单位名称', '电话'],
  ['示例区“委宣”,部', '0000-1'],
  ['示例厂', '007'],
];

describe('sheets', () => {
  it('come back from .xlsx as they were, numbers with their leading zeros', async () => {
    expect(await readSheet('单位.xlsx', await writeXlsx(rows, '报送单位'))).toEqual(rows);
  });

  it('come back from .csv, with a mark that tells Excel it is UTF-8', async () => {
    const bytes = writeCsv(rows);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await readSheet('单位.csv', bytes)).slice(0, 3)).toEqual(rows);
  });

  it('never write a cell that Excel would run', async () => {
    expect(Buffer.from(writeCsv([['=1+1']])).toString('utf8')).toContain("'=1+1");
  });

  it('read a .csv that Excel saved in GB18030', async () => {
    const gbk = Buffer.from([
      0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xca, 0xbe, 0xc0, 0xfd, 0xb3, 0xa7, 0x2c, 0x31,
    ]);
    expect(await readSheet('单位.csv', gbk)).toEqual([
      ['单位', '电话'],
      ['示例厂', '1'],
    ]);
  });

  it.each([
    ['truncated.xlsx', Buffer.from('PK\u0003\u0004 cut'), 'file-broken'],
    ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'file-kind'],
  ])('say what to do with %s', async (name, bytes, code) => {
    await expect(readSheet(name, bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(name) as string });
  });

  it('refuse a workbook cut at any place, or lists it whole', async () => {
    const whole = await writeXlsx(rows, '报送单位');
    for (let length = 0; length < whole.length; length += 97) {
      const read = await readSheet('单位.xlsx', whole.slice(0, length)).catch((error: { code: string }) => error.code);
      if (length > 2) expect(['file-broken', 'file-encoding']).toContain(read);
    }
  });
});
