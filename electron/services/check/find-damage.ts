import {
  attachmentPath,
  attachmentsFolder,
  exchangePath,
  fileName,
  manifestPath,
  publicationPath,
  settingsPath,
} from '../../../shared/library/library-layout.js';
import { isKey, kindNames, recordKinds, recordPath, type KindName } from '../../../shared/library/records/records.js';
import { lostFiles } from '../library/aside.js';
import { isWhole, type Trouble } from '../library/check-kept.js';
import { decodeEnvelope, formatOf, type FileFormat } from '../library/envelope.js';
import type { Library } from '../library/library.js';
import { clockTime } from '../library/shelf.js';
import type { Finding, IsGood, Repair } from './finding.js';
import { goodGeneration, nameOf, quoted, readBytes, type Seen, type Survey } from './survey.js';

/** Bytes of a file as the newest backup has them in which they are good; undefined where no backup does. */
export type Recall = (path: string, isGood: IsGood) => Promise<Uint8Array | undefined>;

/** What a search for repairs looks through. */
export interface Sources {
  readonly library: Library;
  readonly recall: Recall;
}

/** Records whose files are damaged, gone or not to be read, each with the best that is left of it. */
export async function findDamagedRecords({ seen, records }: Survey, sources: Sources): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const record of seen) if (record.state !== 'good') found.push(await judge(record, sources));
  for (const { path, name } of await lostFiles(sources.library.shelf)) {
    const own = await recordLost(name, records, sources);
    if (own !== undefined) found.push({ group: 'restore', file: path, ...own });
  }
  return found;
}

async function judge({ place, label, state, reason }: Seen, sources: Sources): Promise<Finding> {
  const { kind, path } = place;
  const file = path;
  if (state === 'newer') return { group: 'tell', file, message: `${label}由更新版本的软件保存，这里读不出，没有改动。请升级软件。` };
  if (state === 'unreadable')
    return {
      group: 'tell',
      file,
      message: `${label}的内容不合规定：${reason ?? '无法识别'}。没有改动，请用保存它的软件版本打开，或从备份恢复。`,
    };
  const what = `${label}的文件${quoted(path)}${state === 'missing' ? '不见了' : '已损坏'}`;
  const savedAt = await goodGeneration(sources.library.shelf, path, formatOf(kind));
  if (savedAt !== undefined)
    return {
      group: 'restore',
      file,
      message: `${what}；${timeOf(savedAt)}保存的前一版完好。`,
      repair: { do: 'previous', path, format: formatOf(kind) },
    };
  const best = await bestLeft(kind, place.key, path, place.trashed === undefined, sources);
  if (best !== undefined) return { group: 'restore', file, message: `${what}；${best.message}`, repair: best.repair };
  return { group: 'tell', file, message: `${what}，前一版、历史和备份里都没有完好的。请从别处的副本取回这个文件。` };
}

/** A record set aside as lost whose place is still empty. */
async function recordLost(name: string, records: ReadonlySet<string>, sources: Sources) {
  const key = name.replace(/\.json$/u, '');
  for (const kind of kindNames) {
    if (!isKey(kind, key) || records.has(nameOf(kind, key))) continue;
    const best = await bestLeft(kind, key, recordPath(kind, key), true, sources);
    if (best !== undefined)
      return { message: `${recordKinds[kind].folder} ${key} 的文件已损坏，先前移到了“损坏文件”；${best.message}`, repair: best.repair };
  }
  return undefined;
}

async function bestLeft(
  kind: KindName,
  key: string,
  path: string,
  hasVersions: boolean,
  { library, recall }: Sources,
): Promise<{ readonly message: string; readonly repair: Repair } | undefined> {
  for (const { id, replacedAt } of hasVersions ? await library.versionsOf(kind, key) : []) {
    const isGood = await library.getVersion(kind, key, id).then(
      () => true,
      () => false,
    );
    if (isGood) return { message: `历史里${timeOf(replacedAt)}的版本完好，此后的修改可能缺失。`, repair: { do: 'version', kind, key, id } };
  }
  const isGood: IsGood = (content) => decodeEnvelope(formatOf(kind), content).kind === 'good';
  if ((await recall(path, isGood)) === undefined) return undefined;
  return { message: '备份里有完好的一份，备份之后的修改可能缺失。', repair: { do: 'backup', path, isGood } };
}

