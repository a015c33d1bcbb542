import type { DrawnFace, FaceName, LatinFaceName } from './page-style.js';

/** Which family of names a Word file carries: the 2012 practice (_GB2312), or what every Chinese Windows has. */
export type FaceSet = 'gb2312' | 'windows';

/** A font file shipped with the program, under assets/fonts. */
export interface BundledFile {
  readonly file: string;
  /** Family name inside the file. */
  readonly family: string;
}

/** What one face is called, in Word, on the machine and in the bundle. */
export interface Face {
  /** Name written into Word files, and the one an editor knows. */
  readonly wordName: Readonly<Record<FaceSet, string>>;
  /** The same font's other name, for `w:altName`. */
  readonly altName: Readonly<Record<FaceSet, string>>;
  /** Installed fonts that may stand for the face, best first. */
  readonly localNames: readonly string[];
  /** Those of `localNames` that are another font than the official one. */
  readonly otherFonts: readonly string[];
  readonly regular: BundledFile;
  /** A drawn bold; absent where the face is not set bold (GB/T 9704 uses 黑体 instead). */
  readonly bold?: BundledFile;
  /** ASCII in a file of its own, with the widths of the face; absent: the face's own files draw it. */
  readonly latin?: { readonly regular: BundledFile; readonly bold: BundledFile };
  /** CSS family made by `fontFaceCss`. */
  readonly cssFamily: string;
}

const notoSong: BundledFile = { file: 'zhuanbao-song.ttf', family: 'Zhuanbao Song' };

/** A face of Latin: always drawn by the bundle, as all Latin is. */
function latinFace(name: LatinFaceName, family: string, wordName: string, altName: string): Face {
  const file = (suffix: string): BundledFile => ({ file: `zhuanbao-${name}${suffix}.ttf`, family: `Zhuanbao ${family}` });
  return {
    wordName: { gb2312: wordName, windows: wordName },
    altName: { gb2312: altName, windows: altName },
    localNames: [],
    otherFonts: [],
    regular: file(''),
    bold: file('-bold'),
    cssFamily: `zhuanbao-${name}`,
  };
}

/** Every face by its role: names of the trade, and the open font that stands in when the machine has none. */
export const faces: Readonly<Record<DrawnFace, Face>> = {
  title: {
    wordName: { gb2312: '方正小标宋简体', windows: '方正小标宋简体' },
    altName: { gb2312: 'FZXiaoBiaoSong-B05S', windows: 'FZXiaoBiaoSong-B05S' },
    localNames: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    otherFonts: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    regular: { file: 'zhuanbao-title.ttf', family: 'Zhuanbao Title' },
    cssFamily: 'zhuanbao-title',
  },
  fangsong: {
    wordName: { gb2312: '仿宋_GB2312', windows: '仿宋' },
    altName: { gb2312: 'FangSong_GB2312', windows: 'FangSong' },
    localNames: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
    otherFonts: ['仿宋', 'FangSong'],
    regular: { file: 'zhuanbao-fangsong.ttf', family: 'Zhuanbao Fangsong' },
    bold: { file: 'zhuanbao-fangsong-bold.ttf', family: 'Zhuanbao Fangsong' },
    latin: {
      regular: { file: 'zhuanbao-fangsong-latin.ttf', family: 'Zhuanbao Fangsong Latin' },
      bold: { file: 'zhuanbao-fangsong-latin-bold.ttf', family: 'Zhuanbao Fangsong Latin' },
    },
    cssFamily: 'zhuanbao-fangsong',
  },
  kai: {
    wordName: { gb2312: '楷体_GB2312', windows: '楷体' },
    altName: { gb2312: 'KaiTi_GB2312', windows: 'KaiTi' },
    localNames: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'],
    otherFonts: ['楷体', 'KaiTi'],
    regular: { file: 'zhuanbao-kai.ttf', family: 'Zhuanbao Kai' },
    cssFamily: 'zhuanbao-kai',
  },
  hei: {
    wordName: { gb2312: '黑体', windows: '黑体' },
    altName: { gb2312: 'SimHei', windows: 'SimHei' },
    localNames: ['黑体', 'SimHei'],
    otherFonts: [],
    regular: { file: 'zhuanbao-hei.ttf', family: 'Zhuanbao Hei' },
    cssFamily: 'zhuanbao-hei',
  },
  song: {
    wordName: { gb2312: '宋体', windows: '宋体' },
    altName: { gb2312: 'SimSun', windows: 'SimSun' },
    localNames: ['宋体', 'SimSun'],
    otherFonts: [],
    regular: notoSong,
    cssFamily: 'zhuanbao-song',
  },
  roman: latinFace('roman', 'Roman', 'Times New Roman', 'Liberation Serif'),
  sans: latinFace('sans', 'Sans', 'Arial', 'Liberation Sans'),
  humanist: latinFace('humanist', 'Humanist', 'Calibri', 'Carlito'),
  book: latinFace('book', 'Book', 'Cambria', 'Caladea'),
};

