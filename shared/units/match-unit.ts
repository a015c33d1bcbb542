/** Which unit a name means: in a source line, a file's name or a folder's. */
import type { Unit, UnitList } from './unit.js';

/** A name as it is compared: width and blanks do not count, nor the brackets a source line stands in. */
export function plainUnitName(name: string): string {
  return name.normalize('NFKC').replace(/[\s()（）〔〕【】[\]“”"：:]/gu, '');
}

/** All names a unit goes by, its present one first. */
export function namesOf({ name, aliases, formerNames }: Unit): readonly string[] {
  return [name, ...aliases, ...formerNames.map((former) => former.name)];
}

/**
 * A place's name as the name of its department stands for it: 示例区委宣传部 and 示例区 mean one unit, so one given
 * without the other is found too. Empty where nothing is left of the name.
 */
function placeName(plain: string): string {
  const place = plain.replace(/^(?:中共|中国共产党)/u, '').replace(/(?:党?委)?(?:宣传(?:思想)?(?:文化)?(?:工作)?部)$/u, '');
  return place === plain ? '' : place;
}

/** Finds units by any of their names. Built once for a list; look-ups cost the same however long the list is. */
export class UnitFinder {
  readonly #byName = new Map<string, Unit>();
  /** Names that stand for a unit only as long as no unit bears them itself. */
  readonly #byPlace = new Map<string, Unit | undefined>();
  readonly #longest: number;

  constructor({ units }: UnitList) {
    for (const unit of units) {
      for (const name of namesOf(unit)) {
        const plain = plainUnitName(name);
        if (plain === '') continue;
        if (!this.#byName.has(plain)) this.#byName.set(plain, unit);
        this.#notePlace(placeName(plain), unit);
      }
    }
    this.#longest = [...this.#byName.keys(), ...this.#byPlace.keys()].reduce((longest, { length }) => Math.max(longest, length), 0);
  }

  /** A place that could mean two units means neither. */
  #notePlace(place: string, unit: Unit): void {
    if (place.length < 2) return;
    const other = this.#byPlace.get(place);
    this.#byPlace.set(place, this.#byPlace.has(place) && other !== unit ? undefined : unit);
  }

  /** The unit a whole name means. */
  named(name: string): Unit | undefined {
    const plain = plainUnitName(name);
    const place = placeName(plain);
    return (
      this.#byName.get(plain) ??
      this.#byPlace.get(plain) ??
      (place === '' ? undefined : (this.#byName.get(place) ?? this.#byPlace.get(place)))
    );
  }

  /** The unit whose name stands in a longer text such as a file's name; of several the longest name, then the first. */
  within(text: string): Unit | undefined {
    const plain = plainUnitName(text);
    for (let length = Math.min(this.#longest, plain.length); length >= 2; length -= 1) {
      for (let start = 0; start + length <= plain.length; start += 1) {
        const part = plain.slice(start, start + length);
        const unit = this.#byName.get(part) ?? this.#byPlace.get(part);
        if (unit !== undefined) return unit;
      }
    }
    return undefined;
  }
}

/** What a manuscript says of where it came from. */
export interface UnitHints {
  /** From its source line, without brackets. */
  readonly sources: readonly string[];
  readonly file: string;
  /** Names of the folders it lay in, the nearest first. */
  readonly folders: readonly string[];
}

export interface UnitGuess {
  readonly unit: Unit;
  /** Where the name was found. */
  readonly from: 'source' | 'file' | 'folder';
}

/** The unit a manuscript most probably came from: its own source line says it best, then its file's name, then the folder. */
export function guessUnit(finder: UnitFinder, { sources, file, folders }: UnitHints): UnitGuess | undefined {
  for (const source of sources) {
    const unit = finder.named(source);
    if (unit !== undefined) return { unit, from: 'source' };
  }
  const byFile = finder.within(file.replace(/\.[A-Za-z]{1,5}$/u, ''));
  if (byFile !== undefined) return { unit: byFile, from: 'file' };
  for (const folder of folders) {
    const unit = finder.named(folder) ?? finder.within(folder);
    if (unit !== undefined) return { unit, from: 'folder' };
  }
  return undefined;
}

/** Names that complete what was typed so far, for source lines; present names and aliases, best match first. */
export function completeUnit({ units }: UnitList, typed: string, most = 8): readonly Unit[] {
  const plain = plainUnitName(typed);
  if (plain === '') return [];
  const rank = (unit: Unit): number => {
    const names = namesOf(unit).map(plainUnitName);
    if (names[0]?.startsWith(plain)) return 0;
    if (names.some((name) => name.startsWith(plain))) return 1;
    return names.some((name) => name.includes(plain)) ? 2 : 3;
  };
  return units
    .map((unit) => ({ unit, rank: rank(unit) }))
    .filter((each) => each.rank < 3)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ unit }) => unit);
}
