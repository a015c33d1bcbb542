import { redlineRows, type RedlineRow } from '../../shared/compare/redline.js';
import type { Issue } from '../../shared/document/issue.js';
import type { FaceSet } from '../../shared/layout/faces.js';
import { layoutRedline } from '../../shared/layout/layout-redline.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { instantOfStamp } from '../../shared/library/library-layout.js';
import type { AppOptions } from './app-options.js';
import type { Handlers } from './call-handlers.js';
import { safeFileName } from './export-issue.js';
import type { Handles } from './handles.js';
import { issueMeta, type IssueMeta } from './issue-meta.js';
import { localInstant } from './library/audit-lines.js';
import { issueLabel } from './library/commit-deed.js';
import type { Library } from './library/library.js';
import { handOver, noReader, type PrintFiles } from './print-handlers.js';
import { publicationsOf } from './publications.js';
import { packFast } from './render-issue.js';
import { writeUnderFreeName } from './write-export-file.js';

/** Stands for the state on disk where a version is asked for. */
const now = 'now';

/** Two states of an issue, and what it takes to write of them. */
interface Compared {
  readonly rows: readonly RedlineRow[];
  /** The later state. */
  readonly present: Issue;
  readonly style: PageStyle;
  readonly faceSet: FaceSet | undefined;
  readonly meta: IssueMeta;
  /** Of the file, without ending. */
  readonly name: string;
}

/** Earlier versions of issues. Bringing one back is an edit like any other, made in the window. */
export function createHistoryHandlers(
  library: Library,
  handles: Handles,
  files: PrintFiles,
  { clock, desktop, fonts }: Pick<AppOptions, 'clock' | 'desktop' | 'fonts'>,
) {
  const stateOf = async (key: string, id: string): Promise<Issue> =>
    id === now ? (await library.getIssue(key)).issue : library.getVersion('issue', key, id);
  const compare = async (key: string, before: string, after: string): Promise<Compared> => {
    const [old, present] = [await stateOf(key, before), await stateOf(key, after)];
    const { pageStyle, faceSet } = await publicationsOf(library)(present);
    const meta = issueMeta(present);
    const name = `${meta.title.replaceAll(' ', '')} 花脸稿（${timeOf(before)}至${timeOf(after)}）`;
    return { rows: redlineRows(old, present), present, style: resolvePageStyle(pageStyle), faceSet, meta, name };
  };
  const asWord = async ({ rows, style, meta, faceSet }: Compared): Promise<Uint8Array> => {
    const { writeRedline } = await import('../../shared/word/write/write-redline.js');
    return writeRedline(rows, style, meta, { author: '专报编辑台', at: clock.now().toISOString() }, faceSet);
  };
  const asPdf = async ({ rows, style, meta, name }: Compared): Promise<Uint8Array> => {
    const { writePdf } = await import('../../shared/writers/pdf/write-pdf.js');
    return writePdf(layoutRedline(rows, name, style), style, { ...meta, title: name }, fonts, { pack: packFast });
  };
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
    'history.redline': async ({ key, before, after, format, folder }) => {
      const compared = await compare(key, before, after);
      const bytes = await (format === 'docx' ? asWord(compared) : asPdf(compared));
      const path = await writeUnderFreeName(handles.resolve(folder), safeFileName(compared.name), format, bytes);
      await library.note({ action: '导出花脸稿', what: `${issueLabel(compared.present)}：${path}` });
      return { handle: handles.issue(path), path };
    },
    'history.printRedline': async ({ key, before, after }) => {
      const compared = await compare(key, before, after);
      const path = await files.write(`${safeFileName(compared.name)}.pdf`, await asPdf(compared));
      await handOver(() => desktop.open(path), noReader);
      await library.note({ action: '打印花脸稿', what: `${issueLabel(compared.present)}：${timeOf(before)}至${timeOf(after)}` });
      return {};
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
