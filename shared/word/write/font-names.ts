import { faces, type FaceSet } from '../../layout/faces.js';
import type { DrawnFace, FaceName, LatinFaceName } from '../../layout/page-style.js';

/** A face as a Word file names it, with the name the same face goes by on other systems (`w:altName`). */
export interface WordFont {
  readonly name: string;
  /** What ASCII is set in; absent: the face itself. */
  readonly latin?: LatinWordFont;
  readonly altName: string;
  /** `w:family` and `w:pitch`, which guide substitution where the face is missing (ECMA-376 part 1, 17.8.3). */
  readonly family: 'modern' | 'auto' | 'script';
  readonly pitch: 'fixed' | 'variable';
}

/** A face of Latin alone. */
export interface LatinWordFont extends Pick<WordFont, 'name' | 'altName'> {
  readonly family: 'roman' | 'swiss';
}

const latinFamilies: Readonly<Record<LatinFaceName, LatinWordFont['family']>> = {
  roman: 'roman',
  sans: 'swiss',
  humanist: 'swiss',
  book: 'roman',
};

const shapes: Readonly<Record<FaceName, Pick<WordFont, 'family' | 'pitch'>>> = {
  title: { family: 'script', pitch: 'fixed' },
  fangsong: { family: 'modern', pitch: 'fixed' },
  kai: { family: 'modern', pitch: 'fixed' },
  hei: { family: 'modern', pitch: 'fixed' },
  song: { family: 'auto', pitch: 'variable' },
};

/** The faces of one set of names by the role they play, with what Latin is set in. */
export function wordFonts(set: FaceSet, latinFace?: LatinFaceName): Readonly<Record<FaceName, WordFont>> {
  const named = (face: DrawnFace): Pick<WordFont, 'name' | 'altName'> => ({
    name: faces[face].wordName[set],
    altName: faces[face].altName[set],
  });
  const wordFont = (face: FaceName): WordFont => ({
    ...named(face),
    ...shapes[face],
    ...(latinFace ? { latin: { ...named(latinFace), family: latinFamilies[latinFace] } } : {}),
  });
  return {
    title: wordFont('title'),
    fangsong: wordFont('fangsong'),
    kai: wordFont('kai'),
    hei: wordFont('hei'),
    song: wordFont('song'),
  };
}
