/** Signs of symbol fonts, which keep pictures where other fonts have letters: Wingdings at 0xFE is ☑. */

/** From the code of the first sign on. */
const runs: Readonly<Record<string, readonly (readonly [first: number, signs: string])[]>> = {
  wingdings: [
    [0x81, '①②③④⑤⑥⑦⑧⑨⑩'],
    [0x8c, '❶❷❸❹❺❻❼❽❾❿'],
    [0x6c, '●'],
    [0x6e, '■□'],
    [0x71, '❑❒'],
    [0x75, '◆❖'],
    [0x9f, '•'],
    [0xa1, '○'],
    [0xa7, '▪□'],
    [0xab, '★'],
    [0xd8, '➢'],
    [0xdf, '←→↑↓'],
    [0xe8, '➔'],
    [0xef, '⇦⇨⇧⇩'],
    [0xfb, '✗✓☒☑'],
    [0x28, '☎✆'],
    [0x2a, '✉'],
    [0x46, '☞'],
  ],
  wingdings2: [
    [0x4f, '✗✓☒☑☒☒'],
    [0x6a, '①②③④⑤⑥⑦⑧⑨⑩'],
    [0x75, '❶❷❸❹❺❻❼❽❾❿'],
    [0x96, '•'],
    [0xa2, '■□'],
  ],
  symbol: [
    [0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
    [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
    [0xa2, '′≤⁄∞'],
    [0xac, '←↑→↓°±″≥×'],
    [0xb6, '∂•÷≠≡≈…'],
    [0xc7, '∩∪'],
    [0xce, '∈∉∠'],
    [0xd5, '∏√⋅'],
    [0xe5, '∑'],
  ],
};

const tables: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map(
  Object.entries(runs).map(([font, all]) => [
    font,
    new Map(all.flatMap(([first, signs]) => [...signs].map((sign, at): [number, string] => [first + at, sign]))),
  ]),
);

/** Stands for a sign that cannot be told. */
export const unknownSign = '□';

/** Which symbol font a name is; undefined for a font of letters. */
export function symbolFontOf(name: string | undefined): string | undefined {
  const plain = name?.replace(/\s/gu, '').toLowerCase() ?? '';
  return /^(?:wingdings[23]?|webdings|symbol)$/u.test(plain) ? plain : undefined;
}

/** The sign a font has at a code, with or without the 0xF000 that Word adds; undefined where it cannot be told. */
export function signOf(font: string | undefined, code: number): string | undefined {
  const own = symbolFontOf(font);
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  if (own === undefined || (code > 0xff && !isPrivate))
    return isPrivate || code === 0 || code > 0x10ffff ? undefined : String.fromCodePoint(code);
  const at = code & 0xff;
  // Blanks are blanks in all of them, figures and marks figures and marks in Symbol.
  if (at <= 0x20 || (own === 'symbol' && at <= 0x40)) return String.fromCodePoint(at === 0 ? 0x20 : at);
  return tables.get(own)?.get(at);
}
