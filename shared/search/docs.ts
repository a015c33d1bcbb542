/** What a search looks through: issues cut into their articles, and manuscripts, with their words made ready. */
import { itemLabel } from '../document/edit-issue.js';
import { issueItems, issueKey, plainColumnName, plainTitle, type Issue, type Item } from '../document/issue.js';
import { issueTexts, type IssueText } from '../document/issue-texts.js';
import { plainPublicationName } from '../document/publication.js';
import { fold } from '../find/fold.js';
import type { Submission } from '../submissions/submission.js';
import { allBlind } from './terms.js';
import type { DocKind } from './doc-kinds.js';

export interface Doc {
  readonly source: 'issue' | 'submission';
  readonly key: string;
  readonly kind: DocKind;
  readonly title: string;
  readonly column: string;
  readonly units: readonly string[];
  readonly year: string;
  /** 刊名 as the issue prints it, blanks apart; empty of a manuscript. */
  readonly publication: string;
  readonly state: string;
  readonly texts: readonly Pick<IssueText, 'key' | 'place' | 'text'>[];
  /** All texts folded, a NUL between two of them. */
  readonly words: string;
  /** Where each text starts in `words`. */
  readonly starts: readonly number[];
  /** Which of the texts are a title or a unit: these are also found by their pinyin. */
  readonly names: readonly number[];
}

/** Documents of an issue: its parts that are no article, then its articles in printed order. */
export function issueDocs(issue: Issue): readonly Doc[] {
  const texts = issueTexts(issue);
  const byItem = new Map<string | undefined, IssueText[]>();
  for (const text of texts) {
    const { itemId } = text.place;
    const own = byItem.get(itemId);
    if (own) own.push(text);
    else byItem.set(itemId, [text]);
  }
  const { masthead, state } = issue;
  const publication = plainPublicationName(masthead.name);
  const shared = { source: 'issue', key: issueKey(masthead), year: masthead.date.slice(0, 4), publication, state } as const;
  const parts = toDoc({ ...shared, kind: 'parts', title: '', column: '', units: [] }, byItem.get(undefined) ?? []);
  return [
    parts,
    ...issueItems(issue).map(({ column, item }) =>
      toDoc(
        { ...shared, kind: item.type, title: itemLabel(item), column: plainColumnName(column.name), units: item.sources },
        byItem.get(item.id) ?? [],
      ),
    ),
  ];
}

/** A manuscript as one document. */
export function submissionDoc({ id, article, unitName, receivedAt, decision }: Submission): Doc {
  const facts = {
    source: 'submission',
    key: id,
    kind: 'submission',
    title: plainTitle(article.title) || itemLabel(article),
    column: '',
    units: unitName === '' ? article.sources : [unitName],
    year: (receivedAt ?? '').slice(0, 4),
    publication: '',
    state: decision,
  } as const;
  return toDoc(facts, textsOfItem(article));
}

/** The texts of one article, as they would be named in an issue. */
function textsOfItem(item: Item): readonly IssueText[] {
  return issueTexts({ ...emptyIssue, columns: [{ id: 'column', name: '', form: 'article', items: [item] }] });
}

const emptyIssue = {
  version: 1,
  state: 'drafting',
  masthead: { name: '', number: 1, date: '', organ: '' },
  instruction: '',
  columns: [],
  distribution: [],
  imprint: { organizer: '', reviewer: '', editor: '', phone: '' },
} as unknown as Issue;

function toDoc(facts: Omit<Doc, 'texts' | 'words' | 'starts' | 'names'>, texts: readonly IssueText[]): Doc {
  const folded = texts.map(({ text }) => fold(text, allBlind).text);
  let start = 0;
  const starts = folded.map((text) => {
    const own = start;
    start += text.length + 1;
    return own;
  });
  const names = texts.flatMap(({ place }, index) =>
    'field' in place && (place.field === 'title' || place.field === 'source') ? [index] : [],
  );
  return { ...facts, texts: texts.map(({ key, place, text }) => ({ key, place, text })), words: folded.join('\0'), starts, names };
}
