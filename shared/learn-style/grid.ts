import { lengthPt } from '../word/read/formatting.js';
import { child, type XmlElement } from '../word/read/xml-tree.js';

/** The grid of a section (文档网格, 17.6.5). */
export interface LineGrid {
  /** Height of a line; undefined where lines keep to no grid. */
  readonly linePitchPt?: number;
  /** What each character is wider than its type; 0 where characters keep to no grid. */
  readonly charSpacePt: number;
}

/** One line where no grid says how high it is, as spaces in lines (段前 0.5 行) count it. */
export const plainLinePt = 12;

/** Height of a line of Chinese type in single spacing, of its size: what Word gives 宋体 and 仿宋. */
const singleSpacing = 1.3;

export function lineGrid(section: XmlElement | undefined): LineGrid {
  const grid = child(section, 'docGrid')?.attributes;
  const type = grid?.get('type') ?? 'default';
  if (type === 'default') return { charSpacePt: 0 };
  const linePitchPt = lengthPt(grid?.get('linePitch'));
  const space = Number(grid?.get('charSpace') ?? 0);
  return {
    ...(linePitchPt === undefined || linePitchPt <= 0 ? {} : { linePitchPt }),
    charSpacePt: type !== 'lines' && Number.isFinite(space) ? space / 4096 : 0,
  };
}

/** How a line's height came about: said as it is, or worked out from type and grid. */
export interface LineHeight {
  readonly pt: number;
  readonly isStated: boolean;
}

export interface LineRule {
  /** `line` of the spacing, as the file writes it. */
  readonly line: string | undefined;
  readonly rule: string | undefined;
  readonly sizePt: number;
  readonly isOnGrid: boolean;
}

/** The height of a line of one size under a rule and a grid (17.3.1.33). */
export function lineHeight({ line, rule, sizePt, isOnGrid }: LineRule, { linePitchPt }: LineGrid): LineHeight {
  const givenPt = lengthPt(line);
  if (rule === 'exact' && givenPt !== undefined) return { pt: Math.abs(givenPt), isStated: true };
  const naturalPt = sizePt * singleSpacing;
  const snapped = (pt: number): number => (isOnGrid && linePitchPt ? Math.max(1, Math.ceil(pt / linePitchPt - 0.01)) * linePitchPt : pt);
  if (rule === 'atLeast' && givenPt !== undefined) {
    const isGiven = givenPt >= naturalPt;
    const pt = snapped(Math.max(givenPt, naturalPt));
    return { pt, isStated: isGiven && pt === givenPt };
  }
  const lines = line !== undefined && Number.isFinite(Number(line)) ? Number(line) / 240 : 1;
  const isGridLine = isOnGrid && linePitchPt !== undefined && naturalPt <= linePitchPt;
  return { pt: snapped(naturalPt) * lines, isStated: isGridLine && lines === 1 };
}
