/** Answers a search over documents in memory. Scanning folded text is faster than any index at this size. */
import { placeWithin } from '../document/issue-texts.js';
import { hitContext } from '../find/find-hits.js';
import { fold } from '../find/fold.js';
import type { Doc } from './docs.js';
import { spelled, type Readings } from './pinyin.js';
import { allBlind, parseTerms, type Term } from './terms.js';
import type { FacetName, FoundDoc, FoundPlace, SearchAnswer, SearchGroup, SearchRequest } from './search-types.js';

/** Places shown of one article. */
const mostPlaces = 4;
/** Values shown of one facet. */
const mostValues = 40;

export interface Corpus {
  readonly docs: readonly Doc[];
  /** What an issue or a manuscript is called. */
  labelOf(doc: Doc): string;
  /** Needed for terms of letters only; without it they are looked for as written. */
  readonly readings?: Readings | undefined;
}

/** Everything that holds all terms, newest first as `docs` are; asked for nothing at all, only the counts of facets. */
export function searchDocs({ docs, labelOf, readings }: Corpus, { words, only, most }: SearchRequest): SearchAnswer {
  const terms = parseTerms(words);
  const matching = terms.length === 0 ? docs : docs.filter((doc) => terms.every((term) => holds(doc, term, readings)));
  const isNarrowed = facetNames.some((name) => (only[name] ?? []).length > 0);
  const wanted = isNarrowed ? matching.filter((doc) => isWanted(doc, only)) : matching;
  const bySource = new Map<string, Doc[]>();
  for (const doc of terms.length > 0 || isNarrowed ? wanted : []) {
    const id = `${doc.source} ${doc.key}`;
    const own = bySource.get(id);
    if (own) own.push(doc);
    else bySource.set(id, [doc]);
  }
  const groups = [...bySource.values()].slice(0, most).map((own) => toGroup(own, terms, labelOf, readings));
  return { total: wanted.length, sources: bySource.size, groups, facets: countFacets(matching), terms: terms.map((term) => term.words) };
}

function holds(doc: Doc, term: Term, readings: Readings | undefined): boolean {
  if (term.isExact) return doc.words.includes(term.needle) && doc.texts.some(({ text }) => text.replaceAll('\n', '').includes(term.words));
  return doc.words.includes(term.needle) || (term.isPinyin && readings !== undefined && spellings(doc, term, readings).length > 0);
}

/** Title and units that the letters of a term spell. */
function spellings({ texts }: Doc, { needle }: Term, readings: Readings) {
  return texts.flatMap(({ key, place, text }) => {
    const isName = 'field' in place && (place.field === 'title' || place.field === 'source');
    const span = isName ? spelled(text, needle, readings) : undefined;
    return span ? [toPlace({ key, place, text }, span.from, span.to)] : [];
  });
}

const facetNames: readonly FacetName[] = ['kind', 'year', 'column', 'unit', 'state'];

function valuesOf(doc: Doc, name: FacetName): readonly string[] {
  if (name === 'unit') return doc.units;
  const value = name === 'state' && doc.source === 'submission' ? `submission.${doc.state}` : doc[name];
  return value === '' ? [] : [value];
}

function isWanted(doc: Doc, only: SearchRequest['only']): boolean {
  return facetNames.every((name) => {
    const wanted = only[name] ?? [];
    return wanted.length === 0 || valuesOf(doc, name).some((value) => wanted.includes(value));
  });
}

function countFacets(docs: readonly Doc[]): SearchAnswer['facets'] {
  const count = (name: FacetName) => {
    const counts = new Map<string, number>();
    for (const doc of docs) for (const value of valuesOf(doc, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const rows = [...counts].map(([value, number]) => ({ value, count: number }));
    return (name === 'year' ? rows.sort((a, b) => (a.value < b.value ? 1 : -1)) : rows.sort((a, b) => b.count - a.count)).slice(
      0,
      mostValues,
    );
  };
  return { kind: count('kind'), year: count('year'), column: count('column'), unit: count('unit'), state: count('state') };
}

function toGroup(docs: readonly Doc[], terms: readonly Term[], labelOf: Corpus['labelOf'], readings: Readings | undefined): SearchGroup {
  const [first] = docs as readonly [Doc, ...Doc[]];
  return { source: first.source, key: first.key, label: labelOf(first), docs: docs.map((doc) => toFound(doc, terms, readings)) };
}

function toFound(doc: Doc, terms: readonly Term[], readings: Readings | undefined): FoundDoc {
  const found = terms.length === 0 ? [startOf(doc)] : terms.map((term) => placesOf(doc, term, readings));
  const all = found.flat().sort((left, right) => left.order - right.order);
  // Every term shows at least once before any shows twice.
  const inTurn = [...new Set([...found.flatMap(([first]) => (first ? [first] : [])), ...all])];
  const shown = new Set(inTurn.slice(0, Math.max(mostPlaces, terms.length)));
  return {
    kind: doc.kind,
    title: doc.title,
    column: doc.column,
    unit: doc.units.join('、'),
    count: all.length,
    places: all.filter((place) => shown.has(place)).map(({ order: _order, ...place }) => place),
  };
}

interface OrderedPlace extends FoundPlace {
  readonly order: number;
}

/** Where a document begins: what its facets alone lead to. */
function startOf({ texts }: Doc): readonly OrderedPlace[] {
  const first = texts.find(({ place }) => 'field' in place) ?? texts[0];
  return first ? [{ ...toPlace(first, 0, 0), order: 0 }] : [];
}

function placesOf(doc: Doc, term: Term, readings: Readings | undefined): readonly OrderedPlace[] {
  const found: OrderedPlace[] = [];
  for (const [index, { key, place, text }] of doc.texts.entries()) {
    const start = doc.starts[index] ?? 0;
    const end = doc.starts[index + 1] ?? doc.words.length + 1;
    let at = doc.words.indexOf(term.needle, start);
    if (at < 0) break;
    if (at + term.needle.length >= end) continue;
    const folded = fold(text, allBlind);
    for (; at >= 0 && at + term.needle.length < end; at = doc.words.indexOf(term.needle, at + term.needle.length)) {
      const from = folded.origin(at - start);
      const to = folded.origin(at - start + term.needle.length - 1) + 1;
      if (term.isExact && text.slice(from, to).replaceAll('\n', '') !== term.words) continue;
      found.push({ ...toPlace({ key, place, text }, from, to), order: at });
    }
  }
  if (found.length > 0 || !term.isPinyin || !readings) return found;
  return spellings(doc, term, readings).map((place) => ({ ...place, order: -1 }));
}

function toPlace({ key, place, text }: Doc['texts'][number], from: number, to: number): FoundPlace {
  return { key, place: placeWithin(place, from), from, to, context: [...hitContext({ text, from, to }, 14, 40)] };
}
