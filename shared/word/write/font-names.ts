import { faces, type FaceSet } from '../../layout/faces.js';
import type { FaceName } from '../../layout/page-style.js';

/** A face as a Word file names it, with the name the same face goes by on other systems (`w:altName`). */
export interface WordFont {
  readonly name: string;
  readonly altName: string;
  /** `w:family` and `w:pitch`, which guide substitution where the face is missing (ECMA-376 part 1, 17.8.3). */
  readonly family: 'modern' | 'auto' | 'script';
  readonly pitch: 'fixed' | 'variable';
}

const shapes: Readonly<Record<FaceName, Pick<WordFont, 'family' | 'pitch'>>> = {
  title: { family: 'script', pitch: 'fixed' },
  fangsong: { family: 'modern', pitch: 'fixed' },
  kai: { family: 'modern', pitch: 'fixed' },
  hei: { family: 'modern', pitch: 'fixed' },
  song: { family: 'auto', pitch: 'variable' },
};

/** The faces of one set of names by the role they play. */
export function wordFonts(set: FaceSet): Readonly<Record<FaceName, WordFont>> {
  return {
    title: wordFont('title', set),
    fangsong: wordFont('fangsong', set),
    kai: wordFont('kai', set),
    hei: wordFont('hei', set),
    song: wordFont('song', set),
  };
}

function wordFont(face: FaceName, set: FaceSet): WordFont {
  return { name: faces[face].wordName[set], altName: faces[face].altName[set], ...shapes[face] };
}
