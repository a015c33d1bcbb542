/** What a unit is told of its manuscript before it goes out. */
import { itemCharacters } from '../document/count-item.js';
import { plainTitle } from '../document/issue.js';
import { placeholdersOf } from '../document/placeholders.js';
import { fieldText, type TextField } from '../document/text-place.js';
import { kindLabels } from './submission-labels.js';
import type { SubmissionKind } from './submission-states.js';
import type { Submission } from './submission.js';

/** Where something is to be seen to: in a text of the manuscript, or in a field beside it. */
export type SendPlace =
  | { readonly field: TextField; readonly paragraphId?: string; readonly offset: number }
  | { readonly fact: 'signedBy' | 'author' | 'phone' };

/** One thing to see to. */
export interface SendFinding {
  readonly rule: SendRule;
  /** `must`: an office would send it back; `mind`: it may be meant so. */
  readonly level: 'must' | 'mind';
  readonly place: SendPlace;
  /** What is wrong, without 。. */
  readonly message: string;
  /** What to do, without 。. */
  readonly remedy: string;
}

type Checked = Pick<Submission, 'article' | 'kind' | 'unitName' | 'signedBy' | 'author' | 'phone'>;
type Found = Omit<SendFinding, 'rule' | 'level'>;

interface RuleRow {
  readonly level: SendFinding['level'];
  readonly check: (submission: Checked) => readonly Found[];
}

/** 字数 that offices print of each kind; beyond it a manuscript is cut or sent back. */
export const usualLengths: Readonly<Record<SubmissionKind, { readonly least: number; readonly most: number }>> = {
  experience: { least: 400, most: 2500 },
  news: { least: 100, most: 1000 },
  brief: { least: 30, most: 300 },
  commissioned: { least: 100, most: 3000 },
};

const title: SendPlace = { field: 'title', offset: 0 };
const body: SendPlace = { field: 'text', offset: 0 };
const source = { field: 'source', offset: 0 } as const satisfies SendPlace;

/** 字 of a title that fit two lines of the page. */
const longestTitle = 50;

/** THE table of what is looked at before a manuscript goes out. */
export const sendRules = {
  title: { level: 'must', check: ({ article }) => when(plainTitle(article.title).trim() === '', '没有标题', '写上标题', title) },
  'title-length': {
    level: 'mind',
    check: ({ article }) => {
      const { length } = [...plainTitle(article.title)];
      return when(length > longestTitle, `标题有 ${length} 字，排版超过两行`, `压缩到 ${longestTitle} 字以内`, title);
    },
  },
  body: {
    level: 'must',
    check: ({ article }) =>
      when(!article.paragraphs.some(({ lead, text }) => `${lead ?? ''}${text}`.trim() !== ''), '没有正文', '写上正文', body),
  },
  length: { level: 'mind', check: checkLength },
  source: {
    level: 'must',
    check: ({ article }) =>
      when(
        article.sources.every((source) => source.trim() === ''),
        '没有来源单位',
        '在文末写上来源单位，如（示例区委宣传部）',
        source,
      ),
  },
  'source-unit': {
    level: 'mind',
    check: ({ article, unitName }) =>
      when(
        unitName !== '' &&
          article.sources.length > 0 &&
          !article.sources.some((source) => source.includes(unitName) || unitName.includes(source)),
        `来源单位“${article.sources.join('、')}”里没有本单位“${unitName}”`,
        '核对来源单位；几家合写的都要写上',
        source,
      ),
  },
  placeholder: { level: 'must', check: checkPlaceholders },
  signature: {
    level: 'must',
    check: ({ signedBy = '' }) =>
      when(signedBy.trim() === '', '没有写签发领导', '报送前请单位负责人签发，并写上姓名', { fact: 'signedBy' }),
  },
  author: {
    level: 'must',
    check: ({ author = '' }) => when(author.trim() === '', '没有写作者', '写上作者，便于编辑核实', { fact: 'author' }),
  },
  phone: { level: 'must', check: checkPhone },
} as const satisfies Record<string, RuleRow>;

export type SendRule = keyof typeof sendRules;

/** Everything to see to before a manuscript goes out, in the order of the table; nothing: it can go. */
export function checkBeforeSending(submission: Checked): readonly SendFinding[] {
  const rules = Object.entries(sendRules) as readonly (readonly [SendRule, RuleRow])[];
  return rules.flatMap(([rule, { level, check }]) => check(submission).map((found) => ({ rule, level, ...found })));
}

function when(is: boolean, message: string, remedy: string, place: SendPlace): readonly Found[] {
  return is ? [{ message, remedy, place }] : [];
}

function checkLength({ article, kind }: Checked): readonly Found[] {
  const characters = itemCharacters(article);
  const { least, most } = usualLengths[kind];
  if (characters === 0) return [];
  if (characters < least)
    return when(true, `${kindLabels[kind]}只有 ${characters} 字，一般不少于 ${least} 字`, '补充具体做法、数据和成效，或改报简讯', body);
  return when(characters > most, `${kindLabels[kind]}有 ${characters} 字，一般不超过 ${most} 字`, '压缩篇幅', body);
}

function checkPlaceholders({ article }: Checked): readonly Found[] {
  const remedy = '填上实际内容，或删去';
  const heads = (['title', 'subtitle', 'editorNote'] as const).map((field) => ({ field }));
  const paragraphs = article.paragraphs.flatMap(({ id }) => (['text', 'footnote'] as const).map((field) => ({ field, paragraphId: id })));
  return [...heads, ...paragraphs, source].flatMap((at) =>
    placeholdersOf(fieldText(article, at) ?? '').map(({ index, message, quote }) => ({
      // The words before it may begin in the middle of a sentence.
      message: `${message}：${quote.replace(/^[，。；、：！？]+/u, '')}`,
      remedy,
      place: { ...at, offset: index },
    })),
  );
}

function checkPhone({ phone = '' }: Checked): readonly Found[] {
  const digits = phone.replace(/\D/gu, '');
  if (phone.trim() === '') return when(true, '没有写电话', '写上联系电话', { fact: 'phone' });
  return when(digits.length < 7, `电话“${phone}”不足 7 位`, '写全电话号码，座机带区号', { fact: 'phone' });
}