const papers: readonly (readonly [string, FileFormat])[] = [
  [manifestPath, 'zhuanbao-library'],
  [publicationPath, 'zhuanbao-publication'],
  [settingsPath, 'zhuanbao-settings'],
  [exchangePath, 'zhuanbao-exchange'],
];

/** Single papers of the library that are damaged. */
export async function findDamagedPapers({ library: { shelf }, recall }: Sources): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const [path, format] of papers) {
    const bytes = await readBytes(shelf, path);
    if (bytes === undefined || decodeEnvelope(format, bytes).kind !== 'damaged') continue;
    const what = `${quoted(path)}已损坏`;
    const savedAt = await goodGeneration(shelf, path, format);
    const isGood: IsGood = (content) => decodeEnvelope(format, content).kind === 'good';
    if (savedAt !== undefined)
      found.push({
        group: 'restore',
        file: path,
        message: `${what}；${timeOf(savedAt)}保存的前一版完好。`,
        repair: { do: 'previous', path, format },
      });
    else if ((await recall(path, isGood)) !== undefined)
      found.push({ group: 'restore', file: path, message: `${what}；备份里有完好的一份。`, repair: { do: 'backup', path, isGood } });
    else found.push({ group: 'tell', file: path, message: `${what}，前一版和备份里都没有完好的。请重新设置，或从别处的副本取回。` });
  }
  return found;
}

/** Versions and attachments that are damaged: taken from a backup, or put where they mislead nobody. */
export async function findDamagedKept(troubles: readonly Trouble[], recall: Recall): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { file, message } of troubles) {
    const isGood: IsGood = (content) => isWhole(file, content);
    const isKept = (await recall(file, isGood)) !== undefined;
    const [what = message] = message.split('；');
    found.push(
      !isKept
        ? { group: 'tidy', file, message, repair: { do: 'aside', path: file } }
        : { group: 'restore', file, message: `${what}；备份里有完好的一份。`, repair: { do: 'backup', path: file, isGood } },
    );
  }
  return found;
}

/** Attachments that records name and that are not there. */
export async function findMissingFiles({ files, pictures }: Survey, { library: { shelf }, recall }: Sources): Promise<readonly Finding[]> {
  const present = new Set(await shelf.disk.list(shelf.at(attachmentsFolder)));
  const found: Finding[] = [];
  for (const [digest, label] of files) {
    if (present.has(digest)) continue;
    const file = attachmentPath(digest);
    const isGood: IsGood = (content) => isWhole(file, content);
    const isKept = (await recall(file, isGood)) !== undefined;
    const title = pictures.get(digest);
    const what = title === undefined ? `${label}的原文件不在“附件”里` : `${label}《${title}》里的一张图片不在“附件”里`;
    const remedy =
      title === undefined ? '文字不受影响。要留存，请重新导入原文件。' : '印不出来。请在这篇里删去它重新插入，或从别处的副本取回。';
    found.push(
      !isKept
        ? { group: 'tell', file, message: `${what}，${remedy}` }
        : { group: 'restore', file, message: `${what}；备份里有完好的一份。`, repair: { do: 'backup', path: file, isGood } },
    );
  }
  return found;
}

/** Files in 期 and 回收站 whose names are none of ours. */
export function findStrangers({ strangers }: Survey): readonly Finding[] {
  return strangers.map((path) => ({
    group: 'tell',
    file: path,
    message: `“${fileName(path)}”不是资料库自己的文件，没有改动。不要了请自己移走。`,
  }));
}

export function timeOf(instant: string): string {
  return clockTime(new Date(instant));
}
