const digits = '〇一二三四五六七八九';
/** A day or a month in figures, as part of a pattern: 2031年3月, 2031年3月6日. */
export const dayOrMonth = '\\d{4}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?';
const arabic = /(?<year>[\d０-９]{4})\s*年\s*(?<month>[\d０-９]{1,2})\s*月\s*(?<day>[\d０-９]{1,2})\s*[日号]/u;
const chinese =
  /(?<year>[〇零○Ｏ一二三四五六七八九]{4})\s*年\s*(?<month>[一二三四五六七八九十]{1,3})\s*月\s*(?<day>[一二三四五六七八九十]{1,3})\s*日/u;
const dashed = /(?<year>\d{4})\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<day>\d{1,2})(?!\d)/u;

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** ISO calendar day. */
  readonly date: string;
  /** As the masthead prints it: 2022年7月28日. */
  readonly printed: string;
}

/** The first calendar day written in a text; days that do not exist are passed over. */
export function findDate(text: string): FoundDate | undefined {
  for (const pattern of [arabic, chinese, dashed]) {
    const match = pattern.exec(text);
    const { year, month, day } = match?.groups ?? {};
    if (!match || year === undefined || month === undefined || day === undefined) continue;
    const [y, m, d] = [yearOf(year), numberOf(month), numberOf(day)];
    if (!exists(y, m, d)) continue;
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    return {
      start: match.index,
      end: match.index + match[0].length,
      date: `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`,
      printed: `${y}年${m}月${d}日`,
    };
  }
  return undefined;
}

/** The value of a number in Arabic (also full-width) or Chinese figures up to 999; NaN for other text. */
export function numberOf(text: string): number {
  const half = toHalf(text);
  if (/^\d+$/u.test(half)) return Number(half);
  let total = 0;
  let figure = 0;
  for (const character of half.replace(/[零○Ｏ]/gu, '〇')) {
    if (character === '百') [total, figure] = [total + (figure || 1) * 100, 0];
    else if (character === '十') [total, figure] = [total + (figure || 1) * 10, 0];
    else if (digits.includes(character)) figure = digits.indexOf(character);
    else return Number.NaN;
  }
  return total + figure;
}

function yearOf(text: string): number {
  const half = toHalf(text);
  if (/^\d+$/u.test(half)) return Number(half);
  return Number([...half.replace(/[零○Ｏ]/gu, '〇')].map((figure) => digits.indexOf(figure)).join(''));
}

function toHalf(text: string): string {
  return text.replace(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
}

function exists(year: number, month: number, day: number): boolean {
  if (!(year >= 1900 && year <= 2999) || !(month >= 1 && month <= 12)) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
