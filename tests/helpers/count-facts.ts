/** Facts of what was recognised, each a value at its path, against those a reader of the original has. */
import { plainTitle } from '../../shared/document/issue.js';
import type { RecognizedDraft } from '../../shared/recognize/recognized.js';
import type { ManuscriptFacts } from './manuscript-cases.js';

/** What a manuscript came out as, in the terms of its case. */
export function manuscriptFacts({ article, facts }: RecognizedDraft): ManuscriptFacts {
  return {
    title: plainTitle(article.title),
    paragraphs: article.paragraphs.map(
      ({ lead, text, level }) => `${level === undefined ? '' : `${String(level)}#`}${lead === undefined ? '' : `${lead}|`}${text}`,
    ),
    sources: article.sources,
    ...facts,
  };
}

export interface CountedFacts {
  readonly all: number;
  /** Lacking, other than they are, or there and in no original. */
  readonly wrong: number;
}

/** How many of the expected facts are not there, and how many there are beyond them. */
export function countFacts(actual: unknown, expected: unknown): CountedFacts {
  const [found, wanted] = [new Map(factsIn(actual)), new Map(factsIn(expected))];
  const missed = [...wanted].filter(([path, value]) => found.get(path) !== value).length;
  const added = [...found.keys()].filter((path) => !wanted.has(path)).length;
  return { all: wanted.size, wrong: missed + added };
}

function factsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, each]) => factsIn(each, `${path}/${name}`));
}
