/** Parts of regular expressions by their plain names, for editors who write none. */
export interface PatternPiece {
  readonly label: string;
  readonly example: string;
  readonly pattern: string;
}

export const patternPieces: readonly PatternPiece[] = [
  { label: '数字', example: '1032、97.23', pattern: '[0-9０-９]+(?:[.．][0-9０-９]+)?' },
  { label: '百分数', example: '97.23%', pattern: '[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]' },
  { label: '中文数字', example: '二〇二三、十八', pattern: '[〇零一二三四五六七八九十百千万亿]+' },
  { label: '日期', example: '2023年8月9日、8月9日', pattern: '(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日' },
  { label: '年份', example: '2023年', pattern: '[0-9０-９]{4}年' },
  { label: '括号内', example: '（试行）', pattern: '[（(][^（）()]*[）)]' },
  { label: '引号内', example: '“三聚焦”', pattern: '“[^“”]*”' },
  { label: '书名号内', example: '《责任清单》', pattern: '《[^《》]*》' },
  { label: '汉字', example: '连续的汉字', pattern: '\\p{Script=Han}+' },
  { label: '外文字母', example: 'APP、LED', pattern: '[A-Za-zＡ-Ｚａ-ｚ]+' },
  { label: '空白', example: '空格、全角空格', pattern: '\\s+' },
  { label: '任意一个字', example: '标点也算', pattern: '.' },
  { label: '任意几个字', example: '1 至 20 个', pattern: '.{1,20}?' },
  { label: '段首', example: '一段开头处', pattern: '^' },
  { label: '段末', example: '一段末尾处', pattern: '$' },
];

/** What may stand in a replacement for a pattern. */
export const replacementPieces: readonly PatternPiece[] = [
  { label: '找到的原文', example: '$&', pattern: '$&' },
  { label: '第 1 对括号 ( ) 里的字', example: '$1', pattern: '$1' },
  { label: '第 2 对括号 ( ) 里的字', example: '$2', pattern: '$2' },
];
