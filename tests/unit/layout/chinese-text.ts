import fc from 'fast-check';

/** Pieces Chinese running text is made of: 汉字, marks alone and in clusters, numbers, Latin words, blanks. */
const pieces = [
  ...'示例文明实践工作推进乡村振兴产业发展人民群众服务',
  '，',
  '。',
  '、',
  '；',
  '：',
  '“',
  '”',
  '（',
  '）',
  '《',
  '》',
  '”，',
  '。”',
  '、“',
  '》（',
  '”“',
  '——',
  '……',
  '·',
  '2024',
  '97.23%',
  '3',
  '18项',
  'App',
  'e家',
  'Wi-Fi',
  ' ',
  '𠮷',
];

/** Arbitrary text of about `maxPieces` characters. */
export function chineseText(maxPieces: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: maxPieces }).map((parts) => parts.join(''));
}
