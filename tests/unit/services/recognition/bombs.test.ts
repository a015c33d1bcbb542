import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { AppError } from '../../../../shared/app-error.js';
import { readBombs, refusedBombs } from '../../../helpers/bombs.js';

const readWhole = (name: string, bytes: Uint8Array): unknown => {
  try {
    return recognizeBytes(name, bytes, randomIds);
  } catch (error) {
    return error;
  }
};

describe('a file made to hurt', () => {
  it.each(refusedBombs)('%s is refused by name, with what to do', (name, says, build) => {
    const refusal = readWhole(name, build());
    expect(refusal).toBeInstanceOf(AppError);
    expect((refusal as AppError).message).toMatch(says);
    expect((refusal as AppError).message).toMatch(new RegExp(`^${name}：.*(?:没有读取|不予读取).*请.*。$`, 'u'));
    expect((refusal as AppError).code).toMatch(/^file-(?:too-large|broken)$/u);
  });

  it.each(readBombs)('%s is read within bounds', (name, holds, build) => {
    const read = readWhole(name, build());
    expect(read).not.toBeInstanceOf(Error);
    expect(JSON.stringify(read)).toContain(holds);
  });
});
