/** Who wrote a manuscript, by the head of a piece of news; and whether what was found looks like writers and phones. */
import { namesOf } from './draft-values.js';
import type { DraftFields } from './draft-values.js';
import type { Line } from './line.js';
import { namesInBrackets } from './signed-posts.js';

/** Longest head of a piece of news, in characters. */
const longestHead = 80;

/** 本报讯（记者 张示例）, 示例区讯（张示例）: the byline within the words that open a piece of news; the words stay, the names are the writers'. */
export function readNewsByline({ rich }: Line, { facts, notes }: DraftFields): void {
  const head = newsHead.exec(rich.text.slice(0, longestHead));
  if (!head || facts.author !== undefined) return;
  const inner = head[0].slice(head[0].search(/[（(]/u));
  const named = newsWriters.exec(inner)?.[1]?.replace(/(?:特约)?(?:记者|通讯员)\s*[：:]?/gu, ' ');
  // Behind the name of a place stands anything: without 记者 only names are.
  const names = named ?? namesInBrackets({ text: inner, rich: { text: inner, spans: [] } })?.text ?? behindPlace.exec(inner)?.[1];
  if (names === undefined) notes.push(`“${head[0]}”里像是有供稿人，没有记下，请核对。`);
  else facts.author = names.trim().replace(/[\s、，,]+/gu, '、');
}

/** （甲县融媒 张示例）: names behind whom they write for. */
const behindPlace = /^[（(]\s*\p{Script=Han}{3,20}\s+(\p{Script=Han}{2,4}(?:[\s、，,]+\p{Script=Han}{2,4}){0,4})\s*[）)]$/u;
const newsHead = /^(?:(?:本报|本刊|本网|本台)[^，。（(]{0,12}|\p{Script=Han}{2,10})讯\s*[（(][^（）()。]{2,40}[）)]/u;
const newsWriters =
  /^[（(]\s*(?:本报|本网|本台)?(?:首席|见习|实习|全媒体|融媒体?|特约)?(?:记者|通讯员)\s*[：:]?\s*(\p{Script=Han}[\p{Script=Han}\s、，,：:]{1,30}?)\s*[）)]$/u;

/** 张示例, or 阿示例·某某. */
const personName = /^(?:\p{Script=Han}{1,4}|\p{Script=Han}{1,8}·\p{Script=Han}{1,8})$/u;

/** Says of writers and phones that do not look like any. */
export function toldFacts({ author, phone }: DraftFields['facts']): readonly string[] {
  return [
    ...(author === undefined || namesOf(author).every((name) => personName.test(name)) ? [] : [`作者记为“${author}”，不像人名，请核对。`]),
    ...(phone === undefined || /\d{5}/u.test(phone.replace(/[\s\-－—]/gu, '')) ? [] : [`电话记为“${phone}”，不像电话，请核对。`]),
  ];
}
