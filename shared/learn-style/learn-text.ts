import type { SettingValue, TextMeasure } from '../layout/page-style-setting.js';
import { faceLabels, latinFaceNames, latinFaceOfFont } from '../layout/faces.js';
import { settingSections } from '../layout/page-style-table.js';
import type { TextRole } from '../layout/page-style.js';
import type { Formatting } from '../word/read/formatting.js';
import { faceOfFont } from './face-names.js';
import { runningRoles, type RoledParagraph } from './roles.js';
import { said, saidOn, type SeenRun } from './seen-paragraph.js';
import { decide, type Tally, type Vote } from './tally.js';
import { fontOf, latinFontOf, paragraphReading, runReading, wideCharacter, type Reading } from './text-measures.js';

const runMeasures = ['face', 'sizePt', 'pitchPt', 'scaleX', 'color', 'bold'] as const;
const paragraphMeasures = ['lineHeightPt', 'align', 'keepWithNext', 'firstLineIndentEm', 'leftIndentEm', 'rightIndentEm'] as const;

/** The text measures each role has a setting for. */
const settable: ReadonlySet<string> = new Set(settingSections.flatMap(({ settings }) => settings.map(({ path }) => path)));

/** Letters, type and indents of each part, by what most of its words and paragraphs say. */
export function learnText(roled: readonly RoledParagraph[], formatting: Formatting, tally: Tally): void {
  for (const [role, all] of byRole(roled)) {
    const paragraphs = runningRoles.has(role) ? firstOf(all, ({ within }) => within === 'text') : all;
    for (const measure of runMeasures) {
      const votes = paragraphs.flatMap((paragraph) =>
        textRuns(paragraph).flatMap((run) => voteOf(runReading(measure, run, paragraph, formatting), paragraph)),
      );
      if (settable.has(`text.${role}.${measure}`)) decide(`text.${role}.${measure}`, votes, tally);
    }
    for (const measure of paragraphMeasures) learnMeasure(role, measure, paragraphs, tally);
    tellOddities(role, paragraphs, formatting, tally);
  }
  learnLatin(roled, formatting, tally);
  learnLead(
    'lead',
    roled.filter(({ role, leadLength }) => role === 'body' && leadLength > 0),
    formatting,
    tally,
  );
  learnLead(
    'noteLead',
    roled.filter(({ role, leadLength }) => role === 'editorNote' && leadLength > 0),
    formatting,
    tally,
  );
}

/** What Word sets ASCII in where nothing is said. */
const wordsOwnLatin = 'Times New Roman';

/** What Latin letters and digits of the text are set in: a face of their own, or that of the 汉字. */
function learnLatin(roled: readonly RoledParagraph[], formatting: Formatting, tally: Tally): void {
  const votes = roled
    .filter(({ role }) => runningRoles.has(role))
    .flatMap((paragraph) =>
      paragraph.runs.flatMap((run) => {
        const spoken = latinFontOf(run, formatting);
        const name = spoken ?? wordsOwnLatin;
        const from = spoken === undefined ? `Word 的默认（${name}）` : `${run.look.get('rFonts')?.from ?? '文档默认'}（${name}）`;
        const value = latinValue(name);
        return voteOf(value === undefined ? undefined : { value, from, isStated: true, weight: lettersOf(run) }, paragraph);
      }),
    );
  decide('fitting.latinFace', votes, tally);
  tellLatin(roled, formatting, tally);
}

/** What a paragraph is that says nothing of what others of its part do say: 与下段同页 is off. */
const silent: Reading = { value: false, from: '文档默认', isStated: true, weight: 1 };

/** Those a condition holds of; all where it holds of none. */
function firstOf(paragraphs: readonly RoledParagraph[], holds: (paragraph: RoledParagraph) => boolean): readonly RoledParagraph[] {
  const held = paragraphs.filter(holds);
  return held.length > 0 ? held : paragraphs;
}

export function byRole(roled: readonly RoledParagraph[]): ReadonlyMap<TextRole, readonly RoledParagraph[]> {
  const groups = new Map<TextRole, RoledParagraph[]>();
  for (const paragraph of roled) {
    const group = groups.get(paragraph.role);
    if (group) group.push(paragraph);
    else groups.set(paragraph.role, [paragraph]);
  }
  return groups;
}

