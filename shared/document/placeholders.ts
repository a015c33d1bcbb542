/** What stands in for words still to come: XX, ××, 某某, 202_, 【　】. A multiplication sign, a Latin word and 《》 in use are none. */
const placeholder =
  /(?<![A-Za-z0-9])[XxＸ×*＊]{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9.])[XxＸ×](?=[年月日期号时])|\d*[_＿]{2,}|\d+[_＿](?![A-Za-z0-9])|某某+|【\s*】|〔\s*〕|（\s*）|《\s*》|“\s*”|\[\s*\]|\(\s*\)/gu;
const emptyPair = /^[【〔（《“[(]/u;

/** Words kept on both sides of a placeholder, so that the editor knows which one is meant. */
const aroundLength = 6;

export interface Placeholder {
  /** Where it begins in the text. */
  readonly index: number;
  /** It and the words around it. */
  readonly quote: string;
  /** A Chinese sentence without 。. */
  readonly message: string;
}

/** Every place of a text where words are still to come. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return [...text.matchAll(placeholder)].map(({ 0: words, index }) => ({
    index,
    quote: text.slice(Math.max(0, index - aroundLength), index + words.length + aroundLength).replaceAll('\n', ''),
    message: emptyPair.test(words) ? `“${words}”里没有字` : `“${words}”还没有填`,
  }));
}
