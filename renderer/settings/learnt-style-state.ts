/** The page style of a Word file while the editor looks at it, and what becomes of it. */
import { createStore, useStore } from 'zustand';
import type { LearntStyle } from '../../shared/learn-style/learnt-style.js';
import { takeProposals, type StyleProposal } from '../../shared/learn-style/proposals.js';
import { attempt } from '../library/library-actions.js';
import { tell } from '../state/messages.js';
import { publicationSession } from '../state/publication.js';
import { runShown } from '../state/shown-jobs.js';
import { pickFiles } from '../ui/pick-files.js';
import { withUpload } from '../upload.js';
import { changePublication, putBack } from './setting-edits.js';

/** A file's style as it was read. */
export interface ShownStyle {
  readonly file: string;
  readonly learnt: LearntStyle;
}

const store = createStore<{ readonly shown: ShownStyle | undefined }>(() => ({ shown: undefined }));

export function useLearntStyle(): ShownStyle | undefined {
  return useStore(store, ({ shown }) => shown);
}

export function closeLearntStyle(): void {
  store.setState({ shown: undefined });
}

/** Asks for a Word file and shows what its style has that the publication's has not. */
export function learnStyleFromFile(): void {
  attempt(async () => {
    const [file] = await pickFiles('.docx,.dotx,.doc,.wps', true);
    if (file) store.setState({ shown: await withUpload(file, (upload) => runShown('读取版式', 'style.learn', { upload })) });
  });
}

/** Takes the ticked lines over as one step; a bar takes them back, and nothing that was set since. */
export function adoptStyle(taken: readonly StyleProposal[], file: string): void {
  const { pageStyle: before } = publicationSession.getState().publication;
  changePublication({ pageStyle: takeProposals(before, taken) });
  void publicationSession.getState().flush();
  closeLearntStyle();
  const undo = (): void => {
    putBack(
      before,
      taken.map(({ path }) => path),
    );
    void publicationSession.getState().flush();
  };
  tell('success', `已采用 ${String(taken.length)} 项版式，取自“${file}”。`, [{ label: '撤销', run: undo }]);
}
