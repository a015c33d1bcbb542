import { AppError } from '../../../shared/app-error.js';
import { readableFolder } from '../../../shared/bundle/format.js';
import { issueItems, plainTitle, type Issue, type Item, type Origin } from '../../../shared/document/issue.js';
import { picturesOf } from '../../../shared/document/picture.js';
import { safeFileName } from '../export-issue.js';
import { issueMeta } from '../issue-meta.js';
import type { Library } from '../library/library.js';
import { publicationOf } from '../publications.js';
import type { Renderer } from '../render-issue.js';
import { originalSources, recordPart, type Part } from './bundle-part.js';
import type { ZipSource } from './zip-writer.js';

/** Issues with the originals they were made from. */
export async function gatherIssues(
  library: Library,
  renderer: Renderer,
  keys: readonly string[],
  hasWordCopies: boolean,
): Promise<readonly Part[]> {
  if (keys.length === 0) throw new AppError('bad-request', '没有选要导出的期，没有导出。');
  const parts: Part[] = [];
  for (const key of new Set(keys)) parts.push(await issuePart(library, renderer, key, hasWordCopies));
  return parts;
}

/** @throws AppError `issue-missing` for a year without issues */
export async function issueKeysOfYears(library: Library, years: readonly string[]): Promise<readonly string[]> {
  const { issues } = await library.list();
  for (const year of years) {
    if (!issues.some(({ key }) => key.startsWith(`${year}-`))) throw new AppError('issue-missing', `资料库里没有 ${year} 年的专报。`);
  }
  return issues.map(({ key }) => key).filter((key) => years.includes(key.slice(0, 4)));
}

async function issuePart(library: Library, renderer: Renderer, key: string, hasWordCopies: boolean): Promise<Part> {
  const { issue } = await library.getIssue(key);
  const { title } = issueMeta(issue);
  const readable = `${readableFolder}/${key} ${safeFileName(title)}`;
  const render = (format: 'txt' | 'docx') => async () =>
    renderer.render((await library.getIssue(key)).issue, format, new AbortController().signal);
  const copies: ZipSource[] = [{ name: `${readable}.txt`, isCompressible: true, load: render('txt') }];
  if (hasWordCopies) copies.push({ name: `${readable}.docx`, isCompressible: false, load: render('docx') });
  const { name } = await publicationOf(library, issue.masthead.publication);
  return recordPart('issue', title, issue, [...(await originalSources(library, originsOf(issue))), ...copies], name);
}

/** Files an issue and its articles were read from, and their pictures. */
export function originsOf(issue: Issue): readonly Origin[] {
  const items = issueItems(issue).map(({ item }) => item);
  const origins = [issue.origin, ...items.map(({ origin }) => origin)].filter((origin) => origin !== undefined);
  return [...origins, ...items.flatMap(pictureFiles)];
}

/** The pictures of an item as files. */
export function pictureFiles({ title, paragraphs }: Pick<Item, 'title' | 'paragraphs'>): readonly Origin[] {
  return picturesOf(paragraphs).map(({ sha256, type }) => ({ file: `《${plainTitle(title)}》的图片.${type}`, sha256 }));
}
