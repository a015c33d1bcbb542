/** A picture of this editor on the clipboard: which one it is stands in an attribute beside its caption. */
import type { Picture } from '../../shared/document/picture.js';
import { pictureLimits, pictureShares } from '../../shared/document/picture-limits.js';
import { plainLine } from '../../shared/document/plain-characters.js';

/** The attribute that holds the picture. */
export const pictureAttribute = 'data-picture';

/** Longest alternative text, as its field takes it. */
export const longestAlt = 200;

/** The picture an element stands for; undefined where it is none, or where another program wrote what no picture has. */
export function readPastedPicture(element: Element): Picture | undefined {
  const json = element.getAttribute(pictureAttribute);
  if (json === null) return undefined;
  try {
    return pictureIn(JSON.parse(json) as Readonly<Record<string, unknown>> | null);
  } catch {
    return undefined;
  }
}

function pictureIn(value: Readonly<Record<string, unknown>> | null): Picture | undefined {
  const { sha256, type, width, height, alt, share } = value ?? {};
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256) || (type !== 'png' && type !== 'jpeg')) return undefined;
  if (!isWithin(width, 1, pictureLimits.side) || !isWithin(height, 1, pictureLimits.side)) return undefined;
  const words = typeof alt === 'string' ? plainLine(alt).trim().slice(0, longestAlt) : '';
  return {
    sha256,
    type,
    width,
    height,
    ...(words === '' ? {} : { alt: words }),
    ...(isWithin(share, pictureShares.least, pictureShares.most) ? { share } : {}),
  };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
