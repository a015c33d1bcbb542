import type { Masthead } from '../../shared/document/issue.js';

/** `2022-10` → 2022年第10期, `2022-Z01` → 2022年增刊第1期. */
export function keyLabel(key: string): string {
  const parts = /^(\d{4})-(Z?)(\d+)$/u.exec(key);
  return parts ? `${parts[1]}年${parts[2] ? '增刊' : ''}第${Number(parts[3])}期` : key;
}

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