/** Latin letters, digits and half-width marks: always from the bundle, whose widths the line breaker knows. */
export const ownLatinRanges: readonly (readonly [number, number])[] = [
  [0x00, 0xb6],
  [0xb8, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
];

/** Whether a code point is always drawn by the bundle. */
export function isOwnLatin(code: number): boolean {
  return code <= 0x24f && ownLatinRanges.some(([from, to]) => code >= from && code <= to);
}

/** Every bundled file of a face. */
export function bundledFiles({ regular, bold, latin }: Face): readonly BundledFile[] {
  return [regular, ...(bold ? [bold] : []), ...(latin ? [latin.regular, latin.bold] : [])];
}

export const faceNames: readonly FaceName[] = ['title', 'fangsong', 'kai', 'hei', 'song'];

export const latinFaceNames: readonly LatinFaceName[] = ['roman', 'sans', 'humanist', 'book'];

/** Fonts whose letters are as wide as those of a face of Latin. */
const latinFamilies: readonly (readonly [LatinFaceName, RegExp])[] = [
  ['roman', /^(?:Times(?:\s?New\s?Roman.*)?|Liberation Serif|Tinos)$/iu],
  ['sans', /^(?:Arial(?:\s?MT)?|Helvetica|Liberation Sans|Arimo)$/iu],
  ['humanist', /^(?:Calibri|Carlito)$/iu],
  ['book', /^(?:Cambria|Caladea)$/iu],
];

/** The face of Latin that a font's name means; undefined where there is none as wide. */
export function latinFaceOfFont(name: string): LatinFaceName | undefined {
  return latinFamilies.find(([, pattern]) => pattern.test(name.trim()))?.[0];
}

/** Whether a face of Latin alone draws a code point: ASCII, as Word's `ascii` font. */
export function isLatinFaced(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}

/** The order in which other faces lend a character that a face lacks. */
export const fallbackOrder: readonly FaceName[] = ['fangsong', 'kai', 'song'];

/** Faces tried for one character of text set in `face`: itself, then the others in the stated order. */
export function faceChain(face: DrawnFace): readonly DrawnFace[] {
  return [face, ...fallbackOrder.filter((name) => name !== face)];
}

/** What editors call a face. */
export const faceLabels: Readonly<Record<DrawnFace, string>> = {
  title: '小标宋',
  fangsong: '仿宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
  roman: 'Times New Roman',
  sans: 'Arial',
  humanist: 'Calibri',
  book: 'Cambria',
};

/**
 * 本机缺少 仿宋_GB2312，已用自带的仿宋代替; undefined when the official face is installed.
 * @param localName the first of the face's `localNames` that the machine has
 */
export function substitutionSentence(face: FaceName, localName: string | undefined): string | undefined {
  const { wordName, otherFonts } = faces[face];
  if (localName !== undefined && !otherFonts.includes(localName)) return undefined;
  return `本机缺少 ${wordName.gb2312}，已用${localName === undefined ? `自带的${faceLabels[face]}` : `本机的 ${localName} `}代替`;
}
