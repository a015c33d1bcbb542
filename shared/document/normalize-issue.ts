import { footnotesPart, normalizeFootnotes, withNotesInCaption } from './footnotes.js';
import type { Article, Brief, Column, Issue, Item, Masthead, Paragraph } from './issue.js';
import { normalizeImprint } from './imprint-fields.js';
import { plainTitle } from './issue.js';
import { isPicture, normalizePicture } from './picture.js';
import { isTable, normalizeTable } from './table.js';
import { marksPart, normalizeMarks } from './text-marks.js';

/**
 * The canonical form of an issue: empty optional parts absent, ids unique, no words changed. Idempotent, and the same
 * value comes back when there is nothing to do, so that callers may compare by identity.
 */
export function normalizeIssue(issue: Issue): Issue {
  const takenIds = new Set<string>();
  const columns = mapKeeping(issue.columns, (column) => normalizeColumn(column, takenIds));
  const masthead = normalizeMasthead(issue.masthead);
  const imprint = normalizeImprint(issue.imprint);
  const { extraDistribution, ...rest } = issue;
  const isSame = columns === issue.columns && masthead === issue.masthead && imprint === issue.imprint;
  if (isSame && extraDistribution !== '') return issue;
  return { ...rest, ...(extraDistribution ? { extraDistribution } : {}), masthead, columns, imprint };
}

/** The canonical form of one article or brief; same rules as `normalizeIssue`. */
export function normalizeItem(item: Item, takenIds: Set<string> = new Set()): Item {
  const id = claimId(item.id, takenIds);
  const paragraphs = mapKeeping(item.paragraphs, (paragraph) => normalizeParagraph(paragraph, takenIds));
  const trimmed = dropEmptyParts(item);
  if (id === item.id && paragraphs === item.paragraphs && trimmed === item) return item;
  return { ...trimmed, id, paragraphs };
}

function normalizeColumn(column: Column, takenIds: Set<string>): Column {
  const id = claimId(column.id, takenIds);
  const items = mapKeeping(column.items, (item) => normalizeItem(item, takenIds));
  return id === column.id && items === column.items ? column : { ...column, id, items };
}

function normalizeParagraph(paragraph: Paragraph, takenIds: Set<string>): Paragraph {
  const id = claimId(paragraph.id, takenIds);
  const kept = withNormalFootnotes(withNormalMarks(inForm(paragraph)));
  const isBare = !paragraph.lead && (paragraph.lead !== undefined || paragraph.leadInferred !== undefined);
  if (!isBare) return id === kept.id ? kept : { ...kept, id };
  const { lead: _lead, leadInferred: _inferred, ...rest } = kept;
  return { ...rest, id };
}

function inForm(paragraph: Paragraph): Paragraph {
  if (isTable(paragraph)) return normalizeTable(withNotesInCaption(paragraph));
  return isPicture(paragraph) ? normalizePicture(withNotesInCaption(paragraph)) : paragraph;
}

function withNormalFootnotes(paragraph: Paragraph): Paragraph {
  if (paragraph.footnotes === undefined) return paragraph;
  const footnotes = normalizeFootnotes(paragraph.footnotes, (paragraph.lead?.length ?? 0) + paragraph.text.length);
  if (footnotes === paragraph.footnotes) return paragraph;
  const { footnotes: _footnotes, ...rest } = paragraph;
  return { ...rest, ...footnotesPart(footnotes) };
}

function withNormalMarks(paragraph: Paragraph): Paragraph {
  if (paragraph.marks === undefined) return paragraph;
  const marks = normalizeMarks(paragraph.marks, paragraph.text.length);
  if (marks === paragraph.marks && marks.length > 0) return paragraph;
  const { marks: _marks, ...rest } = paragraph;
  return { ...rest, ...marksPart(marks) };
}

function dropEmptyParts(item: Item): Item {
  const sources = item.sources.some((source) => source.trim() === '')
    ? item.sources.filter((source) => source.trim() !== '')
    : item.sources;
  const kept = sources === item.sources ? item : { ...item, sources };
  const covered = isSpareCoverTitle(kept) ? withoutCoverTitle(kept) : kept;
  return covered.type === 'article' ? dropEmptyArticleParts(covered) : covered;
}

function dropEmptyArticleParts(article: Article): Article {
  const hasEmptySubtitle = article.subtitle?.trim() === '';
  const hasEmptyNote = article.editorNote?.every((text) => text === '') ?? false;
  if (!hasEmptySubtitle && !hasEmptyNote) return article;
  const { subtitle, editorNote, ...rest } = article;
  return {
    ...rest,
    ...(hasEmptySubtitle || subtitle === undefined ? {} : { subtitle }),
    ...(hasEmptyNote || editorNote === undefined ? {} : { editorNote }),
  };
}

function isSpareCoverTitle(item: Item): boolean {
  return item.coverTitle !== undefined && (plainTitle(item.coverTitle).trim() === '' || item.coverTitle === item.title);
}

function withoutCoverTitle(item: Item): Item {
  if (item.type === 'article') {
    const { coverTitle: _dropped, ...rest } = item satisfies Article;
    return rest;
  }
  const { coverTitle: _dropped, ...rest } = item satisfies Brief;
  return rest;
}

function normalizeMasthead(masthead: Masthead): Masthead {
  const { secrecy, copyNumber, serial, ...rest } = masthead;
  if (secrecy !== '' && copyNumber !== '' && serial !== '') return masthead;
  return {
    ...rest,
    ...(secrecy ? { secrecy } : {}),
    ...(copyNumber ? { copyNumber } : {}),
    ...(serial ? { serial } : {}),
  };
}

/** The id itself when free, else the first free `id-2`, `id-3` …; claims it. */
function claimId(id: string, takenIds: Set<string>): string {
  let free = id;
  for (let attempt = 2; takenIds.has(free); attempt += 1) free = `${id.slice(0, 58)}-${attempt}`;
  takenIds.add(free);
  return free;
}

/** `map` that gives the same array back when no element changed. */
function mapKeeping<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
