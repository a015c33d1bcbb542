/** What a leader wrote on a periodical, told by the day and name behind it. */

/** A sentence with when it was written behind it, and, as a rule, by whom: 请各区学习借鉴。　王示例　7月2日. */
const signedSentence =
  /[。！][”’]?\s*(?:(?:[—–-]{1,2}\s*[\p{Script=Han}\s]{2,20})?[（(][^（()）。]{0,16}\d{1,2}月\d{1,2}日[）)]|(?:[—–-]{1,2}\s*)?(?:\p{Script=Han}{2,4}\s*)?(?:\d{4}年)?\d{1,2}月\d{1,2}日)$/u;

/** Whether a text is what a leader wrote, with the day behind it. */
export function isSignedSentence(text: string): boolean {
  return signedSentence.test(text.slice(-longestSigned));
}

/** Characters of a text's end that are looked at for it. */
const longestSigned = 60;
