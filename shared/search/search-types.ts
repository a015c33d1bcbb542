/** A search over the whole library: what is asked for and what comes back. */
import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import type { keptAnswerSchema, searchAnswerSchema, searchRequestSchema } from './search-schema.js';

export type SearchRequest = DeepReadonly<z.infer<typeof searchRequestSchema>>;
export type SearchAnswer = DeepReadonly<z.infer<typeof searchAnswerSchema>>;
export type KeptAnswer = DeepReadonly<z.infer<typeof keptAnswerSchema>>;
export type SearchGroup = SearchAnswer['groups'][number];
export type FoundDoc = SearchGroup['docs'][number];
export type FoundPlace = FoundDoc['places'][number];
export type FacetName = keyof SearchAnswer['facets'];

/** Facets in the order they are shown. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  kind: '类别',
  year: '年份',
  publication: '刊物',
  column: '栏目',
  unit: '来源单位',
  state: '状态',
};
