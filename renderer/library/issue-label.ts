import type { Masthead } from '../../shared/document/issue.js';
import { localDay } from '../../shared/document/local-day.js';

export function mastheadLabel({ name, number, date, supplement }: Masthead): string {
  return `${name} ${date.slice(0, 4)}年${supplement ? '增刊' : ''}第${number}期`;
}

/** `2022-07-28` → 7月28日. */
export function dayLabel(date: string): string {
  const [, month, day] = date.split('-');
  return `${Number(month)}月${Number(day)}日`;
}

/** `2022-07-28` → 2022年7月28日. */
export function dateLabel(date: string): string {
  return `${Number(date.slice(0, 4))}年${dayLabel(date)}`;
}

/** ISO instant → 7月28日, the day it was here. */
export function instantDayLabel(instant: string): string {
  return dayLabel(localDay(new Date(instant)));
}

/** ISO instant → 14:32:08 in local time. */
export function timeLabel(instant: string): string {
  const at = new Date(instant);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** ISO instant → 11月20日 14:32 in local time, with the year when it is not `thisYear`. */
export function instantLabel(instant: string, thisYear: number): string {
  const at = new Date(instant);
  const year = at.getFullYear() === thisYear ? '' : `${at.getFullYear()}年`;
  return `${year}${at.getMonth() + 1}月${at.getDate()}日 ${timeLabel(instant).slice(0, 5)}`;
}
