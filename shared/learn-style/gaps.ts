/** Space between the parts: the greater of what stands below one and above the next, empty paragraphs between them counted in. */
import type { SettingPath } from '../layout/page-style-setting.js';
import type { TextRole } from '../layout/page-style.js';
import { runningRoles as running, type RoledParagraph } from './roles.js';
import { said, saidOn, type SeenParagraph } from './seen-paragraph.js';
import { decide, type Tally, type Vote } from './tally.js';
import { lineHeightOf, spaceOf } from './text-measures.js';

interface Gap {
  readonly upper: RoledParagraph;
  readonly lower: RoledParagraph;
  readonly pt: number;
  /** Empty paragraphs in it: their height may be worked out, not said. */
  readonly empty: readonly SeenParagraph[];
}

const aboveHeads: ReadonlySet<TextRole> = new Set([...running, 'source']);

/** The spaces of each part. What opens a page says nothing of the space above it. */
export function learnGaps(seen: readonly SeenParagraph[], roled: readonly RoledParagraph[], tally: Tally): void {
  const gaps = gapsOf(seen, roled);
  const own = ownSpaces(gaps);
  for (const role of running) {
    decideSpace(`text.${role}.spaceBeforePt`, gaps.filter((gap) => gap.lower.role === role).map(ownVote('before')), tally);
    decideSpace(
      `text.${role}.spaceAfterPt`,
      gaps.filter((gap) => gap.upper.role === role && running.has(gap.lower.role)).map(ownVote('after')),
      tally,
    );
  }
  const above = (role: TextRole, uppers: ReadonlySet<TextRole>): readonly Vote[] =>
    gaps
      .filter(({ upper, lower }) => lower.role === role && uppers.has(upper.role))
      .map((gap) => (addsAbove(role) ? gapVote(gap, own(gap.upper.role, 'after')) : sideVote(gap, 'before')));
  const below = (role: TextRole): readonly Vote[] =>
    gaps.filter(({ upper, lower }) => upper.role === role && running.has(lower.role)).map((gap) => sideVote(gap, 'after'));
  const plain = above('title', aboveHeads);
  const joined = above('title', new Set(['columnHeading']));
  decideSpace('text.title.spaceBeforePt', plain.length > 0 ? plain : joined, tally);
  tellJoined(plain, joined, tally);
  decideSpace('text.columnHeading.spaceBeforePt', above('columnHeading', aboveHeads), tally);
  decideSpace('text.subtitle.spaceBeforePt', above('subtitle', new Set(['title'])), tally);
  decideSpace('text.source.spaceBeforePt', above('source', running), tally);
  for (const role of ['title', 'columnHeading', 'subtitle'] as const) decideSpace(`text.${role}.spaceAfterPt`, below(role), tally);
  const behindSource = gaps.filter(({ upper }) => upper.role === 'source');
  decideSpace(
    'text.source.spaceAfterPt',
    behindSource.map((gap) => ({ ...gapVote(gap, gap.pt), isStated: false })),
    tally,
  );
  decideSpace('text.mastheadNumber.spaceBeforePt', above('mastheadNumber', new Set(['mastheadName'])), tally);
  decideSpace('text.mastheadOrgan.spaceBeforePt', above('mastheadOrgan', new Set(['mastheadNumber'])), tally);
  decideSpace('text.mastheadMark.spaceBeforePt', above('mastheadMark', new Set(['mastheadCopy'])), tally);
  decideSpace('text.instructionLabel.spaceBeforePt', above('instructionLabel', new Set(['mastheadOrgan'])), tally);
  const betweenEntries = gaps.filter(({ upper, lower }) => upper.role === 'contentsEntry' && lower.role === 'contentsEntry');
  const behindEntries = gaps.filter(({ upper, lower }) => upper.role === 'contentsEntry' && lower.role === 'contentsHeading');
  const entries = betweenEntries.length > 0 ? betweenEntries.map((gap) => gapVote(gap, 0)) : lastEntries(roled).map(spaceBelow);
  decideSpace('text.contentsEntry.spaceAfterPt', entries, tally);
  const entryPt = mostSaid(entries);
  decideSpace(
    'text.contentsHeading.spaceBeforePt',
    behindEntries.map((gap) => gapVote(gap, entryPt)),
    tally,
  );
}

/** The last entry of all contents: what stands below another may be the space above a column's name. */
function lastEntries(roled: readonly RoledParagraph[]): readonly RoledParagraph[] {
  return roled.filter(({ role }, at) => role === 'contentsEntry' && !roled[at + 1]?.role.startsWith('contents'));
}

