import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecognizedFile } from '../../../electron/services/ports.js';
import { recognitionAnswerSchema } from '../../../electron/services/recognition/messages-schema.js';
import { recognizeBytes } from '../../../electron/services/recognition/read-file.js';
import { randomIds } from '../../../electron/services/system-ports.js';
import { AppError } from '../../../shared/app-error.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { readBombs, refusedBombs } from '../../helpers/bombs.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { mutated, mutatedDocx, numbersFrom } from '../../helpers/mutations.js';
import { assetsFolder } from '../../helpers/open-test-library.js';
import { buildReadingProgram, type ReadingProgram } from '../../helpers/reading-program.js';
import { sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';

/** `npm run fuzz` asks for 10,000; a seed of its own makes a run that failed come again. */
const inputs = Number(process.env['ZHUANBAO_FUZZ'] ?? 300);
const seed = Number(process.env['ZHUANBAO_FUZZ_SEED'] ?? 1);

const text = new Uint8Array(readFileSync(join(assetsFolder, 'sample', '宣传信息专报-样例.txt')));
const issue = await writeDocx(composeIssue(sampleIssue), defaultPageStyle, sampleMeta);
const manuscript = buildDocx({
  styles: '<w:style w:type="paragraph" w:styleId="s1"><w:name w:val="标题"/><w:basedOn w:val="s2"/></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  comments: '<w:comment w:id="1" w:author="甲"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>',
  body: '<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>示例区探索“院坝课堂”</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:del w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>组织宣讲36场</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
});

type Make = (next: (below: number) => number) => readonly [name: string, bytes: Uint8Array];

const makers: readonly Make[] = [
  (next) => ['甲.txt', mutated(text, next)],
  (next) => ['乙.docx', mutatedDocx(manuscript, next)],
  (next) => ['丙.docx', mutatedDocx(issue, next)],
  (next) => ['丁.docx', mutated(next(2) === 0 ? issue : manuscript, next)],
  (next) => ['戊.txt', Uint8Array.from({ length: next(3000) }, () => next(256))],
];

const bombs = [...refusedBombs, ...readBombs].map(([name, , build]) => [name, build] as const);
/** A bomb, as it is or damaged itself. */
const makeBomb: Make = (next) => {
  const [name, build] = bombs[next(bombs.length)] ?? expect.fail();
  const bytes = build();
  return [name, next(2) === 0 ? bytes : mutated(bytes, next)];
};
/** Among so many inputs is one bomb, which goes through the reading process itself. */
const inputsToABomb = 60;

let program: ReadingProgram;
beforeAll(async () => {
  program = await buildReadingProgram();
});
afterAll(() => program.remove());

type Read = (name: string, bytes: Uint8Array) => Promise<RecognizedFile>;
const readHere: Read = (name, bytes) => recognizeBytes(name, bytes, randomIds);

/** What is wrong with how a file was taken; undefined when it was read, or refused as editors are to be told. */
async function fault(name: string, bytes: Uint8Array, read: Read): Promise<string | undefined> {
  try {
    const answer = recognitionAnswerSchema.safeParse({ kind: 'done', file: await read(name, bytes) });
    return answer.success ? undefined : answer.error.message;
  } catch (error) {
    if (!(error instanceof AppError)) return String(error);
    if (error.message.startsWith(`${name}：读取时出错`)) return String(error.cause);
    return error.message.includes(name) && error.message.endsWith('。') ? undefined : error.message;
  }
}

describe('any file', () => {
  it(`is read or refused by name, in ${inputs} tries`, { timeout: 60_000 + inputs * 200 }, async () => {
    for (let index = 0; index < inputs; index += 1) {
      const next = numbersFrom(seed * 1_000_003 + index);
      const isBomb = index % inputsToABomb === inputsToABomb - 1;
      const [name, bytes] = (isBomb ? makeBomb : makers[index % makers.length])?.(next) ?? ['', new Uint8Array()];
      expect(await fault(name, bytes, isBomb ? program.read : readHere), `seed ${seed}, input ${index}: ${name}`).toBeUndefined();
    }
  });
});
