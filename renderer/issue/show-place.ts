/** Takes the editor to a place of the open issue. */
import { isTextPlace, type IssuePlace, type TextPlace } from '../../shared/document/text-place.js';
import type { BlockPlace } from '../../shared/layout/block.js';
import { issueSession } from '../state/issue-session.js';
import { showSheet } from '../state/panes.js';
import { placeSelection } from '../state/selection.js';

/** The cursor into the text, or the form of a part. */
export function showPlace(place: IssuePlace): void {
  if (isTextPlace(place)) showText(place);
  else showPart(place);
}

/** The cursor into the text, with the words up to `to` selected. */
export function showText(place: TextPlace, to?: TextPlace): void {
  showSheet();
  issueSession.getState().goTo(place, to);
}

/** Selects the row of a printed part. */
export function showPart(place: BlockPlace): void {
  const selection = placeSelection(place);
  if (!selection) return;
  showSheet();
  issueSession.getState().select(selection);
}
