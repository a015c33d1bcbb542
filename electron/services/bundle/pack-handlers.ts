import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { findBundleKind } from '../../../shared/bundle/bundle-kinds.js';
import { bundleEnding } from '../../../shared/bundle/format.js';
import { refusePassphrase } from '../../../shared/bundle/passphrase.js';
import { targetWarnings } from '../../../shared/bundle/target-warnings.js';
import { localDay } from '../../../shared/document/local-day.js';
import type { Handlers } from '../call-handlers.js';
import type { AppOptions } from '../app-options.js';
import { safeFileName } from '../export-issue.js';
import type { Handles } from '../handles.js';
import type { Library } from '../library/library.js';
import type { Drives } from '../ports.js';
import { publicationsOf } from '../publications.js';
import { createPublicationRenderer } from '../render-issue.js';
import { gatherContents, type PackRequest } from './gather-contents.js';
import { openIdentity } from './identity.js';
import { packForLibrary } from './pack-for-library.js';
import type { BundleContents } from './write-bundle.js';

const program = '专报编辑台';

/** Calls that write bundles. */
export function createPackHandlers(library: Library, handles: Handles, options: AppOptions) {
  const renderer = createPublicationRenderer(publicationsOf(library), options.fonts, library);
  return {
    'pack.plan': async ({ folder, baseName, ...request }) => {
      const contents = await gatherContents(library, renderer, request, program);
      const name = safeFileName(baseName ?? suggestName(request, contents, localDay(options.clock.now())));
      const bytes = contents.sources.reduce((sum, { bytes: own = 0 }) => sum + own, 0);
      const place = folder === undefined ? undefined : handles.resolve(folder);
      const { refusals, warnings } = place === undefined ? noObstacles : await obstacles(place, name, bytes, options.drives);
      return {
        titles: contents.records.map(({ title }) => title),
        attachments: contents.sources.filter(({ name: entry }) => entry.startsWith('data/attachment/')).length,
        bytes,
        baseName: name,
        refusals,
        warnings: [...(contents.unit === '' ? [namelessWarning] : []), ...warnings],
      };
    },
    'pack.run': async ({ folder, baseName, passphrase, ...request }, job) => {
      const refusal = passphrase === undefined ? undefined : refusePassphrase(passphrase);
      if (refusal !== undefined) throw new AppError('bad-request', `没有导出：${refusal}`);
      if (library.readOnlyReason !== undefined) throw new AppError('library-read-only', `没有导出：${library.readOnlyReason}`);
      const path = join(handles.resolve(folder), fileName(baseName));
      const identity = await openIdentity(options.userFolder);
      const { manifest } = await packForLibrary({ library, identity, renderer }, request, path, {
        writtenAt: options.clock.now(),
        signal: job.signal,
        onStep: (step, done, total) => job.report(step, done, total),
        ...(passphrase === undefined ? {} : { seal: { passphrase, userFolder: options.userFolder } }),
      });
      return { handle: handles.issue(path), name: basename(path), sequence: manifest.sequence, bytes: manifest.counts.bytes };
    },
  } satisfies Partial<Handlers>;
}

function fileName(baseName: string): string {
  return `${safeFileName(baseName)}.${bundleEnding}`;
}

/** In characters; of 汉字 a file system takes a third of what it takes of letters. */
const longestName = 60;

/** `宣传信息专报 2022年第10期`, `年度归档 2022`, `来稿 5篇 2026-11-30`: ids of manuscripts are nothing to read. */
function suggestName({ kind, keys, to }: PackRequest, { records }: BundleContents, day: string): string {
  const row = findBundleKind(kind);
  const several = row?.chooses === 'submission' ? [`${records.length}篇`, day] : keys.slice(0, 3);
  const what = records.length === 1 ? records[0]?.title : [row?.name, ...several].join(' ');
  const name = [...(what ?? kind)].slice(0, longestName).join('');
  return to === '' ? name : `${name} 送${[...to].slice(0, 12).join('')}`;
}

const namelessWarning = '还没有写本单位的名称，对方只看到本机的编号，不知道是谁发来的。请先在“设置”里写上编发单位；投稿端写报送单位。';

const noObstacles = { refusals: [], warnings: [] };

/** What stands in the way of a bundle at the folder it is to go to, told before anything is written. */
async function obstacles(folder: string, name: string, bytes: number, drives: Drives) {
  const drive = (await drives.list()).find(({ path }) => folder === path || folder.startsWith(path.endsWith(sep) ? path : path + sep));
  const free = await freeBytes(folder);
  const refusals = [
    ...(free === undefined ? ['这个文件夹打不开，U盘可能已被拔出。请重新插好，或换一个地方。'] : []),
    ...(drive?.isReadOnly === true ? [`“${drive.name}”是只读的，不能写入。请检查写保护开关，或换一个U盘。`] : []),
    ...(existsSync(join(folder, fileName(name))) ? [`这里已有“${fileName(name)}”，不会覆盖。请改个文件名。`] : []),
  ];
  const target = { name: drive?.name ?? basename(folder), freeBytes: free ?? 0, isFat: drive === undefined ? false : drive.isFat };
  return { refusals, warnings: free === undefined ? [] : [...targetWarnings(bytes, target)] };
}

async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
