import { plainTitle } from '../document/issue.js';
import { emptyImprintLabels } from '../document/imprint-fields.js';
import { issueVersion } from '../document/saved-versions.js';
import type { Column, Issue, Masthead } from '../document/issue.js';
import { defaultPublication } from '../document/publication.js';
import { buildArticle, buildBrief, type BuildContext } from './build-item.js';
import { sumOfBriefs } from './column-groups.js';
import { columnName, markColumns } from './column-names.js';
import { keepColumnHeading, readColumns } from './columns.js';
import type { RawColumn } from './columns.js';
import { coverTitleOf, openEntries, readCover, runLines, withoutEntryNumbers } from './cover.js';
import type { Cover } from './cover.js';
import { prepareLines } from './prepare-lines.js';
import { findDate, numberOf } from './dates.js';
import { doubtsOf } from './doubts.js';
import { boldLead } from './leads.js';
import { leftPictures } from './left-pictures.js';
import { openLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { readDateUnderTitle, readMasthead, readStrayDate } from './masthead.js';
import { leaveRepeatedMasthead } from './masthead-like.js';
import type { MastheadFields } from './masthead-fields.js';
import { comeOffPages } from './page-ends.js';
import { paragraphText } from './paragraphs.js';
import type { GuessedFact, NotAnIssue, RecognizedIssue, RecognizeOptions } from './recognized.js';
import { concat } from './rich-text.js';
import type { SourceLine } from './source-line.js';
import { readTail } from './tail.js';
import type { Tail } from './tail.js';
import { partTitles } from './title-marks.js';
import { findZones } from './zones.js';

/** The same under the name of their column: 4篇（6）. */
const countOfBriefs = /^共?\s*[〇零一二两三四五六七八九十\d]{1,3}\s*[则条篇](?:\s*[（(]\d{1,3}[)）])?$/u;
/** Columns of news, whose short first sentences are no leads. */
const newsColumn = /动态|要闻|讲话|通报|信息快递/u;

/** The issue that the lines hold, or what an issue has and they lack. */
export function recognizeIssue(source: readonly SourceLine[], options: RecognizeOptions): RecognizedIssue | NotAnIssue {
  const ledger = openLedger(source);
  const warnings: string[] = [];
  const lines = markColumns(partTitles(withoutEntryNumbers(prepareLines(source, ledger, options, warnings), ledger)));
  const zones = findZones(lines);
  const masthead = readMasthead(zones.masthead, ledger);
  const undated = readStrayDate(zones.contents, masthead.fields, ledger);
  const contents = undated.filter((line) => !leaveRepeatedMasthead(line, masthead.fields, ledger));
  const cover = readCover([...masthead.rest, ...contents], ledger);
  const body = readDateUnderTitle(zones.body, masthead.fields, ledger);
  const raw = readColumns(body, { cover, ledger, fields: masthead.fields, warnings });
  const tail = readTail(zones.tail, ledger, warnings);
  const missing = whatIsMissing(masthead.fields, raw, cover, tail);
  if (options.as !== 'issue' && !isIssue(masthead.fields, raw, cover, tail)) return { kind: 'none', missing };
  const columns = buildColumns(raw, { ledger, cover, warnings, options });
  bookContents(contents, cover, columns, ledger, warnings);
  const completed = completeMasthead(masthead.fields, tail, guessFrom(options.fileName ?? '', lines));
  for (const fact of completed.guessed) warnings.push(guessNotice(fact, completed.masthead));
  if (masthead.fields.joint !== undefined)
    warnings.push(`“${masthead.fields.joint}”是几期合刊，暂记为第${String(completed.masthead.number)}期，请核对。`);
  if (completed.masthead.organ === '') warnings.push('没有找到编发单位。');
  const issue: Issue = {
    version: issueVersion,
    state: 'drafting',
    masthead: completed.masthead,
    instruction: masthead.fields.instruction ?? '',
    columns,
    distribution: tail.distribution,
    ...(tail.extraDistribution === undefined ? {} : { extraDistribution: tail.extraDistribution }),
    imprint: masthead.fields.signer === undefined ? tail.imprint : { signer: masthead.fields.signer, ...tail.imprint },
  };
  warnMissing(issue, tail, warnings);
  warnDamaged(lines, warnings);
  const contentsWords = cover.lines.map(({ loose }) => loose).join('');
  warnings.push(...doubtsOf({ items: columns.flatMap(({ items }) => items), issue, contents: contentsWords }, source, warnings));
  const paragraphs = columns.flatMap(({ items }) => items.flatMap((item) => item.paragraphs));
  const leftAside = [...ledger.leftAside(), ...leftPictures(source, paragraphs)];
  return { kind: 'issue', issue, guessed: completed.guessed, warnings, leftAside, inferredLeads: countInferred(issue) };
}

/** Only what has a masthead is an issue: its number, and its name or enough of the rest to go with a number; without one all the rest. */
function isIssue(fields: Readonly<MastheadFields>, columns: readonly RawColumn[], cover: Cover, tail: Tail): boolean {
  if (fields.number === undefined && fields.total === undefined) return isWholeButNumber(fields, columns, tail);
  const named = columns.filter(({ name }) => name.spans.some(({ line }) => line >= 0)).length + cover.columns.length;
  return (
    fields.name !== undefined || (named > 0 && (fields.organ !== undefined || tail.isFound)) || (tail.isFound && fields.organ !== undefined)
  );
}

/** Name, organ and day of 增刊 or 特刊; or over several articles with 报送 below them, or over one with the whole of 版记: only an issue has all of these. */
function isWholeButNumber(fields: Readonly<MastheadFields>, columns: readonly RawColumn[], tail: Tail): boolean {
  const { name, organ, date, supplement, isSpecial } = fields;
  const hasHead = name !== undefined && organ !== undefined && date !== undefined;
  const articles = columns.flatMap(({ items }) => items).length;
  const { length } = tail.distribution;
  return hasHead && ((supplement ?? isSpecial ?? false) || (length > 0 && hasImprint(tail)) || (length > 1 && articles > 1));
}

function hasImprint({ imprint, printRun }: Tail): boolean {
  return printRun !== undefined || Object.values(imprint).some((value) => value !== '');
}

function whatIsMissing(fields: Readonly<MastheadFields>, columns: readonly RawColumn[], cover: Cover, tail: Tail): readonly string[] {
  const items = columns.flatMap((column) => column.items);
  const hasNames = cover.columns.length > 0 || columns.some(({ name }) => name.spans.some(({ line }) => line >= 0));
  return [
    ...(fields.name === undefined && fields.organ === undefined ? ['报头'] : []),
    ...(fields.number === undefined ? ['期号'] : []),
    ...(fields.date === undefined ? ['日期'] : []),
    ...(hasNames ? [] : ['栏目']),
    ...(items.some(({ sources }) => sources.length > 0) ? [] : ['来源单位']),
    ...(tail.distribution.length > 0 ? [] : ['报/送/发']),
    ...(hasImprint(tail) ? [] : ['承办/审核/编辑/电话']),
  ];
}

interface BuildColumnsContext extends Pick<BuildContext, 'ledger' | 'cover' | 'warnings'> {
  readonly options: RecognizeOptions;
}

function buildColumns(raw: readonly RawColumn[], { options, ...shared }: BuildColumnsContext): readonly Column[] {
  const hasBoldLeads = raw.some(
    ({ form, items }) =>
      form === 'article' &&
      items.some(({ paragraphs }) =>
        paragraphs.some(
          (paragraph) => paragraph.level === undefined && paragraph.table === undefined && boldLead(paragraphText(paragraph)).length > 0,
        ),
      ),
  );
  const hasPageEnds =
    options.keepsLines !== true && comeOffPages(raw.flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs)));
  return raw.map(({ name, key, form, items }) => {
    const context = {
      ...shared,
      hasPageEnds,
      nextId: () => options.nextId(),
      mayGuessLeads: form === 'article' && !hasBoldLeads,
      isNews: newsColumn.test(key),
    };
    const id = options.nextId();
    const built = items.map((item) => (form === 'brief' ? buildBrief(item, context) : buildArticle(item, context)));
    return { id, name: name.text, form, items: built };
  });
}

