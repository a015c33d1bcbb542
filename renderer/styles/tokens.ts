/**
 * The one source of the interface's colours, for both schemes: style sheets read them as variables, antd's theme as
 * values. Printed pages are no part of it: paper is white and what is printed on it keeps its own colours.
 */
import { sheetColors, type Scheme } from '../../shared/scheme.js';

/** Light and dark value of every token. Inks are read on the grounds named beside them, with a contrast of 4.5 or more. */
const tokens = {
  /** Panels, fields and the writing surface. */
  sheet: [sheetColors.light, sheetColors.dark],
  /** Dialogs, menus and the manual, above the rest. */
  raised: ['#ffffff', '#282b31'],
  /** Behind paper. */
  ground: ['#eceef1', '#121316'],
  /** Under the pointer. */
  wash: ['#f5f6f8', '#282b31'],
  /** Pressed buttons. */
  pressed: ['#e7eaef', '#363a42'],
  line: ['#e3e5e9', '#31343a'],
  'line-strong': ['#d3d6dc', '#474b53'],
  ink: ['#1f2328', '#e4e6ea'],
  'ink-soft': ['#5a616d', '#b0b6c0'],
  'ink-faint': ['#646b76', '#a0a7b2'],
  /** What cannot be used now, and marks that are not read. */
  'ink-off': ['#b0b5bd', '#666b74'],
  /** The current place and errors, as text and as a mark. */
  red: ['#b3261e', '#f28b82'],
  /** The main action, under white words. */
  'red-fill': ['#b3261e', '#c0392f'],
  'red-wash': ['#fbe9e8', '#45211f'],
  link: ['#8f1f19', '#f4a49d'],
  ring: ['rgba(179, 38, 30, 0.25)', 'rgba(242, 139, 130, 0.4)'],
  green: ['#26704a', '#7cc79b'],
  'green-wash': ['#e9f5ee', '#1c3327'],
  'green-mark': ['#3c9d68', '#4fae7a'],
  amber: ['#7f520d', '#e3b565'],
  'amber-wash': ['#fdf6e8', '#362b16'],
  'amber-strong': ['#f6dfa9', '#5d4715'],
  'amber-line': ['#ecdcb4', '#57472a'],
  /** The chosen one of the marked words. */
  hit: ['#f2b233', '#8a6516'],
  'amber-mark': ['#d99a2b', '#d99a2b'],
  'info-wash': ['#f0f4fa', '#232c39'],
  tag: ['#eef1f5', '#2e333b'],
  'tag-ink': ['#44506a', '#b6c3da'],
  /** The rule under a lead sentence. */
  lead: ['#eba8ae', '#8f4a50'],
  thumb: ['#cfd3da', '#4b4f58'],
  'thumb-hover': ['#b3b8c1', '#646a75'],
  veil: ['rgba(255, 255, 255, 0.92)', 'rgba(30, 32, 36, 0.94)'],
  mask: ['rgba(28, 32, 40, 0.3)', 'rgba(0, 0, 0, 0.55)'],
  shadow: ['rgba(20, 24, 32, 0.22)', 'rgba(0, 0, 0, 0.6)'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type TokenName = keyof typeof tokens;

export const tokenNames = Object.keys(tokens) as readonly TokenName[];

/** A colour of a scheme. */
export function token(name: TokenName, scheme: Scheme): string {
  return tokens[name][scheme === 'dark' ? 1 : 0];
}

/** Interface face: the system's Chinese sans, else the bundled 黑. */
export const interfaceFont =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Zhuanbao UI', sans-serif";

/** The style sheet that gives every other one its variables; `data-scheme` on the document chooses. */
export function tokenSheet(): string {
  const variables = (scheme: Scheme): string => tokenNames.map((name) => `--${name}:${token(name, scheme)}`).join(';');
  return `:root{color-scheme:light;--interface:${interfaceFont};${variables('light')}}
:root[data-scheme="dark"]{color-scheme:dark;${variables('dark')}}`;
}

/** Puts the variables into the window's document. */
export function installTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenSheet());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
