/** What changed between two wordings of a paragraph, for an editor's eye: whole sentences first, then characters. */
import { diffArrays, diffChars } from 'diff';

export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Equal characters between two changes that are too few to read as kept. */
const shortestKept = 2;
/** Beyond this many characters on both sides together a changed stretch is told as replaced whole: the reader sees no more in it. */
const longestStretch = 4000;

/** The parts of both wordings in order; `same` and `removed` make up the old one, `same` and `added` the new one. */
export function compareText(before: string, after: string): readonly TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts: TextPart[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    parts.push(...compareStretch(removed, added));
    removed = '';
    added = '';
  };
  for (const change of diffArrays(sentencesOf(before), sentencesOf(after))) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else {
      settle();
      parts.push({ kind: 'same', text });
    }
  }
  settle();
  return joined(parts);
}

/** Sentences with their stops; clauses parted by ； count as sentences. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+$/gu) ?? [];
}

function compareStretch(removed: string, added: string): readonly TextPart[] {
  if (removed === '' && added === '') return [];
  if (removed === '' || added === '' || removed.length + added.length > longestStretch) return replaced(removed, added);
  const changes = diffChars(removed, added).map(({ value, removed: isRemoved, added: isAdded }) => ({
    kind: isRemoved ? ('removed' as const) : isAdded ? ('added' as const) : ('same' as const),
    text: value,
  }));
  return withoutCrumbs(changes);
}

function replaced(removed: string, added: string): readonly TextPart[] {
  return [
    ...(removed === '' ? [] : [{ kind: 'removed' as const, text: removed }]),
    ...(added === '' ? [] : [{ kind: 'added' as const, text: added }]),
  ];
}

/** Takes a lone equal character between two changes for changed as well: 花脸稿 with single kept characters cannot be read. */
function withoutCrumbs(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  let removed = '';
  let added = '';
  for (const [index, part] of parts.entries()) {
    const isCrumb = part.kind === 'same' && part.text.length < shortestKept && index > 0 && index < parts.length - 1;
    if (part.kind === 'same' && !isCrumb) {
      result.push(...replaced(removed, added), part);
      removed = '';
      added = '';
      continue;
    }
    if (part.kind !== 'added') removed += part.text;
    if (part.kind !== 'removed') added += part.text;
  }
  return [...result, ...replaced(removed, added)];
}

function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind) result[result.length - 1] = { kind: last.kind, text: last.text + part.text };
    else result.push(part);
  }
  return result;
}

/** How alike two texts are, 0 to 1: shared pairs of neighbouring characters (Dice's coefficient). */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= left.length; at += 1) {
    const pair = left.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 2 <= right.length; at += 1) {
    const pair = right.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length - 2);
}
