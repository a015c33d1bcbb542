/** Which official faces this machine has; found once, when the window is at rest. */
import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import { faceNames, faces, substitutionSentence } from '../../shared/layout/faces.js';
import type { FaceName } from '../../shared/layout/page-style.js';

/** The name under which a face is installed, by face; a face that is not installed has none. */
export type LocalFaces = Readonly<Partial<Record<FaceName, string>>>;

const store = createStore<{ readonly local: LocalFaces | undefined }>(() => ({ local: undefined }));

/** Asks the browser for every name in the order in which the pages' style sheet does. */
export async function probeLocalFaces(isInstalled: (name: string) => Promise<boolean> = hasLocalFont): Promise<LocalFaces> {
  const local: Partial<Record<FaceName, string>> = {};
  for (const face of faceNames) {
    const answers = await Promise.all(faces[face].localNames.map(isInstalled));
    const name = faces[face].localNames[answers.indexOf(true)];
    if (name !== undefined) local[face] = name;
  }
  store.setState({ local });
  return local;
}

function hasLocalFont(name: string): Promise<boolean> {
  return new FontFace('zhuanbao-probe', `local("${name}")`).load().then(
    () => true,
    () => false,
  );
}

/** One sentence for each official face that another one stands in for; none until the machine was asked. */
export function useSubstitutions(): readonly string[] {
  const local = useStore(store, (state) => state.local);
  return useMemo(() => (local ? substitutions(local) : []), [local]);
}

export function substitutions(local: LocalFaces): readonly string[] {
  return faceNames.flatMap((face) => substitutionSentence(face, local[face]) ?? []);
}
