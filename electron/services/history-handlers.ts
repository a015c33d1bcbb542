import { redlineRows } from '../../shared/compare/redline.js';
import type { Issue } from '../../shared/document/issue.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { instantOfStamp } from '../../shared/library/library-layout.js';
import { writeRedline } from '../../shared/word/write/write-redline.js';
import type { Handlers } from './call-handlers.js';
import { safeFileName } from './export-issue.js';
import type { Handles } from './handles.js';
import { issueMeta } from './issue-meta.js';
import { localInstant } from './library/audit-lines.js';
import { issueLabel } from './library/commit-deed.js';
import type { Library } from './library/library.js';
import type { Clock } from './ports.js';
import { writeUnderFreeName } from './write-export-file.js';

/** Stands for the state on disk where a version is asked for. */
const now = 'now';

/** Earlier versions of issues. Bringing one back is an edit like any other, made in the window. */
export function createHistoryHandlers(library: Library, handles: Handles, clock: Clock) {
  const stateOf = async (key: string, id: string): Promise<Issue> =>
    id === now ? (await library.getIssue(key)).issue : library.getVersion('issue', key, id);
  return {
    'history.list': async ({ key }) => ({ versions: [...(await library.versionsOf('issue', key))] }),
    'history.get': async ({ key, id }) => ({ issue: await library.getVersion('issue', key, id) }),
    'history.keep': async ({ key, name }) => ({ id: await library.keepVersion('issue', key, name.trim()) }),
    'history.name': async ({ key, id, name }) => {
      await library.nameVersion('issue', key, id, name.trim());
      return {};
    },
    'history.restored': async ({ key, id, title }) => {
      const { issue } = await library.getIssue(key);
      const what = title === undefined ? '整期' : `《${title}》`;
      await library.note({ action: '恢复历史版本', what: `${issueLabel(issue)}：${what}，到 ${timeOf(id)} 的版本` });
      return {};
    },
    'history.redline': async ({ key, before, after, folder }) => {
      const [old, present] = [await stateOf(key, before), await stateOf(key, after)];
      const { pageStyle, faceSet } = await library.getPublication();
      const meta = issueMeta(present);
      const mark = { author: '专报编辑台', at: clock.now().toISOString() };
      const bytes = await writeRedline(redlineRows(old, present), resolvePageStyle(pageStyle), meta, mark, faceSet);
      const name = `${meta.title.replaceAll(' ', '')} 花脸稿（${timeOf(before)}至${timeOf(after)}）`;
      const path = await writeUnderFreeName(handles.resolve(folder), safeFileName(name), 'docx', bytes);
      await library.note({ action: '导出花脸稿', what: `${issueLabel(present)}：${path}` });
      return { handle: handles.issue(path), path };
    },
  } satisfies Partial<Handlers>;
}

/** 11月20日14.32, or 现在. */
function timeOf(id: string): string {
  const instant = instantOfStamp(id);
  if (instant === undefined) return '现在';
  const [, month, day, hour, minute] = /-(\d{2})-(\d{2})T(\d{2}):(\d{2})/u.exec(localInstant(new Date(instant))) ?? [];
  return `${Number(month)}月${Number(day)}日${hour ?? ''}.${minute ?? ''}`;
}
