import type { RunTraits } from './word-document.js';
import { child, childValue, isOn, type XmlElement } from './xml-tree.js';

export const plainTraits: RunTraits = { isBold: false, isItalic: false, isUnderlined: false, isStruck: false, isHidden: false };

/** An on/off run property set here, or undefined when it is not mentioned. */
function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(properties, name);
  return property ? isOn(property) : undefined;
}

/** What run properties say, over what is said already. */
export function traitsIn(properties: XmlElement | undefined, before: RunTraits): RunTraits {
  if (!properties || properties.children.length === 0) return before;
  const line = childValue(properties, 'u');
  return withOptional(
    {
      isBold: toggle(properties, 'b') ?? before.isBold,
      isItalic: toggle(properties, 'i') ?? before.isItalic,
      isUnderlined: line === undefined ? before.isUnderlined : line !== 'none',
      isStruck: toggle(properties, 'strike') ?? before.isStruck,
      isHidden: toggle(properties, 'vanish') ?? before.isHidden,
    },
    child(properties, 'rFonts')?.attributes.get('eastAsia') ?? before.face,
    raised(properties) ?? before.raised,
  );
}

/** A character style within a paragraph's: what both turn on is off again (ECMA-376, 17.7.3), but hidden stays hidden. */
export function traitsUnder(paragraph: RunTraits, character: RunTraits): RunTraits {
  if (character === plainTraits) return paragraph;
  return withOptional(
    {
      isBold: paragraph.isBold !== character.isBold,
      isItalic: paragraph.isItalic !== character.isItalic,
      isUnderlined: paragraph.isUnderlined || character.isUnderlined,
      isStruck: paragraph.isStruck !== character.isStruck,
      isHidden: paragraph.isHidden || character.isHidden,
    },
    character.face ?? paragraph.face,
    character.raised ?? paragraph.raised,
  );
}

function withOptional(
  traits: Omit<RunTraits, 'face' | 'raised'>,
  face: string | undefined,
  script: RunTraits['raised'] | 'baseline',
): RunTraits {
  return {
    ...traits,
    ...(face === undefined ? {} : { face }),
    ...(script === undefined || script === 'baseline' ? {} : { raised: script }),
  };
}

function raised(properties: XmlElement): RunTraits['raised'] | 'baseline' {
  const value = childValue(properties, 'vertAlign');
  return value === 'superscript' || value === 'subscript' || value === 'baseline' ? value : undefined;
}
