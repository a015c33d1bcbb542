/** An equation (公式) written on one line: a/b, x², √(x+1). */
import { raisedDigits } from '../../recognize/raised-digits.js';
import { child, elements, type XmlElement } from './xml-tree.js';

/** The words of an equation, or of a part of one. */
export function equationWords(element: XmlElement | undefined): string {
  if (!element) return '';
  const part = (name: string): string => equationWords(child(element, name));
  switch (element.name) {
    case 't':
      return element.children.filter((node) => typeof node === 'string').join('');
    case 'f':
      return `${grouped(part('num'))}/${grouped(part('den'))}`;
    case 'sSup':
      return part('e') + raised(part('sup'), 'superscript');
    case 'sSub':
      return part('e') + raised(part('sub'), 'subscript');
    case 'sSubSup':
      return part('e') + raised(part('sub'), 'subscript') + raised(part('sup'), 'superscript');
    case 'rad':
      return `${part('deg')}√${grouped(part('e'))}`;
    case 'd':
      return delimited(element);
    case 'nary':
      return sumOf(element);
    default:
      return elements(element)
        .map((inner) => (inner.name.endsWith('Pr') ? '' : equationWords(inner)))
        .join('');
  }
}

function raised(text: string, how: 'superscript' | 'subscript'): string {
  return text === '' ? '' : (raisedDigits(text, how) ?? `${how === 'superscript' ? '^' : '_'}${grouped(text)}`);
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
}

function characterOf(properties: XmlElement | undefined, name: string, usual: string): string {
  return child(properties, name)?.attributes.get('val') ?? usual;
}

function delimited(element: XmlElement): string {
  const properties = child(element, 'dPr');
  const inner = elements(element, 'e')
    .map(equationWords)
    .join(characterOf(properties, 'sepChr', '|'));
  return characterOf(properties, 'begChr', '(') + inner + characterOf(properties, 'endChr', ')');
}

function sumOf(element: XmlElement): string {
  const sign = characterOf(child(element, 'naryPr'), 'chr', '∫');
  const ends = [raised(equationWords(child(element, 'sub')), 'subscript'), raised(equationWords(child(element, 'sup')), 'superscript')];
  return sign + ends.join('') + equationWords(child(element, 'e'));
}
