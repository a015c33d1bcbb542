/** A search over the whole library: what is asked for and what comes back. */
import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import type { searchAnswerSchema, searchRequestSchema } from './search-schema.js';

export type SearchRequest = DeepReadonly<z.infer<typeof searchRequestSchema>>;
export type SearchAnswer = DeepReadonly<z.infer<typeof searchAnswerSchema>>;
export type SearchGroup = SearchAnswer['groups'][number];
export type FoundDoc = SearchGroup['docs'][number];
export type FoundPlace = FoundDoc['places'][number];
export type FacetName = keyof SearchAnswer['facets'];

/** What a document is: an article, a brief, the parts of an issue that are no article, a manuscript sent in. */
export const docKinds = ['article', 'brief', 'parts', 'submission'] as const;
export type DocKind = (typeof docKinds)[number];

export const docKindLabels: Readonly<Record<DocKind, string>> = {
  article: '稿件',
  brief: '简讯',
  parts: '报头、报送发、版记',
  submission: '来稿',
};

/** Facets in the order they are shown. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  kind: '类别',
  year: '年份',
  column: '栏目',
  unit: '来源单位',
  state: '状态',
};
