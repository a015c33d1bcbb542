import { faceLabels, faces } from './faces.js';
import { defaultPageStyle, mmToPt, type FaceName, type PageStyle, type TextRole } from './page-style.js';
import type { NumberSetting, PageStyleSetting, SettingSection, SettingUnit, SettingValue } from './page-style-setting.js';
import { settingSections } from './page-style-table.js';

/** Changed measures by dotted path into the page style: `text.body.sizePt`. */
export type PageStyleChanges = Readonly<Record<string, SettingValue>>;

/** Every setting, in the order of the settings page. */
export const pageStyleSettings: readonly PageStyleSetting[] = settingSections.flatMap(({ settings }) => settings);

interface KnownSetting {
  readonly setting: PageStyleSetting;
  readonly section: SettingSection;
}

const known: ReadonlyMap<string, KnownSetting> = new Map(
  settingSections.flatMap((section) => section.settings.map((setting) => [setting.path, { setting, section }] as const)),
);

/** The setting of a path; undefined where no measure of that path can be changed. */
export function settingAt(path: string): PageStyleSetting | undefined {
  return known.get(path)?.setting;
}

/**
 * The default style with a publication's changes laid over it. Paths without a setting and values out of range are
 * left out: they come from another version, or from a file changed by hand.
 */
export function resolvePageStyle(changes: PageStyleChanges): PageStyle {
  return Object.entries(changes).reduce(
    (style, [path, value]) => (checkPageStyleChange(path, value) === undefined ? withValue(style, path.split('.'), value) : style),
    defaultPageStyle,
  );
}

function withValue<Node extends object>(node: Node, [name = '', ...rest]: readonly string[], value: SettingValue): Node {
  if (rest.length > 0) return { ...node, [name]: withValue(Reflect.get(node, name) as object, rest, value) };
  if (value !== '') return { ...node, [name]: value };
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== name)) as Node;
}

/** What a style has at a path; an optional measure that is absent reads as an empty word. */
export function styleValue(style: PageStyle, path: string): SettingValue {
  let node: unknown = style;
  for (const name of path.split('.'))
    node = typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;
  return typeof node === 'number' || typeof node === 'string' || typeof node === 'boolean' ? node : '';
}

/** The changes with one measure set; one set to its default is no change. */
export function withPageStyleChange(changes: PageStyleChanges, path: string, value: SettingValue): PageStyleChanges {
  const { [path]: _before, ...others } = changes;
  return value === styleValue(defaultPageStyle, path) ? others : { ...others, [path]: value };
}

/** The changes without those of some paths. */
export function withoutPageStyleChanges(changes: PageStyleChanges, paths: readonly string[]): PageStyleChanges {
  return Object.fromEntries(Object.entries(changes).filter(([path]) => !paths.includes(path)));
}

/** The changes without refused values; those of another version stay. */
export function acceptedChanges(changes: PageStyleChanges): PageStyleChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(([path, value]) => !known.has(path) || checkPageStyleChange(path, value) === undefined),
  );
}

/** A Chinese sentence with the allowed range when a measure cannot have this value; undefined when it can. */
export function checkPageStyleChange(path: string, value: unknown): string | undefined {
  const found = known.get(path);
  return found ? checkSetting(found.setting, value) : `没有“${path}”这项设置`;
}

/** The first refused value of a set of changes, named with its part; paths of another version are let pass. */
export function checkPageStyleChanges(changes: PageStyleChanges): string | undefined {
  for (const [path, value] of Object.entries(changes)) {
    const found = known.get(path);
    const refusal = found && checkSetting(found.setting, value);
    if (found && refusal !== undefined) return `${found.section.label}：${refusal}`;
  }
  return undefined;
}

function checkSetting(setting: PageStyleSetting, value: unknown): string | undefined {
  switch (setting.kind) {
    case 'number':
      return checkNumber(setting, value);
    case 'color':
      return typeof value === 'string' && /^#[0-9a-f]{6}$/u.test(value) ? undefined : `${setting.label}应写作 #d8000f 这样的六位色值`;
    case 'switch':
      return typeof value === 'boolean' ? undefined : `${setting.label}只能选是或否`;
    case 'choice': {
      const { label, options } = setting;
      return options.some((option) => option.value === value)
        ? undefined
        : `${label}只能是${options.map((option) => option.label).join('、')}`;
    }
  }
}