function learnMeasure(
  role: TextRole,
  measure: (typeof paragraphMeasures)[number],
  paragraphs: readonly RoledParagraph[],
  tally: Tally,
): void {
  const path = `text.${role}.${measure satisfies TextMeasure}` as const;
  if (!settable.has(path)) return;
  // A number in the middle keeps from no side.
  if (role === 'pageNumber' && (measure === 'leftIndentEm' || measure === 'rightIndentEm'))
    paragraphs = paragraphs.filter(({ look }) => said(look, 'jc') !== 'center');
  // Items of a list stand in as the list does, not as the text does.
  if (measure.endsWith('IndentEm')) paragraphs = firstOf(paragraphs, ({ look }) => !look.has('numPr'));
  const isSaid = paragraphs.some((paragraph) => paragraphReading(measure, paragraph));
  const votes = paragraphs.flatMap((paragraph) => {
    const reading = paragraphReading(measure, paragraph) ?? (isSaid ? silent : undefined);
    // What most of the text has, not most of its paragraphs: one-line items are many.
    return voteOf(reading && { ...reading, weight: Math.max(1, paragraph.text.trim().length) }, paragraph);
  });
  decide(path, votes, tally);
}

function voteOf(reading: Omit<Vote, 'paragraph'> | undefined, { number }: RoledParagraph): readonly Vote[] {
  return reading && reading.weight > 0 ? [{ ...reading, paragraph: number }] : [];
}

/** Runs apart from the lead; runs with 汉字 speak for their paragraph where it has any. */
function textRuns(paragraph: RoledParagraph): readonly SeenRun[] {
  const runs = cutRuns(paragraph).rest;
  const wide = runs.filter(({ text }) => wideCharacter.test(text));
  return wide.length > 0 ? wide : runs;
}

/** The runs of a paragraph, parted where its lead ends. Blanks are not counted, as recognition does not. */
function cutRuns({ runs, leadLength }: RoledParagraph): { readonly lead: readonly SeenRun[]; readonly rest: readonly SeenRun[] } {
  const lead: SeenRun[] = [];
  const rest: SeenRun[] = [];
  let left = leadLength;
  for (const run of runs) {
    const length = run.text.replaceAll(/\s/gu, '').length;
    if (left >= length && left > 0) lead.push(run);
    else if (left <= 0) rest.push(run);
    else {
      lead.push({ ...run, text: run.text.slice(0, left) });
      rest.push({ ...run, text: run.text.slice(left) });
    }
    left -= length;
  }
  return { lead, rest: rest.length > 0 ? rest : runs };
}

function learnLead(name: 'lead' | 'noteLead', paragraphs: readonly RoledParagraph[], formatting: Formatting, tally: Tally): void {
  const votes = (measure: 'bold' | 'face'): readonly Vote[] =>
    paragraphs.flatMap((paragraph) => {
      const { lead, rest } = cutRuns(paragraph);
      const own = rest.length === 0 ? undefined : runReading('face', rest[rest.length - 1] as SeenRun, paragraph, formatting)?.value;
      return lead.flatMap((run) => {
        const reading = runReading(measure, run, paragraph, formatting);
        const isSame = measure === 'face' && reading?.value === own;
        return voteOf(reading && isSame ? { ...reading, value: '' } : reading, paragraph);
      });
    });
  decide(`${name}.bold`, votes('bold'), tally);
  decide(`${name}.face`, votes('face'), tally);
}

