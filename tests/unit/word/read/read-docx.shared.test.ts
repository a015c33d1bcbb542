import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffFile } from '../../../../electron/services/sniff-file.js';
import { AppError } from '../../../../shared/app-error.js';
import { readDocxLines, type WordText } from '../../../../shared/word/read/fold-lines.js';
import { hasShared, sharedFile, sharedFiles } from '../../../helpers/shared-files.js';

const files = ['docx/chinese', 'docx/review', 'docx/broken'].flatMap((folder) =>
  sharedFiles(folder)
    .filter((name) => name !== 'INDEX.md')
    .map((name) => ({ name, path: sharedFile(folder, name) })),
);

describe.skipIf(!hasShared)('reading Word and WPS files that others made', () => {
  it.each(files)('keeps or lists every character of $name, or refuses it with a reason', ({ name, path }) => {
    const bytes = new Uint8Array(readFileSync(path));
    const outcome = readOrRefuse(bytes, name);
    if (outcome instanceof AppError) {
      expect(outcome.message).toMatch(/[\u4e00-\u9fff].*。$/u);
      return;
    }
    expect(missing(wordsOf(bytes), kept(outcome))).toBe('');
  });

  it('reads the valid ones', () => {
    const refused = files.filter(({ path, name }) => readOrRefuse(new Uint8Array(readFileSync(path)), name) instanceof AppError);
    expect(refused.map(({ name }) => name).sort()).toEqual([
      'binary-wps-header-footer.wps',
      'encrypted-ole.docx',
      'no-main-part.docx',
      'owner-lock-file.docx',
      'truncated.docx',
      'xml-external-entity.docx',
    ]);
  });

  it.each(files.filter(({ path }) => path.includes('review')))('announces what reviewers left in $name', ({ name, path }) => {
    const outcome = readOrRefuse(new Uint8Array(readFileSync(path)), name);
    expect(outcome instanceof AppError ? [] : outcome.warnings).not.toHaveLength(0);
  });
});

function readOrRefuse(bytes: Uint8Array, name: string): WordText | AppError {
  try {
    const kind = sniffFile(name, bytes);
    if (kind === 'doc') return new AppError('file-kind', '旧格式，先要转换。');
    expect(kind).toBe('docx-zip');
    return readDocxLines(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Words of the main part by a plain scan: text and deleted text, fallbacks of alternatives left out. */
function wordsOf(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/document\d*\.xml$/u.test(name) });
  const xml = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('');
  const chosen = xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/gu, '');
  const texts = [...chosen.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/gu)].map(([, text]) => text ?? '');
  return texts
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function kept({ lines, leftAside }: WordText): string {
  return [...lines, ...leftAside].map(({ text }) => text).join('');
}

/** Characters, blanks aside, that `words` has more of than `found`. */
function missing(words: string, found: string): string {
  const counts = new Map<string, number>();
  for (const character of found) counts.set(character, (counts.get(character) ?? 0) + 1);
  let lost = '';
  for (const character of words.replace(/\s/gu, '')) {
    const left = counts.get(character) ?? 0;
    if (left === 0) lost += character;
    else counts.set(character, left - 1);
  }
  return lost;
}
