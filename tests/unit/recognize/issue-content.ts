import { plainColumnName, plainTitle } from '../../../shared/document/issue.js';
import type { Issue, Item } from '../../../shared/document/issue.js';

/** The content of an issue without ids, as compared in the tests of recognition. */
export function issueContent(issue: Issue) {
  return {
    masthead: issue.masthead,
    columns: issue.columns.map((column) => ({ name: column.name, form: column.form, items: column.items.map(itemContent) })),
    distribution: issue.distribution,
    ...(issue.extraDistribution === undefined ? {} : { extraDistribution: issue.extraDistribution }),
    imprint: issue.imprint,
  };
}

export function itemContent(item: Item) {
  const { id: _id, paragraphs, ...rest } = item;
  return { ...rest, paragraphs: paragraphs.map(({ id: _paragraphId, ...paragraph }) => paragraph) };
}

/** Column names, titles and how many paragraphs and leads each item has, one line an item. */
export function outline(issue: Issue): readonly string[] {
  return issue.columns.flatMap((column) =>
    column.items.map((item) => {
      const leads = item.paragraphs.filter(({ lead }) => lead !== undefined).length;
      return `${plainColumnName(column.name)} ${plainTitle(item.title).length} ${item.paragraphs.length}/${leads} ${item.sources.length}`;
    }),
  );
}
