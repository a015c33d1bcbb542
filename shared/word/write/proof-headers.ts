import { Header, LineRuleType, Paragraph, TabStopType, type IParagraphStyleOptions } from 'docx';
import { proofHeadStyle, proofHeadTopPt, type ProofMarks } from '../../layout/proof-marks.js';
import type { PageStyle } from '../../layout/page-style.js';
import { proofHeadWords } from '../../document/proof.js';
import type { WordFont } from './font-names.js';
import { ptToTwips, toPageBox } from './measures.js';
import { tabRun, textRun } from './runs.js';
import { paragraphStyleNames, proofHeadStyleName } from './style-names.js';

/** The heads of a proof's pages, alike on all: stage and date. 段号 are not written: they would stand in the text. */
export function proofHeaders({ stage, dateText }: ProofMarks, style: PageStyle): Readonly<Record<'default' | 'even' | 'first', Header>> {
  const { left, right } = proofHeadWords(stage, dateText);
  const header = (): Header =>
    new Header({
      children: [
        new Paragraph({
          style: proofHeadStyleName.id,
          tabStops: [{ type: TabStopType.RIGHT, position: toPageBox(style).textWidth }],
          children: [textRun(left), tabRun(right)],
        }),
      ],
    });
  return { default: header(), even: header(), first: header() };
}

/** From the paper's head to the marks, in twips. They stay within the margin, so that no line of the body moves. */
export function proofHeaderDistance(style: PageStyle): number {
  return ptToTwips(proofHeadTopPt(style));
}

/** The style of a proof's head. */
export function proofHeadWordStyle(style: PageStyle, { name, latin }: WordFont): IParagraphStyleOptions {
  const { sizePt, lineHeightPt } = proofHeadStyle(style);
  return {
    ...proofHeadStyleName,
    basedOn: 'Normal',
    next: paragraphStyleNames.body.id,
    paragraph: { spacing: { before: 0, after: 0, line: ptToTwips(lineHeightPt), lineRule: LineRuleType.EXACT } },
    run: { font: { ascii: latin?.name ?? name, eastAsia: name, hAnsi: name, cs: name, hint: 'eastAsia' }, size: sizePt * 2 },
  };
}