/** What most words of a part have and no setting can say. */
function tellOddities(role: TextRole, paragraphs: readonly RoledParagraph[], formatting: Formatting, { notTaken }: Tally): void {
  const label = labelOf(role);
  const runs = paragraphs.flatMap((paragraph) => textRuns(paragraph).map((run) => ({ paragraph, run })));
  const all = runs.reduce((sum, { run }) => sum + run.text.length, 0);
  const tell = (what: string, why: string, has: (entry: (typeof runs)[number]) => boolean): void => {
    const found = runs.filter(has);
    const share = found.reduce((sum, { run }) => sum + run.text.length, 0) / Math.max(1, all);
    const [first] = found;
    if (first && share > 0.5) notTaken.push({ what: `${label}：${what}`, where: `第${String(first.paragraph.number)}段`, why });
  };
  tell('下划线', '版式没有这一项', ({ run }) => (said(run.look, 'u') ?? 'none') !== 'none');
  tell('倾斜', '版式没有这一项', ({ run }) => saidOn(run.look, 'i') === true);
  tell(
    '底纹',
    '版式没有这一项',
    ({ run, paragraph }) => isShaded(said(run.look, 'shd', 'fill')) || isShaded(said(paragraph.look, 'shd', 'fill')),
  );
  tell('不避行首行尾标点', '版面总是避头尾', ({ paragraph }) => saidOn(paragraph.look, 'kinsoku') === false);
  tell('西文在词中换行', '版面只在网址的标点后和放不下的词中换行', ({ paragraph }) => saidOn(paragraph.look, 'wordWrap') === false);
  tell('行首标点压缩', '版式没有这一项', ({ paragraph }) => saidOn(paragraph.look, 'topLinePunct') === true);
  tell('分散对齐', '版式没有分散对齐，记为两端对齐', ({ paragraph }) => said(paragraph.look, 'jc') === 'distribute');
  tell(
    '悬挂缩进',
    '只有版记和目录各行悬挂',
    ({ paragraph }) => role !== 'distribution' && role !== 'contentsEntry' && (said(paragraph.look, 'ind', 'hanging') ?? '0') !== '0',
  );
  tellFonts(label, paragraphs, formatting, notTaken);
}

function isShaded(fill: string | undefined): boolean {
  return fill !== undefined && fill !== 'auto' && !/^f{6}$/iu.test(fill);
}

/** Fonts that are none of the five faces. */
function tellFonts(label: string, paragraphs: readonly RoledParagraph[], formatting: Formatting, notTaken: Tally['notTaken']): void {
  const strange = new Map<string, number>();
  for (const paragraph of paragraphs)
    for (const run of paragraph.runs) {
      const { name } = fontOf(run, formatting);
      const isWide = wideCharacter.test(run.text);
      if (isWide && name !== undefined && runReading('face', run, paragraph, formatting) === undefined && !strange.has(name))
        strange.set(name, paragraph.number);
    }
  for (const [name, number] of strange)
    notTaken.push({ what: `${label}：字体“${name}”`, where: `第${String(number)}段`, why: '不是仿宋、楷体、黑体、宋体、小标宋中的一种' });
}

/** Parts most of whose Latin is set otherwise than in the one face that all of it is taken to have. */
function tellLatin(roled: readonly RoledParagraph[], formatting: Formatting, { values, notTaken }: Tally): void {
  const taken = values.find(({ path }) => path === 'fitting.latinFace')?.value;
  for (const [role, paragraphs] of byRole(roled)) {
    const fonts = new Map<string, { letters: number; readonly number: number }>();
    for (const { runs, number } of paragraphs)
      for (const run of runs) {
        const name = latinFontOf(run, formatting) ?? wordsOwnLatin;
        const font = fonts.get(name) ?? { letters: 0, number };
        font.letters += lettersOf(run);
        fonts.set(name, font);
      }
    const [most] = [...fonts].sort(([, left], [, right]) => right.letters - left.letters);
    if (!most || most[1].letters === 0 || role === 'pageNumber') continue;
    const value = latinValue(most[0]);
    if (value !== undefined && value === (taken ?? value)) continue;
    const others = latinFaceNames.map((name) => faceLabels[name]).join('、');
    notTaken.push({
      what: `${labelOf(role)}：西文和数字用“${most[0]}”`,
      where: `第${String(most[1].number)}段`,
      why: value === undefined ? `西文和数字只能随汉字的字体，或用 ${others}` : '全期西文和数字只有一种字体，以正文的为准',
    });
  }
}

function labelOf(role: TextRole): string {
  return settingSections.find(({ id }) => id === role)?.label ?? role;
}

function lettersOf({ text }: SeenRun): number {
  return text.replaceAll(/[^A-Za-z\d]/gu, '').length;
}

/** What a font of Latin is as a setting: a face, that of the 汉字, or undefined where it is none of these. */
function latinValue(name: string): SettingValue | undefined {
  return latinFaceOfFont(name) ?? (faceOfFont(name) ? '' : undefined);
}
