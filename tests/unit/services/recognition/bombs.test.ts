import { describe, expect, it } from 'vitest';
import { learnStyleIn } from '../../../../electron/services/recognition/learn-style.js';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { AppError } from '../../../../shared/app-error.js';
import { atLimits, readBombs, refusedBombs } from '../../../helpers/bombs.js';

const readWhole = (name: string, bytes: Uint8Array): Promise<unknown> =>
  recognizeBytes(name, bytes, randomIds).catch((error: unknown) => error);

describe('a file made to hurt', () => {
  it.each(refusedBombs)('%s is refused by name, with what to do', async (name, says, build) => {
    const refusal = await readWhole(name, build());
    expect(refusal).toBeInstanceOf(AppError);
    expect((refusal as AppError).message).toMatch(says);
    expect((refusal as AppError).message).toMatch(new RegExp(`^${name}：.*(?:没有读取|不予读取).*请.*。$`, 'u'));
    expect((refusal as AppError).code).toMatch(/^file-(?:too-large|broken)$/u);
  });

  // Too many words in one paragraph are no matter of style.
  it.each(refusedBombs.filter(([name]) => name !== '一段太长.docx'))(
    '%s is refused as well when its page style is asked for',
    (name, _says, build) => {
      expect(() => learnStyleIn(name, build(), randomIds)).toThrow(new RegExp(`^${name}：.*请.*。$`, 'u'));
    },
  );

  it.each(readBombs)('%s is read within bounds', async (name, holds, build) => {
    const read = await readWhole(name, build());
    expect(read).not.toBeInstanceOf(Error);
    expect(JSON.stringify(read)).toContain(holds);
  });
});

describe('a limit of what is read', () => {
  it.each(atLimits)('of %s is kept to the last', async (_what, name, says, fits, exceeds) => {
    expect(await readWhole(name, fits())).not.toBeInstanceOf(Error);
    expect(String(await readWhole(name, exceeds()))).toMatch(says);
  });

  it('of 5,000,000 characters is kept before a text is parted into lines', async () => {
    const refusal = async (length: number) => String(await readWhole('长文.txt', new Uint8Array(length).fill(0x61)));
    expect(await refusal(5_000_000)).toContain('第 1 行有 500 万字');
    expect(await refusal(5_000_001)).toContain('：有 500 万字');
  });
});
