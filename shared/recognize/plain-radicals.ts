/** Characters that only look like those of a text: some programs write a PDF's 页 as the radical ⻚, and fi as one sign. */

/** Radicals without a compatibility form, and the characters they look like. */
const alike: ReadonlyMap<string, string> = new Map(
  [
    ...'⼾户⺁厂⺋㔾⺎兀⺏尣⺐尢⺓幺⺙攵⺠民⺥爫⺧牛⺪疋⺬示⺭礻⺮竹⺱罓⺲罒⺳㓁⺵羊⺷羊⺹耂⺻聿⺼月⺽臼⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻎辶⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻯竜⻰龙⻳龟',
  ].reduce<[string, string][]>((pairs, each, at, all) => (at % 2 === 0 ? [...pairs, [each, all[at + 1] ?? each]] : pairs), []),
);

/** Words with plain characters in place of radicals, compatibility forms and ligatures. */
export function withPlainRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FD5\uF900-\uFAD9\uFB00-\uFB06]/gu, (each) => alike.get(each) ?? each.normalize('NFKC'));
}
