/** Checks of what an issue holds, printed or not. */
import { emptyImprintLabels } from '../document/imprint-fields.js';
import { placeholdersOf } from '../document/placeholders.js';
import { issueItems, plainTitle, type Issue, type Item } from '../document/issue.js';
import { issueTexts, placeWithin, type IssueText } from '../document/issue-texts.js';
import { hasSameWording } from '../document/retitle.js';
import type { Found, Rule } from './finding.js';

type Check = Rule['check'];

export const findEmptyIssue: Check = ({ issue }) =>
  issueItems(issue).length > 0
    ? []
    : [{ place: { part: 'contents' }, quote: '', message: '本期还没有稿件', remedy: '新建或导入稿件，编入栏目' }];

export const findMissingTitles: Check = ({ issue }) =>
  itemsWhere(issue, ({ title }) => plainTitle(title).trim() === '').map((item) => ({
    place: { itemId: item.id, field: 'title', offset: 0 },
    quote: openingOf(item),
    message: '稿件没有标题',
    remedy: '补上标题，或把稿件移出本期',
  }));

export const findMissingBodies: Check = ({ issue }) =>
  itemsWhere(issue, ({ paragraphs }) => paragraphs.every(({ lead, text }) => `${lead ?? ''}${text}`.trim() === '')).map((item) => ({
    place: { itemId: item.id, field: 'text', offset: 0 },
    quote: plainTitle(item.title),
    message: '稿件没有正文',
    remedy: '补上正文，或把稿件移出本期',
  }));

export const findPlaceholders: Check = ({ issue }) => issueTexts(issue).flatMap(placeholdersIn);

function placeholdersIn({ place, text }: IssueText): readonly Found[] {
  return placeholdersOf(text).map(({ index, quote, message }) => ({
    place: placeWithin(place, index),
    quote,
    message,
    remedy: '填上实际内容，或删去',
  }));
}

/** The contents name an article in other words than its title. */
export const findDifferingCoverTitles: Check = ({ issue }) =>
  itemsWhere(issue, (item) => !hasSameWording(item)).map((item) => ({
    place: { part: 'contents', itemId: item.id },
    quote: plainTitle(item.coverTitle ?? ''),
    message: `目录与正文标题不一致，正文为“${plainTitle(item.title)}”`,
    remedy: '在目录中改为与正文一致；有意另拟的可以忽略',
  }));

export const findInferredLeads: Check = ({ issue }) =>
  issueItems(issue).flatMap(({ item }) => {
    const guessed = item.paragraphs.filter(({ leadInferred }) => leadInferred);
    const count = guessed.length + (item.type === 'brief' && item.leadInferred ? 1 : 0);
    const [first] = guessed;
    if (count === 0) return [];
    return [
      {
        place: first
          ? { itemId: item.id, paragraphId: first.id, field: 'text' as const, offset: 0 }
          : { itemId: item.id, field: 'title' as const, offset: 0 },
        quote: first?.lead ?? plainTitle(item.title),
        message: `有${String(count)}处段首句是推断的，尚未确认`,
        remedy: '在稿件里逐处确认或改正',
      },
    ];
  });

export const findEmptyDistribution: Check = ({ issue: { distribution } }) => {
  const lacking = distribution.filter(({ label, text }) => label.trim() === '' || text.trim() === '');
  if (distribution.length > 0 && lacking.length === 0) return [];
  return [
    {
      place: { part: 'distribution' },
      quote: lacking.map(({ label }) => label).join('、'),
      message: distribution.length === 0 ? '没有报送范围' : '报送范围有未填的一行',
      remedy: '在“报送发”中补上，或删去空行',
    },
  ];
};

export const findEmptyImprint: Check = ({ issue: { imprint } }) => {
  const empty = emptyImprintLabels(imprint);
  if (empty.length === 0) return [];
  return [{ place: { part: 'imprint' }, quote: empty.join('、'), message: '版记有未填的项', remedy: '在“承办 审核 编辑 电话”中补上' }];
};

/** 第3期 then 第5期: numbers between the last issue of the year in the library and this one. */
export const findNumberingGap: Check = ({ issue: { masthead }, others }) => {
  const earlier = others
    .filter(({ publicationId }) => publicationId === masthead.publication)
    .filter(({ date, supplement }) => date.slice(0, 4) === masthead.date.slice(0, 4) && supplement === (masthead.supplement ?? false))
    .map(({ number }) => number)
    .filter((number) => number < masthead.number);
  const last = Math.max(...earlier);
  if (earlier.length === 0 || masthead.number - last < 2) return [];
  const kind = masthead.supplement ? '增刊' : '';
  const [from, to] = [last + 1, masthead.number - 1].map(String);
  const missing = from === to ? `${kind}第${String(from)}期` : `${kind}第${String(from)}至${String(to)}期`;
  return [
    {
      place: { part: 'masthead' },
      quote: missing,
      message: `期号不连续，资料库里上一期是${kind}第${String(last)}期`,
      remedy: '核对期号，或导入缺的各期',
    },
  ];
};

function itemsWhere(issue: Issue, test: (item: Item) => boolean): readonly Item[] {
  return issueItems(issue)
    .map(({ item }) => item)
    .filter(test);
}

function openingOf({ paragraphs }: Item): string {
  return (paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`).find((text) => text.trim() !== '') ?? '').slice(0, 16);
}