/** “上边距应在 10 到 80 毫米之间” */
function checkNumber(setting: NumberSetting, value: unknown): string | undefined {
  const { label, min, max, multipleOf, unit } = setting;
  const [least, most, grain] = [min, max, multipleOf].map((each) => String(shownNumber(setting, each)));
  const unitText = unit === 'ratio' ? '%' : ` ${unitLabels[unit]}`;
  if (typeof value !== 'number' || !(value >= min && value <= max))
    return `${label}应在 ${String(least)} 到 ${String(most)}${unitText}之间`;
  return isMultiple(value, multipleOf)
    ? undefined
    : `${label}应为 ${String(grain)}${unitText}的倍数，在 ${String(least)} 到 ${String(most)}${unitText}之间`;
}

function isMultiple(value: number, of: number): boolean {
  return Math.abs(value / of - Math.round(value / of)) < 1e-6;
}

const unitLabels: Readonly<Record<SettingUnit, string>> = { mm: '毫米', pt: '磅', em: '字', ratio: '%' };

export function unitLabel(unit: SettingUnit): string {
  return unitLabels[unit];
}

/** A stored number as it is shown: factors in per cent, no rounding dust. */
export function shownNumber({ unit }: Pick<NumberSetting, 'unit'>, value: number): number {
  return Number((unit === 'ratio' ? value * 100 : value).toFixed(4));
}

/** The stored number of a shown one. */
export function storedNumber({ unit }: Pick<NumberSetting, 'unit'>, shown: number): number {
  return unit === 'ratio' ? Number((shown / 100).toFixed(6)) : shown;
}

/** Something of a resolved style that is allowed and yet will print badly. */
export interface StyleRemark {
  readonly path: string;
  readonly text: string;
}

/** Measures that do not fit each other: lines or characters that would overlap, bold without a bold face, a page number off the paper. */
export function remarkOnStyle(style: PageStyle): readonly StyleRemark[] {
  const remarks = (Object.keys(style.text) as TextRole[]).flatMap((role): readonly StyleRemark[] => {
    const { sizePt, pitchPt, lineHeightPt, scaleX, bold, face } = style.text[role];
    return [
      ...(lineHeightPt < sizePt ? [{ path: `text.${role}.lineHeightPt`, text: '行距小于字号，上下行相叠' }] : []),
      ...(pitchPt < sizePt * scaleX * 0.85 ? [{ path: `text.${role}.pitchPt`, text: '比字宽小得多，左右字相叠' }] : []),
      ...remarkOnBold(`text.${role}.bold`, bold, face),
    ];
  });
  const leads = [
    ...remarkOnBold('lead.bold', style.lead.bold, style.lead.face ?? style.text.body.face),
    ...remarkOnBold('noteLead.bold', style.noteLead.bold, style.noteLead.face ?? style.text.editorNote.face),
  ];
  const numberFootPt = mmToPt(style.pageNumber.gapMm) + style.text.pageNumber.lineHeightPt / 2;
  const isOnPaper = numberFootPt <= mmToPt(style.marginMm.bottom);
  return [...remarks, ...leads, ...(isOnPaper ? [] : [{ path: 'pageNumber.gapMm', text: '页码落到纸外' }])];
}

/** Pages and PDF set bold only in faces that have a drawn bold; Word makes one up. */
function remarkOnBold(path: string, bold: boolean, face: FaceName): readonly StyleRemark[] {
  return bold && faces[face].bold === undefined ? [{ path, text: `${faceLabels[face]}没有粗体，版面和 PDF 不加粗` }] : [];
}

/** 版心 in millimetres, and how many characters and lines of body text it holds. */
export function textAreaFacts({ paper, marginMm, text }: PageStyle): {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly characters: number;
  readonly lines: number;
} {
  const widthMm = paper.widthMm - marginMm.left - marginMm.right,
    heightMm = paper.heightMm - marginMm.top - marginMm.bottom;
  const { pitchPt, sizePt, scaleX, lineHeightPt } = text.body;
  const spacingPt = pitchPt - sizePt * scaleX;
  return {
    widthMm: Number(widthMm.toFixed(1)),
    heightMm: Number(heightMm.toFixed(1)),
    characters: Math.floor((mmToPt(widthMm) + Math.max(0, spacingPt)) / pitchPt + 1e-6),
    lines: Math.floor(mmToPt(heightMm) / lineHeightPt + 1e-3),
  };
}