/** Books the cover's column names, and entries that no item of the body took. */
function bookContents(contents: readonly Line[], cover: Cover, columns: readonly Column[], ledger: Ledger, warnings: string[]): void {
  const keys = new Set(columns.map(({ name }) => name.replace(/\s/gu, '')));
  const seen = new Set<string>();
  for (const line of contents) {
    const name = columnName(line);
    if (!name) continue;
    const key = name.text.replace(/\s/gu, '');
    if (seen.has(key)) ledger.leave(line.rich, '重复的栏目名');
    else if (keys.has(key)) keepColumnHeading(line, name, ledger);
    else {
      ledger.leave(line.rich, '目录中的栏目，正文里没有');
      warnings.push(`第${line.number}行：目录有栏目〔${name.text}〕，正文里没有。`);
    }
    seen.add(key);
  }
  const taken = new Set([...cover.taken].map((at) => cover.lines[at]?.loose));
  for (const run of openEntries(cover)) {
    const lines = runLines(cover, run);
    const isRepeated = lines.every(({ loose }) => taken.has(loose));
    const isEntry = (lines[0]?.column ?? -1) >= 0;
    const text = coverTitleOf(cover, run).replaceAll('\n', '');
    if (sumOfBriefs.test(text) || countOfBriefs.test(text)) {
      ledger.leave(concat(lines.map(({ rich }) => rich)), '目录中几则简讯的合称');
      continue;
    }
    if (keys.has(text.replace(/\s/gu, ''))) {
      ledger.leave(concat(lines.map(({ rich }) => rich)), '目录中的栏目名');
      continue;
    }
    const reason = isRepeated ? '目录中重复的标题' : isEntry ? '目录中的标题，正文里没有' : '封面上未能识别的文字';
    ledger.leave(concat(lines.map(({ rich }) => rich)), reason);
    if (!isRepeated)
      warnings.push(
        `第${lines[0]?.line.number ?? 0}行：${isEntry ? '目录有' : '封面上的'}“${text}”${isEntry ? '，正文里没有' : '未能识别，没有收入'}。`,
      );
  }
}

