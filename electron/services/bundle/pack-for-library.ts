import { joinLineages, recordName } from '../../../shared/bundle/exchange-state.js';
import type { Library } from '../library/library.js';
import { exportBundle, type ExportOptions } from './export-bundle.js';
import { gatherContents, type PackRequest } from './gather-contents.js';
import type { Identity } from './identity.js';
import type { Renderer } from '../render-issue.js';
import type { WrittenBundle } from './write-bundle.js';
import { findState, keepState } from './carried-records.js';
import { isRecordType } from '../../../shared/bundle/record-types.js';

/** The installation that packs: its key, and how records are rendered for reading. */
export interface Packer {
  readonly library: Library;
  readonly identity: Identity;
  readonly renderer: Renderer;
}

/** Writes a bundle and remembers the states that left the house: a later answer to them can be told from a conflict. */
export async function packForLibrary(
  { library, identity, renderer }: Packer,
  request: PackRequest,
  path: string,
  options: ExportOptions,
): Promise<WrittenBundle> {
  const contents = await gatherContents(library, renderer, request, '专报编辑台');
  const written = await exportBundle(path, contents, identity, options);
  const exchange = await library.getExchange();
  const lineages: Record<string, readonly string[]> = { ...exchange.lineages };
  for (const { type, key, revision } of written.manifest.records) {
    const state = isRecordType(type) ? await findState(library, type, key) : undefined;
    if (state !== undefined && (await keepState(library, state)) === revision)
      lineages[recordName({ type, key })] = joinLineages(exchange.lineages[recordName({ type, key })] ?? [], [revision]);
  }
  await library.saveExchange({ ...exchange, lineages });
  return written;
}
