/** From hit to hit, and other words in their place. */
import { compareTextPlaces, isTextPlace, type TextPlace } from '../../shared/document/text-place.js';
import { hitId, replaceHits, type Hit } from '../../shared/find/find-hits.js';
import { replacementFor } from '../../shared/find/matcher.js';
import { takeBack } from '../state/take-back.js';
import { placeSelection } from '../state/selection.js';
import { issueSession } from '../state/issue-session.js';
import { keepVersion } from '../state/keep-version.js';
import { isLocked } from '../state/lock.js';
import { tell } from '../state/messages.js';
import { showSheet } from '../state/panes.js';
import { writingSurface } from '../state/writing-surface.js';
import { findStore, lookAfterReplacing, lookAgain, openFind } from './find-store.js';

const session = issueSession.getState;

/** The next hit or the one before, from the cursor or from the hit shown last; from the last to the first. */
export function stepHit(direction: 1 | -1): void {
  const { isOpen, query } = findStore.getState();
  if (!isOpen && query.words === '') return openFind(false);
  if (!isOpen) findStore.setState({ isOpen: true });
  lookAgain();
  const { hits } = findStore.getState();
  const hit = hits[nextIndex(hits, direction)];
  if (hit) showHit(hit, isInText());
}

function nextIndex(hits: readonly Hit[], direction: 1 | -1): number {
  const { issue, caret } = session();
  const known = hits.findIndex((hit) => hitId(hit) === findStore.getState().current);
  const shown = hits[known];
  if (!issue || !caret || !isInText() || (shown && isAt(shown, caret)))
    return wrap(known < 0 && direction < 0 ? -1 : known + direction, hits);
  const isBehind = ({ place }: Hit): boolean => isTextPlace(place) && compareTextPlaces(issue, place, caret) >= 0;
  if (direction > 0) {
    const next = hits.findIndex(isBehind);
    return next >= 0 ? next : wrap(hits.findLastIndex(({ place }) => isTextPlace(place)) + 1, hits);
  }
  return wrap(
    hits.findLastIndex(({ place }) => isTextPlace(place) && compareTextPlaces(issue, place, caret) < 0),
    hits,
  );
}

function wrap(index: number, hits: readonly Hit[]): number {
  return (index + hits.length) % Math.max(1, hits.length);
}

/** Whether the cursor is still where the hit was shown. */
function isAt({ place, from, to }: Hit, caret: TextPlace): boolean {
  if (!isTextPlace(place) || place.itemId !== caret.itemId || place.field !== caret.field || place.paragraphId !== caret.paragraphId)
    return false;
  return caret.offset >= place.offset && caret.offset <= place.offset + to - from;
}

function isInText(): boolean {
  return writingSurface()?.element().contains(document.activeElement) ?? false;
}

/** Shows a hit: its article or form, the words in view; `takesFocus` puts the cursor there, with the words selected. */
export function showHit(hit: Hit, takesFocus: boolean): void {
  const { place, from, to } = hit;
  showSheet();
  findStore.setState({ current: hitId(hit) });
  if (isTextPlace(place)) {
    if (takesFocus) session().goTo(place, { ...place, offset: place.offset + to - from });
    else if (session().current.kind !== 'item' || !isShown(place.itemId)) session().select({ kind: 'item', itemId: place.itemId });
    return;
  }
  const selection = placeSelection(place);
  if (selection) session().select(selection);
  // The form is drawn before its field can be shown.
  requestAnimationFrame(() => showField(hit, takesFocus));
}

function isShown(itemId: string): boolean {
  const { current } = session();
  return current.kind === 'item' && current.itemId === itemId;
}

/** Takes the frame off the field of a form that was shown last. */
export function leaveField(): void {
  for (const field of document.querySelectorAll('[data-hit]')) field.removeAttribute('data-hit');
}

function showField({ key, from, to }: Hit, takesFocus: boolean): void {
  leaveField();
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-text-key="${CSS.escape(key)}"]`);
  if (!field) return;
  field.setAttribute('data-hit', '');
  field.scrollIntoView({ block: 'nearest' });
  field.setSelectionRange(from, to);
  if (takesFocus) field.focus();
}

/** Replaces the hit that is shown and goes on to the next; shows one first where none is. */
export function replaceCurrent(): void {
  if (isLocked()) return;
  lookAgain();
  const { hits, current } = findStore.getState();
  const index = hits.findIndex((hit) => hitId(hit) === current);
  const hit = hits[index];
  if (!hit) return stepHit(1);
  replace([hit]);
  const { hits: left } = findStore.getState();
  // The words just put in may hold what is looked for; they are not replaced again.
  const end = hit.from + wordsFor(hit).length;
  const next = left.slice(index).find(({ key, from }) => key !== hit.key || from >= end) ?? left[0];
  if (next) showHit(next, false);
}

/** Replaces every hit that is ticked, as one step; what was before becomes a version. @throws CallFailure */
export async function replaceAll(): Promise<void> {
  if (isLocked() || chosenHits().length === 0 || !(await keepVersion(''))) return;
  const chosen = chosenHits();
  replace(chosen);
  const after = session().issue;
  tell('success', `已替换 ${String(chosen.length)} 处，替换前的样子存入历史。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** The hits that are ticked, in the issue as it is. */
function chosenHits(): readonly Hit[] {
  lookAgain();
  const { hits, off } = findStore.getState();
  return hits.filter((hit) => !off.has(hitId(hit)));
}

function replace(hits: readonly Hit[]): void {
  const { edit, closeStep } = session();
  closeStep();
  edit((issue) => replaceHits(issue, hits, wordsFor));
  closeStep();
  lookAfterReplacing(hits, wordsFor);
}

function wordsFor(hit: Hit): string {
  const { replacement, query } = findStore.getState();
  return replacementFor(hit, replacement, query.isPattern);
}
