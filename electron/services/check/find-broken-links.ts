import { courseKey } from '../../../shared/course/course.js';
import { publicationOfKey } from '../../../shared/document/issue-key-label.js';
import { recordPath } from '../../../shared/library/records/records.js';
import type { Finding } from './finding.js';
import { nameOf, type LinkedItem, type Survey } from './survey.js';

/** Issues, items of them, receipts and courses that name a record which is not there. */
export function findBrokenLinks(survey: Survey): readonly Finding[] {
  const links = [missingPublications, missingSubmissions, brokenItems, receiptsAlone, coursesAlone];
  return links.flatMap((find) => find(survey));
}

/** Issues of a publication that is gone are set by the library's own; one in the trash comes back. */
function missingPublications({ issues, records, trashed }: Survey): readonly Finding[] {
  const needed = new Map(issues.flatMap(({ key, label }) => (publicationOfKey(key) === undefined ? [] : [[publicationOfKey(key), label]])));
  return [...needed].flatMap(([id = '', label = '']): readonly Finding[] => {
    const name = nameOf('publication', id);
    if (records.has(name)) return [];
    const trashId = trashed.get(name);
    const file = recordPath('publication', id);
    const message = `${label}所属的刊物${trashId === undefined ? '已不在资料库里' : '在回收站里'}，版式暂照本库自己的刊物。`;
    if (trashId !== undefined) return [{ group: 'link', file, message, repair: { do: 'untrash', trashId } }];
    return [{ group: 'tell', file, message: `${message}请从备份取回，或在“报头”里改“归入刊物”。` }];
  });
}

/** Submissions that are named and lie in the trash come back whole: no link need be given up. */
function missingSubmissions({ issues, seen, records, trashed }: Survey): readonly Finding[] {
  const named = new Map<string, string>();
  for (const { label, items } of issues)
    for (const item of items) for (const id of item.submissions) named.set(id, `${label}的《${item.title}》`);
  for (const { place, label } of seen) if (place.kind === 'receipt' && place.trashed === undefined) named.set(place.key, label);
  return [...named].flatMap(([id, who]) => {
    const trashId = records.has(nameOf('submission', id)) ? undefined : trashed.get(nameOf('submission', id));
    if (trashId === undefined) return [];
    const message = `${who}所用的来稿在回收站里，不能对照。`;
    return [{ group: 'link' as const, file: recordPath('submission', id), message, repair: { do: 'untrash' as const, trashId } }];
  });
}

function brokenItems(survey: Survey): readonly Finding[] {
  return survey.issues.flatMap(({ key, label, isLocked, items }) =>
    items.flatMap((item): readonly Finding[] => {
      const broken = brokenIn(item, survey);
      if (broken === undefined) return [];
      const message = `${label}的《${item.title}》${broken}。`;
      const file = recordPath('issue', key);
      if (isLocked) return [{ group: 'tell', file, message: `${message}这一期已印发，不改动；来稿在备份里的，可以从备份取回。` }];
      const isBroken = (submission: string, paragraph?: string): boolean => isLinkBroken(survey, submission, paragraph);
      return [{ group: 'link', file, message, repair: { do: 'unlink', key, itemId: item.id, isBroken } }];
    }),
  );
}

/** What is wrong with the links of an item, without 。; undefined when nothing is. */
function brokenIn({ submissions, paragraphs }: LinkedItem, survey: Survey): string | undefined {
  const gone = submissions.filter((id) => isLinkBroken(survey, id));
  const lost = paragraphs.filter(({ submission, paragraph }) => isLinkBroken(survey, submission, paragraph)).length;
  if (gone.length > 0) return `所用的来稿（${gone.join('、')}）已不在资料库里`;
  return lost > 0 ? `有 ${lost} 段对照不到来稿里的原段` : undefined;
}

/** Whether a submission, or a paragraph of it, is nowhere; what only cannot be read counts as there. */
function isLinkBroken({ records, trashed, submissions }: Survey, submission: string, paragraph?: string): boolean {
  const name = nameOf('submission', submission);
  if (!records.has(name)) return !trashed.has(name);
  const paragraphs = submissions.get(submission);
  return paragraph !== undefined && paragraphs !== undefined && !paragraphs.has(paragraph);
}

function receiptsAlone({ seen, records, trashed }: Survey): readonly Finding[] {
  return seen.flatMap(({ place: { kind, key, path, trashed: trash }, label }) => {
    const name = nameOf('submission', key);
    if (kind !== 'receipt' || trash !== undefined || records.has(name) || trashed.has(name)) return [];
    return [
      { group: 'tell' as const, file: path, message: `${label}所答复的稿件已不在资料库里。回执照常保存；稿件在备份里的，可以从备份取回。` },
    ];
  });
}

function coursesAlone({ seen, records }: Survey): readonly Finding[] {
  return seen.flatMap(({ place: { kind, key, path, trashed }, label }) => {
    const issue = key.replace(courseKey(''), '');
    if (kind !== 'course' || trashed !== undefined || records.has(nameOf('issue', issue))) return [];
    return [
      { group: 'tidy' as const, file: path, message: `${label}：这一期已不在资料库里。`, repair: { do: 'trash' as const, kind, key } },
    ];
  });
}
