import { Document, Packer } from 'docx';
import type { LineRole } from '../../compare/compare-issues.js';
import type { RedlineRow } from '../../compare/redline.js';
import type { FaceSet } from '../../layout/faces.js';
import { redlineRoles } from '../../layout/layout-redline.js';
import type { PageStyle } from '../../layout/page-style.js';
import { baseStylesXml } from './base-styles.js';
import { finishPackage, readParts } from './finish-package.js';
import { wordFonts } from './font-names.js';
import { pageFooters } from './footers.js';
import { toPageBox } from './measures.js';
import { appPropertiesXml, corePropertiesXml, escapeXml, fontTableXml, settingsXml, type DocxMeta } from './package-parts.js';
import { paragraphStyleNames } from './style-names.js';
import { toDocxStyles } from './styles.js';

/** Who compared, and when (ISO instant): Word shows both at every change. */
export interface RedlineMark {
  readonly author: string;
  readonly at: string;
}

/**
 * A comparison (花脸稿) as a Word file with real tracked changes in our own styles: all accepted it is the new state, all
 * rejected the old one. A paragraph moved as it was is a move; one that was changed on its way is deleted here, inserted there.
 */
export async function writeRedline(
  rows: readonly RedlineRow[],
  style: PageStyle,
  meta: DocxMeta,
  mark: RedlineMark,
  faceSet: FaceSet = 'gb2312',
): Promise<Uint8Array> {
  const fonts = wordFonts(faceSet, style.fitting.latinFace);
  const { width, height, top, right, bottom, left } = toPageBox(style);
  const frame = new Document({
    externalStyles: baseStylesXml(fonts[style.text.body.face], style.fitting),
    styles: toDocxStyles(style, faceSet, [], []),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width, height }, margin: { top, right, bottom, left } } },
        footers: pageFooters(style),
        children: [],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(frame));
  const body = redlineXml(rows, mark);
  return finishPackage(bytes, {
    'word/document.xml': (readParts(bytes)['word/document.xml'] ?? '').replace(/<w:body>.*?(?=<w:sectPr)/su, () => `<w:body>${body}`),
    'docProps/core.xml': corePropertiesXml(meta),
    'docProps/app.xml': appPropertiesXml(meta),
    'word/settings.xml': settingsXml(style.fitting),
    'word/fontTable.xml': fontTableXml(fonts),
  });
}

/** Paragraphs, and an empty one at the end: the mark of the last paragraph of a file cannot be tracked. */
function redlineXml(rows: readonly RedlineRow[], { author, at }: RedlineMark): string {
  let serial = 0;
  const stamp = (): string => `w:id="${(serial += 1)}" w:author="${escapeXml(author)}" w:date="${at.slice(0, 19)}Z"`;
  const tracked = (tag: string, text: string, kind = 'w:t'): string => `<${tag} ${stamp()}>${runXml(text, kind)}</${tag}>`;
  const paragraph = (role: LineRole, mark: string, runs: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${paragraphStyleNames[redlineRoles[role]].id}"/>${mark}</w:pPr>${runs}</w:p>`;
  const markOf = (tag: string): string => `<w:rPr><${tag} ${stamp()}/></w:rPr>`;
  const one = ({ kind, role, parts, move }: RedlineRow): string => {
    const text = parts.map((part) => part.text).join('');
    if (kind === 'kept')
      return paragraph(
        role,
        '',
        parts
          .map((part) =>
            part.kind === 'same'
              ? runXml(part.text)
              : part.kind === 'added'
                ? tracked('w:ins', part.text)
                : tracked('w:del', part.text, 'w:delText'),
          )
          .join(''),
      );
    const isRemoved = kind === 'removed';
    if (move === undefined) {
      const tag = isRemoved ? 'w:del' : 'w:ins';
      return paragraph(role, markOf(tag), tracked(tag, text, isRemoved ? 'w:delText' : 'w:t'));
    }
    const tag = isRemoved ? 'w:moveFrom' : 'w:moveTo';
    const range = (serial += 1);
    const start = `<${tag}RangeStart w:id="${range}" w:name="move${move}" w:author="${escapeXml(author)}" w:date="${at.slice(0, 19)}Z"/>`;
    return paragraph(role, markOf(tag), `${start}${tracked(tag, text)}<${tag}RangeEnd w:id="${range}"/>`);
  };
  return `${rows.map(one).join('')}<w:p><w:pPr><w:pStyle w:val="${paragraphStyleNames.body.id}"/></w:pPr></w:p>`;
}

/** A line end, as within a table, is a break, a tab one of Word's. */
function runXml(text: string, tag = 'w:t'): string {
  const words = text.split(/([\n\t\u2028])/u).map((part) => {
    if (part === '\t') return '<w:tab/>';
    if (part === '\n' || part === '\u2028') return '<w:br/>';
    return part === '' ? '' : `<${tag} xml:space="preserve">${escapeXml(part)}</${tag}>`;
  });
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${words.join('')}</w:r>`;
}
