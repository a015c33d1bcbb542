import { AppError } from '../../../shared/app-error.js';
import { findBundleKind, type BundleKindId } from '../../../shared/bundle/bundle-kinds.js';
import { recordName, type Exchange } from '../../../shared/bundle/exchange-state.js';
import { attachmentEntry, readableFolder, recordEntry } from '../../../shared/bundle/format.js';
import type { CarriedRecord } from '../../../shared/bundle/manifest.js';
import { issueItems, type Issue, type Origin } from '../../../shared/document/issue.js';
import { canonicalJson } from '../../../shared/library/canonical-json.js';
import { safeFileName } from '../export-issue.js';
import { issueMeta } from '../issue-meta.js';
import type { Library } from '../library/library.js';
import type { Renderer } from '../render-issue.js';
import { sha256Of } from './digests.js';
import type { BundleContents } from './write-bundle.js';
import type { ZipSource } from './zip-writer.js';

export interface PackRequest {
  readonly kind: BundleKindId;
  /** Keys of issues for kind issue; years for kind archive; none for settings. */
  readonly keys: readonly string[];
  readonly to: string;
}

/** What a bundle of this request will hold, nothing of it rendered or read but the records themselves. */
export async function gatherContents(library: Library, renderer: Renderer, request: PackRequest, program: string): Promise<BundleContents> {
  const { kind, keys, to } = request;
  const publication = await library.getPublication();
  const parts = kind === 'settings' ? [settingsPart(publication)] : await issueParts(library, renderer, kind, keys);
  const { lineages } = await library.getExchange();
  return {
    kind,
    to,
    unit: publication.organ === '' ? publication.name : publication.organ,
    program,
    basis: [],
    records: parts.map(({ record }) => ({ ...record, lineage: earlier(record, lineages) })),
    sources: uniqueByName(parts.flatMap(({ sources }) => sources)),
  };
}

function earlier(record: Part['record'], lineages: Exchange['lineages']): readonly string[] {
  return (lineages[recordName(record)] ?? []).filter((revision) => revision !== record.revision);
}

interface Part {
  readonly record: Omit<CarriedRecord, 'lineage'>;
  readonly sources: readonly ZipSource[];
}

async function issueParts(library: Library, renderer: Renderer, kind: BundleKindId, keys: readonly string[]): Promise<readonly Part[]> {
  const wanted = kind === 'archive' ? await keysOfYears(library, keys) : [...new Set(keys)];
  if (wanted.length === 0) throw new AppError('bad-request', '没有选要导出的期，没有导出。');
  const hasWordCopies = findBundleKind(kind)?.hasWordCopies ?? false;
  const parts: Part[] = [];
  for (const key of wanted) parts.push(await issuePart(library, renderer, key, hasWordCopies));
  return parts;
}

async function keysOfYears(library: Library, years: readonly string[]): Promise<readonly string[]> {
  const { issues } = await library.list();
  for (const year of years) {
    if (!issues.some(({ key }) => key.startsWith(`${year}-`))) throw new AppError('issue-missing', `资料库里没有 ${year} 年的专报。`);
  }
  return issues.map(({ key }) => key).filter((key) => years.includes(key.slice(0, 4)));
}

async function issuePart(library: Library, renderer: Renderer, key: string, hasWordCopies: boolean): Promise<Part> {
  const { issue } = await library.getIssue(key);
  const { title } = issueMeta(issue);
  const json = Buffer.from(canonicalJson(issue), 'utf8');
  const record = { type: 'issue', key, title, entry: recordEntry('issue', key), revision: sha256Of(json) };
  const readable = `${readableFolder}/${key} ${safeFileName(title)}`;
  const render = (format: 'txt' | 'docx') => async () =>
    renderer.render((await library.getIssue(key)).issue, format, new AbortController().signal);
  const copies: ZipSource[] = [{ name: `${readable}.txt`, isCompressible: true, load: render('txt') }];
  if (hasWordCopies) copies.push({ name: `${readable}.docx`, isCompressible: false, load: render('docx') });
  const recordSource = { name: record.entry, isCompressible: true, bytes: json.length, load: () => Promise.resolve(json) };
  return { record, sources: [recordSource, ...(await originals(library, issue)), ...copies] };
}

/** The originals an issue was made from, as far as the library still has them. */
async function originals(library: Library, issue: Issue): Promise<readonly ZipSource[]> {
  const origins = [issue.origin, ...issueItems(issue).map(({ item }) => item.origin)].filter((origin) => origin !== undefined);
  const sources: ZipSource[] = [];
  for (const origin of new Map(origins.map((one) => [one.sha256, one])).values()) {
    const kept = await library.getAttachment(origin.sha256);
    if (kept !== undefined) sources.push(originalSource(library, origin, kept.length));
  }
  return sources;
}

function originalSource(library: Library, { file, sha256 }: Origin, bytes: number): ZipSource {
  return {
    name: attachmentEntry(sha256),
    bytes,
    isCompressible: !/\.(?:docx|wps|et|pdf|jpe?g|png|zip|rar|7z)$/iu.test(file),
    load: async () => {
      const bytes = await library.getAttachment(sha256);
      if (bytes === undefined) throw new AppError('disk-failed', `原件“${file}”读不出来，没有导出。请检查资料库的“附件”文件夹。`);
      return bytes;
    },
  };
}

function settingsPart(publication: Awaited<ReturnType<Library['getPublication']>>): Part {
  const json = Buffer.from(canonicalJson(publication), 'utf8');
  const record = {
    type: 'publication',
    key: 'publication',
    title: `《${publication.name}》的刊物与版式设置`,
    entry: recordEntry('publication', 'publication'),
    revision: sha256Of(json),
  };
  const text = `${JSON.stringify(publication, null, 2)}\n`;
  return {
    record,
    sources: [
      { name: record.entry, isCompressible: true, load: () => Promise.resolve(json) },
      { name: `${readableFolder}/刊物与版式设置.txt`, isCompressible: true, load: () => Promise.resolve(Buffer.from(text, 'utf8')) },
    ],
  };
}

function uniqueByName(sources: readonly ZipSource[]): readonly ZipSource[] {
  return [...new Map(sources.map((source) => [source.name, source])).values()];
}
