import { AppError } from '../../../shared/app-error.js';
import { submissionToText } from '../../../shared/bundle/readable-texts.js';
import type { Origin } from '../../../shared/document/issue.js';
import { recordKinds } from '../../../shared/library/records/records.js';
import type { Submission } from '../../../shared/submissions/submission.js';
import type { Library } from '../library/library.js';
import { pictureFiles } from './gather-issues.js';
import { originalSources, readableName, readableText, recordPart, type Part } from './bundle-part.js';

/** Manuscripts with their originals and attachments. @throws AppError when one of those is no longer there */
export async function gatherSubmissions(library: Library, ids: readonly string[]): Promise<readonly Part[]> {
  if (ids.length === 0) throw new AppError('bad-request', '没有选要报送的稿件，没有导出。');
  const parts: Part[] = [];
  for (const id of new Set(ids)) parts.push(await submissionPart(library, id, parts.length + 1));
  return parts;
}

async function submissionPart(library: Library, id: string, place: number): Promise<Part> {
  const { value } = await library.get('submission', id);
  const title = recordKinds.submission.titleOf(value);
  const originals = await originalSources(library, keptFilesOf(value));
  const missing = keptFilesOf(value).find(({ sha256 }) => !originals.some(({ name }) => name.endsWith(sha256)));
  if (missing !== undefined)
    throw new AppError(
      'disk-failed',
      `《${title}》的原件“${missing.file}”不在资料库里或已损坏，没有导出。请重新导入这篇来稿，或去掉它再导出。`,
    );
  const name = `${String(place).padStart(2, '0')} ${readableName(title)}`;
  return recordPart('submission', describeSubmission(title, value), value, [...originals, readableText(name, submissionToText(value))]);
}

function keptFilesOf({ original, attachments, article }: Submission): readonly Origin[] {
  return [...(original === undefined ? [] : [original]), ...attachments, ...pictureFiles(article)];
}

function describeSubmission(title: string, { unitName, round }: Submission): string {
  const facts = [unitName, ...(round > 1 ? [`第 ${round} 次报送`] : [])].filter((fact) => fact !== '');
  return `《${[...title].slice(0, 100).join('')}》${facts.length === 0 ? '' : `（${facts.join('，')}）`}`.slice(0, 200);
}
