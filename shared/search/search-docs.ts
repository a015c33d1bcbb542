/** Answers a search over documents in memory. Scanning folded text is faster than any index at this size. */
import { placeWithin } from '../document/issue-texts.js';
import { hitContext } from '../find/find-hits.js';
import { fold, type Folded } from '../find/fold.js';
import type { Doc } from './docs.js';
import { createSpeller, spelled, type Readings } from './pinyin.js';
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
  const terms = parseTerms(words).map((term) => toAsked(term, readings));
  const matching = terms.length === 0 ? docs : docs.filter((doc) => terms.every((term) => holds(doc, term)));
  const isNarrowed = facetNames.some((name) => (only[name] ?? []).length > 0);
  const wanted = isNarrowed ? matching.filter((doc) => isWanted(doc, only)) : matching;
  const bySource = new Map<string, Doc[]>();
  for (const doc of terms.length > 0 || isNarrowed ? wanted : []) {
    const id = `${doc.source} ${doc.key}`;
    const own = bySource.get(id);
    if (own) own.push(doc);
    else bySource.set(id, [doc]);
  }
  return {
    total: wanted.length,
    sources: bySource.size,
    groups: firstGroups([...bySource.values()], most, { labelOf, terms }),
    facets: countFacets(matching),
    terms: terms.map(({ words: own }) => own),
  };
}

/** A term with what tries its letters as pinyin. */
interface Asked extends Term {
  readonly readings?: Readings;
  readonly spells?: (text: string) => boolean;
}

function toAsked(term: Term, readings: Readings | undefined): Asked {
  return term.isPinyin && readings ? { ...term, readings, spells: createSpeller(term.needle, readings) } : term;
}

/** Groups until so many articles are listed; what a group holds beyond that is counted. */
function firstGroups(
  sources: readonly (readonly Doc[])[],
  most: number,
  { labelOf, terms }: Pick<Corpus, 'labelOf'> & { readonly terms: readonly Asked[] },
): readonly SearchGroup[] {
  const groups: SearchGroup[] = [];
  let room = most;
  for (const own of sources) {
    const [first] = own;
    if (room <= 0 || first === undefined) break;
    const listed = own.slice(0, room);
    room -= listed.length;
    const docs = listed.map((doc) => toFound(doc, terms));
    groups.push({ source: first.source, key: first.key, label: labelOf(first), docs, unlisted: own.length - listed.length });
  }
  return groups;
}

function holds(doc: Doc, term: Asked): boolean {
  if (term.isExact) return doc.words.includes(term.needle) && doc.texts.some(({ text }) => text.replaceAll('\n', '').includes(term.words));
  return (
    doc.words.includes(term.needle) || (term.spells !== undefined && doc.names.some((index) => term.spells?.(doc.texts[index]?.text ?? '')))
  );
}

function namesOf({ names, texts }: Doc): readonly Doc['texts'][number][] {
  return names.flatMap((index) => texts[index] ?? []);
}

/** Title and units that the letters of a term spell. */
function spellings(doc: Doc, { needle, readings }: Asked): readonly FoundPlace[] {
  if (!readings) return [];
  return namesOf(doc).flatMap((text) => {
    const span = spelled(text.text, needle, readings);
    return span ? [toPlace(text, span.from, span.to)] : [];
  });
}

const facetNames: readonly FacetName[] = ['kind', 'year', 'publication', 'column', 'unit', 'state'];

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
  const shared = { kind: count('kind'), year: count('year'), publication: count('publication') };
  return { ...shared, column: count('column'), unit: count('unit'), state: count('state') };
}

function toFound(doc: Doc, terms: readonly Asked[]): FoundDoc {
  const found = terms.length === 0 ? [{ count: 1, first: startOf(doc) }] : terms.map((term) => placesOf(doc, term));
  const all = found.flatMap(({ first }) => first).sort((left, right) => left.order - right.order);
  // Every term shows at least once before any shows twice.
  const inTurn = [...new Set([...found.flatMap(({ first: [own] }) => (own ? [own] : [])), ...all])];
  const shown = new Set(inTurn.slice(0, Math.max(mostPlaces, terms.length)));
  return {
    kind: doc.kind,
    title: doc.title,
    column: doc.column,
    unit: doc.units.join('、'),
    count: found.reduce((sum, { count }) => sum + count, 0),
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

/** How often a term stands in a document, and the first places: more are never shown. */
interface Places {
  readonly count: number;
  readonly first: readonly OrderedPlace[];
}

function placesOf(doc: Doc, term: Asked): Places {
  const first: OrderedPlace[] = [];
  let count = 0;
  for (const [index, named] of doc.texts.entries()) {
    const start = doc.starts[index] ?? 0;
    const end = doc.starts[index + 1] ?? doc.words.length + 1;
    let at = doc.words.indexOf(term.needle, start);
    if (at < 0) break;
    let folded: Folded | undefined;
    for (; at >= 0 && at + term.needle.length < end; at = doc.words.indexOf(term.needle, at + term.needle.length)) {
      if (!term.isExact && first.length >= mostPlaces) {
        count += 1;
        continue;
      }
      folded ??= fold(named.text, allBlind);
      const from = folded.origin(at - start);
      const to = folded.origin(at - start + term.needle.length - 1) + 1;
      if (term.isExact && named.text.slice(from, to).replaceAll('\n', '') !== term.words) continue;
      count += 1;
      if (first.length < mostPlaces) first.push({ ...toPlace(named, from, to), order: at });
    }
  }
  if (count > 0) return { count, first };
  const spelt = spellings(doc, term).map((place) => ({ ...place, order: -1 }));
  return { count: spelt.length, first: spelt };
}

function toPlace({ key, place, text }: Doc['texts'][number], from: number, to: number): FoundPlace {
  return { key, place: placeWithin(place, from), from, to, context: [...hitContext({ text, from, to }, 14, 40)] };
}
