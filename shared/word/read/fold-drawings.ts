/** Pictures and other things in a paragraph that are no words: kept at their place, or told. */
import { pictureShare, type Picture } from '../../document/picture.js';
import { plainLine } from '../../document/plain-characters.js';
import type { LeftAsideText } from '../../recognize/source-line.js';
import { shorten } from './asides.js';
import type { WordPicture, WordRemark } from './word-document.js';

/** Takes the file of a picture over; a Chinese phrase why it is not taken. */
export type KeepPicture = (bytes: Uint8Array) => Pick<Picture, 'sha256' | 'type' | 'width' | 'height'> | string;

/** What things beside the words need to know of a file being folded. */
interface FoldedThings {
  readonly keepPicture: KeepPicture | undefined;
  readonly leftAside: LeftAsideText[];
  readonly warnings: string[];
}

/** Keeps a picture at its place, or tells why it is not kept. */
export function takePicture(
  { name, bytes, widthPt, measurePt }: WordPicture,
  pictures: Picture[],
  line: number,
  { keepPicture, leftAside }: FoldedThings,
): void {
  const kept = bytes && keepPicture?.(bytes);
  if (kept && typeof kept !== 'string') {
    const share = widthPt === undefined ? undefined : pictureShare(kept, widthPt, measurePt);
    pictures.push({ ...kept, ...(name === '' ? {} : { alt: plainLine(name) }), ...(share === undefined ? {} : { share }) });
    return;
  }
  const why = bytes === undefined ? '文件不在文稿里，或太大' : kept;
  const text = name === '' ? '图片' : `图片：${shorten(name)}`;
  leftAside.push({ line, text, reason: keepPicture && why !== undefined ? `图片没有收入：${why}` : '图片没有收入' });
}

/** Tells of a chart, a sign, an equation. */
export function tellRemark({ text, why, isKept }: WordRemark, line: number, { leftAside, warnings }: FoldedThings): void {
  if (isKept) tellOnce(`第${line}段的“${shorten(text)}”${why}，请核对。`, warnings);
  else leftAside.push({ line, text, reason: why });
}

/** Words struck through are read, and said to be so: whoever sent them may have meant to take them out. */
export function tellStruck(text: string, line: number, { warnings }: FoldedThings): void {
  if (text.trim() !== '') tellOnce(`第${line}段的“${shorten(text)}”带有删除线，已照样收入，请核对。`, warnings);
}

/** Nobody reads more. */
const mostWarnings = 200;

function tellOnce(sentence: string, warnings: string[]): void {
  if (warnings.at(-1) !== sentence && warnings.length < mostWarnings) warnings.push(sentence);
}
