import { basename } from 'node:path';
import { findBundleKind } from '../../../shared/bundle/bundle-kinds.js';
import { joinLineages, recordName, type Exchange } from '../../../shared/bundle/exchange-state.js';
import type { Library } from '../library/library.js';
import type { Renderer } from '../render-issue.js';
import { exportBundle, type ExportOptions } from './export-bundle.js';
import { gatherContents, type PackRequest } from './gather-contents.js';
import type { Identity } from './identity.js';
import type { BundleContents, WrittenBundle } from './write-bundle.js';

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
  options: Omit<ExportOptions, 'onWhole'>,
): Promise<WrittenBundle> {
  const contents = await gatherContents(library, renderer, request, '专报编辑台');
  const written = await exportBundle(path, contents, identity, { ...options, onWhole: (whole) => rememberLeft(library, contents, whole) });
  const { kind, to, sequence } = written.manifest;
  const whose = `第 ${sequence} 包${to === '' ? '' : `，送${to}`}`;
  await library.note({ action: '写出交换包', what: `${findBundleKind(kind)?.name ?? kind}：${basename(path)}（${whose}）` });
  return written;
}

/** Comes back with how to give the lineages back: only what was added here, for others may have been added meanwhile. */
async function rememberLeft(library: Library, contents: BundleContents, { manifest }: WrittenBundle): Promise<() => Promise<void>> {
  const sources = new Map(contents.sources.map((source) => [source.name, source]));
  const left: (readonly [string, string])[] = [];
  for (const record of manifest.records) {
    const bytes = await sources.get(record.entry)?.load();
    if (bytes === undefined) continue;
    await library.attach(bytes, '交换');
    left.push([recordName(record), record.revision]);
  }
  const before = await library.getExchange();
  const added = left.filter(([name, revision]) => before.lineages[name]?.includes(revision) !== true);
  const lineages = added.map(([name, revision]) => [name, joinLineages(before.lineages[name] ?? [], [revision])] as const);
  await library.saveExchange({ ...before, lineages: { ...before.lineages, ...Object.fromEntries(lineages) } });
  return async () => {
    const now = await library.getExchange();
    await library.saveExchange({ ...now, lineages: withoutRevisions(now.lineages, added) });
  };
}

function withoutRevisions(lineages: Exchange['lineages'], added: readonly (readonly [string, string])[]): Exchange['lineages'] {
  const gone = new Map(added);
  const left = Object.entries(lineages).map(([name, line]) => [name, line.filter((revision) => revision !== gone.get(name))] as const);
  return Object.fromEntries(left.filter(([name, line]) => line.length > 0 || !gone.has(name)));
}
