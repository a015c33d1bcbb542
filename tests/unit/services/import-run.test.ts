import { afterEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../electron/services/app.js';
import type { AppOptions } from '../../../electron/services/app-options.js';
import { AppError } from '../../../shared/app-error.js';
import type { JobProgress } from '../../../shared/ipc.js';
import { appOptions, caller } from '../../helpers/open-app.js';
import { recognizeHere } from '../../helpers/recognize-here.js';

const manuscript = (title: string): Uint8Array => new TextEncoder().encode(`${title}\n\n近日，示例县建成书屋60处。\n`);

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function setUp(changes: Partial<AppOptions> = {}) {
  const told: JobProgress[] = [];
  const opened = (app = await createApp(
    appOptions({ notify: (name, body) => void (name === 'job.progress' && told.push(body as JobProgress)), ...changes }),
  ));
  const call = caller(opened);
  const send = async (name: string, bytes: Uint8Array) => {
    const { upload } = await call('upload.open', { name, size: bytes.length });
    if (bytes.length > 0) await opened.uploads.write(upload, bytes);
    return { upload, whenExists: 'leave' as const };
  };
  const submissions = async () => (await call('library.list', {})).submissions.map(({ title }) => title);
  return { call, send, told, submissions };
}

describe('an import of several files', () => {
  it('takes in all that can be read, and says of each other why not', async () => {
    const { call, send, told, submissions } = await setUp();
    const files = [
      await send('甲.txt', manuscript('示例县推进书屋建设')),
      await send('空.txt', new Uint8Array(0)),
      await send('乙.txt', manuscript('示例市开展阅读活动')),
    ];
    const { outcomes } = await call('import.run', { files });
    expect(outcomes).toMatchObject([
      { report: { file: '甲.txt', outcome: 'added' } },
      { failure: expect.stringContaining('空.txt') as string },
      { report: { file: '乙.txt', outcome: 'added' } },
    ]);
    expect(await submissions()).toHaveLength(2);
    expect(told.map(({ step, done, total }) => `${step} ${done}/${total}`)).toEqual([
      '正在读取 甲.txt 0/3',
      '正在读取 空.txt 1/3',
      '正在读取 乙.txt 2/3',
    ]);
  });

  it('leaves the lines of a file as they stand when the editor says so', async () => {
    const { call, send } = await setUp();
    const words =
      '近日，示例区组织志愿者开展宣讲活动，走进社区、企业和学校，累计三百余场，覆盖群众两万三千余人，反响热烈，群众给予好评，下一步将继续推进这项工作。';
    const lines = ['示例区开展宣讲活动', '', ...(words.repeat(3).match(/.{1,25}/gu) ?? [])].join('\n');
    const file = await send('甲.txt', new TextEncoder().encode(lines));
    const again = await send('乙.txt', new TextEncoder().encode(lines));
    const { outcomes } = await call('import.run', { files: [file, { ...again, as: 'article', keepsLines: true }] });
    const joined = outcomes.map((outcome) => 'report' in outcome && outcome.report.warnings.some((warning) => warning.includes('断行')));
    expect(joined).toEqual([true, false]);
  });

  it('leaves out what follows a cancel, and keeps what came before', async () => {
    let read = 0;
    const { call, send, submissions } = await setUp({
      recognition: {
        ...recognizeHere,
        recognize: async (file, watch) => {
          read += 1;
          if (read === 2) {
            await call('job.cancel', { job: 'job' });
            throw new AppError('cancelled', `${file.name}：已取消。`);
          }
          return recognizeHere.recognize(file, watch);
        },
      },
    });
    read = 0;
    const files = [];
    for (const name of ['甲', '乙', '丙']) files.push(await send(`${name}.txt`, manuscript(`示例县${name}项工作`)));
    const cancelled = { failure: '已取消，没有导入。' };
    expect((await call('import.run', { files })).outcomes).toMatchObject([{ report: { outcome: 'added' } }, cancelled, cancelled]);
    expect([read, (await submissions()).length]).toEqual([2, 1]);
    for (const { upload } of files)
      await expect(app?.uploads.take(upload, () => Promise.resolve())).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('goes on behind a file over which the program itself fails, which is logged', async () => {
    const troubles: unknown[] = [];
    const { call, send } = await setUp({ onTrouble: (error) => troubles.push(error) });
    const files = [await send('甲.txt', manuscript('示例县推进书屋建设')), await send('乙.txt', manuscript('示例市开展阅读活动'))];
    const failing = new Error('inside');
    const { take } = app?.uploads ?? expect.fail();
    Object.assign(app?.uploads ?? {}, {
      take: (handle: string, use: Parameters<typeof take>[1]) =>
        handle === files[0]?.upload ? Promise.reject(failing) : take(handle, use),
    });
    expect((await call('import.run', { files })).outcomes).toMatchObject([
      { failure: expect.stringContaining('程序内部出错') as string },
      { report: { file: '乙.txt' } },
    ]);
    expect(troubles).toEqual([failing]);
  });
});
