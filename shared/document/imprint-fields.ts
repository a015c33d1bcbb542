/** The fields of the imprint in the order they are printed in. */
import type { Imprint } from './issue.js';

export interface ImprintField {
  readonly name: keyof Imprint;
  readonly label: string;
  /** Printed only where an office has it: nothing lacks without it. */
  readonly isOptional?: true;
}

export const imprintFields: readonly ImprintField[] = [
  { name: 'organizer', label: '承办' },
  { name: 'signer', label: '签发', isOptional: true },
  { name: 'chiefEditor', label: '主编', isOptional: true },
  { name: 'reviewer', label: '审核' },
  { name: 'editor', label: '编辑' },
  { name: 'proofreader', label: '校对', isOptional: true },
  { name: 'phone', label: '电话' },
];

/** The fields an imprint prints, with what it has in them. */
export function printedImprint(imprint: Imprint): readonly (ImprintField & { readonly text: string })[] {
  return imprintFields.flatMap((field) => {
    const text = imprint[field.name];
    return field.isOptional && !text ? [] : [{ ...field, text: text ?? '' }];
  });
}

/** Labels of the fields every imprint has and this one leaves empty. */
export function emptyImprintLabels(imprint: Imprint): readonly string[] {
  return imprintFields.filter(({ name, isOptional }) => !isOptional && (imprint[name] ?? '').trim() === '').map(({ label }) => label);
}

/** An imprint without the optional fields that are empty; the same value comes back when there are none. */
export function normalizeImprint(imprint: Imprint): Imprint {
  const spare = imprintFields.filter(({ name, isOptional }) => isOptional && imprint[name] === '').map(({ name }) => name as string);
  if (spare.length === 0) return imprint;
  return Object.fromEntries(Object.entries(imprint).filter(([name]) => !spare.includes(name))) as unknown as Imprint;
}
