import { AlignmentType, ImageRun, LineRuleType, Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { BlockOf } from '../../layout/block.js';
import type { PageStyle } from '../../layout/page-style.js';
import { pictureAlt, pictureSizePt } from '../../layout/set-picture.js';
import type { PictureBytes } from '../../pictures/picture-bytes.js';
import { headlineRuns } from './headline.js';
import { ptToTwips } from './measures.js';
import { textRun, toXmlText } from './runs.js';
import { paragraphStyleNames } from './style-names.js';

/** What stands around a picture. */
export interface PictureSurroundings {
  readonly marks: readonly ParagraphChild[];
  /** Space below picture and caption. */
  readonly gapPt: number;
  readonly opensPage: boolean;
  /** One that no other picture of the file has. */
  readonly number: number;
  readonly bytesOf: PictureBytes;
}

/** A picture in line with the text, its caption kept with it; one whose bytes are missing is named in its place. */
export function pictureElements(
  block: BlockOf<'picture'>,
  style: PageStyle,
  { marks, gapPt, opensPage, number, bytesOf }: PictureSurroundings,
): readonly Paragraph[] {
  const after = ptToTwips(gapPt);
  const hasCaption = block.caption !== '';
  const own: IParagraphOptions = {
    style: paragraphStyleNames.pictureCaption.id,
    alignment: AlignmentType.CENTER,
    ...(opensPage ? { pageBreakBefore: true } : {}),
    ...(hasCaption ? { keepNext: true } : {}),
  };
  const picture = new Paragraph({
    ...own,
    // The line is as high as the picture: its type is too small to add to it.
    spacing: { line: 240, lineRule: LineRuleType.AUTO, after: hasCaption ? 0 : after },
    children: [...marks, imageRun(block, style, number, bytesOf)],
  });
  if (!hasCaption) return [picture];
  const caption = new Paragraph({
    style: paragraphStyleNames.pictureCaption.id,
    spacing: { after },
    children: [...headlineRuns(block.caption, 'pictureCaption', style)],
  });
  return [picture, caption];
}

const dotsPerPt = 96 / 72;

function imageRun(block: BlockOf<'picture'>, style: PageStyle, number: number, bytesOf: PictureBytes): ParagraphChild {
  const { sha256, type } = block.picture;
  const alt = toXmlText(pictureAlt(block.picture, block.caption));
  const data = bytesOf(sha256);
  if (data === undefined) return textRun(`〔图：${alt}〕`);
  const { widthPt, heightPt } = pictureSizePt(block, style);
  return new ImageRun({
    type: type === 'png' ? 'png' : 'jpg',
    data,
    transformation: { width: widthPt * dotsPerPt, height: heightPt * dotsPerPt },
    altText: { id: String(number), name: '图片', description: block.picture.alt === undefined ? '' : alt },
    run: { size: 2 },
  });
}
