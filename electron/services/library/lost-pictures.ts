import { issueItems, plainTitle } from '../../../shared/document/issue.js';
import { picturesOf } from '../../../shared/document/picture.js';
import { attachmentPath } from '../../../shared/library/library-layout.js';
import type { Trouble } from './check-kept.js';
import type { SummaryOf, ValueOf } from '../../../shared/library/records/records.js';
import type { Shelf } from './shelf.js';

type ArticleKind = 'issue' | 'submission';

/** The part of a library that holds its articles. */
export interface ArticleRecords {
  listOf<Name extends ArticleKind>(kind: Name): Promise<readonly SummaryOf<Name>[]>;
  get<Name extends ArticleKind>(kind: Name, key: string): Promise<{ readonly value: ValueOf<Name> }>;
}

/** Pictures that articles show and the attachments no longer hold. Records that cannot be read are told elsewhere. */
export async function lostPictures(shelf: Shelf, records: ArticleRecords, isStopped: () => boolean): Promise<readonly Trouble[]> {
  const troubles = new Map<string, Trouble>();
  for await (const { title, paragraphs } of articlesOf(records)) {
    if (isStopped()) break;
    for (const { sha256 } of picturesOf(paragraphs)) {
      const file = attachmentPath(sha256);
      if (troubles.has(file) || (await shelf.disk.stat(shelf.at(file))) !== undefined) continue;
      const message = `《${plainTitle(title)}》里的一张图片不在资料库里。请在这篇里删去它重新插入，或从备份取回这个文件。`;
      troubles.set(file, { file, message });
    }
  }
  return [...troubles.values()];
}

async function* articlesOf(records: ArticleRecords) {
  for (const { key } of await records.listOf('issue')) {
    const issue = await records.get('issue', key).catch(() => undefined);
    if (issue) for (const { item } of issueItems(issue.value)) yield item;
  }
  for (const { id } of await records.listOf('submission')) {
    const submission = await records.get('submission', id).catch(() => undefined);
    if (submission) yield submission.value.article;
  }
}
