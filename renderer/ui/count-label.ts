const format = new Intl.NumberFormat('zh-CN');

/** A count as it is read: 6,038. */
export function countLabel(count: number): string {
  return format.format(count);
}
