/**
 * How hard a passphrase is to guess, in the manner of zxcvbn: it is taken apart into what a guesser tries first, and the
 * cheapest way to make it counts. Fit for what Chinese users type: pinyin, dates, telephones, names of units, 汉字.
 */
import { tidyPassphrase } from './passphrase.js';

export interface Strength {
  readonly level: 'weak' | 'fair' | 'strong';
  /** How long somebody who has the file would try, in words: 几分钟. */
  readonly time: string;
  /** What makes it easy, in words; absent when nothing in particular does. */
  readonly weakness?: string;
}

/** A stretch that a guesser knows: how many characters, and the tries it takes, as a decimal logarithm. */
interface Match {
  readonly length: number;
  readonly tries: number;
  readonly weakness?: string;
}
type Matcher = (text: string, from: number, words: readonly string[]) => readonly Match[];

/** scrypt at its full cost leaves a well equipped guesser so many tries in a second. */
const triesPerSecond = 4;
const secondsPerDay = 86_400;

const common = (
  '123456 123456789 12345678 111111 000000 666666 888888 123123 123321 112233 654321 5201314 1314520 520520 7758521 147258369 147258 ' +
  '1234567890 qwerty qwertyuiop qwe123 1q2w3e4r 1qaz2wsx qazwsx zxcvbnm asdfghjkl asdfgh password passw0rd p@ssw0rd admin admin123 root ' +
  'abc123 abcd1234 a123456 a123456789 aa123456 woaini woaini1314 iloveyou love letmein welcome test 1234 12345 0000 8888 6666 ' +
  '口令 密码 专报 宣传部 宣传信息专报 宣传信息 办公室 市委 区委 县委 区政府 市政府 中国 北京 我爱你 信息 保密 机密 交换包 编辑台'
).split(' ');

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'];
const pinyin =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)|ang|ai|an|ao|en|er|ou|a|e|o)/u;

const listed = (list: readonly string[], tries: number, weakness: (word: string) => string): Matcher => {
  return (text, from) =>
    list.filter((word) => text.startsWith(word, from)).map((word) => ({ length: word.length, tries, weakness: weakness(word) }));
};

const matchers: readonly Matcher[] = [
  listed(common, 1.5, (word) => `“${word}”是最常用的口令`),
  (text, from, words) => listed(words, 1, (word) => `“${word}”是对方猜得到的名称`)(text, from, words),
  (text, from) => matched(/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u, text, from, 4.6, '日期容易猜到'),
  (text, from) => matched(/^(?:19|20)\d\d年?/u, text, from, 2, '年份容易猜到'),
  (text, from) => matched(/^(?:19|20)?\d\d[-./年]?(?:1[0-2]|0?[1-9])[-./月]?(?:[12]\d|3[01]|0?[1-9])日?/u, text, from, 4.6, '日期容易猜到'),
  (text, from) => matched(/^1[3-9]\d{9}/u, text, from, 7, '电话号码容易猜到'),
  (text, from) => matched(pinyin, text, from, 2.4),
  runOf((last, next) => next === last, '重复的字不增加难度'),
  runOf((last, next) => next === last + 1, '连着的字母或数字容易猜到'),
  runOf((last, next) => next === last - 1, '连着的字母或数字容易猜到'),
  (text, from) => rows.flatMap((row) => [...along(row, text, from), ...along([...row].reverse().join(''), text, from)]),
];

function matched(pattern: RegExp, text: string, from: number, tries: number, weakness?: string): readonly Match[] {
  const length = pattern.exec(text.slice(from))?.[0].length ?? 0;
  return length === 0 ? [] : [{ length, tries, ...(weakness === undefined ? {} : { weakness }) }];
}

/** Three or more that each follow on the one before. */
function runOf(follows: (last: number, next: number) => boolean, weakness: string): Matcher {
  return (text, from) => {
    let to = from + 1;
    while (to < text.length && follows(text.charCodeAt(to - 1), text.charCodeAt(to))) to += 1;
    const length = to - from;
    return length < 3 ? [] : [{ length, tries: alone(text.charAt(from)) + Math.log10(length), weakness }];
  };
}

/** Four or more keys side by side. */
function along(row: string, text: string, from: number): readonly Match[] {
  const start = row.indexOf(text.charAt(from));
  if (start < 0) return [];
  let length = 1;
  while (from + length < text.length && row[start + length] === text[from + length]) length += 1;
  return length < 4 ? [] : [{ length, tries: 1.6 + Math.log10(length), weakness: '键盘上挨着的键容易猜到' }];
}

/** Tries for a character that nothing is known of. 汉字 in running words are far fewer than there are. */
function alone(character: string): number {
  if (/\d/u.test(character)) return 1;
  if (/[a-z]/iu.test(character)) return 1.4;
  return /\p{Script=Han}/u.test(character) ? 2.2 : 1.5;
}

/**
 * @param words what somebody who knows the sender tries first: names of units, of the periodical, of the file
 */
export function strengthOf(passphrase: string, words: readonly string[] = []): Strength {
  const typed = tidyPassphrase(passphrase);
  const text = typed.toLowerCase();
  const known = words.map((word) => tidyPassphrase(word).toLowerCase()).filter((word) => word.length > 1);
  const { tries, weakness } = cheapest(text, known);
  const mixing = typed === text ? 0 : 1;
  const seconds = 10 ** Math.min(18, tries + mixing - triesPerSecond);
  const level = seconds < 30 * secondsPerDay ? 'weak' : seconds < 100 * 365 * secondsPerDay ? 'fair' : 'strong';
  return { level, time: inWords(seconds), ...(weakness === undefined || level === 'strong' ? {} : { weakness }) };
}

interface Way {
  readonly tries: number;
  readonly weakness?: string;
}

/** The cheapest way to make the text up to each place, from left to right. A part said before costs next to nothing. */
function cheapest(text: string, words: readonly string[]): Way {
  const ways: (Way | undefined)[] = [{ tries: 0 }];
  for (let from = 0; from < text.length; from += 1) {
    const way = ways[from];
    if (way === undefined) continue;
    const matches = [
      { length: 1, tries: alone(text.charAt(from)) },
      ...matchers.flatMap((match) => match(text, from, words)),
      ...saidBefore(text, from),
    ];
    for (const { length, tries, weakness = way.weakness } of matches) {
      const total = way.tries + tries;
      const held = ways[from + length];
      if (held === undefined || total < held.tries) ways[from + length] = { tries: total, ...(weakness === undefined ? {} : { weakness }) };
    }
  }
  return ways[text.length] ?? { tries: 0 };
}

function saidBefore(text: string, from: number): readonly Match[] {
  let length = 0;
  while (from + length < text.length && text.slice(0, from).includes(text.slice(from, from + length + 1))) length += 1;
  return length < 3 ? [] : [{ length, tries: Math.log10(from + 1), weakness: '重复的字不增加难度' }];
}

function inWords(seconds: number): string {
  const steps: readonly (readonly [below: number, words: string])[] = [
    [10, '几秒'],
    [600, '几分钟'],
    [7200, '一小时左右'],
    [secondsPerDay, '几小时'],
    [30 * secondsPerDay, '几天'],
    [365 * secondsPerDay, '几个月'],
    [10 * 365 * secondsPerDay, '几年'],
    [100 * 365 * secondsPerDay, '几十年'],
  ];
  return steps.find(([below]) => seconds < below)?.[1] ?? '上百年';
}
