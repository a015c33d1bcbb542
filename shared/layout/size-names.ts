/** 字号 by name and points, largest first, as Word lists them. */
export const sizeNames: readonly { readonly name: string; readonly sizePt: number }[] = [
  { name: '初号', sizePt: 42 },
  { name: '小初', sizePt: 36 },
  { name: '一号', sizePt: 26 },
  { name: '小一', sizePt: 24 },
  { name: '二号', sizePt: 22 },
  { name: '小二', sizePt: 18 },
  { name: '三号', sizePt: 16 },
  { name: '小三', sizePt: 15 },
  { name: '四号', sizePt: 14 },
  { name: '小四', sizePt: 12 },
  { name: '五号', sizePt: 10.5 },
  { name: '小五', sizePt: 9 },
  { name: '六号', sizePt: 7.5 },
  { name: '小六', sizePt: 6.5 },
  { name: '七号', sizePt: 5.5 },
  { name: '八号', sizePt: 5 },
];

/** 三号 for 16; undefined for a size without a name. */
export function sizeName(sizePt: number): string | undefined {
  return sizeNames.find((size) => size.sizePt === sizePt)?.name;
}

/** 16 for 三号 or 3号; undefined for anything that is no name. */
export function sizeNamed(text: string): number | undefined {
  const digits = '〇一二三四五六七八';
  const name = text.trim().replace(/[1-8]/gu, (digit) => digits[Number(digit)] ?? digit);
  return sizeNames.find((size) => size.name === name)?.sizePt;
}
