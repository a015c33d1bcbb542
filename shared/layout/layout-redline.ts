/** 花脸稿 as pages: what was deleted struck through, what was added underlined, both in colour and both told apart without it. */
import type { LineRole } from '../compare/compare-issues.js';
import type { RedlineRow } from '../compare/redline.js';
import type { TextPart } from '../compare/compare-text.js';
import { advanceEm } from './font-metrics.js';
import type { StyledSpan } from './measured-text.js';
import { pageNumberLine } from './page-number.js';
import type { PageStyle, TextRole, TextStyle } from './page-style.js';
import type { Page, PageLine, PageRule } from './page.js';
import { paginate, type PlacedBlock } from './paginate.js';
import { textArea } from './set-block.js';
import { setRunningText } from './set-text.js';

/** The style each line of a comparison is set in. */
export const redlineRoles: Readonly<Record<LineRole, TextRole>> = {
  head: 'mastheadMark',
  column: 'columnHeading',
  title: 'title',
  subtitle: 'subtitle',
  note: 'editorNote',
  paragraph: 'body',
  source: 'source',
  foot: 'distribution',
};

const colors: Readonly<Record<Exclude<TextPart['kind'], 'same'>, string>> = { removed: '#b3261f', added: '#1a4f9c' };
const noteColor = '#6f6f6f';
const ruleHeightPt = 0.8;

/** @param heading what is compared, above the first line */
export function layoutRedline(rows: readonly RedlineRow[], heading: string, style: PageStyle): readonly Page[] {
  const legend: RedlineRow = {
    kind: 'kept',
    role: 'foot',
    parts: [
      { kind: 'same', text: `${heading}　` },
      { kind: 'removed', text: '删去' },
      { kind: 'same', text: '　' },
      { kind: 'added', text: '增加' },
    ],
  };
  const area = textArea(style);
  const blocks = [legend, ...rows].map((row) => setRow(row, style));
  const plans = paginate(blocks, { heightPt: area.heightPt, tailOnEvenPage: false, twoLinesUnderTitle: false });
  return plans.map((plan, index) => {
    const lines = plan.flatMap(({ block, row, topPt }) =>
      (blocks[block]?.set.rows[row]?.lines ?? []).map(
        ({ dyPt, place: _place, ...line }): PageLine => ({
          ...line,
          kind: 'line',
          topPt: area.topPt + topPt + dyPt,
          place: blocks[block]?.place ?? { part: 'paragraph' },
        }),
      ),
    );
    const number = pageNumberLine(index + 1, { ...style, pageNumber: { ...style.pageNumber, onCover: true } });
    return { number: index + 1, lines: [...lines, ...(number ? [number] : [])], rules: lines.flatMap(rulesOf) };
  });
}

/** A row of the comparison as one paragraph that flows on from page to page, its title too. */
function setRow({ role, kind, parts, move }: RedlineRow, style: PageStyle): PlacedBlock {
  const text = style.text[redlineRoles[role]];
  const note = move === undefined ? '' : kind === 'removed' ? `〔移走${move}〕` : `〔移来${move}〕`;
  const spans: readonly StyledSpan[] = [
    { text: note, style: { ...text, color: noteColor } },
    ...parts.map((part) => ({ text: part.text, style: part.kind === 'same' ? plain(text) : { ...text, color: colors[part.kind] } })),
  ];
  return {
    place: { part: 'paragraph' },
    set: {
      role: redlineRoles[role],
      rows: setRunningText(
        spans.filter(({ text: words }) => words !== ''),
        text,
        textArea(style),
        style.fitting,
        'p',
      ),
      spaceBeforePt: text.spaceBeforePt,
      spaceAfterPt: text.spaceAfterPt,
      keepWithNext: false,
      keepWithPrevious: false,
      keepTogether: false,
      region: 'body',
    },
  };
}

/** Words that stayed are black, so that no colour of the page style is taken for a change. */
function plain(text: TextStyle): TextStyle {
  return { ...text, color: '#000000' };
}

/** Through what was deleted, under what was added: one rule for words beside each other. */
function rulesOf({ runs, xPt, topPt, heightPt }: PageLine): readonly PageRule[] {
  const rules: PageRule[] = [];
  let at = xPt;
  for (const { text, face, bold, sizePt, scaleX, letterSpacingPt, color } of runs) {
    const from = at;
    for (const character of text) at += advanceEm(character.codePointAt(0) ?? 0, face, bold) * sizePt * scaleX + letterSpacingPt;
    if (color !== colors.removed && color !== colors.added) continue;
    const before = rules.at(-1);
    const goesOn = before?.color === color && Math.abs(before.xPt + before.widthPt - from) < 0.01;
    const dyPt = heightPt / 2 + (color === colors.removed ? 0 : sizePt * 0.58);
    const start = goesOn ? before.xPt : from;
    if (goesOn) rules.pop();
    rules.push({
      kind: 'rule',
      xPt: start,
      topPt: topPt + dyPt - ruleHeightPt / 2,
      widthPt: at - start,
      heightPt: ruleHeightPt,
      color,
    });
  }
  return rules;
}
