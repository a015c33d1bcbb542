/** XML of an OFD package (GB/T 33190-2016); lengths in millimetres, as its chapter 7 has them. */
import { escapeMarkup } from '../../escape-markup.js';

/** The one namespace of OFD, its prefix required. */
export const ofdNamespace = 'http://www.ofdspec.org/2016';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes in the order given; those without a value are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`],
  );
  const inner = content.join('');
  return inner === '' ? `<ofd:${name}${said.join('')}/>` : `<ofd:${name}${said.join('')}>${inner}</ofd:${name}>`;
}

/** A part of the package: declaration, and a root that names the namespace. */
export function part(name: string, attributes: Attributes, ...content: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, { 'xmlns:ofd': ofdNamespace, ...attributes }, ...content)}`;
}

/** Points as millimetres of four places: a three-thousandth of a point. */
export function millimetres(pt: number): number {
  return Number(((pt * 25.4) / 72).toFixed(4)) || 0;
}

/** `x y width height`. */
export function box(...pt: readonly [number, number, number, number]): string {
  return pt.map(millimetres).join(' ');
}

/** `#d8000f` as `216 0 15`. */
export function colorValue(color: string): string {
  return [1, 3, 5].map((at) => String(Number.parseInt(color.slice(at, at + 2), 16))).join(' ');
}
