/** What reading a Word file and learning its style both know of its XML. */
import { child, elements, innerText, type XmlElement } from './xml-tree.js';

/** Elements beside paragraphs and tables that say something of them and hold no words. */
export const noBlocks: ReadonlySet<string> = new Set(['tblPr', 'tblGrid', 'tcPr', 'trPr', 'sectPr', 'sdtPr', 'sdtEndPr', 'pPr', 'rPr']);

/** What `w:jc` says, by its words. */
export const alignments: Readonly<Record<string, 'left' | 'center' | 'right' | 'justify'>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** WPS wraps its 公文 fields, and Word its shapes, in alternatives: the first choice that says anything, else the fallback. */
export function chosen(alternatives: XmlElement): XmlElement {
  const choices = elements(alternatives, 'Choice');
  return choices.find((choice) => innerText(choice).trim() !== '') ?? child(alternatives, 'Fallback') ?? choices[0] ?? alternatives;
}
