const digits = [...'〇一二三四五六七八九'];

/** 1 → 一, 12 → 十二, 105 → 一百〇五; figures from ten thousand on. */
export function chineseNumber(count: number): string {
  if (count < 0 || count > 9999 || !Number.isInteger(count)) return String(count);
  if (count === 0) return '〇';
  const places = ['', '十', '百', '千'];
  const figures = [...String(count)].map(Number);
  let result = '';
  let hasGap = false;
  figures.forEach((figure, index) => {
    const place = figures.length - 1 - index;
    if (figure === 0) hasGap = true;
    else {
      result += (hasGap ? '〇' : '') + (digits[figure] ?? '') + (places[place] ?? '');
      hasGap = false;
    }
  });
  return result.replace(/^一十/u, '十');
}

/** 1 → 壹, 12 → 壹拾贰. */
export function legalNumber(count: number): string {
  const legal: Readonly<Record<string, string>> = {
    〇: '零',
    一: '壹',
    二: '贰',
    三: '叁',
    四: '肆',
    五: '伍',
    六: '陆',
    七: '柒',
    八: '捌',
    九: '玖',
    十: '拾',
    百: '佰',
    千: '仟',
  };
  return [...chineseNumber(count).replace(/^十/u, '一十')].map((each) => legal[each] ?? each).join('');
}

/** 1 → ①, up to 50; figures above. */
export function enclosedNumber(count: number): string {
  if (count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count);
  if (count >= 21 && count <= 35) return String.fromCodePoint(0x323c + count);
  if (count >= 36 && count <= 50) return String.fromCodePoint(0x328d + count);
  return String(count);
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb, as Word counts. */
export function letterNumber(count: number): string {
  if (count < 1) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 30));
}

/** 4 → IV; figures above 3999. */
export function romanNumber(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  const signs = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = count;
  let result = '';
  for (const [value, sign] of signs) {
    while (rest >= value) {
      result += sign;
      rest -= value;
    }
  }
  return result;
}
