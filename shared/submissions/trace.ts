/** Articles made from submissions: taken into an issue, put together of several, compared with what was sent. */
import { isPrintedState } from '../document/issue-states.js';
import { compareParagraphs, type ComparedParagraph, type ParagraphChange } from '../compare/compare-paragraphs.js';
import { convertItem } from '../document/edit-issue.js';
import { wordsWithNotes } from '../document/footnotes.js';
import { issueItems, plainTitle, type Article, type ColumnForm, type Issue, type Item, type Paragraph } from '../document/issue.js';
import type { SubmissionUse } from './list-submissions.js';
import type { Submission } from './submission.js';

type Sent = Pick<Submission, 'id' | 'article'> & { readonly unit: string };

/** The article of a submission as an item of its own for a column of that form; its unit is the source where it names none. */
export function itemFromSubmission(sent: Sent, form: ColumnForm, nextId: () => string): Item {
  const { coverTitle: _cover, ...article } = sent.article;
  const own: Article = {
    ...article,
    id: nextId(),
    paragraphs: tracedParagraphs(sent, nextId),
    sources: sourcesOf(sent),
    submissions: [sent.id],
  };
  return convertItem(own, form);
}

/** An item with the words of one more submission after its own (综合稿): paragraphs, source unit, and the trace of both. */
export function joinSubmission(item: Item, sent: Sent, nextId: () => string): Item {
  const sources = [...item.sources, ...sourcesOf(sent).filter((source) => !item.sources.includes(source))];
  const submissions = [...new Set([...(item.submissions ?? []), sent.id])];
  return { ...item, paragraphs: [...withoutBlank(item.paragraphs), ...tracedParagraphs(sent, nextId)], sources, submissions };
}

function tracedParagraphs({ id, article }: Sent, nextId: () => string): readonly Paragraph[] {
  return article.paragraphs.map((paragraph) => ({ ...paragraph, id: nextId(), from: { submission: id, paragraph: paragraph.id } }));
}

function sourcesOf({ article, unit }: Sent): readonly string[] {
  return article.sources.length > 0 || unit === '' ? article.sources : [unit];
}

/** A new item waits with one empty paragraph, which nobody wrote. */
function withoutBlank(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const isBlank = paragraphs.length === 1 && paragraphs[0]?.text === '' && paragraphs[0].lead === undefined;
  return isBlank ? [] : paragraphs;
}

/** One line of a text that is compared: the title, or a paragraph with its lead. */
export type SentLine = ComparedParagraph;

/** Title and paragraphs of what the submissions said, in the order in which an item took them up. */
export function sentLines(submissions: readonly Pick<Submission, 'id' | 'article'>[]): readonly SentLine[] {
  return submissions.flatMap(({ id, article }) => [
    { id: `${id} title`, text: plainTitle(article.title) },
    ...article.paragraphs.map((paragraph) => ({ id: `${id} ${paragraph.id}`, text: wordsWithNotes(paragraph) })),
  ]);
}

/** Title and paragraphs of an item, each known by what it was made from. Of a split paragraph the first part is the one. */
export function editedLines(item: Item): readonly SentLine[] {
  const [first] = item.submissions ?? [];
  const taken = new Set<string>();
  const lines = item.paragraphs.map((paragraph) => {
    const { from } = paragraph;
    const id = from && `${from.submission} ${from.paragraph}`;
    const isFirst = id !== undefined && !taken.has(id);
    if (isFirst) taken.add(id);
    return { ...(isFirst ? { id } : {}), text: wordsWithNotes(paragraph) };
  });
  return [{ ...(first === undefined ? {} : { id: `${first} title` }), text: plainTitle(item.title) }, ...lines];
}

/** What the editor changed in an item against what was sent. Submissions that are no longer there are passed over. */
export function compareWithSent(item: Item, submissions: readonly Pick<Submission, 'id' | 'article'>[]): readonly ParagraphChange[] {
  return compareParagraphs(sentLines(submissions), editedLines(item));
}

/** Which submissions an issue's items were made from. */
export function usesOf(issue: Issue, issueKey: string): readonly SubmissionUse[] {
  return issueItems(issue).flatMap(({ column, item }) =>
    (item.submissions ?? []).map((submissionId) => ({
      submissionId,
      issueKey,
      itemId: item.id,
      column: column.name,
      isPrinted: isPrintedState(issue.state),
    })),
  );
}
