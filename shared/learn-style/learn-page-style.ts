import { recognize } from '../recognize/recognize.js';
import { readFormatting } from '../word/read/formatting.js';
import { foldLines } from '../word/read/fold-lines.js';
import { openPackage } from '../word/read/open-package.js';
import { readDocx } from '../word/read/read-docx.js';
import { learnGaps } from './gaps.js';
import { learnPage, numberParagraphs } from './learn-page.js';
import { learnKeeps, learnParts } from './learn-parts.js';
import { learnText } from './learn-text.js';
import type { LearntStyle, LearntValue, NotTaken } from './learnt-style.js';
import { roledParagraphs, type Recognised } from './roles.js';
import { seeParagraphs } from './seen-paragraph.js';

/**
 * The page style a Word file is set in: every setting that the parts of the file speak of, with where they do, and what no
 * setting can hold. Which paragraph is which part, recognition says of the same file; so it may be any office's.
 * @throws AppError as `readDocx`
 */
export function learnPageStyle(bytes: Uint8Array, file: string, nextId: () => string): LearntStyle {
  const recognised = recognisedIn(bytes, file, nextId);
  const word = openPackage(bytes, file);
  const formatting = readFormatting(word);
  const seen = seeParagraphs(word, formatting);
  const roled = roledParagraphs(seen, recognised);
  const values: LearntValue[] = [];
  const notTaken: NotTaken[] = [];
  const tally = { values, notTaken };
  learnPage(word, roled, formatting, tally);
  learnText([...roled, ...numberParagraphs(word, roled, formatting)], formatting, tally);
  learnGaps(seen, roled, tally);
  learnKeeps(roled, tally);
  if (recognised.kind === 'issue') learnParts(seen, roled, tally);
  const paragraphs = seen.filter(({ text }) => text.trim() !== '').length;
  if (paragraphs > roled.length) {
    const placed = new Set(roled.map(({ number }) => number));
    const [first] = seen.filter(({ number, text }) => text.trim() !== '' && !placed.has(number));
    notTaken.push({
      what: `${String(paragraphs - roled.length)}段没有归到版面的哪一部分`,
      where: `第${String(first?.number ?? 0)}段起`,
      why: '它们的样子没有计入',
    });
  }
  return { kind: recognised.kind, values, notTaken, paragraphs, placed: roled.length };
}

function recognisedIn(bytes: Uint8Array, file: string, nextId: () => string): Recognised {
  const found = recognize(foldLines(readDocx(bytes, file)).lines, { nextId, fileName: file });
  if (found.kind === 'issue') return { kind: 'issue', issue: found.issue };
  return { kind: 'article', articles: (found.parts ?? [found]).map(({ article }) => article) };
}
