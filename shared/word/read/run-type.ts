import { lengthPt, type Properties } from './formatting.js';

/** Type of words: size, letter spacing and scale. */
export interface RunType {
  readonly sizePt: number;
  readonly spacingPt: number;
  readonly scaleX: number;
}

/** Word's size where nothing is said. */
const defaultSizePt = 10;

/** What run properties say of the type. */
export function typeOf(look: Properties): RunType {
  const said = (property: string): string | undefined => look.get(property)?.attributes.get('val');
  const half = Number(said('sz'));
  const scale = Number(/^\d+/u.exec(said('w') ?? '')?.[0] ?? 100);
  return {
    sizePt: Number.isFinite(half) && half > 0 ? half / 2 : defaultSizePt,
    spacingPt: lengthPt(said('spacing')) ?? 0,
    scaleX: scale > 0 ? scale / 100 : 1,
  };
}
