import type { z } from 'zod';
import type { DeepReadonly, Paragraph } from './issue.js';
import type { pictureSchema } from './issue-schema.js';
import { pictureShares } from './picture-limits.js';

/** A picture as an issue keeps it: which file among the attachments, and how it is set. */
export type Picture = DeepReadonly<z.infer<typeof pictureSchema>>;

/** A paragraph that is a picture; its text is the caption. */
export type PictureParagraph = Paragraph & { readonly picture: Picture };

/** Whether a paragraph is a picture. */
export function isPicture(paragraph: Paragraph): paragraph is PictureParagraph {
  return paragraph.picture !== undefined;
}

/** Whether two pictures are the same file, set and described alike. */
export function samePicture(a: Picture | undefined, b: Picture | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.sha256 === b.sha256 && a.type === b.type && a.width === b.width && a.height === b.height && a.alt === b.alt && a.share === b.share
  );
}

/** The pictures among paragraphs, in their order. */
export function picturesOf(paragraphs: readonly Paragraph[]): readonly Picture[] {
  return paragraphs.flatMap(({ picture }) => picture ?? []);
}

/** Points a picture is wide: its share of the measure; without one, as many as it has dots at 96 to the inch, at most the measure. */
export function pictureWidthPt({ share, width }: Pick<Picture, 'width'> & Partial<Pick<Picture, 'share'>>, measurePt: number): number {
  return share === undefined ? Math.min(measurePt, width * 0.75) : (measurePt * share) / 100;
}

/** A picture as a line of words, for lists of what changed: any change of it changes the line. */
export function pictureWords({ sha256, width, height, share, alt }: Picture, caption: string): string {
  const set = [
    `${String(width)}×${String(height)}`,
    ...(share === undefined ? [] : [`宽${String(share)}%`]),
    ...(alt ? [`替代文字：${alt}`] : []),
  ];
  return `〔图：${caption}（${set.join('，')}，${sha256.slice(0, 8)}）〕`;
}

/** The share of the measure that a width is; undefined where it is the one a picture has by its dots. */
export function pictureShare(picture: Pick<Picture, 'width'>, widthPt: number, measurePt: number): number | undefined {
  if (Math.abs(pictureWidthPt(picture, measurePt) - widthPt) < 1) return undefined;
  return Math.min(pictureShares.most, Math.max(pictureShares.least, Math.round((widthPt / measurePt) * 100)));
}

/** The canonical form of a picture: a caption without lead, level and emphasis. The same value comes back when it is so already. */
export function normalizePicture(paragraph: PictureParagraph): PictureParagraph {
  const { id, lead, text, picture, from } = paragraph;
  const isPlain = !(
    'lead' in paragraph ||
    'leadInferred' in paragraph ||
    'level' in paragraph ||
    'fit' in paragraph ||
    'marks' in paragraph
  );
  return isPlain ? paragraph : { id, text: (lead ?? '') + text, picture, ...(from ? { from } : {}) };
}
