import { docKindLabels, type DocKind } from '../../shared/search/doc-kinds.js';
import { facetLabels, type FacetName } from '../../shared/search/search-types.js';
import { decisionFacts } from '../../shared/submissions/submission-labels.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { search, toggleFacet, useSearch } from './search-state.js';

const facetNames = Object.keys(facetLabels) as readonly FacetName[];
/** Values of a facet shown before it is unfolded. */
const fewValues = 8;

/** What narrows a search: ticked values of one facet widen each other, facets narrow each other. */
export function Facets() {
  const only = useSearch((state) => state.only);
  const isNarrowed = Object.values(only).some((values) => (values?.length ?? 0) > 0);
  return (
    <aside className="facets" aria-label="缩小范围" data-pane="facets">
      {facetNames.map((name) => (
        <Facet key={name} name={name} />
      ))}
      {isNarrowed && (
        <button type="button" className="plain-link" onClick={() => void search({ only: {} })}>
          不限范围
        </button>
      )}
    </aside>
  );
}

function Facet({ name }: { readonly name: FacetName }) {
  const values = useSearch(({ answer }) => answer?.facets[name]);
  const wanted = useSearch(({ only }) => only[name]) ?? [];
  // One publication is no choice.
  if (!values || values.length === 0 || (name === 'publication' && values.length === 1 && wanted.length === 0)) return null;
  const first = values.filter(({ value }, index) => index < fewValues || wanted.includes(value));
  const rest = values.filter((value) => !first.includes(value));
  const row = ({ value, count }: { readonly value: string; readonly count: number }) => (
    <label key={value} className="facet">
      <input type="checkbox" checked={wanted.includes(value)} onChange={() => toggleFacet(name, value)} />
      <span className="facet-name">{labelOf(name, value)}</span>
      <span className="faint num">{count}</span>
    </label>
  );
  return (
    <section aria-label={facetLabels[name]}>
      <h2 className="facet-heading">{facetLabels[name]}</h2>
      {first.map(row)}
      {rest.length > 0 && (
        <details>
          <summary className="soft">其余 {rest.length} 项</summary>
          {rest.map(row)}
        </details>
      )}
    </section>
  );
}

function labelOf(name: FacetName, value: string): string {
  if (name === 'kind') return docKindLabels[value as DocKind];
  if (name === 'year') return `${value}年`;
  if (name !== 'state') return value;
  const [, decision] = /^submission\.(.+)$/u.exec(value) ?? [];
  if (decision !== undefined) return decisionFacts[decision as keyof typeof decisionFacts].label;
  return (stateLabels as Readonly<Partial<Record<string, string>>>)[value] ?? value;
}
