import type { BlockPlace } from './block.js';
import type { FaceName, PageStyle, TextRole, TextStyle } from './page-style.js';

/** The value of one measure as a publication stores it. */
export type SettingValue = number | string | boolean;

/** Subjects under which settings stand together. */
export type SettingGroup = 'page' | 'body' | 'headings' | 'cover' | 'tail' | 'pageNumber';

/** `em`: characters of the text itself; `ratio` is stored as a factor and shown in per cent. */
export type SettingUnit = 'mm' | 'pt' | 'em' | 'ratio';

/** Allowed numbers, in the unit they are stored in. */
export interface NumberRange {
  readonly unit: SettingUnit;
  readonly min: number;
  readonly max: number;
  /** What one press of an arrow key changes. */
  readonly step: number;
  /** Values are multiples of it: what Word can store too. */
  readonly multipleOf: number;
}

interface SettingBase {
  /** Dotted path into the page style. */
  readonly path: SettingPath;
  readonly label: string;
}

export interface NumberSetting extends SettingBase, NumberRange {
  readonly kind: 'number';
}

/** A colour as `#rrggbb`. */
export interface ColorSetting extends SettingBase {
  readonly kind: 'color';
}

/** One of a few words; an empty value takes an optional measure away. */
export interface ChoiceSetting extends SettingBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface SwitchSetting extends SettingBase {
  readonly kind: 'switch';
}

export type PageStyleSetting = NumberSetting | ColorSetting | ChoiceSetting | SwitchSetting;

/** Settings of one printed part. */
export interface SettingSection {
  readonly id: string;
  readonly group: SettingGroup;
  readonly label: string;
  /** Where the part is printed, for the sample; absent: anywhere in the text. */
  readonly part?: BlockPlace['part'];
  readonly settings: readonly PageStyleSetting[];
}

type Leaf = number | string | boolean | undefined;
type Paths<Node> = {
  [Name in keyof Node & string]-?: Node[Name] extends Leaf ? Name : `${Name}.${Paths<NonNullable<Node[Name]>>}`;
}[keyof Node & string];

/** Every measure but those of text roles. */
export type FramePath = Paths<Omit<PageStyle, 'text'>>;
/** A measure of one text role. */
export type TextMeasure = keyof TextStyle;
export type SettingPath = FramePath | `text.${TextRole}.${TextMeasure}`;

/** What the trade calls the alignments. */
export const alignLabels: Readonly<Record<TextStyle['align'], string>> = { left: '左', center: '居中', right: '右', justify: '两端' };

export const settingGroups: readonly { readonly name: SettingGroup; readonly label: string }[] = [
  { name: 'page', label: '纸张与版心' },
  { name: 'body', label: '正文' },
  { name: 'headings', label: '标题与栏目' },
  { name: 'cover', label: '首页' },
  { name: 'tail', label: '版记' },
  { name: 'pageNumber', label: '页码' },
];

/** Faces in the order they are offered. */
export const faceOrder: readonly FaceName[] = ['fangsong', 'kai', 'hei', 'song', 'title'];
