import { mmToPt } from '../layout/page-style.js';

/** Points to millimetres. */
export function ptToMm(pt: number): number {
  return (pt * 25.4) / 72;
}

/** Files keep twentieths of a point, or less: of the millimetres that come to the same the roundest, as an office set them. */
export function roundestMm(pt: number, tolerancePt = 0.051): number {
  for (const grain of [1, 0.5, 0.1, 0.05]) {
    const mm = Math.round(ptToMm(pt) / grain) * grain;
    if (Math.abs(mmToPt(mm) - pt) <= tolerancePt) return mm;
  }
  return ptToMm(pt);
}
