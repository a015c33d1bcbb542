/** Manuscripts made of a few lines, and what was recognized in them. */
import { expect } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { lostCharacters } from './issue-words.js';

/** The manuscript that the lines of a text hold, no character lost. */
export function read(...lines: readonly string[]): RecognizedDraft {
  const source = readText(lines.join('\n'));
  let ids = 0;
  const result = recognize(source, { nextId: () => `i${String((ids += 1))}` });
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  expect(lostCharacters(source, result)).toBe('');
  return result;
}

export const title = '示例区书香巷里读书忙';
export const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
export const more = '书房由志愿者轮流值守，每周公布借阅排行，接受居民监督，做到了月月有活动、周周有新书。';
export const source = '（示例区委宣传部）';
export const texts = ({ article }: RecognizedDraft) => article.paragraphs.map((paragraph) => paragraph.text);
export const left = ({ leftAside }: RecognizedDraft, reason: string) =>
  leftAside.filter((each) => each.reason === reason).map((each) => each.text);
