import type { BlockOf, BlockPlace } from './block.js';
import type { PageStyle, TextStyle } from './page-style.js';
import { textArea, type SetBlock, type SetLine, type SetRow, type SetRule } from './set-block.js';
import { setHeadline } from './set-body.js';
import { indented, setSingleLine } from './set-text.js';

/** Page each article or brief opens on, by its id. */
export type PageOfItem = ReadonlyMap<string, number>;

/** Room kept free at the right of titles for a page number, in characters: three digits and a piece of the leader. */
const numberRoomEm = 3;
/** The leader: round dots on the line's foot. */
const leader = { dotPt: 1.1, pitchPt: 4, gapEm: 0.25 } as const;

/** The style contents are broken with: titles keep clear of the page numbers, whether those are known yet or not. */
export function contentsStyle(style: PageStyle): PageStyle {
  if (!style.contents.pageNumbers) return style;
  const entry = style.text.contentsEntry;
  return {
    ...style,
    text: { ...style.text, contentsEntry: { ...entry, align: 'left', rightIndentEm: entry.rightIndentEm + numberRoomEm } },
  };
}

/**
 * 目录: titles by column, each broken for the cover on its own, with the page it is on where the style wants that. Page
 * numbers change no line's height or end, so pages may be counted before they are known.
 */
export function setContents(block: BlockOf<'contents'>, style: PageStyle, pages: PageOfItem): SetBlock {
  const broken = contentsStyle(style);
  const rows = block.groups.flatMap(({ heading, columnId, entries }) => {
    const head = placed(setHeadline(heading, 'contentsHeading', broken, 'toc'), { part: 'contents', columnId });
    const titles = entries.map(({ title, itemId }) =>
      placed(
        numbered(
          setHeadline(title, 'contentsEntry', broken, 'toc'),
          style.contents.pageNumbers ? pages.get(itemId) : undefined,
          title.length,
          style,
        ),
        { part: 'contents', columnId, itemId },
      ),
    );
    const [first = [], ...others] = titles;
    const { contentsHeading, contentsEntry } = style.text;
    const entry = (lines: readonly SetRow[], abovePt: number): SetRow => joined(lines, abovePt, contentsEntry.spaceAfterPt);
    return [entry([...head, ...first], contentsHeading.spaceBeforePt), ...others.map((lines) => entry(lines, 0))];
  });
  return {
    rows,
    spaceBeforePt: 0,
    spaceAfterPt: 0,
    keepWithNext: false,
    keepWithPrevious: false,
    keepTogether: false,
    region: 'cover',
  };
}

/** The page number at the right end of an entry's last line, with the leader up to it; like all page numbers no part of the text. */
function numbered(rows: readonly SetRow[], page: number | undefined, startOffset: number, style: PageStyle): readonly SetRow[] {
  if (page === undefined) return rows;
  return rows.map((row, index) => (index < rows.length - 1 ? row : withNumber(row, page, startOffset, style)));
}

function withNumber(row: SetRow, page: number, startOffset: number, style: PageStyle): SetRow {
  const text: TextStyle = { ...style.text.contentsEntry, align: 'right' };
  const measure = indented(textArea(style), text);
  const number: SetLine = {
    ...setSingleLine([{ text: String(page), style: text }], text, measure, style.fitting, { tag: 'artifact', first: false, startOffset }),
    furniture: true,
  };
  const fromPt = Math.max(measure.leftPt, ...row.lines.map(({ xPt, widthPt }) => xPt + widthPt));
  const dots = style.contents.leader === 'dots' ? leaderDots(fromPt, number, text) : [];
  return { ...row, lines: [...row.lines, number], rules: [...row.rules, ...dots] };
}

/** Dots stand at whole steps from the number, so that those of all entries lie under one another. */
function leaderDots(fromPt: number, number: SetLine, text: TextStyle): readonly SetRule[] {
  const gapPt = leader.gapEm * text.pitchPt;
  const endPt = number.xPt - gapPt;
  const count = Math.floor((endPt - fromPt - gapPt - leader.dotPt) / leader.pitchPt) + 1;
  if (count < 1) return [];
  const widthPt = (count - 1) * leader.pitchPt + leader.dotPt;
  const baselinePt = (text.lineHeightPt - text.sizePt) / 2 + 0.88 * text.sizePt;
  return [
    {
      xPt: endPt - widthPt,
      dyPt: baselinePt - leader.dotPt,
      widthPt,
      heightPt: leader.dotPt,
      color: text.color,
      dotPitchPt: leader.pitchPt,
    },
  ];
}

/** Lines that no page end may part, as one row: those of a title, and a column's name with its first title. */
function joined(rows: readonly SetRow[], abovePt: number, belowPt: number): SetRow {
  const whole = rows.reduce<SetRow>(
    (whole, { heightPt, lines, rules }) => ({
      heightPt: whole.heightPt + heightPt,
      lines: [...whole.lines, ...lines.map((line) => ({ ...line, dyPt: line.dyPt + whole.heightPt }))],
      rules: [...whole.rules, ...rules.map((rule) => ({ ...rule, dyPt: rule.dyPt + whole.heightPt }))],
    }),
    { heightPt: abovePt, lines: [], rules: [] },
  );
  return { ...whole, heightPt: whole.heightPt + belowPt };
}

function placed(rows: readonly SetRow[], place: BlockPlace): readonly SetRow[] {
  return rows.map((row) => ({ ...row, lines: row.lines.map((line) => ({ ...line, place })) }));
}
