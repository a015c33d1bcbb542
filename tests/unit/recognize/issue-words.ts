import { printedImprint } from '../../../shared/document/imprint-fields.js';
import { plainTitle } from '../../../shared/document/issue.js';
import type { Article, Issue, Item } from '../../../shared/document/issue.js';
import type { RecognizedDraft, RecognizedIssue } from '../../../shared/recognize/recognized.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';

/** Everything an issue prints, cover and labels included, as one text. */
export function issueWords(issue: Issue): string {
  const { masthead } = issue;
  const day = masthead.date.split('-').map(Number);
  return [
    masthead.name,
    masthead.supplement ? '增刊' : '',
    `第${masthead.number}期`,
    masthead.total === undefined ? '' : `（总第${masthead.total}期）`,
    masthead.organ,
    `${day[0]}年${day[1]}月${day[2]}日`,
    masthead.secrecy ?? '',
    masthead.copyNumber ?? '',
    masthead.serial ?? '',
    masthead.printRun === undefined ? '' : `印${masthead.printRun}份`,
    issue.instruction,
    ...issue.columns.flatMap((column) => [
      `〔${column.name}〕〔${column.name}〕`,
      ...column.items.flatMap((item) => [plainTitle(item.coverTitle ?? item.title), itemWords(item)]),
    ]),
    ...issue.distribution.map(({ label, text }) => `${label}：${text}`),
    issue.extraDistribution === undefined ? '' : `本期增发${issue.extraDistribution}`,
    printedImprint(issue.imprint)
      .map(({ label, text }) => `${label}：${text}`)
      .join(''),
  ].join('\n');
}

export function itemWords(item: Item): string {
  const isBrief = item.type === 'brief';
  return [
    plainTitle(item.title) + (isBrief ? '。' : ''),
    ...(item.type === 'article' ? articleOnlyWords(item) : []),
    ...item.paragraphs.map(({ lead, text }) => (lead ?? '') + text),
    item.sources.length > 0 ? `（${item.sources.join('、')}）` : '',
  ].join('\n');
}

function articleOnlyWords(article: Article): readonly string[] {
  return [article.subtitle ?? '', ...(article.editorNote ?? [])];
}

/** Words of a manuscript, and what it says of its writers; not the sentences on what was not found. */
function draftWords({ article, facts, notes }: RecognizedDraft): string {
  const said = notes.filter((note) => !/^(?:没有找到|不是一期|标题层次|这个文件里)/u.test(note));
  return [itemWords(article), ...Object.values(facts), ...said].join('\n');
}

/** Characters of the source, blanks apart, that are neither in the result nor listed as left aside. */
export function lostCharacters(lines: readonly SourceLine[], result: RecognizedIssue | RecognizedDraft): string {
  const words = result.kind === 'issue' ? issueWords(result.issue) : draftWords(result);
  const have = countCharacters(words + result.leftAside.map(({ text }) => text).join(''));
  let lost = '';
  for (const [character, count] of countCharacters(lines.map(({ text, marks }) => text + marks.join('')).join(''))) {
    const missing = count - (have.get(character) ?? 0);
    if (missing > 0) lost += character.repeat(missing);
  }
  return lost;
}

function countCharacters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/[\s\p{Cc}]/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
