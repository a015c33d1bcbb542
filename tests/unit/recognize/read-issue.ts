/** Issues made of a few lines, and what was recognized in them. */
import { expect } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedIssue } from '../../../shared/recognize/recognized.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { lostCharacters } from './issue-words.js';

/** The issue that lines hold, no character lost. */
export function readLines(source: readonly SourceLine[]): RecognizedIssue {
  let ids = 0;
  const result = recognize(source, { nextId: () => `i${String((ids += 1))}` });
  expect(lostCharacters(source, result)).toBe('');
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  return result;
}

/** The same of the lines of a text. */
export const read = (...lines: readonly string[]): RecognizedIssue => readLines(readText(lines.join('\n')));

export const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
export const more = '甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次，丰富了群众的文化生活。';
export const head = ['海潮宣传简报', '第3期', '海潮市委宣传部编印            2024年4月3日'];
export const tail = ['报：省委宣传部', '送：市四套班子', '发：各县区委宣传部'];
export const article = ['示例区书香巷里读书忙', text, '（示例区委宣传部）'];
export const other = ['甲县送戏下乡进村头', more, '（甲县文旅局）'];
export const itemsOf = ({ issue }: RecognizedIssue) => issue.columns.flatMap(({ items }) => items);
export const titles = (result: RecognizedIssue) => itemsOf(result).map(({ title }) => title);
export const columns = ({ issue }: RecognizedIssue) => issue.columns.map(({ name, items }) => [name, items.map(({ title }) => title)]);
export const reasonOf = ({ leftAside }: Pick<RecognizedIssue, 'leftAside'>, words: string) =>
  leftAside.find((each) => each.text.includes(words))?.reason;
