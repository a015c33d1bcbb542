/** What in a reading has the shape of something else: told, so that nothing stands in a wrong place without a word. */
import { numberLevel } from '../document/heading-level.js';
import { imprintFields } from '../document/imprint-fields.js';
import { bulletLength } from './bullets.js';
import {
  findHeadingAtEnd,
  findLonelyLeads,
  findLoneText,
  findLooseLines,
  findMuchLonger,
  findNameOverTitle,
  findTablesAlone,
  findUnlisted,
} from './doubtful-items.js';
import {
  endsWithSource,
  isCaptionLike,
  isColumnLike,
  isCut,
  isLabelled,
  isNoList,
  isNoName,
  isNumbered,
  isSourceLike,
  isTitleOver,
  saysMore,
} from './doubtful-texts.js';
import { inItems, inTexts, isLine, longestLabel, saying, stop, suspect } from './doubtful-words.js';
import type { Find, Reading } from './doubtful-words.js';
import { toLoose } from './line.js';
import { instruction } from './masthead-fields.js';
import { isMastheadLike } from './masthead-like.js';
import type { SourceLine } from './source-line.js';
import { isTailLine, isTailRow } from './tail.js';

interface Doubt {
  readonly find: Find;
  /** What the words look like, in Chinese. */
  readonly like: string;
}

/** Sentences that are looked through for what they tell already. */
const mostTold = 200;
/** Passages that one sentence quotes at most, and characters of each. */
const [mostQuoted, mostShown] = [3, 24];

/** The rows: what is looked for, and the words it is told in. Of several that fit the same words the first one tells. */
export const doubts = {
  columnInText: { find: inTexts(({ text }) => isLine(text, isColumnLike)), like: '像是栏目名' },
  imprintInText: { find: inTexts(({ text }) => isLine(text, (line) => isTailLine(line) || isTailRow(line))), like: '像是版记的文字' },
  instructionInText: { find: inTexts(({ text }) => isLine(text, (line) => instruction.test(line.text))), like: '像是领导批示' },
  mastheadInText: {
    find: inTexts(({ text }) => !stop.test(text) && isLine(text, isMastheadLike)),
    like: '像是报头或落款的文字',
  },
  sourceInText: { find: inTexts(isSourceLike), like: '像是来源单位或供稿人' },
  sourceBehindText: { find: inTexts(endsWithSource), like: '末尾的括号里像是来源单位或供稿人，可能不止一篇稿件' },
  captionInText: { find: inTexts(isCaptionLike), like: '像是图片说明' },
  labelInText: { find: inTexts(isLabelled), like: '像是稿件上的栏目，不是正文' },
  numberInText: { find: inTexts(isNumbered), like: '像是带序号的标题' },
  titleInText: { find: inTexts(isTitleOver), like: '像是标题' },
  tableAlone: { find: findTablesAlone, like: '只有表格，没有正文，像是填好的表单或汇总表' },
  leadAlone: { find: findLonelyLeads, like: '整段加粗、自成一段，像是小标题' },
  headingAtEnd: { find: findHeadingAtEnd, like: '后面没有正文，可能是下一栏的栏目名或下一篇的标题' },
  cutText: { find: inTexts(isCut), like: '末尾没有标点，可能从这里断开了' },
  looseLine: { find: findLooseLines, like: '末尾没有标点，可能不是正文' },
  missedTitle: { find: findMuchLonger, like: '比别的稿件长得多，后面可能还有别的稿件的文字' },
  titleSaysMore: {
    find: inItems(
      '标题',
      ({ type, title }) => /[；，、]$|您|你好|麻烦/u.test(title) || saying.test(title) || (type === 'article' && title.endsWith('。')),
    ),
    like: '像是正文',
  },
  titleIsColumn: {
    find: inItems(
      '标题',
      ({ title }) =>
        isLine(title, isColumnLike) ||
        bulletLength(title) > 0 ||
        numberLevel(title) !== undefined ||
        /^\p{Script=Han}{0,6}(?:名称|题目?|主题)[：:]/u.test(title),
    ),
    like: '像是栏目名，或带着记号、序号、栏目的名称',
  },
  titleUnderName: { find: findNameOverTitle, like: '很短，像是栏目名或引题' },
  titleUnlisted: { find: findUnlisted, like: '目录里没有' },
  subtitleSaysMore: {
    find: ({ items }) => items.flatMap((item) => (item.type === 'article' ? suspect(item.subtitle, '副标题', saysMore) : [])),
    like: '像是正文',
  },
  sourceSaysMore: {
    find: ({ items }) => items.flatMap(({ sources }) => sources.flatMap((unit) => suspect(unit, '来源单位', isNoName))),
    like: '不像单位名称',
  },
  organSaysMore: { find: ({ issue }) => suspect(issue?.masthead.organ, '编发单位', isNoName), like: '不像单位名称' },
  nameSaysMore: { find: ({ issue }) => suspect(issue?.masthead.name, '刊名', isNoName), like: '不像刊名' },
  listSaysMore: {
    find: ({ issue }) => (issue?.distribution ?? []).flatMap(({ label, text }) => suspect(text, label, isNoList)),
    like: '不像收件单位',
  },
  loneText: { find: findLoneText, like: '之外没有报/送/发和版记，像是别的单位报来的稿件，不是一期' },
  fieldInField: {
    find: ({ issue }) => (issue ? imprintFields.flatMap(({ name, label }) => suspect(issue.imprint[name], label, isNoName)) : []),
    like: '里像是还有别的项目',
  },
} as const satisfies Record<string, Doubt>;

/** The sentences of the rows that fit; what another sentence has told already is not told again. */
export function doubtsOf(reading: Reading, source: readonly SourceLine[], told: readonly string[]): readonly string[] {
  const lineAt = linesByOpening(source);
  const known = told.slice(0, mostTold);
  const seen = new Set<string>();
  return Object.values<Doubt>(doubts).flatMap(({ find, like }) => {
    const groups = new Map<string, string[]>();
    for (const { words, place } of find(reading)) {
      const group = groups.get(place) ?? [];
      const isKnown = seen.has(words) || known.some((each) => each.includes(`“${words.slice(0, mostShown)}`));
      if (!isKnown) group.push(words);
      if (group.length > 0) groups.set(place, group);
      seen.add(words);
    }
    return [...groups].map(([place, words]) => sentence(words, place, like, lineAt));
  });
}

function sentence(words: readonly string[], place: string, like: string, lineAt: (words: string) => number | undefined): string {
  const line = lineAt(words[0] ?? '');
  const count = words.length > 1 ? `等${String(words.length)}处` : '';
  const where = line === undefined ? '' : `第${String(line)}行${count}：`;
  const quoted = words.slice(0, mostQuoted).map((each) => `“${each.length > mostShown ? `${each.slice(0, mostShown)}…` : each}”`);
  return `${where}${place}${quoted.join('')}${like}，请核对。`;
}

/** Characters by which a line is known. */
const openingLength = 12;

/** The last line that opens as words do: what contents have comes again below. */
function linesByOpening(source: readonly SourceLine[]): (words: string) => number | undefined {
  const opening = (text: string): string => toLoose(text.slice(0, longestLabel)).slice(0, openingLength);
  let known: ReadonlyMap<string, number> | undefined;
  return (words) => {
    known ??= new Map(source.map(({ text, line }) => [opening(text), line]));
    return known.get(opening(words));
  };
}
