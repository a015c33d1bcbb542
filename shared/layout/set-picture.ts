import { pictureWidthPt, type Picture } from '../document/picture.js';
import type { BlockOf } from './block.js';
import type { PageStyle } from './page-style.js';
import { setHeadline } from './set-body.js';
import { textArea, type SetBlock, type SetLine, type SetRow } from './set-block.js';

/** What is said of a picture to those who cannot see it: its own words, else its caption. */
export function pictureAlt({ alt }: Picture, caption: string): string {
  return alt ?? (caption === '' ? '图片' : caption);
}

/** The size a picture is printed at: its width, less where it would be higher than a page with its caption. */
export function pictureSizePt(
  { picture, caption }: Pick<BlockOf<'picture'>, 'picture' | 'caption'>,
  style: PageStyle,
): { readonly widthPt: number; readonly heightPt: number } {
  const area = textArea(style);
  const roomPt = area.heightPt - captionRows(caption, style).reduce((sum, { heightPt }) => sum + heightPt, 0);
  const widthPt = pictureWidthPt(picture, area.widthPt);
  const heightPt = (widthPt * picture.height) / picture.width;
  const ratio = Math.min(1, roomPt / heightPt);
  return { widthPt: widthPt * ratio, heightPt: heightPt * ratio };
}

/** A picture in the middle of the measure and its caption below, on one page. */
export function setPicture(block: BlockOf<'picture'>, style: PageStyle): SetBlock {
  const { leftPt, widthPt: measurePt } = textArea(style);
  const { widthPt, heightPt } = pictureSizePt(block, style);
  const box: SetLine = {
    xPt: leftPt + (measurePt - widthPt) / 2,
    dyPt: 0,
    heightPt,
    widthPt,
    runs: [],
    text: '',
    startOffset: 0,
    first: true,
    tag: 'figure',
    furniture: false,
    picture: { sha256: block.picture.sha256, alt: pictureAlt(block.picture, block.caption) },
  };
  let dyPt = heightPt;
  const caption = captionRows(block.caption, style).flatMap((row) => {
    // The paragraph opens with its picture, whatever is told of where it opens is told there.
    const lines = row.lines.map((line) => ({ ...line, dyPt: line.dyPt + dyPt, first: false }));
    dyPt += row.heightPt;
    return lines;
  });
  return {
    rows: [{ heightPt: dyPt, lines: [box, ...caption], rules: [] }],
    spaceBeforePt: 0,
    spaceAfterPt: style.text.pictureCaption.spaceAfterPt,
    keepWithNext: false,
    keepWithPrevious: false,
    keepTogether: true,
    region: 'body',
  };
}

function captionRows(caption: string, style: PageStyle): readonly SetRow[] {
  return caption === '' ? [] : setHeadline(caption, 'pictureCaption', style, 'p');
}
