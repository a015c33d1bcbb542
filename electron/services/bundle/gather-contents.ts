import { findBundleKind, type BundleKindId } from '../../../shared/bundle/bundle-kinds.js';
import { recordName, type Exchange } from '../../../shared/bundle/exchange-state.js';
import { defaultPublication } from '../../../shared/document/publication.js';
import type { Library } from '../library/library.js';
import type { Renderer } from '../render-issue.js';
import { readContributor } from '../submissions/contributor.js';
import type { Part } from './bundle-part.js';
import { gatherIncrements } from './gather-increments.js';
import { gatherIssues, issueKeysOfYears } from './gather-issues.js';
import { gatherReceipts } from './gather-receipts.js';
import { gatherSettings } from './gather-settings.js';
import { gatherSubmissions } from './gather-submissions.js';
import type { BundleContents } from './write-bundle.js';
import type { ZipSource } from './zip-writer.js';

export interface PackRequest {
  readonly kind: BundleKindId;
  /** What the kind's row says is chosen: keys of issues, years, ids of submissions; none for settings. */
  readonly keys: readonly string[];
  readonly to: string;
}

type Gather = (library: Library, keys: readonly string[], renderer: Renderer) => Promise<readonly Part[]>;

const gatherers: Readonly<Record<BundleKindId, Gather>> = {
  issue: (library, keys, renderer) => gatherIssues(library, renderer, keys, findBundleKind('issue')?.hasWordCopies ?? false),
  archive: async (library, years, renderer) => gatherIssues(library, renderer, await issueKeysOfYears(library, years), false),
  increment: gatherIncrements,
  submission: gatherSubmissions,
  receipt: gatherReceipts,
  settings: gatherSettings,
};

/** What a bundle of this request will hold, nothing of it rendered or read but the records themselves. */
export async function gatherContents(library: Library, renderer: Renderer, request: PackRequest, program: string): Promise<BundleContents> {
  const { kind, keys, to } = request;
  const parts = await gatherers[kind](library, keys, renderer);
  const { lineages } = await library.getExchange();
  return {
    kind,
    to,
    unit: await senderOf(library),
    program,
    basis: parts.flatMap(({ basis }) => basis ?? []),
    records: parts.map(({ record }) => ({ ...record, lineage: earlier(record, lineages) })),
    sources: uniqueByName(parts.flatMap(({ sources }) => sources)),
  };
}

/**
 * A unit goes by its own name, an office by that of the organ that publishes. Empty where neither was written: the name
 * that every new library begins with is nobody's, and two that went by it would look like one with a changed key.
 */
async function senderOf(library: Library): Promise<string> {
  const unit = (await readContributor(library))?.unitName ?? '';
  if (unit !== '') return unit;
  const { organ } = await library.getPublication();
  return organ === defaultPublication.organ ? '' : organ.trim();
}

function earlier(record: Part['record'], lineages: Exchange['lineages']): readonly string[] {
  return (lineages[recordName(record)] ?? []).filter((revision) => revision !== record.revision);
}

function uniqueByName(sources: readonly ZipSource[]): readonly ZipSource[] {
  return [...new Map(sources.map((source) => [source.name, source])).values()];
}
