import { dialogChapters } from '../dialogs/dialogs.js';
import { desk, type Chapter } from '../state/desk.js';
import { views } from './views.js';

/** The chapter of the manual about what the editor is doing: the open dialog, else the view. */
export function chapterNow(): Chapter {
  const { dialog, view } = desk.getState();
  if (dialog) return dialogChapters[dialog.kind];
  const { chapter } = views[view];
  return typeof chapter === 'function' ? chapter() : chapter;
}
