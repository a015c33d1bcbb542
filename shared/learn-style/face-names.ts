import { faceNames, faces } from '../layout/faces.js';
import type { FaceName } from '../layout/page-style.js';

/** A face by the words of a font's name; `isSame`: it is that very face and not one like it. */
export interface KnownFace {
  readonly face: FaceName;
  readonly isSame: boolean;
}

/** What foundries call the five faces, the telling words first. */
const families: readonly (readonly [FaceName, RegExp])[] = [
  ['title', /小标宋|大标宋|标宋|中宋|XiaoBiaoSong|BiaoSong|XBS|ZhongSong/iu],
  ['fangsong', /仿宋|FangSong|FSong|FSJW/iu],
  ['kai', /楷|Kai/iu],
  ['hei', /黑|等线|圆体|幼圆|雅黑|Hei|DengXian|YaHei|YouYuan/iu],
  ['song', /宋|Song|SimSun|NSimSun|MingLiU|明/iu],
];

const own: ReadonlyMap<string, FaceName> = new Map(
  faceNames.flatMap((face) => faces[face].localNames.map((name) => [name.toLowerCase(), face] as const)),
);

/** The face that a font's name means; undefined where it is none of a periodical's. */
export function faceOfFont(name: string): KnownFace | undefined {
  const plain = name.replace(/^@/u, '').trim();
  const exact = own.get(plain.toLowerCase());
  if (exact) return { face: exact, isSame: true };
  const like = families.find(([, pattern]) => pattern.test(plain));
  return like && { face: like[0], isSame: /_GBK|_GB2312|_GB18030/u.test(plain) && !/雅|等线|圆/u.test(plain) };
}
