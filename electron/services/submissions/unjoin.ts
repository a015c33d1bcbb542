import { AppError } from '../../../shared/app-error.js';
import { plainTitle } from '../../../shared/document/issue.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { unjoinedNote } from '../../../shared/submissions/joined-lines.js';
import { hasWords } from '../../../shared/submissions/left-aside.js';
import type { Submission } from '../../../shared/submissions/submission.js';
import type { Library } from '../library/library.js';
import type { Recognition } from '../ports.js';
import { withTemporaryFile } from '../temporary-file.js';

/**
 * Reads a submission from its file again with the lines as they stand, none joined. What is known of it beside its words stays.
 * @throws AppError where it has no file, an issue holds it, or the file read so has no manuscript of its title
 */
export async function unjoin(library: Library, recognition: Recognition, id: string): Promise<void> {
  const { original, article } = (await library.get('submission', id)).value;
  if (original === undefined) throw new AppError('bad-request', '这篇来稿不是由文件收下的，没有原件可以重读。');
  const { issues } = await library.list();
  const use = issues.flatMap(({ uses }) => uses).find(({ submissionId }) => submissionId === id);
  if (use) throw new AppError('bad-request', '这篇来稿已编入一期，不能再照原件的行重读；请在期里分段，或先从期里删去再重读。');
  const bytes = await library.getAttachment(original.sha256);
  if (bytes === undefined) throw new AppError('file-broken', `原件“${original.file}”在资料库的附件里找不到，或已损坏。请从备份找回。`);
  const reading = { as: 'article', keepsLines: true } as const;
  const recognized = await withTemporaryFile(original.file, bytes, (file) => recognition.recognize({ ...file, reading }));
  const drafts = recognized.kind === 'article' ? [recognized, ...(recognized.parts ?? [])] : [];
  const title = plainTitle(article.title);
  const draft = drafts.findLast((each) => plainTitle(each.article.title) === title);
  if (!draft)
    throw new AppError('bad-request', `照原来的行读，原件“${original.file}”里没有标题是“${title}”的稿件，没有改动。可以再导入一次原件。`);
  await library.update('submission', id, (submission) => reread(submission, draft), '不接断行、页末');
}

function reread(submission: Submission, { article, notes, warnings, leftAside }: RecognizedDraft): Submission {
  const { id, origin } = submission.article;
  return {
    ...submission,
    article: { ...article, id, ...(origin === undefined ? {} : { origin }) },
    notes: [...new Set([unjoinedNote, ...notes, ...warnings])],
    leftAside: leftAside.filter(hasWords),
  };
}