interface CompletedMasthead {
  readonly masthead: Masthead;
  readonly guessed: readonly GuessedFact[];
}

type Guess = Pick<Masthead, 'number' | 'date'>;

function completeMasthead(fields: Readonly<MastheadFields>, tail: Tail, guess: Guess): CompletedMasthead {
  const { instruction: _instruction, signer: _signer, isSpecial: _isSpecial, joint: _joint, organ = '', ...found } = fields;
  const facts = ['name', 'number', 'date'] as const;
  const printRun = found.printRun ?? tail.printRun;
  const { name = defaultPublication.name, number = found.total ?? guess.number, date = guess.date } = found;
  const masthead = { ...found, name, number, date, organ, ...(printRun === undefined ? {} : { printRun }) };
  return { masthead, guessed: facts.filter((fact) => found[fact] === undefined) };
}

function guessNotice(fact: GuessedFact, { name, number, date }: Masthead): string {
  const [year, month, day] = date.split('-').map(Number);
  if (fact === 'name') return `没有找到刊名，暂记为《${name}》。`;
  if (fact === 'number') return `没有找到期号，暂记为第${number}期，请核对。`;
  return `没有找到日期，暂记为${year}年${month}月${day}日，请核对。`;
}

/** What the file's name and the text's years let one guess of number and date. */
function guessFrom(fileName: string, lines: readonly Line[]): Guess {
  const number = numberOf(/第?\s*([\d〇零一二三四五六七八九十百]{1,4})\s*期/u.exec(fileName)?.[1] ?? '');
  const year = /(?<!\d)(20\d{2})(?!\d)/u.exec(fileName)?.[1] ?? latestYear(lines);
  return { number: number >= 1 ? number : 1, date: findDate(fileName)?.date ?? `${year}-01-01` };
}

function warnMissing(issue: Issue, tail: Tail, warnings: string[]): void {
  for (const item of issue.columns.flatMap((column) => column.items)) {
    const title = plainTitle(item.title);
    if (item.paragraphs.length === 0) warnings.push(`《${title}》没有正文。`);
    if (item.sources.length === 0 && title !== '') warnings.push(`《${title}》没有找到来源单位。`);
  }
  if (tail.distribution.length === 0) warnings.push('没有找到报、送、发。');
  const missing = emptyImprintLabels(tail.imprint);
  if (missing.length > 0) warnings.push(`没有找到${missing.join('、')}。`);
}

/** The latest year the text names, as a guess at the issue's own. */
function latestYear(lines: readonly Line[]): string {
  let latest = 2000;
  for (const { text } of lines) {
    for (const match of text.matchAll(/(?<!\d)(20\d{2})\s*年/gu)) latest = Math.max(latest, Number(match[1]));
  }
  return String(latest);
}

function warnDamaged(lines: readonly Line[], warnings: string[]): void {
  for (const { text, number } of lines) {
    if (text.includes('\uFFFD')) warnings.push(`第${number}行有无法读出的字（�），请对照原件。`);
  }
}

function countInferred(issue: Issue): number {
  const items = issue.columns.flatMap((column) => column.items);
  const leads = items.flatMap((item) => item.paragraphs).filter((paragraph) => paragraph.leadInferred).length;
  return leads + items.filter((item) => item.type === 'brief' && item.leadInferred).length;
}
