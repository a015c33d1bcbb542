/** The writing surface that is shown, as commands see it. It registers itself: commands need not load the editor. */
import { createStore } from 'zustand';
import type { Level } from '../../shared/document/issue.js';
import type { ParagraphFit } from '../../shared/document/paragraph-fit.js';
import type { MarkKind } from '../../shared/document/text-marks.js';

/** Where the cursor of the surface stands. */
export interface SurfacePlace {
  readonly block: 'title' | 'subtitle' | 'note' | 'paragraph' | 'table' | 'source';
  /** In a cell of a table: whether its row is part of the header. */
  readonly cell?: { readonly isHeader: boolean };
  readonly level?: Level;
  readonly fit?: ParagraphFit;
  /** A footnote may stand there. */
  readonly takesFootnote?: true;
  readonly isInLead: boolean;
  /** Emphasis that is on there. */
  readonly marks: readonly MarkKind[];
  /** The lead of the paragraph was guessed on import and waits to be confirmed. */
  readonly isLeadInferred: boolean;
}

/** What can be done to the table with the cursor. */
export type TableAction =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'removeRow'
  | 'removeColumn'
  | 'header'
  | 'wider'
  | 'narrower'
  | 'widthsByContent'
  | 'remove';

export interface WritingSurface {
  readonly isBrief: boolean;
  readonly isReadOnly: boolean;
  /** The element that takes the typing. */
  element(): HTMLElement;
  /** Takes over what the window has selected in it, which else happens up to 100 ms late; not while a phrase is composed. */
  readSelection(): void;
  /** Undefined while the cursor was nowhere in it yet. */
  place(): SurfacePlace | undefined;
  /** Gives it the keyboard; cursor and selection are as they were left. */
  focus(): void;
  paste(data: DataTransfer): void;
  toggleLead(): void;
  toggleMark(kind: MarkKind): void;
  confirmLead(): void;
  confirmLeads(): void;
  setLevel(level: Level | undefined): void;
  toggleFit(fit: ParagraphFit): void;
  addParagraph(): void;
  /** Puts a footnote behind the cursor and gives the keyboard to its field. */
  insertFootnote(): void;
  insertTable(): void;
  editTable(action: TableAction): void;
  insertPictures(files: readonly File[]): void;
  goToPart(part: 'subtitle' | 'note' | 'source'): void;
}

export const surfaceStore = createStore<{ readonly surface: WritingSurface | undefined }>(() => ({ surface: undefined }));

export function writingSurface(): WritingSurface | undefined {
  return surfaceStore.getState().surface;
}

/** Gives the keyboard to an element; a writing surface, asked by its own way, keeps cursor and selection as they were left. */
export function giveKeyboard(element: HTMLElement): void {
  const surface = writingSurface();
  if (surface?.element() === element) surface.focus();
  else element.focus();
}

/** Makes a surface the one commands mean; returns what takes it away again. */
export function showWritingSurface(surface: WritingSurface): () => void {
  surfaceStore.setState({ surface });
  return () => {
    if (writingSurface() === surface) surfaceStore.setState({ surface: undefined });
  };
}
