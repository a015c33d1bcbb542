/** One stretch of a text put in the place of another. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((left, right) => right.from - left.from)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

/** Edits of two texts that stand behind one another, as edits of each; what is put over the seam goes to the first. */
export function partEdits(edits: readonly TextEdit[], seam: number): readonly [readonly TextEdit[], readonly TextEdit[]] {
  const before = edits.filter(({ from }) => from < seam).map((edit) => ({ ...edit, to: Math.min(edit.to, seam) }));
  const after = edits
    .filter(({ to, from }) => to > seam || from >= seam)
    .map(({ from, to, text }) => ({ from: Math.max(0, from - seam), to: to - seam, text: from < seam ? '' : text }));
  return [before, after];
}
