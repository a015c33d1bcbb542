import { AppError } from '../../../shared/app-error.js';
import { learnPageStyle } from '../../../shared/learn-style/learn-page-style.js';
import type { LearntStyle } from '../../../shared/learn-style/learnt-style.js';
import type { Ids } from '../ports.js';
import { sniffFile } from '../sniff-file.js';
import { namingFile } from './naming-file.js';

/** How many remarks of one file are told; a file made to hurt has any number. */
const mostTold = 200;
/** Longest remark; names of styles and fonts are the file's own. */
const longestTold = 300;

/**
 * The page style of a file. It may take as much memory and time as the file makes it: run it where that hurts nobody.
 * @throws AppError naming the file and the remedy when it cannot be read
 */
export function learnStyleIn(name: string, bytes: Uint8Array, ids: Ids): LearntStyle {
  try {
    const kind = sniffFile(name, bytes);
    if (kind !== 'docx-zip')
      throw new AppError('file-kind', '版式只能取自 Word 文件，请选 .docx；其他格式请先在 Word 或 WPS 里另存为 .docx。');
    const learnt = learnPageStyle(bytes, name, () => ids.next());
    if (learnt.placed === 0) throw new AppError('file-empty', '没有认出标题和正文，取不了版式。请选一期排好的专报，或一篇排好的稿件。');
    const shorten = (text: string): string => (text.length > longestTold ? `${text.slice(0, longestTold)}…` : text);
    return {
      ...learnt,
      values: learnt.values.map((value) => ({ ...value, where: shorten(value.where) })),
      notTaken: learnt.notTaken.slice(0, mostTold).map(({ what, where, why }) => ({ what: shorten(what), where: shorten(where), why })),
    };
  } catch (error) {
    throw namingFile(error, name);
  }
}
