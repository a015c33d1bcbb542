import type { Formatting } from './formatting.js';
import type { NumberCounter } from './numbering.js';
import type { MediaOf } from './pictures.js';
import type { Ranges } from './ranges.js';
import type { Styles } from './styles.js';
import type { WordBlock, WordChange } from './word-document.js';
import type { XmlElement } from './xml-tree.js';

/** Everything that grows while the parts of one file are read. */
export interface Reading {
  readonly styles: Styles;
  readonly formatting: Formatting;
  readonly counter: NumberCounter;
  readonly changes: WordChange[];
  readonly fields: boolean[];
  readonly ranges: Ranges;
  readonly mediaOf: MediaOf;
  /** Width of the text area, in EMU. */
  readonly measureEmu: number;
  /** A page ended behind the paragraphs read so far. */
  isPageDue: boolean;
  /** Paragraphs begun so far. */
  paragraphs: number;
}

/** Reads the paragraphs and tables that an element is or holds. */
export type ReadBlock = (element: XmlElement, reading: Reading) => readonly WordBlock[];
