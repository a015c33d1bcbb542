/** Issues the saving child works on; one more slot stands for its draft. */
export const slots = 3;

/** Each slot has two numbers, so that it can be renumbered: slot 0 is 1 or 4. */
export function slotOf(number: number): number {
  return (number - 1) % slots;
}

/** What the saving child tells. `done` carries the title that is on disk from then on. */
export type Report =
  | { readonly kind: 'opening' | 'opened' }
  | { readonly kind: 'begin'; readonly slot: number; readonly count: number }
  | { readonly kind: 'done'; readonly slot: number; readonly title: string };
