import type { Formatting } from './formatting.js';
import type { NumberCounter } from './numbering.js';
import type { MediaOf } from './pictures.js';
import type { Ranges } from './ranges.js';
import type { OpenField } from './read-runs.js';
import type { Styles } from './styles.js';
import type { WordBlock, WordChange, WordEmbedded } from './word-document.js';
import type { XmlElement } from './xml-tree.js';

/** Everything that grows while the parts of one file are read. */
export interface Reading {
  readonly styles: Styles;
  readonly formatting: Formatting;
  readonly counter: NumberCounter;
  readonly changes: WordChange[];
  readonly fields: OpenField[];
  readonly ranges: Ranges;
  readonly mediaOf: MediaOf;
  /** The words of another part that a relation of the body names, such as a chart. */
  readonly wordsOf: (relation: string) => string;
  readonly embeddedIn: (element: XmlElement) => WordEmbedded;
  /** Width of the text area, in EMU. */
  readonly measureEmu: number;
  /** A page ended behind the paragraphs read so far. */
  isPageDue: boolean;
  /** Paragraphs begun so far. */
  paragraphs: number;
}

/** Reads the paragraphs and tables that an element is or holds. */
export type ReadBlock = (element: XmlElement, reading: Reading) => readonly WordBlock[];
