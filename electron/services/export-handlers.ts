import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import { exportFormats } from '../../shared/export-formats.js';
import type { Folder } from '../../shared/ipc.js';
import type { Handlers } from './call-handlers.js';
import type { AppOptions } from './app-options.js';
import { exportIssue, exportTargets, safeFileName } from './export-issue.js';
import { defaultExportFolder, listFolder, startingPlaces, type NamedFolder } from './folders.js';
import type { Handles } from './handles.js';
import { issueMeta } from './issue-meta.js';
import { issueLabel } from './library/commit-deed.js';
import type { Library } from './library/library.js';
import { proofOf } from './proof-of-issue.js';
import { publicationsOf } from './publications.js';
import { createPublicationRenderer } from './render-issue.js';

const exportFolderSetting = 'exportFolder';

/** Calls that write files outside the library: planning and running an export, choosing its folder. */
export function createExportHandlers(library: Library, handles: Handles, options: AppOptions) {
  const toFolder = ({ path, label }: NamedFolder): Folder => ({ handle: handles.issue(path), label });
  return {
    'export.plan': async ({ key, folder, baseName }) => {
      const { issue } = await library.getIssue(key);
      const path = folder === undefined ? await lastExportFolder(library) : handles.resolve(folder);
      const { title, digest } = issueMeta(issue);
      const name = safeFileName(baseName ?? title.replaceAll(' ', ''));
      const files = exportTargets(path, name, exportFormats).map((target) => ({
        format: target.format,
        name: basename(target.path),
        exists: existsSync(target.path),
      }));
      return {
        folder: toFolder({ path, label: path }),
        baseName: name,
        files,
        digest,
      };
    },
    'export.run': async ({ key, formats, folder, baseName, overwrite, proof }, job) => {
      const { issue } = await library.getIssue(key);
      const path = handles.resolve(folder);
      const renderer = createPublicationRenderer(publicationsOf(library), options.fonts, library, proofOf(issue, proof, options.clock));
      const files = await exportIssue(renderer, { issue, targets: exportTargets(path, baseName, formats), overwrite }, job);
      await rememberFolder(library, path);
      await library.note({ action: '导出', what: `${issueLabel(issue)}：${files.map((file) => basename(file.path)).join('、')}` });
      return { files: files.map((file) => ({ ...file, handle: handles.issue(file.path) })) };
    },
    'file.open': async ({ handle }) => {
      await options.desktop.open(handles.resolve(handle)).catch((error: unknown) => {
        throw new AppError('print-failed', '本机没有打开这个文件的程序，或它没有启动。请点“打开所在文件夹”自己打开。', { cause: error });
      });
      return {};
    },
    'file.reveal': async ({ handle }) => {
      await options.desktop.reveal(handles.resolve(handle));
      return {};
    },
    'folder.pick': async () => {
      const path = await options.desktop.pickFolder();
      return path === undefined ? {} : { folder: toFolder({ path, label: path }) };
    },
    'folder.list': async ({ handle }) => {
      const { current, parent, folders } = await (handle === undefined
        ? startingPlaces(options.drives)
        : listFolder(handles.resolve(handle)));
      return {
        ...(current ? { current: toFolder(current) } : {}),
        ...(parent ? { parent: toFolder(parent) } : {}),
        folders: folders.map(toFolder),
      };
    },
  } satisfies Partial<Handlers>;
}

async function lastExportFolder(library: Library): Promise<string> {
  const remembered = (await library.getSettings())[exportFolderSetting];
  return typeof remembered === 'string' && existsSync(remembered) ? remembered : defaultExportFolder();
}

async function rememberFolder(library: Library, path: string): Promise<void> {
  if (library.readOnlyReason === undefined) await library.setSetting(exportFolderSetting, path);
}