/** The length most of the votes are for; 0 without any. */
function mostSaid(votes: readonly Vote[]): number {
  const counts = new Map<number, number>();
  for (const { value } of votes) counts.set(Number(value), (counts.get(Number(value)) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
}

function decideSpace(path: SettingPath, votes: readonly Vote[], tally: Tally): void {
  decide(path, votes, tally);
}

/** Above these our pages add their space to that of what stands before; elsewhere the greater of the two stands (set-block.ts). */
function addsAbove(role: TextRole): boolean {
  return role === 'title' || role === 'columnHeading';
}

function gapsOf(seen: readonly SeenParagraph[], roled: readonly RoledParagraph[]): readonly Gap[] {
  const roles = new Map(roled.map((paragraph) => [paragraph.number, paragraph]));
  const gaps: Gap[] = [];
  let upper: RoledParagraph | undefined;
  let empty: SeenParagraph[] = [];
  for (const paragraph of seen) {
    const found = roles.get(paragraph.number);
    if (paragraph.opensPage) upper = undefined;
    if (!found && paragraph.text.trim() === '') {
      empty.push(paragraph);
      continue;
    }
    if (found && upper && areNeighbours(upper, found)) gaps.push(gapOf(upper, found, empty));
    upper = found;
    empty = [];
  }
  return gaps;
}

/** In the same flow; a box with the instruction stands below what is above it. */
function areNeighbours(upper: SeenParagraph, lower: RoledParagraph): boolean {
  return (upper.within === lower.within && upper.table === lower.table) || (lower.role === 'instructionLabel' && upper.within === 'text');
}

function gapOf(upper: RoledParagraph, lower: RoledParagraph, empty: readonly SeenParagraph[]): Gap {
  const isClosed = saidOn(upper.look, 'contextualSpacing') === true && upper.styleName === lower.styleName;
  const isBox = lower.table !== undefined && upper.table === undefined;
  const stack = [upper, ...empty, lower];
  const spacesPt = stack.slice(1).map((each, at) => {
    const above = isBox && each === lower ? 0 : spaceOf(each, 'before');
    return Math.max(spaceOf(stack[at] ?? upper, 'after'), above);
  });
  const between = isClosed && empty.length === 0 ? 0 : spacesPt.reduce((sum, each) => sum + each, 0);
  return { upper, lower, pt: between + empty.reduce((sum, each) => sum + lineHeightOf(each).pt, 0), empty };
}

function gapVote({ upper, lower, pt, empty }: Gap, minusPt: number): Vote {
  const isStated = empty.every((each) => lineHeightOf(each).isStated);
  const said = lower.look.get('spacing') ?? upper.look.get('spacing');
  const from = empty.length > 0 ? `空行${String(empty.length)}个` : (said?.from ?? '文档默认');
  return { value: Math.max(0, pt - minusPt), paragraph: lower.number, from, isStated, weight: 1 };
}

/** What the part on one side asks for where the greater of two spaces stands: its own, or with empty paragraphs between, all of them. */
function sideVote(gap: Gap, side: 'before' | 'after'): Vote {
  // Above a box it is what stands above who is outside.
  const isOwn = gap.empty.length === 0 && gap.pt > 0 && gap.lower.table === gap.upper.table;
  return isOwn ? spaceVote(side === 'before' ? gap.lower : gap.upper, side) : gapVote(gap, 0);
}

/** What a paragraph says of its own space, between two of running text. */
function ownVote(side: 'before' | 'after'): (gap: Gap) => Vote {
  return ({ upper, lower }) => {
    return spaceVote(side === 'before' ? lower : upper, side);
  };
}

function spaceBelow(paragraph: RoledParagraph): Vote {
  return spaceVote(paragraph, 'after');
}

function spaceVote(paragraph: RoledParagraph, side: 'before' | 'after'): Vote {
  const from = paragraph.look.get('spacing')?.from ?? '文档默认';
  return { value: spaceOf(paragraph, side), paragraph: paragraph.number, from, isStated: true, weight: 1 };
}

/** The space most paragraphs of a part of running text have on a side, to be taken off a gap. */
function ownSpaces(gaps: readonly Gap[]): (role: TextRole, side: 'before' | 'after') => number {
  const known = new Map<string, number>();
  const measured = (role: TextRole, side: 'before' | 'after'): number => {
    const counts = new Map<number, number>();
    for (const { upper, lower } of gaps) {
      // What stands below text before a title may be the title's.
      if (side === 'after' && (!running.has(upper.role) || !running.has(lower.role))) continue;
      const paragraph = side === 'before' ? lower : upper;
      if (paragraph.role !== role) continue;
      const pt = spaceOf(paragraph, side);
      counts.set(pt, (counts.get(pt) ?? 0) + 1);
    }
    return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
  };
  return (role, side) => {
    const key = `${role} ${side}`;
    const before = known.get(key) ?? measured(role, side);
    known.set(key, before);
    return before;
  };
}

/** Below a column's name a title stands as below text; where the file sets it otherwise, that is told. */
function tellJoined(plain: readonly Vote[], joined: readonly Vote[], { notTaken }: Tally): void {
  const [under, first] = [joined[0], plain[0]];
  if (!under || !first || Math.abs(Number(under.value) - Number(first.value)) < 0.5) return;
  notTaken.push({
    what: `栏目名与标题之间 ${String(Number(Number(under.value).toFixed(2)))} 磅`,
    where: `第${String(under.paragraph ?? 0)}段`,
    why: '标题上方的空处处相同，以正文后的标题为准',
  });
}

/** From the top of the text to the name of the periodical. */
export function spaceAboveName(seen: readonly SeenParagraph[], name: RoledParagraph): number {
  const above = seen.filter(({ number, within }) => number < name.number && within === 'text');
  const abovePt = above.reduce((sum, each) => sum + spaceOf(each, 'before') + lineHeightOf(each).pt + spaceOf(each, 'after'), 0);
  return abovePt + spaceOf(name, 'before');
}

/** A rule below a paragraph, as the file writes it. */
export function ruleOf(
  paragraph: SeenParagraph,
  side: 'top' | 'bottom',
): { readonly eighths: number; readonly color: string; readonly spacePt: number } | undefined {
  const value = said(paragraph.look, 'pBdr', `${side}.val`);
  if (value === undefined || value === 'none' || value === 'nil') return undefined;
  return {
    eighths: Number(said(paragraph.look, 'pBdr', `${side}.sz`) ?? 4),
    color: said(paragraph.look, 'pBdr', `${side}.color`) ?? 'auto',
    spacePt: Number(said(paragraph.look, 'pBdr', `${side}.space`) ?? 0),
  };
}
