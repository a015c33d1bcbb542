/** 64 characters that qualify and 64 that name: any two make a word, 4096 words of 12 bits each. */
const qualifiers =
  '青白红黄蓝紫金银铜铁玉石木竹草花春夏秋冬晨晚日月星云风雨雪霜雷电东南西北高远长深清明新古大小圆方双三五九千万天地山海江河湖田平安';
const things =
  '鹤马牛羊鱼鸟鹿虎龙凤雁燕蝶蜂桥塔亭楼台门窗灯船帆车轮钟鼓琴笛棋书画笔墨纸茶酒米麦豆瓜桃李梅兰菊荷柳杏枫桂泉溪岭峰岛湾港城村路井园';

const wordCount = 4;
const bitsPerWord = 12;

/** Bytes of a key's digest that its words spell. */
export const fingerprintBytes = (wordCount * bitsPerWord) / 8;

/** Four Chinese words for the first six bytes of a digest; 48 bits. */
export function fingerprintWords(digest: Uint8Array): readonly string[] {
  return wordsOf(digest.subarray(0, fingerprintBytes), wordCount);
}

/** Chinese words that spell the first bits of some bytes, 12 bits each. */
export function wordsOf(bytes: Uint8Array, count: number): readonly string[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_word, index) => {
    const value = Number.parseInt(bits.slice(index * bitsPerWord, (index + 1) * bitsPerWord), 2);
    return `${qualifiers[value >> 6] ?? ''}${things[value & 63] ?? ''}`;
  });
}
