import { numberOf } from './dates.js';

/** A number of an issue as it stands in a text. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly isSupplement: boolean;
  /** 第3—4期, of several in one: its number is the first. */
  readonly isJoint: boolean;
}

const year =
  '(?:[〔［[（(]?\\s*(?:[\\d０-９]{4}|[〇零○Ｏ一二三四五六七八九]{4}(?=\\s*[年〕］\\]）)]))\\s*[年〕］\\]）)]?\\s*(?:[·•]\\s*(?=第))?)?';
/** Figures that a scan has spaced out count too. */
const figures = '[\\d０-９](?:\\s?[\\d０-９]){0,3}|[〇零一二三四五六七八九十百]{1,6}';
/** 总第168期, counted over all years; also in brackets. */
const totalOf = (figure: string): string =>
  `[(（]?\\s*总\\s*(?:期\\s*数?\\s*[：:]?)?\\s*第?\\s*[(（]?\\s*${figure}\\s*[)）]?\\s*[期号]?\\s*[)）]?`;
const totalFigures = '(?:[\\d０-９](?:\\s?[\\d０-９]){0,5}|[〇零一二三四五六七八九十百]{1,8})';
const total = new RegExp(totalOf(`(?<total>${totalFigures})`), 'u');
const byYear = /[〔［[（(]\s*\d{4}\s*[〕］\]）)]\s*第?\s*(?<number>[\d０-９]{1,3})\s*[号期]/gu;
const joint = new RegExp(
  `${year}第\\s*(?<number>\\d{1,3})\\s*(?:期\\s*)?[-—–~～、至]{1,2}\\s*第?\\s*\\d{1,3}\\s*期\\s*(?:[（(]?\\s*合\\s*刊\\s*[）)]?)?`,
  'gu',
);
const forms: readonly RegExp[] = [
  new RegExp(
    `${year}(?:增\\s*刊\\s*)?[(（]?\\s*第\\s*[〔［[（(]?\\s*(?<number>${figures})\\s*[〕］\\]）)]?\\s*期\\s*[)）]?(?:[\\s，,、]*${totalOf(totalFigures)})?(?:\\s*[(（]?\\s*增\\s*刊\\s*[)）]?)?`,
    'gu',
  ),
  joint,
  byYear,
  // Whose it is stands before the year: 示教督〔2031〕第4期.
  /^\p{Script=Han}{2,10}[〔［[（(]\s*\d{4}\s*[〕］\]）)]\s*第\s*(?<number>[\d０-９]{1,3})\s*期/gu,
  /(?<!\d)20\d{2}\s*[·•]\s*(?<number>\d{1,3})(?!\d)/gu,
  // 2024〔2〕: the number in brackets behind the year.
  /(?<!\d)20\d{2}\s*[〔［[（(]\s*(?<number>\d{1,3})\s*[〕］\]）)]/gu,
  /\d{4}\s*年\s*第\s*(?<number>[\d０-９]{1,3})\s*号/gu,
  /(?:№|(?<![A-Za-z])[Nn][Oo])\s*[.．:：]?\s*(?<number>\d{1,3})(?![\d\p{L}])/gu,
];

/** The first number of an issue that stands apart in a text; 第3期 inside a sentence (举办第3期培训班) is none. */
export function findIssueNumber(text: string): FoundNumber | undefined {
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const number = numberOf(closed(match.groups?.['number']));
      const start = match.index + match[0].length - match[0].trimStart().length;
      const end = match.index + match[0].length;
      // 示宣报〔2031〕12号 is the number of a document: that of an issue stands by itself or behind the name of a periodical.
      if (form === byYear && isDocumentMark(text.slice(0, start))) continue;
      if (!(number >= 1 && number <= 9999) || !standsAlone(text, start, end)) continue;
      return { start, end, number, isSupplement: /增\s*刊/u.test(match[0]), isJoint: form === joint };
    }
  }
  return undefined;
}

function closed(figures = ''): string {
  return figures.replace(/\s/gu, '');
}

/** Where a running total (总第168期) stands by itself. */
export function findTotal(text: string): { readonly start: number; readonly end: number; readonly number: number } | undefined {
  const match = total.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length, number: numberOf(closed(match.groups?.['total'])) } : undefined;
}

/** Whether a line holds the number of an issue and nothing else. */
export function isIssueNumberLine(text: string): boolean {
  if (text.length > 30) return false;
  const without = findTotal(text);
  const rest = (without ? text.slice(0, without.start) + text.slice(without.end) : text).trim();
  const found = findIssueNumber(rest);
  return found?.start === 0 && rest.slice(found.end).trim() === '';
}

/** Whether words right before a year in brackets are short for who sends a document: 示宣报. */
function isDocumentMark(before: string): boolean {
  const word = /\p{Script=Han}{1,12}$/u.exec(before)?.[0] ?? '';
  return word !== '' && !/(?:[专简快通内周月旬]报|信息|参考|内参|要情|动态|摘报|汇报|通讯|专刊|交流|简讯|文摘)$/u.test(word);
}

function standsAlone(text: string, start: number, end: number): boolean {
  const isOpen = /(?:^|[\s报刊参息期讯）)》】—-])$/u.test(text.slice(0, start));
  return isOpen && (/\s$/u.test(text.slice(start, end)) || /^(?:$|[\s—-]|[（(]\p{Script=Han}{1,3}刊[）)])/u.test(text.slice(end)));
}
